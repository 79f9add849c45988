import { parseJson } from "../../model/parse-json.ts";
import type { ScopeChange, ViewScope } from "../state/contexts.ts";
import {
  lastDayOf,
  monthEndedBy,
  type MonthChoice,
} from "../state/scope-period.ts";

/**
 * What a person chose to look at. It lasts as long as the tab, so that a reload
 * shows the same figures; a new tab starts from the data again. It is no entry
 * of the journal: undo goes past it.
 */
export interface ChosenScope extends MonthChoice {
  readonly region: string;
  /** Null follows the data. */
  readonly day: string | null;
}

const key = "dabiao.scope";

export const nothingChosen: ChosenScope = {
  region: "",
  day: null,
  month: "",
  toDate: false,
};

/** What was chosen in this tab before; nothing where the browser keeps nothing. */
export function loadChosenScope(): ChosenScope {
  const kept = parseJson(read());
  if (typeof kept !== "object" || kept === null) return nothingChosen;
  const of: Readonly<Record<string, unknown>> = { ...kept };
  const text = (name: string) => (typeof of[name] === "string" ? of[name] : "");
  const month = lastDayOf(text("month")) === "" ? "" : text("month");
  return {
    region: text("region"),
    day: text("day") || null,
    month,
    toDate: month !== "" && of["toDate"] === true,
  };
}

/** False when the browser keeps nothing; the choice then lasts until a reload. */
export function keepChosenScope(chosen: ChosenScope): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(chosen));
    return true;
  } catch {
    return false;
  }
}

function read(): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * The choice after a change of the bar. A month brings its last day along; an
 * earlier day brings the month that had ended by then; a day that is taken back
 * takes the month along.
 */
export function chosenAfter(
  chosen: ChosenScope,
  now: ViewScope,
  change: ScopeChange,
): ChosenScope {
  const { region = chosen.region } = change;
  const next = { ...chosen, region };
  if (change.month !== undefined)
    return change.month === ""
      ? { ...next, month: "", toDate: false, day: null }
      : {
          ...next,
          month: change.month,
          toDate: change.toDate ?? chosen.toDate,
          day: lastDayOf(change.month),
        };
  if (change.toDate !== undefined)
    return {
      ...next,
      month: chosen.month || monthEndedBy(now.asOf),
      toDate: change.toDate,
    };
  if (change.asOf === undefined || change.asOf === now.asOf) return next;
  if (change.asOf === "")
    return { ...next, day: null, month: "", toDate: false };
  return {
    ...next,
    day: change.asOf,
    month:
      chosen.month !== "" && lastDayOf(chosen.month) > change.asOf
        ? monthEndedBy(change.asOf)
        : chosen.month,
  };
}
