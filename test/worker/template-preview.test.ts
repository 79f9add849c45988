import { describe, expect, it } from "vitest";
import { hostOf } from "./host-of.ts";

describe("the small picture of a template", () => {
  it("shows its first rows, each cell once, and what would be filled", async () => {
    const host = hostOf();
    const [template] = await host.templates();
    const counts = await host.countTemplate(template?.id ?? "");
    const preview = counts?.preview;
    if (preview == null) throw new Error("the template shows nothing");
    const width = preview.widths.length;
    // Every place of the picture is covered by exactly one cell.
    const covered = new Map<string, number>();
    preview.rows.forEach((cells, row) => {
      let column = 0;
      for (const { rowSpan, columnSpan } of cells) {
        while (covered.has(`${row} ${column}`)) column += 1;
        for (let y = row; y < row + rowSpan; y += 1)
          for (let x = column; x < column + columnSpan; x += 1)
            covered.set(`${y} ${x}`, (covered.get(`${y} ${x}`) ?? 0) + 1);
      }
    });
    expect(covered.size).toBe(width * preview.rows.length);
    expect([...covered.values()].every((times) => times === 1)).toBe(true);
    const cells = preview.rows.flat();
    expect(cells.some(({ slot }) => slot === true)).toBe(true);
    expect(cells.some(({ bold }) => bold === true)).toBe(true);
    expect(cells.map(({ text }) => text).join("")).toMatch(/[\u4e00-\u9fff]/);
  });

  it("comes with each shipped template", async () => {
    const host = hostOf();
    for (const { id } of await host.templates())
      expect(
        (await host.countTemplate(id))?.preview?.rows.length,
      ).toBeGreaterThan(2);
  });
});
