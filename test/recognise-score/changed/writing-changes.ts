import { Converter } from "opencc-js/cn2t";
import type { Change } from "./change.ts";
import type { Draft } from "./draft.ts";
import { everySheet, reworded } from "./edit-draft.ts";
import { isFree } from "./layout-changes.ts";

const group = "writing";

/** How the words of a sheet are typed; what they are stays the same. */
export const writingChanges: readonly Change[] = [
  typed("words of two characters spread", (text) =>
    text.replace(/^(\p{Script=Han})(\p{Script=Han})$/u, "$1  $2"),
  ),
  typed("words of two characters spread with a wide space", (text) =>
    text.replace(/^(\p{Script=Han})(\p{Script=Han})$/u, "$1　$2"),
  ),
  typed("words of three characters spread", (text) =>
    text.replace(
      /^(\p{Script=Han})(\p{Script=Han})(\p{Script=Han})$/u,
      "$1 $2 $3",
    ),
  ),
  typed("spaces behind", (text) => `${text}  `),
  typed("spaces before", (text) => ` ${text}`),
  typed("a no-break space before", (text) => ` ${text}`),
  typed("a line break behind", (text) => `${text}\n`),
  typed("full-width letters and digits", (text) =>
    text.replace(/[A-Za-z0-9]/g, wide),
  ),
  typed("full-width digits and marks", (text) =>
    text.replace(/[0-9%().~-]/g, wide),
  ),
  typed("wide brackets", (text) =>
    text.replace(/\(/g, "（").replace(/\)/g, "）"),
  ),
  typed("narrow brackets", (text) =>
    text.replace(/（/g, "(").replace(/）/g, ")"),
  ),
  typed("square brackets", (text) =>
    text.replace(/[(（]/g, "[").replace(/[)）]/g, "]"),
  ),
  typed("a space before a bracket", (text) =>
    text.replace(/(?<=\S)[(（]/g, " $&"),
  ),
  typed("a line break before a bracket", (text) =>
    text.replace(/(?<=\S)[(（]/g, "\n$&"),
  ),
  typed("spaces inside brackets", (text) =>
    text.replace(/[(（]/g, "$& ").replace(/[)）]/g, " $&"),
  ),
  typed("no brackets", (text, isHead) =>
    isHead ? text.replace(/[(（]([^()（）]*)[)）]$/, " $1") : text,
  ),
  typed("a comma instead of brackets", (text, isHead) =>
    isHead ? text.replace(/(?<=.)[(（]([^()（）]*)[)）]$/, "，$1") : text,
  ),
  typed("a slash instead of brackets", (text, isHead) =>
    isHead
      ? text.replace(
          /(?<=.)[(（]((?:单位[:：])?[^()（）]*(?:[μµu]g|mg|[%天个吨家件起户])[^()（）]*)[)）]$/,
          "/$1",
        )
      : text,
  ),
  typed("a line break inside a header", (text, isHead) =>
    isHead && /^\p{Script=Han}{4,}/u.test(text)
      ? text.replace(/^(\p{Script=Han}{2,3})(?=\p{Script=Han}{2})/u, "$1\n")
      : text,
  ),
  typed("a space inside a header", (text, isHead) =>
    isHead && /^\p{Script=Han}{4,}/u.test(text)
      ? text.replace(/^(\p{Script=Han}{2,3})(?=\p{Script=Han}{2})/u, "$1 ")
      : text,
  ),
  typed("a line break behind a formula", (text, isHead) =>
    isHead
      ? text.replace(/^(PM2\.5|PM10|SO2|NO2|O3(?:-8h)?|CO)(?=.)/, "$1\n")
      : text,
  ),
  typed("narrow colons", (text) => text.replace(/：/g, ":")),
  typed("wide colons", (text) => text.replace(/:/g, "：")),
  typed("a space behind a colon", (text) => text.replace(/[:：]/g, "$& ")),
  typed("lower-case formulas", (text) =>
    text.replace(/PM|SO|NO|CO|O3|COD|NH3-N|NOx|VOCs|AQI/g, (words) =>
      words.toLowerCase(),
    ),
  ),
  typed("subscripts", (text) =>
    text
      .replace(/PM2\.5/g, "PM₂.₅")
      .replace(/PM10/g, "PM₁₀")
      .replace(
        /(SO|NO|O|NH)([23])/g,
        (_, letters: string, digit: string) =>
          letters + (digit === "2" ? "₂" : "₃"),
      ),
  ),
  typed("no subscript digits but a raised cube", (text) =>
    text.replace(/m3/g, "m³"),
  ),
  typed("a plain cube", (text) => text.replace(/m³/g, "m3")),
  typed("u for μ", (text) => text.replace(/[μµ]/g, "u")),
  typed("traditional characters", (text) => traditional(text)),
  typed("long dashes", (text) => text.replace(/(?<=\d)[-–~～](?=\d)/g, "—")),
  typed("a wave", (text) => text.replace(/(?<=\d)[-–—](?=\d+月)/g, "～")),
  typed("two dashes", (text) =>
    text.replace(/(?<=\d)[-–—~～](?=\d+月)/g, "——"),
  ),
  typed("quotes around", (text, isHead) => (isHead ? `“${text}”` : text)),
  typed("Chinese numerals of months", (text) =>
    text.replace(
      /(?<![\d.])(1[0-2]|[1-9])(?=月(?!\d))/g,
      (digits) => numerals[Number(digits)] ?? digits,
    ),
  ),
  ...(["1.", "1、", "（1）", "①"] as const).map((form) =>
    typed(
      form === "1."
        ? "numbers before headers"
        : `numbers before headers as ${form}`,
      (text, isHead, at) =>
        isHead && text.length > 1 && !/\d/.test(text) && at < 20
          ? (form === "①"
              ? String.fromCharCode(form.charCodeAt(0) + at)
              : form.replace("1", String(at + 1))) + text
          : text,
    ),
  ),
];

const numerals = [
  "",
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
];

const traditional = Converter({ from: "cn", to: "t" });

/** Rewrites every text that no label names; `isHead` is true in the header of a table, `at` counts its columns. */
function typed(
  name: string,
  say: (text: string, isHead: boolean, at: number) => string,
): Change {
  return {
    group,
    name,
    apply: (draft: Draft) =>
      everySheet(draft, (sheet) => {
        const free = isFree(sheet);
        return reworded(sheet, free, (text, row, column) => {
          const table = sheet.tables.find(
            (one) =>
              row >= one.top &&
              row < one.body &&
              column >= one.left &&
              column <= one.right,
          );
          return say(text, table !== undefined, column - (table?.left ?? 0));
        });
      }),
  };
}

function wide(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
}
