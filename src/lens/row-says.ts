import type { Catalog } from "../model/catalog.ts";
import type { IsoDate, RegionCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { isComputed } from "../match/comparison.ts";
import { fold, normalise } from "../match/normalise.ts";
import { saysOwnProvince } from "../match/own-province.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { isDeadline } from "../table/line-words.ts";
import { columnRole } from "../table/column-role.ts";
import { CERTAIN } from "./certain.ts";
import { refined } from "./refined.ts";
import { liesIn } from "./region-tree.ts";
import { inMonths, type Months } from "./same-months.ts";
import type { Settled } from "./settled.ts";
import { namingWords, tidyWords } from "./surroundings.ts";

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
  /** True for a row of a place within a place (监测点位), which has no code. */
  readonly site: boolean;
  /** True for a row of what is worked out from the others (环比, 差距): see {@link isComputed}. */
  readonly computed: boolean;
  /** A person said that the row is none of ours. */
  readonly skip?: true;
  /** All but the region; rows that say the same share one object. */
  readonly rest: RowRest;
}

/** What the words of a row name, its region and its period left out. */
export interface RowName {
  readonly facets: Facets;
  /** What each of its texts says, outermost first. */
  readonly cells: readonly Facets[];
  readonly unit: Guess<UnitCode> | null;
  /** A column headed 指标 holds words that name no indicator. */
  readonly indicatorAsked: boolean;
  /** What a person said of such rows. */
  readonly settled?: Settled;
}

/** What a row says besides its region. */
export interface RowRest extends RowName {
  /** One object for all rows of the same words. */
  readonly name: RowName;
  readonly period: Guess<PeriodHint> | null;
  /** By when the targets of the row are due. */
  readonly deadline: Guess<PeriodHint> | null;
}

type Role = Facets["role"] | "deadline" | "site" | "attribute";

/** 监测点位, 站点名称: what stands below is no district, whatever its name. */
const sites =
  /点位|站点|子站|测点|监测站|自动站|断面名|^断面$|考核断面$|国考断面$|positionname|stationname/i;

/** 乡镇（街道）, 村: places below the counties, which have no codes. */
const townships = /^(?:所属|所在)?(?:乡|镇|街道|社区|行政村|村)[^县市区]*$/;

/** 指标属性, 责任处室, 数据来源: what stands below tells something of a row and does not name it. */
const attributes =
  /(?:属性|性质)$|^(?:责任|牵头|主管|配合|实施|数据|资料|考核|填报|提供)(?:单位|部门|处室|科室|来源|依据|主体)$|^(?:依据|文件依据|来源|出处)$/;

const namesNoRow: ReadonlySet<Role> = new Set<Role>([
  "attribute",
  "unit",
  "period",
  "deadline",
]);

/** 全市, 本县, 市本级: the place the sheet is of, under whatever header. */
const ownPlace = /^(?:[全我本][市县区]|市本级|本级|市直|市级|[县区]本级)/;

/** Rows looked at to tell what a stub column names. */
const sample = 60;

/**
 * The role of a stub column. 城市 over the names of indicators is the corner of
 * a table whose columns are cities, 年份 over them of one whose columns are
 * years: then the rows speak for themselves.
 */
function heldRole(
  role: Facets["role"],
  column: number,
  table: Table,
  matcher: Matcher,
): Role {
  const { rows, stubHeaders: headers } = table;
  const header = headers[table.stubColumns.indexOf(column)]?.at(-1)?.text ?? "";
  if (role === null && sites.test(header)) return "site";
  if (townships.test(header.trim())) return "site";
  if (role === null && attributes.test(header))
    return tellsOfIndicators(column, table, matcher) ? "attribute" : null;
  if (role === "unit")
    return namesPlaces(column, table, matcher) ? "region" : role;
  if (role !== "region" && role !== "period") return role;
  let others = 0;
  for (const { path } of rows.slice(0, sample)) {
    const text = path.find((words) => words.column === column)?.text ?? "";
    if (text === "") continue;
    const { indicator, region, period } = matcher.read(text);
    const own = role === "region" ? region : period;
    if (own.length > 0 || /^\d+$/.test(text)) return role;
    if (indicator.length + region.length + period.length > 0) others += 1;
  }
  return others > 0 ? null : role;
}

