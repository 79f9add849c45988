/** What every reader must agree on. */
export interface TallyResult {
  readonly numbers: number;
  readonly sum: number;
  readonly texts: number;
  /** UTF-16 units of all texts. */
  readonly length: number;
}

/** Touches every value a reader gives: adds the numbers, counts the length of the texts. */
export class Tally {
  #numbers = 0;
  #sum = 0;
  #texts = 0;
  #length = 0;

  /** Dates count as their serial, absent values not at all; a formula is its stored result. */
  add(value: unknown): void {
    if (typeof value === "number") {
      this.#numbers++;
      this.#sum += value;
    } else if (typeof value === "string") {
      if (value === "") return;
      this.#texts++;
      this.#length += value.length;
    } else if (value instanceof Date) {
      this.#numbers++;
      this.#sum += value.getTime() / 86_400_000 + 25_569;
    } else if (typeof value === "object" && value !== null && "result" in value)
      this.add(value.result);
  }

  get result(): TallyResult {
    return {
      numbers: this.#numbers,
      sum: this.#sum,
      texts: this.#texts,
      length: this.#length,
    };
  }
}

/** How a result differs from the one that is right; empty when it does not. Readers add in the same order, so sums agree to the last bit but for dates. */
export function differences(right: TallyResult, other: TallyResult): string {
  const parts: string[] = [];
  for (const key of ["numbers", "texts", "length"] as const)
    if (right[key] !== other[key])
      parts.push(`${key} ${other[key]} instead of ${right[key]}`);
  if (Math.abs(right.sum - other.sum) > Math.abs(right.sum) * 1e-12)
    parts.push(`sum ${other.sum} instead of ${right.sum}`);
  return parts.join(", ");
}
