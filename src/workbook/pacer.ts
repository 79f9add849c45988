/** Something a caller may set to stop long work. */
export interface AbortFlag {
  readonly aborted: boolean;
}

/** Bytes of work between two pauses: some 5 ms of scanning. */
const stride = 1 << 19;

/** Lets others run now and then during long work, passes on how far it is, and notices when it is to stop. */
export class Pacer {
  readonly #signal: AbortFlag | undefined;
  readonly #report: ((done: number, total: number) => void) | undefined;
  #since = 0;
  #told = 0;
  done = 0;
  total = 0;

  constructor(
    signal?: AbortFlag,
    report?: (done: number, total: number) => void,
  ) {
    this.#signal = signal;
    this.#report = report;
  }

  get aborted(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** Counts work; true when a pause is due. */
  due(bytes: number): boolean {
    this.#since += bytes;
    return this.#since >= stride;
  }

  /** Pauses for one turn of the event loop. False when the work is to stop. */
  async pause(): Promise<boolean> {
    this.#since = 0;
    this.#told = Math.max(this.#told, Math.min(this.done, this.total));
    this.#report?.(this.#told, this.total);
    await macrotask();
    return !this.aborted;
  }

  /** Runs work that stops now and then, with a pause at each stop. False when the work is to stop. */
  async run(work: Iterator<undefined, unknown>): Promise<boolean> {
    while (work.next().done !== true) if (!(await this.pause())) return false;
    return !this.aborted;
  }

  finish(): void {
    this.#report?.(this.total, this.total);
  }
}

/** One turn of the event loop; timers would be clamped to 4 ms, so they are the last resort. */
function macrotask(): Promise<void> {
  if (typeof setImmediate === "function")
    return new Promise((resolve) => {
      setImmediate(resolve);
    });
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
