import { plainDigits } from "./written-number.ts";

/** A rank as a cell spells it, and what stands around the next one. */
export interface WrittenRank {
  readonly digits: string;
  readonly prefix: string;
  readonly suffix: string;
}

const figure = String.raw`-?\d+(?:\.\d+)?`;
const tie = String.raw`[（(]?\s*并列?\s*[）)]?`;
const rank = new RegExp(
  String.raw`^(${tie})?\s*(第?)\s*(${figure})\s*(名|位)?\s*(${tie})?(\s*[/／]\s*\d+)?$`,
);
const words =
  /^(?:并列)?第?([一二三四五六七八九]?十?[一二三四五六七八九]?)[名位]?$/;
const ordinals = "一二三四五六七八九";

/**
 * Reads `第7`, `第3名`, `并列9`, `9（并列）`, `3/11`, `第十二名`; null when a text
 * is no rank. The mark of a tie is no part of what is printed around another
 * rank: whether that one is shared is not known.
 */
export function readRank(text: string): WrittenRank | null {
  const plain = plainDigits(text).trim();
  const match = rank.exec(plain);
  if (match !== null) {
    const [, , before = "", digits = "", after = "", , of = ""] = match;
    return { digits, prefix: before, suffix: after + of };
  }
  const spelt = words.exec(plain)?.[1] ?? "";
  const value = chineseRank(spelt);
  return value === null
    ? null
    : {
        digits: String(value),
        prefix: "第",
        suffix: /[名位]$/.exec(plain)?.[0] ?? "",
      };
}

/** 一 to 九十九; null for anything else. */
function chineseRank(text: string): number | null {
  if (text === "") return null;
  const [tens = "", units = ""] = text.includes("十")
    ? text.split("十")
    : ["-", text];
  const unit = units === "" ? 0 : ordinals.indexOf(units) + 1;
  if (tens === "-") return text.length === 1 ? unit : null;
  return (tens === "" ? 1 : ordinals.indexOf(tens) + 1) * 10 + unit;
}
