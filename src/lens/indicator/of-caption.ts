import type { IndicatorCode } from "../../model/codes.ts";
import type { Guess } from "../../model/facets.ts";
import { refine } from "../../match/refine.ts";
import { CERTAIN } from "../certain.ts";
import type { ColumnSays } from "../column-says.ts";
import type { ResolveContext } from "../resolve-context.ts";
import { topicOf } from "../topic-of.ts";

/** What the caption of a table and a column name together, where that is another indicator of the same topic than the column's own. */
export function ofCaption(
  column: ColumnSays,
  own: Guess<IndicatorCode>,
  { surroundings }: ResolveContext,
): Guess<IndicatorCode> | null {
  const { caption, captioned } = surroundings;
  const [named, rival] = caption.indicator;
  if (named === undefined || rival !== undefined || captioned === null)
    return null;
  if (named.value === own.value) return null;
  if (topicOf(named.value) !== topicOf(own.value)) return null;
  const [joined] = refine([captioned, ...column.cells]).indicator;
  return joined !== undefined &&
    joined.confidence >= CERTAIN &&
    joined.value !== own.value &&
    joined.value !== named.value
    ? { ...joined, confidence: Math.min(joined.confidence, 0.85) }
    : null;
}