/** True for a column of words beside 指标 that name neither place nor figure. */
function tellsOfIndicators(
  column: number,
  { rows, stubHeaders }: Table,
  matcher: Matcher,
): boolean {
  return (
    stubHeaders.some((path) => columnRole(path, matcher) === "indicator") &&
    rows.slice(0, sample).every(({ path }) => {
      const text = path.find((words) => words.column === column)?.text ?? "";
      const { indicator, region, measure, period } = matcher.read(text);
      return (
        indicator.length + region.length + measure.length + period.length === 0
      );
    })
  );
}

/** 单位 over the names of places, and over no unit. */
function namesPlaces(
  column: number,
  { rows }: Table,
  matcher: Matcher,
): boolean {
  const texts = rows
    .slice(0, sample)
    .flatMap(({ path }) =>
      path.flatMap((words) => (words.column === column ? [words.text] : [])),
    );
  return (
    texts.some((text) => matcher.read(text).region.length > 0) &&
    texts.every((text) => matcher.unit(text).length === 0)
  );
}

const clock = /\d:[0-5]\d/;

/** True for the period of a row that has an hour. */
export function isOfAnHour({ words }: Guess<PeriodHint>): boolean {
  return clock.test(words) || /\d时/.test(words);
}

/** True where a row has an hour that is not midnight. */
function statesAnHour({ rows }: Table): boolean {
  const seen = new Set<string>();
  for (const { path } of rows)
    for (const { text } of path) {
      if (seen.has(text)) continue;
      if (clock.test(text) && !midnight.test(text)) return true;
      seen.add(text);
    }
  return false;
}

const midnight = /(?:^|\D)0?0:00(?::00)?$/;

/** 2021年1—6月 or 同比（%） under 项目: a period or a measure, and no indicator nobody knows. */
function saysElse({ rest, period, measure, text }: Facets): boolean {
  return (
    rest === "" &&
    (period.length + measure.length > 0 ||
      // 浓度 and 数值 are those of the title.
      /(?:浓度|值)(?:[（(][^（()）]*[)）])?$/.test(text.trim()))
  );
}

/** 年均 below the months of a year. */
const wholeYear = /^(?:年均值?|年平均值?|全年均值|全年平均值?)$/;

/** What is known of all rows of a table. */
export interface AroundRows {
  /** The place the sheet is of. */
  readonly region: RegionCode | undefined;
  /** The last day of the sheet's period; null when it states none. */
  readonly asOf: IsoDate | null;
  /** The months that the titles give to every year. */
  readonly months: Months | null;
  readonly catalog: Pick<Catalog, "regions">;
}

/** What one text of a row adds to what the row says. */
interface Say {
  readonly text: string;
  readonly role: Role;
}

/** A text in a column. */
interface Word {
  /** Its naming words. */
  readonly text: string;
  readonly facets: Facets;
  readonly role: Role;
  readonly say: Say;
  /** True in a column whose words name the row. */
  readonly naming: boolean;
  /** True for 合计 and the like. */
  readonly aggregate: boolean;
  /** The regions it names within the place around it, which was asked for last. */
  regions: readonly Guess<RegionCode>[] | null;
  outer: RegionCode | undefined;
  /** Null where it was not asked yet. */
  computed: boolean | null;
}

/** What rows say by the texts they say it with, one after the other. */
interface Rests {
  rest: RowRest | null;
  readonly says: readonly Say[];
  readonly next: Map<Say, Rests>;
}

const none: readonly Guess<RegionCode>[] = [];

/** 新疆生产建设兵团 stands among the provinces, and is no place of its own. */
const corps = /^(?:新疆)?(?:生产建设)?兵团$/;

