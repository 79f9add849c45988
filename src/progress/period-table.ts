import type { PeriodCode } from "../model/codes.ts";
import { type Period, parsePeriod } from "../model/period.ts";

/** Periods by a small number, so that columns hold four bytes a period. A code keeps its number. */
export class PeriodTable {
  readonly #ids = new Map<PeriodCode, number>();
  readonly #codes: PeriodCode[] = [];
  readonly #periods: Period[] = [];

  /** @throws when the text is no period code. */
  idOf(code: PeriodCode): number {
    const known = this.#ids.get(code);
    if (known !== undefined) return known;
    const period = parsePeriod(code);
    if (period === null) throw new Error(`not a period code: ${code}`);
    const id = this.#periods.length;
    this.#ids.set(code, id);
    this.#codes.push(code);
    this.#periods.push(period);
    return id;
  }

  /** The number of a code met before. */
  find(code: PeriodCode): number | undefined {
    return this.#ids.get(code);
  }

  /** The code as it was given, canonical or not. */
  code(id: number): PeriodCode {
    return this.#codes[id] ?? missing(id);
  }

  at(id: number): Period {
    return this.#periods[id] ?? missing(id);
  }

  /** Order by last day, of equal ones the shorter first; then by number. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
    const left = this.at(a);
    const right = this.at(b);
    return left.end - right.end || right.start - left.start || a - b;
  }
}

function missing(id: number): never {
  throw new Error(`no period has the number ${id}`);
}
