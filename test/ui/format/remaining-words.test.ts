import { describe, expect, it } from "vitest";
import {
  remainingWords,
  shortFigure,
} from "../../../src/ui/format/remaining-words.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";
import { progressRow } from "../progress-row.ts";

const zh = namesOf(catalog, "zh");
const en = namesOf(catalog, "en");

describe("remainingWords", () => {
  it("prints the strict control value and the one at the rounding edge", () => {
    expect(remainingWords(progressRow(), zh)).toBe(
      "余 157 天均值须 ≤\u00a055.67（按修约后判定 ≤\u00a056.83）",
    );
    expect(remainingWords(progressRow(), zh, "short")).toBe(
      "余 157 天均值须 ≤\u00a055.67",
    );
  });

  it("shares an amount out over the periods that are left", () => {
    const row = progressRow({
      unit: "万吨",
      remaining: {
        kind: "amount",
        total: 12,
        perPeriod: 4,
        periodsLeft: 3,
        per: "month",
      },
    });
    expect(remainingWords(row, zh)).toBe("尚余 12万吨，平均每月 4");
    expect(remainingWords(row, en)).toBe("12 × 10,000 tonnes left, 4 a month");
  });

  it("says by how much a goal is out of reach", () => {
    const row = progressRow({ remaining: { kind: "outOfReach", by: 2.5 } });
    expect(remainingWords(row, zh)).toBe("已无法完成，差 2.5μg/m³");
  });

  it("shows a dash when nothing is left to say", () => {
    const row = progressRow({ remaining: { kind: "none", reason: "" } });
    expect(remainingWords(row, zh)).toBe("—");
  });
});

describe("shortFigure", () => {
  it("shows at most two decimals beyond the indicator's own, without trailing zeros", () => {
    expect(shortFigure(55.666667, 0)).toBe("55.67");
    expect(shortFigure(4, 1)).toBe("4");
    expect(shortFigure(0.123456, null)).toBe("0.1235");
  });
});
