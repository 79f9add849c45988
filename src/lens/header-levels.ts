import { fold, normalise } from "../match/normalise.ts";
import type { Matcher } from "../match/matcher.ts";
import { namingWords, tidyWords } from "./naming-words.ts";

const bracket = /[（(【[][^（()）【】[\]]*[）)】\]]/g;

/** A last word behind a blank, a comma or a stroke. */
const lastWord =
  /^(.*?[^\s\u3000，,/／])(?:[\s\u3000]*[，,/／]|[\s\u3000]+)[\s\u3000]*([^\s\u3000，,（()）]+)$/s;

/** `合 计`, `任 务 数`: single characters, spread over the cell. */
const spread = /^(?:\S[\s\u3000]+)*\S$/;

/**
 * The levels that one header cell holds: what stands behind the unit of
 * `PM2.5（μg/m³）同比（%）` would stand in a cell below. A unit without brackets
 * (`断面总数 个`, `罚款，万元`) gets them.
 */
export function headerLevels(text: string, matcher: Matcher): string[] {
  const words = unitInBrackets(namingWords(text), matcher);
  const levels: string[] = [];
  let from = 0;
  for (const { 0: found, index } of words.matchAll(bracket)) {
    const end = index + found.length;
    const behind = words.slice(end).trim();
    if (behind === "" || /^[（(【[]/.test(behind)) continue;
    if (words.slice(from, index).trim() === "") continue;
    if (!isUnit(found.slice(1, -1).replace(/^单位\s*[:：]/, ""), matcher))
      continue;
    levels.push(words.slice(from, end).trim());
    from = end;
  }
  return [...levels, words.slice(from)].map((level) => tidyWords(level.trim()));
}

/** The words with a unit at their end in brackets. */
export function unitInBrackets(words: string, matcher: Matcher): string {
  const match = lastWord.exec(words);
  if (match === null || isUnit(words, matcher)) return words;
  const [, name = "", last = ""] = match;
  // 2024 年, 第 3 名: a number and what it counts, as PM2.5 and SO2 are not.
  if (/\d$/.test(name) && !/[a-z][\d.]+$/i.test(name)) return words;
  if (spread.test(name)) return words;
  if (!isUnit(last, matcher)) return words;
  // 出动 人 次 and μg / m3: one unit, spread over the cell.
  const tail = /\S+$/.exec(name)?.[0] ?? "";
  if (isUnit(name.slice(-1) + last, matcher)) return words;
  if (isUnit(`${tail}/${last}`, matcher)) {
    const before = name.slice(0, name.length - tail.length).trim();
    return before === "" ? words : `${before}（${tail}/${last}）`;
  }
  if (tail !== name && isUnit(tail, matcher)) return words;
  return `${name}（${last}）`;
}

/** True when all of a text is the name of a unit. */
function isUnit(text: string, matcher: Matcher): boolean {
  const folded = fold(normalise(text));
  return (
    folded !== "" &&
    matcher
      .unit(text)
      .some(({ words, confidence }) => confidence === 1 && words === folded)
  );
}
