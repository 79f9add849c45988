import type { IndicatorCode } from "../../model/codes.ts";
import type { Matcher } from "../../match/matcher.ts";
import { namingWords } from "../naming-words.ts";

/** What the titles of a table say of the places a column of 名次 gives. */
export interface RankedBy {
  readonly changes: boolean;
  readonly indicators: readonly IndicatorCode[];
}

export function rankedBy(
  headings: readonly string[],
  matcher: Matcher,
): RankedBy {
  const said = headings.map((text) => matcher.read(namingWords(text)));
  const named = said.flatMap(({ indicator }) =>
    indicator.map(({ value }) => value),
  );
  return {
    changes: said.some(({ measure }) =>
      measure.some(({ value }) => value === "changeRank"),
    ),
    // 环境空气质量排名 is one by the index of all pollutants.
    indicators:
      named.length === 0 &&
      headings.some((text) =>
        /空气质量(?![^，,、和及]*[得评打积总]分)[^，,、和及]*(?:排名|排序|名次)/.test(
          text,
        ),
      )
        ? ["air.composite"]
        : named,
  };
}
