/** Why nothing could be started: one line that names the thing and the way out. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
