import { describe, expect, it } from "vitest";
import { cellFace } from "../../../src/ui/review/cell-face.ts";
import type { LaidCell } from "../../../src/ui/review/sheet-layout.ts";
import type { ReviewCell } from "../../../src/worker/api.ts";

const laid = (cell: Partial<ReviewCell>): LaidCell => ({
  row: 3,
  column: 1,
  rowSpan: 1,
  columnSpan: 1,
  left: 0,
  width: 60,
  height: 22,
  cell: {
    row: 3,
    column: 1,
    text: "太原",
    role: "stub",
    numeric: false,
    ...cell,
  },
  spills: false,
  bindings: [],
});
const plain = { asked: false, active: false, dark: false, styled: true };
const classesOf = (cell: Partial<ReviewCell>, more = {}) =>
  cellFace(laid(cell), { ...plain, ...more }).classes.split(" ");

describe("a cell of the review", () => {
  it("stands as its sheet says", () => {
    expect(classesOf({ across: "center", down: "top", wrap: true })).toEqual([
      "cell",
      "stub",
      "to-center",
      "at-top",
    ]);
    expect(classesOf({ numeric: true, bold: true })).toEqual([
      "cell",
      "stub",
      "numeric",
      "bold",
      "one-line",
    ]);
  });

  it("is indented from its side", () => {
    const face = (cell: Partial<ReviewCell>) => cellFace(laid(cell), plain);
    expect(face({ across: "left", indent: 2 }).indent).toBe(
      "padding-left:18px",
    );
    expect(face({ across: "right", indent: 1 }).indent).toBe(
      "padding-right:9px",
    );
    expect(face({}).indent).toBe("");
  });

  it("shows its words on one line unless it wraps them, as far as there is room", () => {
    const text = "二氧化硫\n浓度";
    const one = cellFace(laid({ text }), plain);
    expect([one.text, one.cut]).toEqual(["二氧化硫浓度", true]);
    const wrapped = cellFace(
      { ...laid({ text, wrap: true }), height: 38 },
      plain,
    );
    expect([wrapped.text, wrapped.cut]).toEqual([text, false]);
    // A file of texts says nothing: there words take the lines they need.
    const bare = cellFace(
      { ...laid({ text }), height: 38 },
      { ...plain, styled: false },
    );
    expect([bare.text, bare.classes]).toEqual([text, "cell stub"]);
  });

  it("gives its own colour up for a question", () => {
    expect(classesOf({ fill: "#ffc7ce" })).toContain("filled");
    const asked = classesOf({ fill: "#ffc7ce" }, { asked: true });
    expect(asked).toContain("question");
    expect(asked).not.toContain("filled");
  });
});
