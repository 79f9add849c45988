import { compareDecimals, decimalOf } from "../model/decimal.ts";
import type { Observation } from "../model/observation.ts";
import type { Conflict, HeldObservation } from "../model/state.ts";
import type { DecisionBody, EditBody, Entry } from "./entry.ts";
import type { Placed, Resolved } from "./keyed-fold.ts";

/** What an entry says at one key: a value (import or edit), or which earlier value holds (decision). */
export interface Statement extends Placed {
  /** Null for a decision. */
  readonly observation: Observation | null;
}

/** One that states a value. */
export type ValuedStatement = Statement & {
  readonly observation: Observation;
};

/**
 * Which of the statements at one key is in force. `statements` are in journal
 * order and not undone. Of imports the later holds. A person's word (an edit, or
 * a decision between statements) holds against everything before it, settles
 * those differences, and gives way to no later import. Disputes are statements
 * that say otherwise and that nobody has decided about, latest first, one for
 * each value. Null when nothing states the key.
 */
export function resolve(
  key: string,
  statements: readonly Statement[],
):
  | (Pick<Resolved<HeldObservation, Conflict>, "disputes"> & {
      readonly statement: ValuedStatement;
    })
  | null {
  const found = statementInForce(statements);
  if (found === null) return null;
  const { statement } = found;
  if (found.open.length === 0) return { statement, disputes: noDisputes };
  const inForce = heldBy(statement);
  const others: HeldObservation[] = [];
  for (const { observation, from } of found.open.reverse()) {
    if (saysSame(observation, inForce)) continue;
    if (others.some((other) => saysSame(other, observation))) continue;
    others.push(heldBy({ observation, from }));
  }
  return {
    statement,
    disputes: others.map((other) => ({ key, inForce, other })),
  };
}

const noDisputes: readonly Conflict[] = [];

/** The statement in force, and those that no person has decided about. */
export function statementInForce(statements: readonly Statement[]): {
  readonly statement: ValuedStatement;
  readonly open: ValuedStatement[];
} | null {
  let current: ValuedStatement | null = null;
  let byPerson = false;
  let open: ValuedStatement[] = [];
  const seen: ValuedStatement[] = [];
  for (const statement of statements) {
    if (isValued(statement)) seen.push(statement);
    const { entry } = statement.from;
    if (entry.kind === "decision") {
      const chosen = lastMatch(seen, entry);
      if (chosen === null) continue;
      current = chosen;
      byPerson = true;
      open = [];
    } else if (!isValued(statement)) {
      continue;
    } else if (isByHand(entry)) {
      current = statement;
      byPerson = true;
      open = [];
    } else if (current === null) {
      current = statement;
    } else if (byPerson) {
      open.push(statement);
    } else if (!saysNothing(statement.observation)) {
      open.push(current);
      current = statement;
    }
  }
  return current === null
    ? null
    : {
        statement: current,
        open: open.filter((one) => !saysNothing(one.observation)),
      };
}

/** True for what a person typed, one value or many. */
export function isByHand({ kind }: Entry): boolean {
  return kind === "edit" || kind === "edits";
}

/** True when both say the same at full value: 57 and 57.0 are the same, 57 and missing are not. */
export function saysSame(a: Observation, b: Observation): boolean {
  if (typeof a.value === "number" && typeof b.value === "number")
    return (
      a.unit === b.unit &&
      (a.value === b.value ||
        compareDecimals(decimalOf(a.value), decimalOf(b.value)) === 0)
    );
  return a.value === b.value;
}

/** The observation that an edit states; its source is the hand, so file and cell are empty. */
export function editedObservation(edit: EditBody): Observation {
  return {
    key: edit.key,
    value: edit.value,
    missing: edit.missing,
    decimals: edit.decimals,
    unit: edit.unit,
    status: edit.status,
    source: { file: "", sha: "", sheet: "", cell: "" },
  };
}

/** A value as the state has it. Field by field: what is spread takes several times the room. */
export function heldBy({
  observation,
  from,
}: Pick<ValuedStatement, "observation" | "from">): HeldObservation {
  return {
    key: observation.key,
    value: observation.value,
    missing: observation.missing,
    decimals: observation.decimals,
    unit: observation.unit,
    status: observation.status,
    source: observation.source,
    entry: from.id,
    edited: isByHand(from.entry),
  };
}

/**
 * An imported blank, or a bare mark such as `—` or `/`: it neither displaces a
 * value nor disputes one. A reason in words (断流) does.
 */
export function saysNothing({ value, missing }: Observation): boolean {
  return value === null && !/[\p{L}\p{N}]/u.test(missing);
}

function lastMatch(
  seen: readonly ValuedStatement[],
  { chosen, sheet, cell }: DecisionBody,
): ValuedStatement | null {
  const matches = seen.filter(
    ({ from, observation: { source } }) =>
      from.id === chosen &&
      (sheet === "" || source.sheet === sheet) &&
      (cell === "" || source.cell === cell),
  );
  return matches.at(-1) ?? null;
}

/** False for a decision. */
export function isValued(statement: Statement): statement is ValuedStatement {
  return statement.observation !== null;
}
