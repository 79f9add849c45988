/** Milliseconds after the last call before the time counts as idle. */
const quiet = 1_500;

/** Runs small pieces of work while nobody waits for a call. */
export class IdleTime {
  #calls = 0;
  #work: Iterator<unknown> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Work to be done a step at a time; it takes the place of what is left of other work. */
  offer(work: Iterator<unknown>): void {
    this.#work = work;
    this.#wait();
  }

  /** Makes a call; until it ends, and for a while after it, no step is run. */
  async during<T>(call: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    clearTimeout(this.#timer);
    try {
      return await call();
    } finally {
      this.#calls -= 1;
      this.#wait();
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#calls > 0 || this.#work === null) return;
    this.#timer = setTimeout(() => {
      this.#step();
    }, quiet);
  }

  /** Each step is a task of its own, so that a call that comes waits for no more than one; one that gives a promise ends when that is kept. */
  #step(): void {
    const work = this.#work;
    const step = work?.next();
    if (step?.done !== false) {
      this.#work = null;
      return;
    }
    if (step.value instanceof Promise) {
      // Nothing is begun while it is waited for.
      this.#work = null;
      void step.value.then(() => {
        this.#work ??= work;
        this.#wait();
      });
      return;
    }
    this.#timer = setTimeout(() => {
      this.#step();
    }, 0);
  }
}

/** The same functions, each counted as a call while it runs. */
export function counted<T extends object>(api: T, idle: IdleTime): T {
  return new Proxy(api, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      return typeof own === "function"
        ? (...args: unknown[]) =>
            idle.during(async () => Reflect.apply(own, target, args) as unknown)
        : own;
    },
  });
}
