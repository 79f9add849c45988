import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { picture } from "../../../src/ui/chart/picture.ts";
import { rankPicture } from "../../../src/ui/chart/rank-picture.ts";
import { fileName } from "../../../src/ui/chart/save-picture.ts";

const look = {
  text: "#111",
  muted: "#555",
  line: "#999",
  surface: "#fff",
  bar: "#066",
  goal: "#000",
  font: '"Microsoft YaHei", sans-serif',
};

/** Texts of a document; throws when it is not well formed. */
function texts(svg: string): readonly string[] {
  const parser = new SaxesParser();
  const found: string[] = [];
  parser.on("text", (text) => found.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

const bar = fc.record({
  rank: fc.string(),
  region: fc.string(),
  share: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: null }),
  value: fc.string(),
  change: fc.string(),
  goal: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
});
const columns = { rank: "名次", region: "地区", value: "实际", change: "同比" };

describe("a saved picture", () => {
  it("is well formed whatever the words are, and says them all", () => {
    fc.assert(
      fc.property(
        fc.array(bar, { maxLength: 12 }),
        fc.string(),
        (bars, title) => {
          const { svg } = picture(
            rankPicture(bars, columns, look),
            { title, line: "单位：%", foot: "<&>" },
            look,
          );
          fc.pre(!/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(svg));
          const said = texts(svg);
          expect(said).toContain("<&>");
          for (const { region } of bars)
            if (region !== "") expect(said).toContain(region);
        },
      ),
    );
  });

  it("draws no bar outside its room", () => {
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 12 }), (bars) => {
        const { body } = rankPicture(bars, columns, look);
        for (const [, x, width] of body.matchAll(
          /<rect x="(-?[\d.]+)"[^>]*? width="([\d.]+)"[^>]*height="14"/g,
        )) {
          expect(Number(x)).toBeGreaterThanOrEqual(189.9);
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(550.1);
        }
      }),
    );
  });
});

describe("fileName", () => {
  it("keeps words and drops what file systems refuse", () => {
    expect(fileName('山西省各市 · PM2.5 (μg/m³): "a"')).toBe(
      "山西省各市-·-PM2.5-(μg-m³)-a",
    );
  });
});
