import { describe, expect, it } from "vitest";
import { learn } from "../../src/engine.ts";
import { labelledFiles, shippedLists } from "./labels.ts";
import { secondTime } from "./second-time.ts";

const knowledge = learn(shippedLists());

/**
 * Sheets that say nothing of their period anywhere, name of the file included:
 * taking the next one for the month after would be a guess, so the period is
 * asked about again, with the month after as the first choice.
 */
const undated = new Set([
  "各县区散乱污整治进度.xlsx",
  "清徐县环境质量简表.xlsx",
  "百日清理专项行动情况表.xlsx",
]);

describe("a labelled sheet whose questions were answered once", async () => {
  const all = await Promise.all(
    labelledFiles().map((file) => secondTime(file, knowledge)),
  );
  const asking = all.filter(({ first }) => first.length > 0);

  it("is one of several", () => {
    expect(asking.length).toBeGreaterThan(10);
  });

  it.each(asking)("asks nothing when read again: $file", ({ again, read }) => {
    expect(again).toEqual([]);
    expect(read.again).toBeGreaterThanOrEqual(read.first);
  });

  it.each(asking.filter(({ file }) => !undated.has(file)))(
    "has a successor that asks nothing and gives as much: $file",
    ({ next, read }) => {
      expect(next).toEqual([]);
      expect(read.next).toBe(read.again);
    },
  );

  it.each(asking.filter(({ file }) => undated.has(file)))(
    "has a successor of which only the period is asked: $file",
    ({ next }) => {
      expect(next.map((question) => question.split("|")[0])).toEqual([
        "period",
      ]);
    },
  );
});
