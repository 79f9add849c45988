interface Run {
  readonly first: number;
  readonly last: number;
}

/** A set of rows kept as runs: a million rows cost as much as one. */
export class RowRuns {
  readonly #runs: Run[] = [];

  constructor(runs: readonly Run[]) {
    for (const { first, last } of [...runs].sort((a, b) => a.first - b.first)) {
      const before = this.#runs.at(-1);
      if (before === undefined || first > before.last + 1)
        this.#runs.push({ first, last });
      else if (last > before.last)
        this.#runs[this.#runs.length - 1] = { first: before.first, last };
    }
  }

  has(row: number): boolean {
    let from = 0;
    let to = this.#runs.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#runs[middle]?.last ?? 0) < row) from = middle + 1;
      else to = middle;
    }
    return (this.#runs[from]?.first ?? Infinity) <= row;
  }
}
