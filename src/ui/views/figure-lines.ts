import type { BindingTarget } from "../../model/binding.ts";
import { describe } from "../../text/words.ts";
import { targetWords } from "../format/target-words.ts";
import type { Names } from "../state/names.ts";

/**
 * Figures without their regions in words, those of one indicator and period
 * together: `PM2.5浓度 目标/实际`. `known` is a period that needs no naming.
 */
export function figureLines(
  figures: readonly BindingTarget[],
  known: string,
  names: Names,
): string[] {
  const lines = new Map<string, { words: string[]; measures: string[] }>();
  for (const figure of figures) {
    const [words, measure] =
      figure.type === "field"
        ? [targetWords(figure, names), ""]
        : inParts(figure, known, names);
    const key = words.join(" ");
    const line = lines.get(key) ?? { words: [...words], measures: [] };
    lines.set(key, line);
    if (measure !== "") line.measures.push(measure);
  }
  return [...lines.values()].map(({ words, measures }) =>
    [...words, measures.join("/")].filter((part) => part !== "").join(" "),
  );
}

/** The words of a figure but for its measure, and its measure. */
function inParts(
  figure: BindingTarget & { readonly type: "observation" },
  known: string,
  names: Names,
): readonly [readonly string[], string] {
  const { key } = figure;
  const period = key.period === known ? "" : key.period;
  const measure = describe(`ui.measure.${key.measure}`, {}, names.language);
  const words = targetWords(
    { type: "observation", key: { ...key, region: "", period } },
    names,
  );
  return [words.filter((word) => word !== measure), measure];
}
