import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { refined } from "../refined.ts";
import type { RowName, RowRest } from "../row-says.ts";
import { inMonths } from "../period/in-months.ts";
import type { Months } from "../period/months-around.ts";
import { clock, statesAnHour } from "./hour-rows.ts";
import { periodOfRow } from "./row-period.ts";
import { saysElse } from "./says-else.ts";
import type { StubRole } from "./stub-role.ts";

/** What one text of a row adds to what the row says. */
export interface Say {
  readonly text: string;
  readonly role: StubRole;
}

/** What rows say by the texts they say it with, one after the other. */
export interface Rests {
  /** Null where nobody asked yet. */
  rest: RowRest | null;
  readonly says: readonly Say[];
  readonly next: Map<Say, Rests>;
}

/** What rows say that say one more thing. */
export function nextOf({ says, next }: Rests, say: Say): Rests {
  let rests = next.get(say);
  if (rests === undefined) {
    rests = { rest: null, says: [...says, say], next: new Map() };
    next.set(say, rests);
  }
  return rests;
}

/** What the rows of a table say besides their regions; rows of the same words share one object. */
export class RowRests {
  readonly #matcher: Matcher;
  readonly #months: Months | null;
  readonly #hourly: boolean;
  readonly #says = new Map<string, Say>();
  readonly #names = new Map<string, RowName>();
  /** Of a row that says nothing. */
  readonly first: Rests = { rest: null, says: [], next: new Map() };

  /** `months`: those that the titles give to every year. */
  constructor(table: Table, matcher: Matcher, months: Months | null) {
    this.#matcher = matcher;
    this.#months = months;
    this.#hourly = statesAnHour(table);
  }

  /** One object for all that say the same. */
  sayOf(text: string, role: StubRole): Say {
    const key = `${role ?? ""}\t${text}`;
    let say = this.#says.get(key);
    if (say === undefined) {
      say = { text, role };
      this.#says.set(key, say);
    }
    return say;
  }

  of(rests: Rests): RowRest {
    return (rests.rest ??= this.#makeRest(rests.says));
  }

  #makeRest(says: readonly Say[]): RowRest {
    const name = this.#name(says);
    const own =
      this.#clock(says) ??
      periodOfRow(
        says.flatMap(({ role, text }) => (role === "period" ? [text] : [])),
        this.#matcher,
      ) ??
      name.facets.period[0] ??
      null;
    const months = this.#months;
    return {
      ...name,
      name,
      period:
        own === null ||
        months === null ||
        name.facets.measure[0]?.value === "target"
          ? own
          : inMonths(own, months),
      deadline:
        says.flatMap(({ role, text }) =>
          role === "deadline" ? this.#matcher.period(text).slice(0, 1) : [],
        )[0] ?? null,
    };
  }

  /** What rows of the same words say; the days of a long list share it. */
  #name(says: readonly Say[]): RowName {
    const naming = says.filter(
      ({ role }) => role !== "period" && role !== "deadline",
    );
    const key = naming
      .map(({ text, role }) => `${role ?? ""}\t${text}`)
      .join("\n");
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const plain = naming.filter(
      ({ role }) => role !== "unit" && role !== "attribute",
    );
    const facets = refined(
      plain.map(({ text }) => text),
      this.#matcher,
    );
    const unitText = naming.find(({ role }) => role === "unit")?.text;
    const name: RowName = {
      facets,
      cells: plain.map(({ text }) => this.#matcher.read(text)),
      unit:
        (unitText === undefined
          ? undefined
          : this.#matcher.unit(unitText)[0]) ?? null,
      indicatorAsked:
        plain.some(
          ({ role, text }) =>
            role === "indicator" && !saysElse(this.#matcher.read(text)),
        ) && facets.indicator.length === 0,
    };
    this.#names.set(key, name);
    return name;
  }

  /** Where other rows have an hour, one at midnight is the figure of an hour too. */
  #clock(says: readonly Say[]): Guess<PeriodHint> | undefined {
    if (!this.#hourly) return undefined;
    const words = says.find(({ text }) => clock.test(text))?.text;
    return words === undefined
      ? undefined
      : {
          value: { kind: "relative", which: "open" },
          confidence: 0.95,
          words,
        };
  }
}
