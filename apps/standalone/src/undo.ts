/** What a start has to take back when it is stopped, at whatever moment that is. */
export class Undo {
  readonly #steps: (() => unknown)[] = [];
  #running: Promise<void> | undefined;

  /** Whether everything is being stopped, or has been. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Has `step` done when everything is stopped, newest first. Where that has begun already, it is done at once and the
   * answer is false: the caller starts nothing more.
   */
  async later(step: () => unknown): Promise<boolean> {
    if (!this.#running) {
      this.#steps.push(step);
      return true;
    }
    await this.#running;
    await step();
    return false;
  }

  /** Does every step, once however often it is called. */
  run(): Promise<void> {
    this.#running ??= (async () => {
      for (const step of this.#steps.reverse()) await step();
    })();
    return this.#running;
  }
}
