import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Target } from "../../src/model/target.ts";
import { target } from "../progress/small-catalog.ts";
import { hostOf } from "./host-of.ts";

const file = "大同市第二轮中央督察整改情况表（6月）.xlsx";
const goal: Target = target({
  id: "zero",
  indicator: "rect.tasks_open",
  region: "140200",
  comparator: "=",
  goal: "0",
  unit: "项",
  from: "2024-01-01",
  deadline: "2024-12",
  plan: "整改方案",
  source: "同环督〔2024〕1号",
  confidence: "user",
});

async function hostWithLedger() {
  const host = hostOf();
  expect(await host.setTarget(goal, "张三")).toMatchObject({ issues: [] });
  const bytes = readFileSync(`test/fixtures/sheets/h/${file}`);
  const review = await host.review(
    [{ name: file, bytes }],
    {},
    () => undefined,
  );
  await host.importReview(review.id, [file], "张三");
  return host;
}

const scope = { region: "", asOf: "2024-06-30" };

describe("targets judged from the journal's ledgers", () => {
  it("are rows like any other, and follow undo and redo", async () => {
    const host = await hostWithLedger();
    const zero = async () =>
      (await host.progress(scope)).find(({ targetId }) => targetId === "zero");
    expect(await zero()).toMatchObject({
      actual: 3,
      baseline: 5,
      remaining: { kind: "items", left: 3 },
    });
    await host.undo("张三");
    expect(await zero()).toMatchObject({ actual: null, status: "无法判定" });
    await host.redo("张三");
    expect(await zero()).toMatchObject({ actual: 3 });
  });

  it("have a trace with the records, and points by the days of the ledgers", async () => {
    const host = await hostWithLedger();
    const row = await host.progressRow(
      {
        targetId: "zero",
        indicator: goal.indicator,
        region: goal.region,
        variant: "",
        base: "",
      },
      "2024-06-30",
    );
    expect(
      row?.trace.find(({ code }) => code === "progress.step_ledger_open")
        ?.records,
    ).toHaveLength(3);
    const series = await host.series({
      indicator: goal.indicator,
      region: goal.region,
      variant: "",
      base: "",
      targetId: "zero",
      asOf: "2024-06-30",
    });
    expect(series.points).toMatchObject([{ period: "2024-06-28", value: 3 }]);
    expect(await host.state()).toMatchObject({
      latestDay: "2024-06-28",
      dataRegions: ["140213", "140214", "140222", "140225", "140226"].sort(),
    });
  });
});
