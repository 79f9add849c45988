import { readableFill } from "./cell-colour.ts";
import { type LaidCell, textPixels } from "./sheet-layout.ts";

/** What a drawn cell depends on besides itself. */
export interface FaceContext {
  /** True when a person is asked about it. */
  readonly asked: boolean;
  readonly active: boolean;
  readonly dark: boolean;
  /** True where the file says how cells look. */
  readonly styled: boolean;
}

/** How a cell of the review is drawn. */
export interface CellFace {
  readonly classes: string;
  /** Of its box: a fill of its own. */
  readonly fill: string;
  /** Of its words: a step from the side. */
  readonly indent: string;
  readonly text: string;
  /** True for words that are not seen whole. */
  readonly cut: boolean;
}

/** Width of one step from the side, and of the room around words, in pixels. */
const step = 9;
const around = 10;
/** Height of one line. */
const line = 18;

/** Draws a cell as its sheet shows it, under the tint of what it was taken for. */
export function cellFace(
  { cell, bindings, spills, width, height }: LaidCell,
  { asked, active, dark, styled }: FaceContext,
): CellFace {
  const fill =
    cell?.fill === undefined || asked ? null : readableFill(cell.fill, dark);
  const side = cell?.across;
  const wraps = !styled || cell?.wrap === true;
  const classes = [
    "cell",
    asked ? "question" : (cell?.role ?? "plain"),
    cell?.numeric === true ? "numeric" : "",
    cell?.bold === true ? "bold" : "",
    fill === null ? "" : "filled",
    spills ? "spills" : "",
    bindings.some(({ change }) => change === "different") ? "different" : "",
    active ? "active" : "",
    side === undefined ? "" : `to-${side}`,
    cell?.down === undefined ? "" : `at-${cell.down}`,
    wraps ? "" : "one-line",
  ];
  const said = cell?.text ?? "";
  // Without a wish to wrap a sheet shows no line breaks either.
  const text = wraps ? said : said.replace(/\r?\n/g, "");
  const indent = (cell?.indent ?? 0) * step;
  const lines = wraps ? Math.max(1, Math.round(height / line)) : 1;
  return {
    classes: classes.filter((name) => name !== "").join(" "),
    fill: fill === null ? "" : `;background-color:${fill}`,
    indent:
      indent === 0
        ? ""
        : `padding-${side === "right" ? "right" : "left"}:${indent}px`,
    text,
    cut: !spills && textPixels(text) > (width - around - indent) * lines,
  };
}
