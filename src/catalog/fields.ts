import * as v from "valibot";
import { parseIsoDate } from "../model/calendar.ts";
import { parseDecimal } from "../model/decimal.ts";
import { parsePeriod } from "../model/period.ts";

/**
 * The kinds of fields the lists are made of. A schema's message says what is
 * expected, in both languages; issues show it beside what was found.
 */
export const text = v.string("文字 / text");

export const filledText = v.pipe(
  text,
  v.trim(),
  v.nonEmpty("非空文字 / text that is not empty"),
);

export const flag = v.boolean("true 或 false / true or false");

export const texts = v.array(filledText, "文字列表 / a list of texts");

export const label = v.object(
  { zh: filledText, en: filledText },
  "中英文名称 {zh, en} / a label {zh, en}",
);

/** `topic.name`: letters, digits and underscores, the topic without underscores, so that formulas can name it. */
export const indicatorCode = v.pipe(
  text,
  v.regex(
    /^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/,
    "形如 topic.name 的小写代码 / a lower-case code such as topic.name",
  ),
);

export const decimalText = v.pipe(
  text,
  v.check(
    (value) => parseDecimal(value) !== null,
    "十进制数字的文字 / decimal text such as 1.05",
  ),
);

export const positiveDecimalText = v.pipe(
  decimalText,
  v.check(
    (value) => (parseDecimal(value)?.digits ?? 0n) > 0n,
    "大于 0 的数字 / a number above 0",
  ),
);

export const isoDate = v.pipe(
  text,
  v.check(
    (value) => parseIsoDate(value) !== null,
    "日期 2021-06-30 / a day such as 2021-06-30",
  ),
);

export const isoDateOrEmpty = v.union(
  [v.literal(""), isoDate],
  "日期 2021-06-30 或空 / a day such as 2021-06-30, or empty",
);

export const periodCode = v.pipe(
  text,
  v.check(
    (value) => parsePeriod(value)?.code === value,
    "规范的期间代码（2021、2021-Q2、2021-06、2021-01/2021-06）/ a canonical period code",
  ),
);

export const periodCodeOrEmpty = v.union(
  [v.literal(""), periodCode],
  "规范的期间代码或空 / a canonical period code, or empty",
);

/** One of a few words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, words.join(" | "));
}
