import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { blankWords } from "./blank-words.ts";
import { CERTAIN } from "./certain.ts";

/** More header words than this say no more about who sent the sheet. */
const longest = 4_000;

/**
 * The fingerprint of a table: title, naming columns and header tree with
 * figures, periods and places blanked, whatever its position, its file's name
 * and the number of its rows. Columns of equal words beside each other count
 * once, so that a table which gains a column a month keeps its form.
 */
export function formOf(table: Table, matcher: Matcher): string {
  // A header over several columns stands in the path of each.
  const known = new Map<string, string>();
  const blank = ({ text }: HeaderText): string => {
    let words = known.get(text);
    if (words === undefined) {
      words = blankWords(withoutPlace(text, matcher));
      known.set(text, words);
    }
    return words;
  };
  const path = (texts: readonly HeaderText[]): string =>
    texts.map(blank).join("/");
  const parts = [
    named(table.title).map(blank),
    table.stubHeaders.map(path),
    once(table.columns.map(({ path: texts }) => path(texts))),
    once(table.pairs.map(({ label }) => blank(label))),
  ];
  return parts
    .map((texts) => texts.join("|"))
    .join("\n")
    .slice(0, longest);
}

/** Titles without lines such as `报送：张三`, which come and go. */
function named(titles: readonly HeaderText[]): readonly HeaderText[] {
  const plain = titles.filter(({ text }) => !/[:：]/.test(text));
  return plain.length === 0 ? titles : plain;
}

function once(texts: readonly string[]): string[] {
  return texts.filter((text, at) => text !== texts[at - 1]);
}

/** `太原市2021年环境空气质量` without 太原市: eleven cities fill one form. */
function withoutPlace(text: string, matcher: Matcher): string {
  const [place] = matcher.read(text).region;
  return place === undefined || place.confidence < CERTAIN || place.words === ""
    ? text
    : text.replace(place.words, "◇");
}
