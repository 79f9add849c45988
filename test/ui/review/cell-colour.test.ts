import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableFill } from "../../../src/ui/review/cell-colour.ts";

/** WCAG relative luminance of `hsl(…)`. */
function luminance(hsl: string): number {
  const [hue = 0, saturation = 0, lightness = 0] = [
    ...hsl.matchAll(/\d+/g),
  ].map(([digits]) => Number(digits));
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    const value =
      l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4);
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe("the fill of a cell", () => {
  it("leaves muted text readable, whatever the colour, in both themes", () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(hex, (colour) => {
        const light = readableFill(colour, false);
        const dark = readableFill(colour, true);
        // --muted of the themes: #56616b and #a5b0b9.
        if (light !== null)
          expect(contrast(luminance(light), 0.1183)).toBeGreaterThan(4.5);
        if (dark !== null)
          expect(contrast(luminance(dark), 0.4292)).toBeGreaterThan(4.5);
      }),
      { numRuns: 500 },
    );
  });

  it("is none for white", () => {
    expect(readableFill("#ffffff", false)).toBeNull();
  });
});
