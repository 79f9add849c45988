import { describe, expect, it } from "vitest";
import { statuses } from "../../../src/model/catalog.ts";
import { barShape } from "../../../src/ui/format/bar-shape.ts";
import { sizeText } from "../../../src/ui/format/size-text.ts";
import { statusShape } from "../../../src/ui/format/status-shape.ts";
import { ago } from "../../../src/ui/format/time-text.ts";
import { unitText } from "../../../src/ui/format/unit-text.ts";

describe("barShape", () => {
  it("draws nothing without progress", () => {
    expect(barShape(null, 0.8)).toBe(null);
  });

  it("stays inside the bar and says on which side the value lies beyond", () => {
    expect(barShape(1.4, 0.8)).toEqual({ fill: 100, tick: 80, beyond: "high" });
    expect(barShape(-0.2, null)).toEqual({
      fill: 0,
      tick: null,
      beyond: "low",
    });
  });
});

describe("statusShape", () => {
  it("tells every status by more than its colour", () => {
    const looks = statuses.map((status) => {
      const { path, outline, inner } = statusShape(status);
      return `${path}|${outline}|${inner}`;
    });
    expect(new Set(looks).size).toBe(statuses.length);
  });
});

describe("ago", () => {
  it("takes the largest whole unit and treats a clock set back as now", () => {
    expect(ago(0, 12_000)).toEqual({ unit: "seconds", n: 12 });
    expect(ago(0, 125_000)).toEqual({ unit: "minutes", n: 2 });
    expect(ago(0, 90_000_000)).toEqual({ unit: "days", n: 1 });
    expect(ago(10_000, 0).unit).toBe("now");
  });
});

describe("unitText", () => {
  it("raises powers and leaves pure numbers without a unit", () => {
    expect(unitText("μg/m3")).toBe("μg/m³");
    expect(unitText("km2")).toBe("km²");
    expect(unitText("1")).toBe("");
    expect(unitText("万吨")).toBe("万吨");
  });
});

describe("sizeText", () => {
  it("picks a unit a person reads", () => {
    expect(sizeText(900)).toBe("900 B");
    expect(sizeText(11_300)).toBe("11 KB");
    expect(sizeText(3_500_000)).toBe("3.3 MB");
  });
});
