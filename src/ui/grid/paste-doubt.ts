import type { CopiedCell } from "./clipboard-html.ts";
import { movePoint, readPasted } from "./pasted-figure.ts";

/** What a person is asked before a copied figure is taken in. */
export const doubts = [
  "percent_into_other",
  "fraction_into_percent",
  "unit",
  "far_off",
] as const;
export type Doubt = (typeof doubts)[number];

/** The row a figure would go into. */
export interface PasteTarget {
  /** Unit code of the row. */
  readonly unit: string;
  /** The unit as it is printed. */
  readonly unitText: string;
  /** Middle of the sizes of the figures that stand there, without signs; null when there are none. */
  readonly usual: number | null;
}

/** What would be typed for a copied cell, and what is doubtful about it. */
export interface JudgedFigure {
  /** Empty clears the cell. */
  readonly text: string;
  readonly doubt: Doubt | null;
  /** What else it may mean; null when there is only one reading. */
  readonly instead: string | null;
}

/** This many times more or less than what stands there makes a figure doubtful. */
const farOff = 100;

/**
 * Reads a copied cell for the row it goes into. A percent sign is understood
 * where the row is in per cent; elsewhere it is asked about, as is a fraction
 * where per cent is expected, a unit that is not the row's, and a figure that is
 * far from all others of its row.
 */
export function judgePasted(
  cell: CopiedCell,
  target: PasteTarget,
): JudgedFigure {
  const seen = readPasted(cell.text);
  if (seen.kind === "empty") return sure("");
  if (seen.kind === "text") return sure(seen.text);
  if (seen.percent) {
    // The program keeps 63.6% as 0.636; only then are all its digits known.
    const percent =
      cell.exact === null ? seen.number : movePoint(cell.exact, 2);
    return target.unit === "%"
      ? sure(percent)
      : {
          text: percent,
          doubt: "percent_into_other",
          instead: movePoint(percent, -2),
        };
  }
  const number = exactOf(cell, seen.number);
  if (seen.unit !== "")
    return sameUnit(seen.unit, target)
      ? sure(number)
      : { text: number, doubt: "unit", instead: null };
  return doubtful(number, target) ?? sure(number);
}

function sure(text: string): JudgedFigure {
  return { text, doubt: null, instead: null };
}

/** A date's serial, say, is not what a person saw. */
function exactOf({ exact }: CopiedCell, shown: string): string {
  if (exact === null) return shown;
  const [a, b] = [Number(exact), Number(shown)];
  if (a === b) return shown;
  const scale = shown.split(".")[1]?.length ?? 0;
  return Math.abs(a - b) <= 10 ** -scale ? movePoint(exact, 0) : shown;
}

function doubtful(number: string, target: PasteTarget): JudgedFigure | null {
  const size = Math.abs(Number(number));
  if (size === 0 || target.usual === null || target.usual === 0) return null;
  if (target.unit === "%" && size <= 1 && target.usual > 2)
    return {
      text: number,
      doubt: "fraction_into_percent",
      instead: movePoint(number, 2),
    };
  return size >= target.usual * farOff || size <= target.usual / farOff
    ? { text: number, doubt: "far_off", instead: null }
    : null;
}

function sameUnit(written: string, { unit, unitText }: PasteTarget): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKC")
      .replaceAll("µ", "μ")
      .replaceAll(/[\s()^]/g, "");
  return [unit, unitText].some((known) => plain(known) === plain(written));
}

/** Middle of the sizes, without signs; null for none. */
export function middleSize(values: readonly number[]): number | null {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) / 2)] ?? null;
}
