import type { Stored } from "./entry.ts";
import {
  type Statement,
  type ValuedStatement,
  editedObservation,
  isValued,
} from "./statement.ts";

/**
 * Statements about values by number: an entry's rows have consecutive ones. A
 * number takes less room than a statement, and there may be a million.
 */
export class StatementNumbers {
  readonly #entries: Stored[] = [];
  /** The number of each entry's first row. */
  readonly #first: number[] = [];
  readonly #firstOf = new Map<string, number>();
  #next = 0;

  /** The number of an entry's first row. */
  add(from: Stored): number {
    const first = this.#next;
    const rows = rowsOf(from);
    if (rows === 0) return first;
    this.#entries.push(from);
    this.#first.push(first);
    this.#firstOf.set(from.id, first);
    this.#next += rows;
    return first;
  }

  /** @throws when there is no such statement. */
  statement(number: number): Statement {
    let low = 0;
    let high = this.#first.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#first[middle] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const from = this.#entries[low];
    if (from === undefined) throw new Error(`no statement ${number}`);
    const row = number - (this.#first[low] ?? 0);
    return { from, row, observation: observationAt(from, row) };
  }

  /** @throws when the statement is a decision. */
  valued(number: number): ValuedStatement {
    const statement = this.statement(number);
    if (!isValued(statement)) throw new Error(`no value in ${number}`);
    return statement;
  }

  numberOf({ from, row }: Statement): number {
    const first = this.#firstOf.get(from.id);
    if (first === undefined) throw new Error(`no entry ${from.id}`);
    return first + row;
  }
}

function rowsOf({ entry }: Stored): number {
  if (entry.kind === "import" || entry.kind === "edits")
    return entry.observations.length;
  return entry.kind === "edit" || entry.kind === "decision" ? 1 : 0;
}

function observationAt(
  { entry }: Stored,
  row: number,
): Statement["observation"] {
  if (entry.kind === "edit") return editedObservation(entry);
  return entry.kind === "import" || entry.kind === "edits"
    ? (entry.observations.at(row) ?? null)
    : null;
}
