import type { Binding } from "../model/binding.ts";
import type { HeaderText } from "../model/table.ts";
import type { Questions } from "./questions.ts";

/** One binding as it was made: what it claims, and the headers it stands under. */
export interface Claim {
  readonly index: number;
  /** Number of the key without its region; equal for equal keys. */
  readonly signature: number;
  readonly column: HeaderText;
  readonly row: HeaderText;
}

/** More keys than any table has. */
const most = 2 ** 26;

/**
 * Notices when two cells of a table state different values for one key: then a
 * header was not understood, and neither cell may count. Two columns of one
 * key are asked about as columns, two rows of one key as rows. Cells that say
 * the same may stand as often as they like.
 */
export class Contradictions {
  readonly #regions = new Map<string, number>();
  readonly #first = new Map<number, Claim>();
  /** Claims of keys that were claimed before, by key. */
  readonly #again = new Map<number, Claim[]>();

  add(claim: Claim, bindings: readonly Binding[]): void {
    const binding = bindings[claim.index];
    if (binding?.target.type !== "observation") return;
    if (binding.value === null && binding.missing === "") return;
    const { region } = binding.target.key;
    let number = this.#regions.get(region);
    if (number === undefined) {
      number = this.#regions.size;
      this.#regions.set(region, number);
    }
    const key = claim.signature * most + number;
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, claim);
      return;
    }
    const again = this.#again.get(key);
    if (again === undefined) this.#again.set(key, [claim]);
    else again.push(claim);
  }

  /** Asks about every contradiction; returns which bindings must not stand. */
  settle(bindings: readonly Binding[], questions: Questions): Set<number> {
    const withdrawn = new Set<number>();
    const columns = new Set<number>();
    for (const [key, again] of this.#again) {
      const first = this.#first.get(key);
      const before = first === undefined ? undefined : bindings[first.index];
      if (first === undefined || before === undefined) continue;
      if (again.every(({ index }) => isSame(before, bindings[index]))) continue;
      withdrawn.add(first.index);
      for (const claim of again) {
        withdrawn.add(claim.index);
        const later = bindings[claim.index];
        if (later?.row !== before.row) {
          questions.ask(claim.row, "region");
          continue;
        }
        columns.add(before.column).add(later.column);
        questions.askApart(first.column, "indicator", indicatorsOf(before));
        questions.askApart(claim.column, "indicator", indicatorsOf(later));
      }
    }
    if (columns.size > 0)
      bindings.forEach(({ column, role }, index) => {
        if (role === "value" && columns.has(column)) withdrawn.add(index);
      });
    return withdrawn;
  }
}

function isSame(a: Binding, b: Binding | undefined): boolean {
  return a.value === b?.value && a.missing === b.missing;
}

function indicatorsOf({ target }: Binding): string[] {
  return target.type === "observation" ? [target.key.indicator] : [];
}