/** What rows say that say one more thing. */
function nextOf({ says, next }: Rests, say: Say): Rests {
  let rests = next.get(say);
  if (rests === undefined) {
    rests = { rest: null, says: [...says, say], next: new Map() };
    next.set(say, rests);
  }
  return rests;
}

function isComputedWord(word: Word): boolean {
  return (word.computed ??= isComputed(fold(normalise(word.text))));
}

/** Reads the stubs of a table. */
export class RowReader {
  readonly #table: Table;
  readonly #matcher: Matcher;
  readonly #roles: ReadonlyMap<number, Role>;
  /** By place around them, then by name. */
  readonly #regions = new Map<
    RegionCode,
    Map<string, readonly Guess<RegionCode>[]>
  >();
  /** By column, then by text. */
  readonly #words = new Map<number, Map<string, Word>>();
  readonly #says = new Map<string, Say>();
  readonly #rests: Rests = { rest: null, says: [], next: new Map() };
  readonly #names = new Map<string, RowName>();
  readonly #around: AroundRows;
  readonly #hourly: boolean;
  #saysProvince: boolean | null = null;

  constructor(table: Table, matcher: Matcher, around: AroundRows) {
    this.#table = table;
    this.#matcher = matcher;
    this.#around = around;
    this.#hourly = statesAnHour(table);
    this.#roles = new Map(
      table.stubColumns.map((column, index) => [
        column,
        isDeadline(table.stubHeaders[index]?.at(-1)?.text ?? "")
          ? "deadline"
          : heldRole(
              columnRole(table.stubHeaders[index] ?? [], matcher),
              column,
              table,
              matcher,
            ),
      ]),
    );
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
    let naming: HeaderText | null = null;
    let last: Word | null = null;
    let rests = this.#rests;
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
      if (role === "site" && !this.#isWhole(text, facets)) {
        site = this.#headOf(words.column) ?? words;
        continue;
      }
      if (!namesNoRow.has(role)) {
        const found = this.#regionsOf(word, outer);
        if (found.length > 0 && this.#isCityOfItsName(text, found)) {
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
    const rest = (rests.rest ??= this.#makeRest(rests.says));
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
      computed: last !== null && head.text !== "" && isComputedWord(last),
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
      const text = tidyWords(namingWords(whole));
      const facets = this.#matcher.read(text);
      const role = this.#roleIn(column, facets);
      const dated = role === "period" ? this.#dated(text, column) : text;
      word = {
        text,
        facets,
        role,
        say: this.#sayOf(dated, role),
        naming: !namesNoRow.has(this.#roles.get(column) ?? null),
        aggregate:
          facets.role === "aggregate" &&
          facets.indicator.length === 0 &&
          facets.region.length === 0,
        regions: null,
        outer: undefined,
        computed: null,
      };
      known.set(whole, word);
    }
    return word;
  }

  /** One object for all that say the same. */
  #sayOf(text: string, role: Role): Say {
    const key = `${role ?? ""}\t${text}`;
    let say = this.#says.get(key);
    if (say === undefined) {
      say = { text, role };
      this.#says.set(key, say);
    }
    return say;
  }

  /** The role of a column for one of its cells: 优良天数 below the days of a month is no day, 同比 below years no year. */
  #roleIn(column: number, { period, indicator, measure }: Facets): Role {
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

  /** 全市 among the sites of a city is the city; a township that the list knows is itself. */
  #isWhole(text: string, { region }: Facets): boolean {
    if (ownPlace.test(text)) return true;
    const [best] = region;
    if (best === undefined) return false;
    const { catalog, region: around } = this.#around;
    return (
      best.value === around ||
      (around !== undefined &&
        best.words === text &&
        catalog.regions.get(best.value)?.level === "township" &&
        liesIn(best.value, around, catalog))
    );
  }

