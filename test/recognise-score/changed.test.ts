import { describe, expect, it } from "vitest";
import { learn } from "../../src/engine.ts";
import { changes } from "./changed/changes.ts";
import { changedScore, type Opened, opened } from "./changed/score-changed.ts";
import { labelledFiles, shippedLists } from "./labels.ts";

/** Changes that still cost something on the sheets below; shorten this list, never lengthen it. */
const costly: ReadonlySet<string> = new Set([
  "the header unmerged and filled across",
  "header levels joined with nothing",
  "header levels joined with a line break",
  "header levels joined with a space",
  "header levels the other way about",
  "quotes around",
  "numbers before headers",
  "变化排名 as 变化排名",
  "变化排名 as 变化情况排名",
  "the table turned",
]);

/** Every so many of the labelled files are changed here; `npm run recognise-score -- --changed` changes all of them. */
const stride = 37;

const knowledge = learn(shippedLists());
const sheets = (
  await Promise.all(
    labelledFiles()
      .filter(({ set }) => set <= "h")
      .filter((_, at) => at % stride === 5)
      .map((file) => opened(file, knowledge)),
  )
).filter((one): one is Opened => one !== null);

describe("a sheet changed as clerks change sheets", () => {
  it("is one of several, and most changes say something about one", () => {
    expect(sheets.length).toBeGreaterThan(6);
    const tried = changes.filter((change) =>
      sheets.some((sheet) => changedScore(sheet, change, knowledge) !== null),
    );
    expect(tried.length).toBeGreaterThan(100);
  });

  it("still costs something only where it is known to", () => {
    const names = changes.map(({ name }) => name);
    expect([...costly].filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(
    changes
      .filter(({ name }) => !costly.has(name))
      .map((change) => [`${change.group}: ${change.name}`, change] as const),
  )("loses nothing by %s", (_, change) => {
    for (const sheet of sheets) {
      const score = changedScore(sheet, change, knowledge);
      if (score === null) continue;
      const { before, after } = score;
      expect(before.silent).toEqual([]);
      expect(after.silent).toEqual([]);
      expect(before.missed).toEqual([]);
      expect(after.missed).toEqual([]);
      expect(after.questions.length).toBeLessThanOrEqual(
        before.questions.length,
      );
    }
  });
});
