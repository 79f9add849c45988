import type { Closing } from "./closing-words.ts";
import type { Indicator } from "./indicator.ts";

/**
 * The indicator whose 0 a goal of closing asks for: of what is counted from
 * records those still open, or with 按期 those overdue; of other things 清零 is
 * their own 0. Null where the goal makes no sense.
 */
export function closingIndicator<
  One extends Pick<Indicator, "code" | "counts">,
>(indicator: One, closing: Closing, all: Iterable<One>): One | null {
  const { counts } = indicator;
  if (counts === undefined) return closing === "zero" ? indicator : null;
  const part = closing === "onTime" ? "overdue" : "open";
  for (const one of all)
    if (one.counts?.kind === counts.kind && one.counts.part === part)
      return one;
  return closing === "zero" ? indicator : null;
}