  /** True for the short name of the province that the sheet is of, where another row is 全省. */
  #isCityOfItsName(
    text: string,
    [best]: readonly Guess<RegionCode>[],
  ): boolean {
    const { catalog, region: around } = this.#around;
    if (best === undefined || best.value !== around) return false;
    const own = catalog.regions.get(around);
    return (
      own?.level === "province" &&
      own.name === `${text}省` &&
      (this.#saysProvince ??= this.#table.rows.some(({ path }) =>
        path.some((words) => saysOwnProvince(namingWords(words.text))),
      ))
    );
  }

  /** The places a word names within another one. */
  #regionsOf(
    word: Word,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    if (word.regions !== null && word.outer === outer) return word.regions;
    const { text, facets, role } = word;
    const regions =
      role === "region"
        ? this.#regionOf(text, outer, facets)
        : this.#regionIn(facets, text, outer);
    word.regions = regions;
    word.outer = outer;
    return regions;
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
    let byName = this.#regions.get(outer ?? "");
    if (byName === undefined) {
      byName = new Map();
      this.#regions.set(outer ?? "", byName);
    }
    let guesses = byName.get(text);
    if (guesses === undefined) {
      guesses = this.#regionsNamed(text, this.#parentOf(text, outer));
      byName.set(text, guesses);
    }
    return guesses;
  }

  /** 全市 below a group of cities is the city of the sheet. */
  #parentOf(
    text: string,
    outer: RegionCode | undefined,
  ): RegionCode | undefined {
    if (outer === undefined || !ownPlace.test(text)) return outer;
    const level = this.#around.catalog.regions.get(outer)?.level;
    return level === "group" || level === "basin" ? this.#around.region : outer;
  }

  /** A name that is open or no longer used may be clear on the day the sheet is of. */
  #regionsNamed(
    text: string,
    parent: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    const guesses = this.#matcher.region(text, parent);
    const { asOf } = this.#around;
    const [best] = guesses;
    if (asOf === null || best === undefined || best.confidence >= CERTAIN)
      return guesses;
    const dated = this.#matcher.region(text, parent, asOf);
    return (dated[0]?.confidence ?? 0) >= CERTAIN ? dated : guesses;
  }

  #regionIn(
    facets: Facets,
    text: string,
    outer: RegionCode | undefined,
  ): readonly Guess<RegionCode>[] {
    if (facets.region.length === 0)
      return ownPlace.test(text) ? this.#regionsIn(text, outer) : [];
    const guesses =
      facets.indicator.length === 0 ? this.#regionsIn(text, outer) : [];
    return guesses.length > 0 ? guesses : facets.region;
  }

  #makeRest(says: readonly Say[]): RowRest {
    const name = this.#name(says);
    const own =
      this.#clock(says) ??
      this.#periodIn(
        says.flatMap(({ role, text }) => (role === "period" ? [text] : [])),
      ) ??
      name.facets.period[0] ??
      null;
    const { months } = this.#around;
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

  /** A bare number is a month under 月份, a day under 日期. */
  #dated(text: string, column: number): string {
    if (wholeYear.test(text)) return "全年";
    const short = /^(0?[1-9]|1[0-2])[./-](0?[1-9]|[12]\d|3[01])$/.exec(text);
    if (short === null && !/^\d{1,2}$/.test(text)) return text;
    const at = this.#table.stubColumns.indexOf(column);
    const header = this.#table.stubHeaders[at]?.at(-1)?.text ?? "";
    if (short !== null)
      return /日|时间/.test(header) ? `${short[1]}月${short[2]}日` : text;
    if (header.includes("月")) return `${text}月`;
    if (header.includes("季")) return `${text}季度`;
    return header.includes("日") ? `${text}日` : text;
  }

  #periodOf(text: string): Guess<PeriodHint> | undefined {
    const direct = this.#matcher.period(text)[0];
    if (direct !== undefined) return direct;
    if (/^(19|20)\d{2}$/.test(text))
      return this.#matcher.period(`${text}年`)[0];
    return undefined;
  }
}
