import type { RegionCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { columnRole } from "../table/column-role.ts";
import { refined } from "./refined.ts";
import { withoutMarks } from "./surroundings.ts";

/** What the stub of one body row says. */
export interface RowSays {
  readonly row: number;
  readonly head: HeaderText;
  readonly region: Guess<RegionCode> | null;
  /** Regions that compete for the row. */
  readonly regions: readonly Guess<RegionCode>[];
  readonly aggregate: boolean;
  /** True when the words of the row say nothing anybody knows. */
  readonly unknown: boolean;
  /** All but the region; rows that say the same share one object. */
  readonly rest: RowRest;
}

/** What a row says besides its region. */
export interface RowRest {
  readonly facets: Facets;
  readonly period: Guess<PeriodHint> | null;
  readonly unit: Guess<UnitCode> | null;
  /** A column headed 指标 holds words that name no indicator. */
  readonly indicatorAsked: boolean;
}

type Role = Facets["role"];

/** Reads the stubs of a table. */
export class RowReader {
  readonly #table: Table;
  readonly #matcher: Matcher;
  readonly #roles: ReadonlyMap<number, Role>;
  readonly #regions = new Map<string, readonly Guess<RegionCode>[]>();
  readonly #rests = new Map<string, RowRest>();
  readonly #outer: RegionCode | undefined;

  constructor(table: Table, matcher: Matcher, outer: RegionCode | undefined) {
    this.#table = table;
    this.#matcher = matcher;
    this.#outer = outer;
    this.#roles = new Map(
      table.stubColumns.map((column, index) => [
        column,
        columnRole(table.stubHeaders[index] ?? [], matcher),
      ]),
    );
  }

  read(row: Table["rows"][number]): RowSays {
    const regions: Guess<RegionCode>[] = [];
    let outer = this.#outer;
    let aggregate = false;
    let regionAsked = false;
    let known = false;
    const says: { readonly text: string; readonly role: Role }[] = [];
    for (const words of row.path) {
      const text = withoutMarks(words.text);
      if (text === "") continue;
      const role = this.#roles.get(words.column) ?? null;
      const facets = this.#matcher.read(text);
      if (
        facets.role === "aggregate" &&
        facets.indicator.length === 0 &&
        facets.region.length === 0
      ) {
        aggregate = true;
        continue;
      }
      if (role !== "unit" && role !== "period") {
        const found =
          role === "region"
            ? this.#regionOf(text, outer, facets)
            : this.#regionIn(facets, text, outer);
        if (found.length > 0) {
          regions.splice(0, regions.length, ...found);
          outer = found[0]?.value;
          known = true;
          if (role === "region") continue;
        } else if (role === "region") {
          regionAsked = true;
          continue;
        }
      }
      says.push({ text, role });
    }
    const rest = this.#rest(says);
    known ||=
      aggregate ||
      rest.facets.indicator.length > 0 ||
      rest.facets.measure.length > 0 ||
      rest.period !== null;
    const naming = row.path.findLast(({ column }) => {
      const role = this.#roles.get(column) ?? null;
      return role !== "unit" && role !== "period";
    });
    const head = naming ??
      row.path.at(-1) ?? {
        text: "",
        row: row.row,
        column: this.#table.range.left,
      };
    return {
      row: row.row,
      head: regionAsked
        ? (row.path.findLast(
            ({ column }) => this.#roles.get(column) === "region",
          ) ?? head)
        : head,
      region: regionAsked ? null : (regions[0] ?? null),
      regions,
      aggregate,
      unknown:
        regionAsked ||
        (!known && row.path.some(({ text }) => withoutMarks(text) !== "")),
      rest,
    };
  }

  #regionOf(
    text: string,
    outer: RegionCode | undefined,
    facets: Facets,
  ): readonly Guess<RegionCode>[] {
    const guesses = this.#regionsIn(text, outer);
    return guesses.length > 0 ? guesses : facets.region;
  }

  /** The matcher's reading within a parent, kept: a table names its few regions on every row. */
  #regionsIn(
    text: string,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    const key = `${outer ?? ""}\t${text}`;
    let guesses = this.#regions.get(key);
    if (guesses === undefined) {
      guesses = this.#matcher.region(text, outer);
      this.#regions.set(key, guesses);
    }
    return guesses;
  }

  #regionIn(
    facets: Facets,
    text: string,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    if (facets.region.length === 0) return [];
    const guesses =
      facets.indicator.length === 0 ? this.#regionsIn(text, outer) : [];
    return guesses.length > 0 ? guesses : facets.region;
  }

  #rest(
    says: readonly { readonly text: string; readonly role: Role }[],
  ): RowRest {
    const key = says
      .map(({ text, role }) => `${role ?? ""}\t${text}`)
      .join("\n");
    const known = this.#rests.get(key);
    if (known !== undefined) return known;
    const plain = says.filter(
      ({ role }) => role !== "unit" && role !== "period",
    );
    const facets = refined(
      plain.map(({ text }) => text),
      this.#matcher,
    );
    const unitText = says.find(({ role }) => role === "unit")?.text;
    const rest: RowRest = {
      facets,
      unit:
        (unitText === undefined
          ? undefined
          : this.#matcher.unit(unitText)[0]) ?? null,
      period:
        this.#periodIn(
          says.flatMap(({ role, text }) => (role === "period" ? [text] : [])),
        ) ??
        facets.period[0] ??
        null,
      indicatorAsked:
        plain.some(({ role }) => role === "indicator") &&
        facets.indicator.length === 0,
    };
    this.#rests.set(key, rest);
    return rest;
  }

  /** One period from the period columns of a row: 年份 beside 月份 is a month of that year. */
  #periodIn(texts: readonly string[]): Guess<PeriodHint> | undefined {
    const guesses = texts.flatMap((text) => this.#periodOf(text) ?? []);
    const [first, second] = guesses;
    if (first === undefined || second === undefined) return first;
    const [year, months] =
      first.value.kind === "months" ? [second, first] : [first, second];
    const outer = periodFrom(year.value, {});
    const period =
      outer === null ? null : periodFrom(months.value, { period: outer });
    const inside =
      outer !== null &&
      period !== null &&
      outer.start <= period.start &&
      period.end <= outer.end;
    return {
      value: inside ? { kind: "period", code: period.code } : first.value,
      confidence: inside ? Math.min(first.confidence, second.confidence) : 0.5,
      words: `${year.words} ${months.words}`,
    };
  }

  #periodOf(text: string): Guess<PeriodHint> | undefined {
    const direct = this.#matcher.period(text)[0];
    if (direct !== undefined) return direct;
    if (/^(19|20)\d{2}$/.test(text))
      return this.#matcher.period(`${text}年`)[0];
    return /^(1[0-2]|[1-9])$/.test(text)
      ? this.#matcher.period(`${text}月`)[0]
      : undefined;
  }
}
