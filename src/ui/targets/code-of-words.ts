import type { Target } from "../../model/target.ts";
import type { Names } from "../state/names.ts";
import { choicesOf, isChoice, type TargetField } from "./target-field.ts";

/** What is pasted for a field that is chosen from a list, as its code; words that are none's alone stay as they are. */
export function codeOfWords(
  field: TargetField,
  words: string,
  target: Target,
  names: Names,
): string {
  const text = words.normalize("NFKC").trim();
  const codes = new Set(
    spellings(field, target, names).flatMap(({ code, spelt }) =>
      spelt.some((one) => one.normalize("NFKC") === text) ? [code] : [],
    ),
  );
  const [only] = codes;
  return only !== undefined && codes.size === 1 ? only : words;
}

interface Spelt {
  readonly code: string;
  readonly spelt: readonly string[];
}

function spellings(
  field: TargetField,
  target: Target,
  names: Names,
): readonly Spelt[] {
  const { indicators, regions } = names.catalog;
  if (field === "indicator")
    return indicators.map(({ code, label }) => ({
      code,
      spelt: [label.zh, label.en],
    }));
  if (field === "region")
    return regions.map(({ code, name, short, english }) => ({
      code,
      spelt: [name, short, english],
    }));
  if (!isChoice(field)) return [];
  return choicesOf(field, target, names).map(({ code, word }) => ({
    code,
    spelt: [word, code],
  }));
}
