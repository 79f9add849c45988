import { type Book, addSheet } from "../../../templates/make/book.ts";
import { type CellInput, letter } from "../../../templates/make/cell.ts";
import { type Head, headDepth, leaves } from "../../../templates/make/head.ts";
import {
  writeMeta,
  writeNotes,
  writeSubtitle,
  writeTitle,
} from "../../../templates/make/write-lines.ts";
import {
  type Placed,
  writeTable,
} from "../../../templates/make/write-table.ts";

export interface DataSheet {
  readonly sheet: string;
  /** States region and period. */
  readonly title: string;
  /** Line of the sheet that says 示意数据; a sheet without it holds published figures only. */
  readonly illustrative?: string;
  readonly unit: string;
  /** 填报时间 or 整理时间. */
  readonly date: string;
  readonly unitLine?: string;
  readonly head: readonly Head[];
  readonly rows: readonly (readonly CellInput[])[];
  readonly notes: readonly (
    string | { readonly text: string; readonly lines: number }
  )[];
  readonly merges?: readonly (readonly [number, number, number, number])[];
  readonly totals?: readonly number[];
  readonly rowHeight?: number;
  readonly headHeight?: number;
  readonly orientation?: "landscape" | "portrait";
  /** A second table under the first, with its own title line. */
  readonly below?: {
    readonly title: string;
    readonly head: readonly Head[];
    readonly rows: readonly (readonly CellInput[])[];
  };
}

/** A sheet as bureaus send it: title, 填报 line, bordered table, notes with the sources. */
export function addDataSheet(book: Book, spec: DataSheet): Placed {
  const right = leaves(spec.head).length;
  const metaRow = spec.illustrative === undefined ? 2 : 3;
  const top = metaRow + 1;
  const sheet = addSheet(book, spec.sheet, {
    orientation: spec.orientation ?? "landscape",
    titleRows: `1:${String(top + headDepth(spec.head) - 1)}`,
    fitToHeight: 0,
  });
  writeTitle(sheet, 1, right, spec.title, 18);
  if (spec.illustrative !== undefined)
    writeSubtitle(sheet, 2, right, spec.illustrative, true);
  writeMeta(sheet, metaRow, metaSpans(right, spec));
  const placed = writeTable(sheet, { ...spec, top });
  let next = placed.bodyBottom + 1;
  if (spec.below !== undefined) {
    next += 1;
    writeSubtitle(sheet, next, right, spec.below.title);
    const second = writeTable(sheet, { ...spec.below, top: next + 1 });
    next = second.bodyBottom + 1;
  }
  const last = writeNotes(sheet, next, right, spec.notes);
  sheet.pageSetup.printArea = `A$1:${letter(right)}$${String(last)}`;
  return placed;
}

function metaSpans(
  right: number,
  spec: DataSheet,
): readonly (readonly [number, number, string])[] {
  const unit = `填报单位：${spec.unit}`;
  const date = `填报时间：${spec.date}`;
  const half = Math.ceil(right / 2);
  if (spec.unitLine === undefined)
    return [
      [1, half, unit],
      [half + 1, right, date],
    ];
  const first = Math.max(1, Math.floor(right / 3));
  return [
    [1, first, unit],
    [first + 1, right - first, date],
    [right - first + 1, right, spec.unitLine],
  ];
}
