import type { Binding } from "../model/binding.ts";
import type { HeaderText } from "../model/table.ts";
import type { Questions } from "./questions.ts";

/** The headers a binding stands under. */
interface Heads {
  readonly column: HeaderText;
  readonly row: HeaderText;
}

/**
 * Notices when two cells of a table state different values for one key: then a
 * header was not understood, and neither cell may count. Two columns of one
 * key are asked about as columns, two rows of one key as rows. Cells that say
 * the same may stand as often as they like.
 */
export class Contradictions {
  /** By number of the key without its region, then by number of the region: the index of the first binding, and one. */
  readonly #first: number[][] = [];
  /** Indices of bindings whose key was claimed before, by that of the first. */
  readonly #again = new Map<number, number[]>();

  /** A binding that states something: the number of its key without the region, equal for equal keys, and that of its region. */
  add(index: number, signature: number, region: number): void {
    const byRegion = (this.#first[signature] ??= []);
    const first = byRegion[region];
    if (first === undefined) {
      while (byRegion.length < region) byRegion.push(0);
      byRegion[region] = index + 1;
    } else if (first === 0) byRegion[region] = index + 1;
    else {
      const again = this.#again.get(first - 1);
      if (again === undefined) this.#again.set(first - 1, [index]);
      else again.push(index);
    }
  }

  /** Asks about every contradiction; returns which bindings must not stand. */
  settle(
    all: () => readonly Binding[],
    headsOf: (index: number) => Heads,
    questions: Questions,
  ): Set<number> {
    const withdrawn = new Set<number>();
    if (this.#again.size === 0) return withdrawn;
    const bindings = all();
    const columns = new Set<number>();
    for (const [first, again] of this.#again) {
      const before = bindings[first];
      if (before === undefined) continue;
      if (again.every((index) => isSame(before, bindings[index]))) continue;
      withdrawn.add(first);
      for (const index of again) {
        withdrawn.add(index);
        const later = bindings[index];
        if (later === undefined) continue;
        if (later.row !== before.row) {
          questions.ask(headsOf(index).row, "region");
          continue;
        }
        columns.add(before.column).add(later.column);
        questions.askApart(
          headsOf(first).column,
          "indicator",
          indicatorsOf(before),
        );
        questions.askApart(
          headsOf(index).column,
          "indicator",
          indicatorsOf(later),
        );
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
