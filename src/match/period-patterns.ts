import { dayNumber, daysInMonth } from "../model/calendar.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import { monthRange, periodOf, yearPeriod } from "../model/period.ts";
import { neededBy } from "./pattern-marks.ts";

/** What one pattern made of its match: hints with their confidence, best first. */
export type Hints = readonly Omit<Guess<PeriodHint>, "words">[];

/** A way of writing periods. `read` gets the groups; null when they name no possible period. */
export interface PeriodPattern {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Hints | null;
}

const digits = "〇零一二三四五六七八九";
const YEAR = `((?:19|20)\\d{2}|[一二]${`[${digits}]`.repeat(3)})`;
const SHORT = `((?:19|20)?\\d{2}|[一二]${`[${digits}]`.repeat(3)})`;
/** A year before a part of it; `24年` needs its 年. */
const PART_OF = `(?:${SHORT}年度?|${YEAR})?`;
const NUMBER = "(\\d{1,2}|十[一二]?|[一二三四五六七八九])";
const DAY = "(\\d{1,2})[日号]";
const TO = " ?[-~至到] ?";
/** No period starts inside a number or a Latin word (`PM10月均`). */
const ALONE = "(?<![\\d.a-z])";
const UNTIL = "(?:截[至止]到?|[至到自从])?";
const END = "(?:底|末|止)?";
/** A month with an impossible day is no month, a year with an impossible month no year. */
const NO_DAY = "(?!\\d{1,2}[日号])";
const NO_MONTH = "(?!\\d{1,2}月)";

/** Midnight is how a day is stored that shows a time. */
const midnight = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D* 0?0:00(?::00)?$/;

function pattern(source: string): RegExp {
  return new RegExp(ALONE + source, "y");
}

function year(text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  const plain = Array.from(text, (character) => {
    const at = digits.indexOf(character);
    return at < 0 ? character : String(Math.max(0, at - 1));
  }).join("");
  const value = Number(plain);
  return plain.length === 2 ? 2000 + value : value;
}

