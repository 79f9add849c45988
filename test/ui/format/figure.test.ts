import { describe, expect, it } from "vitest";
import {
  comparatorText,
  exactText,
  figureText,
  percentText,
  signedText,
} from "../../../src/ui/format/figure.ts";

describe("figureText", () => {
  it("shows a missing value as a dash, never as 0", () => {
    expect(figureText(null, 1)).toBe("—");
    expect(figureText(0, 1)).toBe("0.0");
  });

  it("adds zeros and rounds half to even on the decimal text", () => {
    expect(figureText(48, 1)).toBe("48.0");
    expect(figureText(2.5, 0)).toBe("2");
    expect(figureText(1.05, 1)).toBe("1.0");
  });

  it("keeps the figure's own decimals when none are given", () => {
    expect(figureText(25.8, null)).toBe("25.8");
    expect(figureText("劣Ⅴ", null)).toBe("劣Ⅴ");
  });
});

describe("percentText", () => {
  it("multiplies in decimals", () => {
    expect(percentText(0.895)).toBe("89.5%");
    expect(percentText(0.07, 0)).toBe("7%");
    expect(percentText(null)).toBe("—");
  });
});

describe("signs and comparators", () => {
  it("marks what still has to be made good", () => {
    expect(signedText(3.4, 1)).toBe("+3.4");
    expect(signedText(-3, 0)).toBe("-3");
    expect(signedText(0, 0)).toBe("0");
  });

  it("prints comparators as offices do", () => {
    expect(comparatorText(">=")).toBe("≥");
    expect(comparatorText("<=")).toBe("≤");
  });

  it("gives every digit for editing and nothing for a missing value", () => {
    expect(exactText(0.1 + 0.2)).toBe("0.3");
    expect(exactText(null)).toBe("");
  });
});
