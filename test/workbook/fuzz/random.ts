/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `below` - 1; 0 for an empty range. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return Math.floor(share * Math.max(1, below));
  }

  /** @throws for an empty list. */
  pick<T>(list: readonly T[]): T {
    const index = this.int(list.length);
    const found = list[index];
    if (found === undefined && index >= list.length)
      throw new Error("nothing to pick from");
    return found as T;
  }

  chance(percent: number): boolean {
    return this.int(100) < percent;
  }
}
