import type { RegionCode } from "../../model/codes.ts";
import type { Facets, Guess } from "../../model/facets.ts";
import type { HeaderText, Table } from "../../model/table.ts";
import { isComputed } from "../../match/comparison.ts";
import type { Matcher } from "../../match/matcher.ts";
import { fold, normalise } from "../../match/normalise.ts";
import { isNoPlace } from "../../match/no-place.ts";
import { CERTAIN } from "../certain.ts";
import { unitInBrackets } from "../header-levels.ts";
import type { RowSays } from "../row-says.ts";
import { namingWords, tidyWords } from "../naming-words.ts";
import type { AroundRows } from "./around-rows.ts";
import { datedWords } from "./row-period.ts";
import { type PlaceWord, RowPlaces } from "./row-places.ts";
import { nextOf, RowRests, type Say } from "./row-rests.ts";
import { saysElse } from "./says-else.ts";
import { namesNoRow, type StubRole, stubRoles } from "./stub-role.ts";

/** A text in a column. */
interface Word extends PlaceWord {
  readonly say: Say;
  /** True in a column whose words name the row. */
  readonly naming: boolean;
  /** True for 合计 and the like. */
  readonly aggregate: boolean;
  /** Null where it was not asked yet. */
  computed: boolean | null;
}

/** 月均值 below the days of a month: what they come to, without a name. */
const meanOfDays = /^(?:全?月|[周旬])(?:均值?|平均值?)$/;

const none: readonly Guess<RegionCode>[] = [];

/** 新疆生产建设兵团 stands among the provinces, and is no place of its own. */
const corps = /^(?:新疆)?(?:生产建设)?兵团$/;

function isComputedWord(word: Word): boolean {
  return (word.computed ??= isComputed(fold(normalise(word.text))));
}

/** Reads the stubs of a table. */
export class RowReader {
  readonly #table: Table;
  readonly #matcher: Matcher;
  readonly #around: AroundRows;
  readonly #roles: ReadonlyMap<number, StubRole>;
  readonly #places: RowPlaces;
  readonly #rests: RowRests;
  /** By column, then by text. */
  readonly #words = new Map<number, Map<string, Word>>();

  constructor(table: Table, matcher: Matcher, around: AroundRows) {
    this.#table = table;
    this.#matcher = matcher;
    this.#around = around;
    this.#roles = stubRoles(table, matcher);
    this.#places = new RowPlaces(table, matcher, around);
    this.#rests = new RowRests(table, matcher, around.months);
  }

  read(row: Table["rows"][number]): RowSays {
    let regions = none;
    let outer = this.#around.region;
    let aggregate = false;
    let regionAsked = false;
    let known = false;
    let site: HeaderText | null = null;
    let place: HeaderText | null = null;
    let named = false;
    let office = false;
    let naming: HeaderText | null = null;
    let last: Word | null = null;
    let rests = this.#rests.first;
    for (const words of row.path) {
      const word = this.#wordOf(words);
      const { text, facets, role } = word;
      if (word.naming || naming === null) last = word;
      if (word.naming) naming = words;
      if (text === "") continue;
      named = true;
      if (word.aggregate) {
        aggregate = true;
        continue;
      }
      if (role === "site" && !this.#places.isWhole(text, facets)) {
        site = this.#headOf(words.column) ?? words;
        continue;
      }
      if (!namesNoRow.has(role) && isNoPlace(text)) {
        office = true;
        continue;
      }
      if (!namesNoRow.has(role)) {
        const found = this.#places.of(word, outer);
        if (found.length > 0 && this.#places.isCityOfItsName(text, found)) {
          // 吉林 among the cities of 吉林省 is the city, which has no code.
          regionAsked = true;
          continue;
        }
        if (found.length > 0) {
          place = words;
          regions = found;
          outer = found[0]?.value;
          known = true;
          // 其他 above the cities of no group is no place, and need be none.
          regionAsked = false;
          if (role === "region") continue;
        } else if (role === "region") {
          // 石家庄 below 河北 is a place nobody lists, and not the province.
          regionAsked = true;
          regions = none;
          continue;
        }
      }
      rests = nextOf(rests, word.say);
    }
    const rest = this.#rests.of(rests);
    known ||=
      aggregate ||
      rest.facets.indicator.length > 0 ||
      rest.facets.measure.length > 0 ||
      rest.period !== null ||
      (rest.facets.text !== "" && saysElse(rest.facets));
    const head = naming ??
      row.path.at(-1) ?? {
        text: "",
        row: row.row,
        column: this.#table.range.left,
      };
    const [best = null] = regions;
    return {
      row: row.row,
      head:
        site ??
        (regionAsked
          ? (row.path.findLast(
              ({ column }) => this.#roles.get(column) === "region",
            ) ?? head)
          : // 城区 beside 指标: the place is what is in doubt.
            place !== null && (best?.confidence ?? 0) < CERTAIN
            ? place
            : head),
      region: regionAsked || site !== null ? null : best,
      regions,
      aggregate,
      site: site !== null,
      computed:
        office || (last !== null && head.text !== "" && isComputedWord(last)),
      unknown: site !== null || regionAsked || (!known && named),
      ...(regionAsked && corps.test(head.text.trim())
        ? { skip: true as const }
        : {}),
      rest,
    };
  }

  /** What the words in a column say by themselves, kept: its rows say few things. */
  #wordOf({ text: whole, column }: HeaderText): Word {
    let known = this.#words.get(column);
    if (known === undefined) {
      known = new Map();
      this.#words.set(column, known);
    }
    let word = known.get(whole);
    if (word === undefined) {
      const text = tidyWords(unitInBrackets(namingWords(whole), this.#matcher));
      const facets = this.#matcher.read(text);
      const role = this.#roleIn(column, facets);
      const dated =
        role === "period"
          ? datedWords(text, this.#headOf(column)?.text ?? "")
          : text;
      word = {
        text,
        facets,
        role,
        say: this.#rests.sayOf(dated, role),
        naming: !namesNoRow.has(this.#roles.get(column) ?? null),
        aggregate:
          (facets.role === "aggregate" &&
            facets.indicator.length === 0 &&
            facets.region.length === 0) ||
          (role === "period" && meanOfDays.test(text)),
        regions: null,
        outer: undefined,
        computed: null,
      };
      known.set(whole, word);
    }
    return word;
  }

  /** The role of a column for one of its cells: 优良天数 below the days of a month is no day, 同比 below years no year. */
  #roleIn(column: number, { period, indicator, measure }: Facets): StubRole {
    const role = this.#roles.get(column) ?? null;
    return role === "period" &&
      period.length === 0 &&
      (measure.length > 0 || (indicator[0]?.confidence ?? 0) >= CERTAIN)
      ? null
      : role;
  }

  #headOf(column: number): HeaderText | undefined {
    return this.#table.stubHeaders[this.#table.stubColumns.indexOf(column)]?.at(
      -1,
    );
  }
}
