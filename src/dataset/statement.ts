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

type Valued = Statement & { readonly observation: Observation };

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
): Resolved<HeldObservation, Conflict> | null {
  const found = statementInForce(statements);
  if (found === null) return null;
  const inForce = held(found.statement);
  const others: HeldObservation[] = [];
  for (const { observation, from } of found.open.reverse()) {
    if (saysSame(observation, inForce)) continue;
    if (others.some((other) => saysSame(other, observation))) continue;
    others.push(held({ observation, from }));
  }
  return {
    value: inForce,
    disputes: others.map((other) => ({ key, inForce, other })),
  };
}

/** The statement in force, and those that no person has decided about. */
export function statementInForce(
  statements: readonly Statement[],
): { readonly statement: Valued; readonly open: Valued[] } | null {
  let current: Valued | null = null;
  let byPerson = false;
  let open: Valued[] = [];
  const seen: Valued[] = [];
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

/** Field by field: there may be a million, and what is spread takes several times the room. */
function held({
  observation,
  from,
}: Pick<Valued, "observation" | "from">): HeldObservation {
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
  seen: readonly Valued[],
  { chosen, sheet, cell }: DecisionBody,
): Valued | null {
  const matches = seen.filter(
    ({ from, observation: { source } }) =>
      from.id === chosen &&
      (sheet === "" || source.sheet === sheet) &&
      (cell === "" || source.cell === cell),
  );
  return matches.at(-1) ?? null;
}

function isValued(statement: Statement): statement is Valued {
  return statement.observation !== null;
}
