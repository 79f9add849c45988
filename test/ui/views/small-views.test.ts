import { describe, expect, it } from "vitest";
import { needsBackup } from "../../../src/ui/views/backup-reminder.ts";
import { closureGroups } from "../../../src/ui/views/closure-groups.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { countStates } from "../../../src/ui/views/count-states.ts";
import { catalog } from "../catalog.ts";
import { journal } from "../journal.ts";

const day = 86_400_000;

describe("needsBackup", () => {
  it("reminds after twenty entries or a week, and never when all is saved", () => {
    expect(needsBackup(journal, 0)).toBe(false);
    expect(needsBackup({ ...journal, entriesSinceBackup: 21 }, 0)).toBe(true);
    expect(needsBackup({ ...journal, lastBackup: 0 }, 8 * day)).toBe(true);
    expect(
      needsBackup(
        { ...journal, lastBackup: 0, entriesSinceBackup: 0 },
        99 * day,
      ),
    ).toBe(false);
  });
});

describe("closureGroups", () => {
  it("gathers touched elements by part and reason", () => {
    const entry = "xl/worksheets/sheet1.xml";
    expect(
      closureGroups([
        { entry, element: "B5", reason: "cell" },
        { entry, element: "B6", reason: "cell" },
        { entry: "xl/styles.xml", element: "cellXfs", reason: "style" },
      ]),
    ).toEqual([
      { entry, reason: "cell", n: 2, elements: "B5 B6" },
      { entry: "xl/styles.xml", reason: "style", n: 1, elements: "cellXfs" },
    ]);
  });
});

describe("countStates", () => {
  it("counts records by state and leaves out those without one", () => {
    const source = { file: "", sha: "", sheet: "", cell: "" };
    const task = (id: string, state: string | null) => ({
      id,
      kind: "task",
      fields: { name: id, state },
      source,
    });
    const tasks = [
      task("a", "完成整改"),
      task("b", "尚未启动"),
      task("c", "完成整改"),
      task("d", null),
    ];
    const names = namesOf(catalog, "zh");
    expect(countStates(names, "task", tasks)).toEqual([
      ["完成整改", 2],
      ["尚未启动", 1],
    ]);
    expect(countStates(namesOf(catalog, "en"), "task", tasks)[0]).toEqual([
      "Completed",
      2,
    ]);
    expect(countStates(names, "section", [])).toEqual([]);
  });
});
