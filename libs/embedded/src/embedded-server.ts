/** A server that was started beside us. */
export interface EmbeddedServer {
  url: string;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
  /** Called with its last words when it ends by itself. */
  onExit(listener: (lastWords: string) => void): void;
}