function count(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.startsWith("十") ? 10 : 0;
  const rest = ten === 0 ? text : text.slice(1);
  return ten + (rest === "" ? 0 : Math.max(0, digits.indexOf(rest) - 1));
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

/** Months of a year, or without one; null when the numbers are no months. */
function months(
  inYear: number | null,
  from: number,
  to: number,
  toYear: number | null = inYear,
): PeriodHint | null {
  if (!isMonth(from) || !isMonth(to)) return null;
  if (inYear === null) {
    return to < from ? null : { kind: "months", from, to };
  }
  const last = toYear ?? inYear;
  if (last * 12 + to < inYear * 12 + from) return null;
  return {
    kind: "period",
    code: monthRange(inYear, from, last, to).code,
  };
}

/** A year, or several. */
function years(from: number | null, to: number | null): PeriodHint | null {
  if (from === null || to === null || to < from) return null;
  const { start } = yearPeriod(from);
  return { kind: "period", code: periodOf(start, yearPeriod(to).end).code };
}

function day(
  inYear: number | null,
  month: number,
  date: number,
): PeriodHint | null {
  if (!isMonth(month) || date < 1) return null;
  if (inYear === null) {
    if (date > daysInMonth(2000, month)) return null;
    return { kind: "months", from: month, to: month, day: date };
  }
  if (date > daysInMonth(inYear, month)) return null;
  const start = dayNumber(inYear, month, date);
  return { kind: "period", code: periodOf(start, start + 1).code };
}

/** 4月1日以来, 4月以来: from that day to the day the sheet is of. */
function since(
  inYear: number | null,
  month: number,
  date: number,
): PeriodHint | null {
  return day(inYear, month, date) === null
    ? null
    : { kind: "since", year: inYear, month, day: date };
}

/** 12月1-18日, 1月1日-12月18日 of a year that stands elsewhere; null when the last day comes before the first. */
function daySpan(
  [m1, m2]: readonly [number, number],
  [d1, d2]: readonly [number, number],
): PeriodHint | null {
  if (day(null, m1, d1) === null || day(null, m2, d2) === null) return null;
  return m2 * 32 + d2 <= m1 * 32 + d1
    ? null
    : {
        kind: "since",
        year: null,
        month: m1,
        day: d1,
        until: { month: m2, day: d2 },
      };
}

/** The first and the last day of a third of a month, as digits. */
function tenDays(
  month: number,
  third: string | undefined,
  inYear = 2001,
): { readonly from: string; readonly to: string } | null {
  if (!isMonth(month)) return null;
  if (third === "上") return { from: "1", to: "10" };
  if (third === "中") return { from: "11", to: "20" };
  return { from: "21", to: String(daysInMonth(inYear, month)) };
}

/** 截至 the last day of a month is that month, December's too: only who says 年底 means the year. */
function until(
  inYear: number | null,
  month: number,
  date: number,
): PeriodHint | null {
  const last = isMonth(month) && date === daysInMonth(inYear ?? 2001, month);
  return last ? months(inYear, month, month) : day(inYear, month, date);
}

function dayRange(groups: readonly (string | undefined)[]): PeriodHint | null {
  const [, y1, m1, d1, y2, m2, d2] = groups;
  const from = year(y1);
  const to = year(y2) ?? from;
  const monthFrom = count(m1);
  const monthTo = m2 === undefined ? monthFrom : count(m2);
  if (from === null || to === null) return null;
  if (day(from, monthFrom, Number(d1)) === null) return null;
  if (day(to, monthTo, Number(d2)) === null) return null;
  const start = dayNumber(from, monthFrom, Number(d1));
  const end = dayNumber(to, monthTo, Number(d2)) + 1;
  return end <= start
    ? null
    : { kind: "period", code: periodOf(start, end).code };
}

function sure(hint: PeriodHint | null, confidence = 1): Hints | null {
  return hint === null ? null : [{ value: hint, confidence }];
}

function several(hints: readonly (PeriodHint | null)[]): Hints | null {
  const known = hints.filter((hint) => hint !== null);
  return known.length === hints.length
    ? known.map((value, index) => ({
        value,
        confidence: index === 0 ? 0.6 : 0.55,
      }))
    : null;
}

/** 第N个五年: 十三五 is 2016 to 2020. */
function fiveYears(nth: number): PeriodHint | null {
  return nth < 6 ? null : years(1951 + 5 * nth, 1955 + 5 * nth);
}

/** 2021-22 as a pair of years. */
function yearPair(first: string | undefined, second: string | undefined) {
  const from = year(first);
  const to = Number(second);
  return from !== null && (from + 1) % 100 === to
    ? years(from, from + 1)
    : null;
}

function winter(first: number | null): Hints | null {
  return first === null
    ? [{ value: { kind: "months", from: 10, to: 3 }, confidence: 0.6 }]
    : sure(months(first, 10, 3, first + 1));
}

const patterns: readonly PeriodPattern[] = [
  {
    // 2019年10月1日-2020年3月31日
    pattern: pattern(
      `[自从]?${YEAR}年${NUMBER}月${DAY}${TO}(?:${YEAR}年)?(?:${NUMBER}月)?${DAY}`,
    ),
    read: (groups) => sure(dayRange(groups)),
  },
  {
    // 2023年12月1-18日
    pattern: pattern(
      `[自从]?${YEAR}年${NUMBER}月(?:份?累计)?\\(?(\\d{1,2})[日号]?${TO}${DAY}\\)?`,
    ),
    read: ([whole, y, m, from, to]) =>
      sure(dayRange([whole, y, m, from, undefined, undefined, to])),
  },
  {
    // 12月1-18日, 12月累计(1-18日)
    pattern: pattern(
      `[自从]?${NUMBER}月(?:份?累计)?\\(?(\\d{1,2})[日号]?${TO}${DAY}\\)?`,
    ),
    read: ([, m, from, to]) =>
      sure(daySpan([count(m), count(m)], [Number(from), Number(to)])),
  },
  {
    // 1月1日-12月18日
    pattern: pattern(`[自从]?${NUMBER}月${DAY}起?${TO}${NUMBER}月${DAY}`),
    read: ([, m1, d1, m2, d2]) =>
      sure(daySpan([count(m1), count(m2)], [Number(d1), Number(d2)])),
  },
  {
    // 1.1-12.18
    pattern: pattern(`1\\.1${TO}(\\d{1,2})\\.(\\d{1,2})(?![\\d.%a-z])`),
    read: ([, m, d]) => sure(daySpan([1, Number(m)], [1, Number(d)]), 0.9),
  },
  {
    // 1-18日 of a month that nobody names
    pattern: pattern(`(?<!.)(\\d{1,2})[日号]?${TO}${DAY}(?!.)`),
    read: () => sure({ kind: "relative", which: "open" }, 0.95),
  },
  {
    // 2025年1月上旬
    pattern: pattern(`${YEAR}年${NUMBER}月份?([上中下])旬`),
    read: ([whole, y, m, third]) => {
      const ten = tenDays(count(m), third, year(y) ?? 2001);
      return ten === null
        ? null
        : sure(dayRange([whole, y, m, ten.from, undefined, undefined, ten.to]));
    },
  },
  {
    // 1月上旬 of a year that stands elsewhere; how long February's third is, it says
    pattern: pattern(`${NUMBER}月份?([上中下])旬`),
    read: ([, m, third]) => {
      const month = count(m);
      const ten = month === 2 && third === "下" ? null : tenDays(month, third);
      return ten === null
        ? null
        : sure(daySpan([month, month], [Number(ten.from), Number(ten.to)]));
    },
  },
  {
    // 2021年6月15日
    pattern: pattern(`[自从]?${YEAR}年${NUMBER}月${DAY}`),
    read: ([, y, m, d]) => sure(day(year(y), count(m), Number(d))),
  },
  {
    // 截至2021年6月15日
    pattern: pattern(`(?:截[至止]到?|至)${YEAR}年${NUMBER}月${DAY}`),
    read: ([, y, m, d]) => sure(until(year(y), count(m), Number(d))),
  },
  {
    // 2021年6月及1-6月
    pattern: pattern(
      `${SHORT}年${NUMBER}月份?[及和与、,(](?:${YEAR}年)?${NUMBER}月?${TO}${NUMBER}月份?`,
    ),
    read: ([, y, m, y2, from, to]) =>
      several([
        months(year(y), count(m), count(m)),
        months(year(y2) ?? year(y), count(from), count(to)),
      ]),
  },
  {
    pattern: pattern(
      `${NUMBER}月份?[及和与、,]${NUMBER}月?${TO}${NUMBER}月份?`,
    ),
    read: ([, m, from, to]) =>
      several([
        months(null, count(m), count(m)),
        months(null, count(from), count(to)),
      ]),
  },
  {
    // 2021年1-6月, 2019年10月-2020年3月
    pattern: pattern(
      `${UNTIL}${SHORT}年${NUMBER}(?:月份?)?${TO}(?:${SHORT}年)?${NUMBER}月份?${END}`,
    ),
    read: ([, y, from, y2, to]) =>
      sure(months(year(y), count(from), count(to), year(y2) ?? year(y))),
  },
  {
    // 2021年6月, 2021年6月底
    pattern: pattern(`${SHORT}年${NUMBER}月份?${END}${NO_DAY}`),
    read: ([, y, m]) => sure(months(year(y), count(m), count(m))),
  },
  {
    // 截至2021年12月底: who names the month means it, who says 年底 the year
    pattern: pattern(`截[至止]到?${SHORT}年${NUMBER}月份?${END}${NO_DAY}`),
    read: ([, y, m]) => sure(months(year(y), count(m), count(m))),
  },
  {
    pattern: pattern(`${PART_OF}上半年`),
    read: ([, y, plain]) => sure(months(year(y ?? plain), 1, 6)),
  },
  {
    pattern: pattern(`${PART_OF}下半年`),
    read: ([, y, plain]) => sure(months(year(y ?? plain), 7, 12)),
  },
  {
    pattern: pattern(`${YEAR}年?[ -]?h([12])(?![\\da-z])`),
    read: ([, y, half]) =>
      sure(half === "1" ? months(year(y), 1, 6) : months(year(y), 7, 12)),
  },
  {
    // 2021年第二季度, 前三季度, 1-3季度
    pattern: pattern(`${PART_OF}第?([一二三四1-4])季度?`),
    read: ([, y, plain, q]) =>
      sure(months(year(y ?? plain), count(q) * 3 - 2, count(q) * 3)),
  },
  {
    pattern: pattern(
      `${PART_OF}(?:前|[1一]${TO}|第?[1一]季度${TO}第?)([二三四2-4])个?季度`,
    ),
    read: ([, y, plain, q]) => sure(months(year(y ?? plain), 1, count(q) * 3)),
  },
  {
    pattern: pattern(`(?:${YEAR}年?)?[ -]?q([1-4])(?![\\da-z])`),
    read: ([, y, q]) => sure(months(year(y), Number(q) * 3 - 2, Number(q) * 3)),
  },
  {
    // 前11个月
    pattern: pattern(`${PART_OF}前${NUMBER}个?月`),
    read: ([, y, plain, m]) => sure(months(year(y ?? plain), 1, count(m))),
  },
  {
    // 2020-2021年秋冬季
    pattern: pattern(`${YEAR}年?${TO}${YEAR}年?(?:度)?秋冬季?`),
    read: ([, y, y2]) => {
      const first = year(y);
      return first !== null && year(y2) === first + 1 ? winter(first) : null;
    },
  },
  {
    // 2021-22年秋冬季, 21-22年秋冬季
    pattern: pattern(`${SHORT}[-~/至到](\\d{2})(?:年度?)?秋冬季?`),
    read: ([, y, y2]) => {
      const first = year(y);
      return first !== null && (first + 1) % 100 === Number(y2)
        ? winter(first)
        : null;
    },
  },
  {
    pattern: pattern(`(?:${YEAR}年?(?:度)?)?秋冬季`),
    read: ([, y]) => winter(year(y)),
  },
  {
    pattern: pattern(`${YEAR}年?(?:度)?${TO}${YEAR}年度?`),
    read: ([, y, y2]) => sure(years(year(y), year(y2))),
  },
  {
    pattern: pattern(`${UNTIL}${YEAR}年(?:全年|度)?${END}${NO_MONTH}`),
    read: ([, y]) => sure(years(year(y), year(y))),
  },
  {
    // 24年全年; 24年 alone, as beside 23年
    pattern: pattern(`(1[5-9]|2\\d)年(?:全年|度)`),
    read: ([, y]) => sure(years(year(y), year(y))),
  },
  {
    pattern: pattern(`(?<!.)(1[5-9]|2\\d)年(?!.)`),
    read: ([, y]) => sure(years(year(y), year(y)), 0.85),
  },
  {
    pattern: pattern(`十([一二三四五六七])五(?:规划|时期|期间)?[末底]`),
    read: ([, n]) => {
      const last = 1955 + 5 * (10 + count(n));
      return sure(years(last, last));
    },
  },
  {
    pattern: pattern(`十([一二三四五六七])五(?:规划|时期|期间)*(?:以来)?`),
    read: ([, n]) => sure(fiveYears(10 + count(n))),
  },
  {
    // 1-6月, 1月-6月份
    pattern: pattern(`${NUMBER}(?:月份?)?${TO}${NUMBER}月份?`),
    read: ([, from, to]) => sure(months(null, count(from), count(to))),
  },
  {
    pattern: pattern(`${UNTIL}${NUMBER}月份?${END}${NO_DAY}`),
    read: ([, m]) => sure(months(null, count(m), count(m))),
  },
  {
    // 截至6月15日
    pattern: pattern(`${NUMBER}月${DAY}`),
    read: ([, m, d]) => sure(day(null, count(m), Number(d))),
  },
  {
    pattern: pattern(`(?:截[至止]到?|至)${NUMBER}月${DAY}`),
    read: ([, m, d]) => sure(until(null, count(m), Number(d))),
  },
  {
    // 4月1日以来, 自2022年4月1日起, 4月至今
    pattern: pattern(
      `[自从]?(?:${YEAR}年)?${NUMBER}月份?(?:${DAY})?(?:以来|至今|起至今|起(?=累计|$))`,
    ),
    read: ([, y, m, d]) =>
      // 1月以来 is 累计.
      y === undefined && d === undefined && count(m) === 1
        ? sure({ kind: "relative", which: "toDate" }, 0.9)
        : sure(since(year(y), count(m), d === undefined ? 1 : Number(d))),
  },
  {
    // 15日, alone
    pattern: pattern(`(?<!.)${DAY}(?!.)`),
    read: ([, d]) =>
      Number(d) >= 1 && Number(d) <= 31
        ? sure({ kind: "day", day: Number(d) })
        : null,
  },
  {
    // 8时, 08:00, 2021-06-15 08:00: an hour is no day
    pattern: pattern(
      `(?:${YEAR}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日? ?)?(?:\\d{1,2}(?:日 ?)?)?\\d{1,2}(?::[0-5]\\d(?::[0-5]\\d)?|[时点](?![段限间位效期]))`,
    ),
    read: ([whole = ""]) => {
      const date = midnight.exec(whole);
      return date === null
        ? sure({ kind: "relative", which: "open" }, 0.95)
        : sure(day(year(date[1]), Number(date[2]), Number(date[3])), 0.95);
    },
  },
  {
    // 2022年第24周, 第3旬: days that nobody dates
    pattern: pattern(
      `(?:${YEAR}年?)?(?:${NUMBER}月份?)?第(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:周|旬|候)`,
    ),
    read: () => sure({ kind: "relative", which: "open" }, 0.95),
  },
  {
    // 1-N月, the template's way of "so far this year"
    pattern: pattern(`1月?${TO}[nm]月份?(?:累计)?`),
    read: () => sure({ kind: "relative", which: "toDate" }, 0.95),
  },
  {
    // 2021-06-15, 2021/6/15, 2021.6.15
    pattern: pattern(
      `((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.a-z])`,
    ),
    read: ([, y, , m, d]) => sure(day(year(y), Number(m), Number(d)), 0.95),
  },
  {
    pattern: pattern(`((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?![\\d.a-z])`),
    read: ([, y, m, d]) => sure(day(year(y), Number(m), Number(d)), 0.95),
  },
  {
    // 2021-06, 2021.6, 2021/06; 2021-22 is a pair of years
    pattern: pattern(`((?:19|20)\\d{2})([-/.])(\\d{1,2})(?![-~/.]?[\\da-z])`),
    read: ([, y, mark, m]) =>
      mark === "-" && Number(m) > 12
        ? sure(yearPair(y, m), 0.7)
        : sure(months(year(y), Number(m), Number(m)), 0.95),
  },
  {
    pattern: pattern(`((?:19|20)\\d{2})(0[1-9]|1[0-2])(?![\\d.a-z])`),
    read: ([, y, m]) => sure(months(year(y), Number(m), Number(m)), 0.95),
  },
  {
    // 2021.1-6, 2021-01/2021-06, 2021.1-2021.6
    pattern: pattern(
      `((?:19|20)\\d{2})[-/.](\\d{1,2})[-~/](?:((?:19|20)\\d{2})[-/.])?(\\d{1,2})(?![\\d.a-z])`,
    ),
    read: ([whole, y, from, y2, to]) =>
      y2 === undefined && !/\.\d+[-~]/.test(whole ?? "")
        ? null
        : sure(
            months(year(y), Number(from), Number(to), year(y2) ?? year(y)),
            0.9,
          ),
  },
  {
    pattern: pattern(`((?:19|20)\\d{2})[-~/]((?:19|20)\\d{2})(?![\\d.a-z])`),
    read: ([, y, y2]) => sure(years(year(y), year(y2)), 0.9),
  },
  {
    // A bare year: sure only when the caller sees nothing beside it.
    pattern: pattern(`((?:19|20)\\d{2})(?![\\d.a-z年%])`),
    read: ([, y]) => sure(years(year(y), year(y)), 0.7),
  },
];

/** A way of writing periods, with the marks that each text written so has. */
export interface MarkedPattern extends PeriodPattern {
  /** One of each is there: see {@link marksOf}. */
  readonly needs: readonly number[];
}

/** The ways periods are written in headers, titles and file names, over folded text. */
export const periodPatterns: readonly MarkedPattern[] = patterns.map((one) => ({
  ...one,
  needs: neededBy(one.pattern.source),
}));
