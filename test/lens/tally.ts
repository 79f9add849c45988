/** Counts by word, for what a run has seen. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string, count = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + count);
  }

  /** Words that were counted at all. */
  get words(): number {
    return [...this.#counts.values()].filter((count) => count > 0).length;
  }

  get sum(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get text(): string {
    return [...this.#counts]
      .map(([word, count]) => `${word} ${count}`)
      .join(", ");
  }
}
