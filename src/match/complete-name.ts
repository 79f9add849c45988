import type { IndicatorCode } from "../model/codes.ts";
import type { Completion, Reading } from "./reading.ts";

/**
 * The indicators that the end of a name means when a text further out than
 * `depth` holds the beginning of the name (整治完成率 under 散乱污企业); a
 * beginning within a longer one does not count. Empty when no text holds one.
 */
export function completedBy(
  completions: readonly Completion[],
  depth: number,
  { texts }: Reading,
): ReadonlySet<IndicatorCode> {
  const outer = texts.slice(depth + 1);
  const fitting = completions.filter(({ prefix }) =>
    outer.some((text) => text.includes(prefix)),
  );
  return new Set(
    fitting
      .filter(
        ({ prefix }) =>
          !fitting.some(
            (other) => other.prefix !== prefix && other.prefix.includes(prefix),
          ),
      )
      .map(({ code }) => code),
  );
}
