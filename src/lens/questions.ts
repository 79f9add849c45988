import type { Unmatched } from "../model/binding.ts";
import { cellRef } from "../model/sheet.ts";
import type { HeaderText } from "../model/table.ts";

/** Collects what a person must be asked: one question for each header and role. */
export class Questions {
  readonly #asked = new Map<string, Unmatched>();
  readonly #apart = new Set<string>();
  /** The candidates last asked about at a header: a column asks the same for each of its cells. */
  readonly #latest = new Map<HeaderText, readonly string[]>();

  ask(
    at: HeaderText,
    role: Unmatched["role"],
    candidates: readonly string[] = [],
  ): void {
    if (this.#latest.get(at) === candidates) return;
    this.#latest.set(at, candidates);
    const cell = cellRef(at.row, at.column);
    const key = `${role} ${cell}`;
    const known = this.#asked.get(key);
    if (known === undefined) {
      this.#asked.set(key, {
        cell,
        text: at.text,
        role,
        candidates: [...new Set(candidates)],
      });
    } else if (candidates.some((code) => !known.candidates.includes(code))) {
      this.#asked.set(key, {
        ...known,
        candidates: [...new Set([...known.candidates, ...candidates])],
      });
    }
  }

  /** Asks about a header that needs an answer of its own, whatever others of its group get. */
  askApart(
    at: HeaderText,
    role: Unmatched["role"],
    candidates: readonly string[],
  ): void {
    this.ask(at, role, candidates);
    this.#apart.add(cellRef(at.row, at.column));
  }

  /** The cells asked about apart. */
  get apart(): ReadonlySet<string> {
    return this.#apart;
  }

  get all(): readonly Unmatched[] {
    return [...this.#asked.values()];
  }
}
