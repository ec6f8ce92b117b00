/** The pauses of a loop, which others may end. Who is woken while at work takes no pause the next time. */
export class Rest {
  private isAwake = false;
  private wakeUp: () => void = () => undefined;

  wake(): void {
    this.isAwake = true;
    this.wakeUp();
  }

  /** So many milliseconds at most. */
  async take(milliseconds: number): Promise<void> {
    if (!this.isAwake)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.wakeUp = () => undefined;
    this.isAwake = false;
  }
}
