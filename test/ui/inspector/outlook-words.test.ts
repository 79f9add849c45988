import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import {
  chanceText,
  outlookWords,
  restWords,
} from "../../../src/ui/inspector/outlook-words.ts";
import { catalog } from "../catalog.ts";
import { progressRow } from "../progress-row.ts";

const names = namesOf(catalog, "zh");
const row = progressRow();
const outlook = {
  value: 58.25,
  low: 55,
  high: 61.333333,
  chance: 0.234,
  method: "months",
  draws: 500,
  changes: 18,
} as const;

describe("a forecast in words", () => {
  it("says value, band, chance and how it was got", () => {
    expect(outlookWords(outlook, row, names)).toEqual([
      "到期预计 58.25，五分之四的可能在 55—61.33 μg/m³",
      "达标概率约 23%",
      "按上年同月推算，逐月变化取自历年同期（18 个变化，抽样 500 次）",
    ]);
  });

  it("says of a sheet's own forecast only what the sheet says", () => {
    const stated = { ...outlook, method: "stated", chance: null } as const;
    expect(outlookWords(stated, row, names)).toEqual([
      "表中所列预测 58.25 μg/m³",
    ]);
  });

  it("is never certain", () => {
    expect(chanceText(0)).toBe("<1%");
    expect(chanceText(1)).toBe(">99%");
    expect(chanceText(0.5)).toBe("50%");
  });
});

describe("a month of what remains", () => {
  it("says what the month may be, by its kind", () => {
    const month = { period: "2020-08", days: 31 } as const;
    const words = (of: Parameters<typeof restWords>[0]) =>
      restWords(of, row, names);
    expect(words({ ...month, kind: "mean", strict: 19.516, edge: 20 })).toEqual(
      ["2020年8月", "≤\u00a019.52（按修约后判定 ≤\u00a020）"],
    );
    expect(
      words({ ...month, kind: "days", stillNeeded: 20, affordable: 11 })[1],
    ).toBe("优良 20 天，可超标 11 天");
    expect(words({ ...month, kind: "amount", amount: 3.25 })[1]).toBe("3.2");
  });
});
