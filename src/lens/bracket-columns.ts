import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import type { Lines } from "../table/lines.ts";
import { CERTAIN } from "./certain.ts";
import { looksLikePair, looksLikeSlashPair } from "./read-pair.ts";

/** Rows looked at to tell whether a column holds two figures a cell. */
const sample = 60;

const said =
  /括号[内中里]?(?:数字|数据|数值|数|的)*(?:[为是]|表示|系)([^，,。；;、)）]+)/;

/**
 * The table with every column of two figures a cell taken as two columns.
 * `3.25（3.76）` is split where its
 * header, or a line around the table, says what is in the brackets: `浓度（排名）`
 * is a column 浓度 and one 排名; `198/243` is where the
 * header names both sides of the stroke. The second has the same place as the first.
 */
export function splitBracketColumns(
  table: Table,
  lines: Lines,
  matcher: Matcher,
): Table {
  const around = [...table.title, ...table.meta, ...table.notes]
    .map(({ text }) => said.exec(text)?.[1]?.trim())
    .find((words) => words !== undefined && says(words, matcher));
  let split = false;
  const columns = table.columns.flatMap((column) => {
    const own = splitPath(column.path, matcher);
    const sides = own === null ? splitSides(column.path, matcher) : null;
    if (
      sides !== null &&
      holdsPairs(column.column, table, lines, looksLikeSlashPair)
    ) {
      split = true;
      return [
        { ...column, path: sides.outer },
        { ...column, path: sides.inner },
      ];
    }
    if (own === null && around === undefined) return [column];
    if (!holdsPairs(column.column, table, lines, looksLikePair))
      return [column];
    const leaf = column.path.at(-1);
    const parts =
      own ??
      (leaf === undefined || around === undefined
        ? null
        : {
            outer: column.path,
            inner: [...column.path.slice(0, -1), { ...leaf, text: around }],
          });
    if (parts === null) return [column];
    split = true;
    return [
      { ...column, path: parts.outer },
      { ...column, path: parts.inner },
    ];
  });
  return split ? { ...table, columns } : table;
}

interface Parts {
  readonly outer: readonly HeaderText[];
  readonly inner: readonly HeaderText[];
}

/** Words for a share of what is counted before the brackets. */
const share = /^(?:所占)?(?:比例|占比|比重|百分比|比率)$/;

const group = /[（(]([^()（）]+)[）)]/g;

/** A header path whose words name, in brackets, another measure, period or indicator than before them. */
function splitPath(
  path: readonly HeaderText[],
  matcher: Matcher,
): Parts | null {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const words = path[at];
    if (words === undefined) continue;
    for (const match of words.text.matchAll(group)) {
      const [whole, inside = ""] = match;
      const outer = words.text.replace(whole, "").trim();
      const stated = said.exec(inside)?.[1]?.trim() ?? inside.trim();
      const inner = share.test(stated)
        ? outer.replace(/(?:个数|数量|数)$/, "") + stated
        : stated;
      if (outer === "" || !(inner !== stated || says(inner, matcher))) continue;
      const leaf = { ...words, text: sameBut(outer, inner) };
      return {
        outer: path.map((text, i) =>
          i === at ? { ...words, text: outer } : text,
        ),
        inner:
          at === path.length - 1
            ? [...path.slice(0, -1), leaf]
            : [...path, leaf],
      };
    }
  }
  return null;
}

/** 优良天数/有效天数（天）: the names of what stands before and behind the stroke of 198/243. */
function splitSides(
  path: readonly HeaderText[],
  matcher: Matcher,
): Parts | null {
  const leaf = path.at(-1);
  const [, before = "", behind = "", unit = ""] =
    sides.exec(leaf?.text.trim() ?? "") ?? [];
  if (leaf === undefined || before === "") return null;
  const codes = [before, behind].map((text) => {
    const [best] = matcher.read(text).indicator;
    return best !== undefined && best.confidence >= CERTAIN ? best.value : "";
  });
  if (codes.includes("") || codes[0] === codes[1]) return null;
  const outer = path.slice(0, -1);
  return {
    outer: [...outer, { ...leaf, text: before + unit }],
    inner: [...outer, { ...leaf, text: behind + unit }],
  };
}

/** True for the column that stands for what is in the brackets of the one before it. */
export function isInBrackets(
  columns: readonly { readonly column: number }[],
  at: number,
): boolean {
  const before = at === 0 ? undefined : columns[at - 1];
  return before !== undefined && before.column === columns[at]?.column;
}

/** True for a header of the form 优良天数/有效天数（天）. */
export function namesSides(text: string): boolean {
  return sides.test(text.trim());
}

const sides = /^([^/／()（）]+)[/／]([^/／()（）]+)([（(][^()（）]*[)）])?$/;

const date = /(?:19|20)\d{2}年(?:\d{1,2}(?:\s*[-—–~～至]\s*\d{1,2})?月)?/;
const years = /(?:19|20)\d{2}年/;

/** Of `PM2.5浓度2021年（2020年）` the brackets hold PM2.5浓度2020年; without two dates they hold what they say. */
function sameBut(outer: string, inner: string): string {
  if (!date.test(outer) || !years.test(inner)) return inner;
  return outer.replace(inner.includes("月") ? date : years, inner);
}

/** True for words that make a column of their own; a unit or a remark does not. */
function says(words: string, matcher: Matcher): boolean {
  const { measure, period, indicator } = matcher.read(words);
  return measure.length + period.length + indicator.length > 0;
}

/** True when most figures of a column stand beside another one. */
function holdsPairs(
  column: number,
  table: Table,
  lines: Lines,
  isPair: (text: string) => boolean,
): boolean {
  let pairs = 0;
  let others = 0;
  for (const { row } of table.rows.slice(0, sample)) {
    const cell = lines.cellAt(row, column);
    if (cell?.type === "text" && isPair(cell.raw)) pairs += 1;
    else if (cell?.type === "number") others += 1;
  }
  return pairs > others;
}
