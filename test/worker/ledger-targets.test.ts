import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Target } from "../../src/model/target.ts";
import { target } from "../progress/small-catalog.ts";
import type { EngineApi } from "../../src/worker/api.ts";
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

describe("a ledger that does not say whose it is", () => {
  const nameless = (month: number) => ({
    name: `问题整改台账.csv`,
    bytes: new TextEncoder().encode(
      [
        `${month}月突出问题整改台账`,
        "序号,整改任务,整改时限,整改状态",
        "1,煤场扬尘,2024年12月底前,整改中",
        `2,污水直排,2024年12月底前,${month > 5 ? "已销号" : "整改中"}`,
      ].join("\n"),
    ),
  });
  const open = async (host: EngineApi) =>
    (await host.progress(scope)).find(({ targetId }) => targetId === "zero")
      ?.actual;

  it("is asked about once, then counts for that region, and is not asked about next month", async () => {
    const host = hostOf();
    await host.setTarget(goal, "张三");
    const file = nameless(5);
    const review = await host.review([file], {}, () => undefined);
    const [question, ...others] = review.questions;
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      role: "region",
      place: "table",
      ledgers: true,
    });
    const answered = await host.answer(review.id, question?.id ?? "", {
      role: "region",
      code: "140200",
    });
    expect(answered.questions).toEqual([]);
    await host.importReview(review.id, [file.name], "张三");
    expect(await open(host)).toBe(2);
    const next = await host.review([nameless(6)], {}, () => undefined);
    expect(next.questions).toEqual([]);
    expect(next.answered).toMatchObject([{ saved: true, choice: "140200" }]);
    await host.importReview(next.id, [file.name], "张三");
    expect(await open(host)).toBe(1);
  });

  it("is imported without an answer, counted nowhere, and said to be of no region when that was chosen", async () => {
    const host = hostOf();
    await host.setTarget(goal, "张三");
    const file = nameless(5);
    const review = await host.review([file], {}, () => undefined);
    const answered = await host.answer(
      review.id,
      review.questions[0]?.id ?? "",
      { role: "region", code: "" },
    );
    expect(answered.questions).toEqual([]);
    expect(answered.answered).toMatchObject([{ choice: "", ledgers: true }]);
    const { records } = await host.importReview(review.id, [file.name], "张三");
    expect(records).toBe(2);
    expect(await open(host)).toBe(null);
  });
});
