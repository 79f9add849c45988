import type { IndicatorCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import type { ColumnSays } from "./column-says.ts";
import type { ResolveContext } from "./resolve-context.ts";
import { sureUnit } from "./sure-unit.ts";
import { unitScale } from "./unit-scale.ts";

/** What the title names, as a column means it that names nothing itself. */
export interface TitleSubject {
  readonly guess: Guess<IndicatorCode>;
  /** Set where the column's words for the measure are the name's own: 降幅 below a fall. */
  readonly measure?: readonly Guess<Measure>[];
}

const fall =
  /^(?:累计)?(?:下降|降低|减少|削减|降幅|减幅)(?:率|比例|比率|幅度|幅|情况)?$/;
const namesFall = /下降|降低|减少|削减|降幅|减幅/;
const amount = /浓度|均值|数值|总量|排放量/;

/**
 * The subject of the title for one column. Under a title of a fall since a base
 * year 2020年浓度（μg/m³） is the level that fell, and 降幅 the fall itself; beside
 * a column of the fall 2020年 is the level too.
 */
export function titleSubject(
  column: ColumnSays,
  { surroundings, catalog, fallsNamed }: ResolveContext,
): TitleSubject | null {
  const { subject } = surroundings;
  if (subject === null) return null;
  if (catalog.indicators.get(subject.value)?.kind !== "reduction")
    return { guess: subject };
  const { facets, measure, words } = column;
  const changes =
    measure?.value === "change" || measure?.value === "changeRate";
  const since = changes && fall.test(measure.words);
  if (since) return { guess: subject, measure: [] };
  const level = catalog.indicators.get(subject.value.replace(/_cut$/, ""));
  if (level === undefined || level.code === subject.value)
    return { guess: subject };
  const plain = { ...subject, value: level.code };
  // 同比下降 compares with last year, and not with the base.
  if (changes && facets.base.length === 0) return { guess: plain };
  if (namesFall.test(words) || facets.base.length > 0)
    return { guess: subject };
  const unit = sureUnit(facets)?.value;
  if (unit !== undefined)
    return {
      guess: unitScale(unit, level.unit, catalog) === null ? subject : plain,
    };
  if (amount.test(words)) return { guess: plain };
  if (!fallsNamed) return { guess: subject };
  // 目标 may be of either.
  return {
    guess: measure === null ? plain : { ...subject, confidence: 0.5 },
  };
}
