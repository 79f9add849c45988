import { cellRef } from "../../../src/model/sheet.ts";
import type { Catalog } from "../../../src/model/catalog.ts";
import type { Change } from "./change.ts";
import { type Draft, type DraftCell, type Mark, placeOf } from "./draft.ts";
import { everySheet, textCell } from "./edit-draft.ts";

const group = "values";

/** How figures are stored and written; what they are stays the same. */
export const valueChanges: readonly Change[] = [
  written("figures as text", (_, cell) =>
    isPlainNumber(cell) ? textCell(cell.raw) : null,
  ),
  written("figures as text with spaces", (_, cell) =>
    isPlainNumber(cell) ? textCell(` ${cell.raw} `) : null,
  ),
  written("figures as full-width text", (_, cell) =>
    isPlainNumber(cell) && !cell.raw.startsWith("-")
      ? textCell(
          cell.raw.replace(/[0-9.]/g, (mark) =>
            String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
          ),
        )
      : null,
  ),
  written("concentrations with their unit", (mark, cell, unit) =>
    isOwn(mark, cell) && /g\/m3$/.test(unit)
      ? textCell(`${cell.raw}${unit.replace("3", "³")}`)
      : null,
  ),
  written("counts with their unit", (mark, cell, unit) =>
    isOwn(mark, cell) && /^[天个家件起户台人]$/.test(unit)
      ? textCell(cell.raw + unit)
      : null,
  ),
  written("money and masses with their unit", (mark, cell, unit) =>
    isOwn(mark, cell) && /^(万元|吨|万吨)$/.test(unit)
      ? textCell(cell.raw + unit)
      : null,
  ),
  written("shares with %", (mark, cell, unit) =>
    isOwn(mark, cell) && unit === "%" ? textCell(`${cell.raw}%`) : null,
  ),
  written("shares as percents", (mark, cell, unit) =>
    isOwn(mark, cell) && unit === "%" ? percentCell(cell) : null,
  ),
  written("rates of change with %", (mark, cell) =>
    isRate(mark, cell) ? textCell(`${cell.raw}%`) : null,
  ),
  written("rates of change as percents", (mark, cell) =>
    isRate(mark, cell) ? percentCell(cell) : null,
  ),
  written("rates of change with a plus", (mark, cell) =>
    isRate(mark, cell) && Number(cell.raw) > 0
      ? textCell(`+${cell.raw}`)
      : null,
  ),
  written("rates of change with arrows", (mark, cell) =>
    isRate(mark, cell) && Number(cell.raw) !== 0
      ? textCell(
          `${Number(cell.raw) > 0 ? "↑" : "↓"}${cell.raw.replace("-", "")}%`,
        )
      : null,
  ),
  written("rates of change in words", (mark, cell) =>
    isRate(mark, cell) && Number(cell.raw) !== 0
      ? textCell(
          `${Number(cell.raw) > 0 ? "上升" : "下降"}${cell.raw.replace("-", "")}%`,
        )
      : null,
  ),
  written("rates of change in brackets when below 0", (mark, cell) =>
    isRate(mark, cell) && Number(cell.raw) < 0
      ? { ...cell, format: "0.0_);(0.0)" }
      : null,
  ),
  written("ranks in words", (mark, cell) =>
    isRank(mark, cell) ? textCell(`第${cell.raw}名`) : null,
  ),
  written("ranks as 第3", (mark, cell) =>
    isRank(mark, cell) ? textCell(`第${cell.raw}`) : null,
  ),
  written("ranks as text", (mark, cell) =>
    isRank(mark, cell) ? textCell(cell.raw) : null,
  ),
  written("thousands marks as text", (_, cell) =>
    isPlainNumber(cell) && Math.abs(Number(cell.raw)) >= 1000
      ? textCell(cell.raw.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ","))
      : null,
  ),
  written("thousands marks by format", (_, cell) =>
    isPlainNumber(cell) && Math.abs(Number(cell.raw)) >= 1000
      ? { ...cell, format: cell.raw.includes(".") ? "#,##0.00" : "#,##0" }
      : null,
  ),
  written("figures with a footnote mark", (mark, cell) =>
    isOwn(mark, cell) && mark.row % 5 === 0 ? textCell(`${cell.raw}*`) : null,
  ),
  written("figures with a footnote number", (mark, cell) =>
    isOwn(mark, cell) && mark.row % 5 === 0 ? textCell(`${cell.raw}①`) : null,
  ),
  written("figures shown with two decimals", (_, cell) =>
    isPlainNumber(cell) && cell.format === "General"
      ? { ...cell, format: "0.00_ " }
      : null,
  ),
  written("figures shown in red below 0", (_, cell) =>
    isPlainNumber(cell) && cell.format === "General"
      ? { ...cell, format: "0.0_ ;[Red]\\-0.0\\ " }
      : null,
  ),
  written("figures in cells of text format", (_, cell) =>
    isPlainNumber(cell) ? { ...textCell(cell.raw), format: "@" } : null,
  ),
  ...["—", "/", "－", "--", "无数据", "缺测", "暂无"].map((sign) =>
    gone(`a figure as ${sign}`, sign),
  ),
];

/** Rewrites cells of one label each; null from `say` leaves a cell alone. */
function written(
  name: string,
  say: (mark: Mark, cell: DraftCell, unit: string) => DraftCell | null,
): Change {
  return {
    group,
    name,
    apply: (draft: Draft, { catalog }) =>
      everySheet(draft, (sheet) => {
        const cells = new Map(sheet.cells);
        let changed = false;
        for (const mark of alone(sheet.marks)) {
          const place = placeOf(mark.row, mark.column);
          const cell = cells.get(place);
          if (cell === undefined || mark.label.field !== undefined) continue;
          const next = say(mark, cell, unitOf(mark, catalog));
          if (next === null) continue;
          const { formula: _, ...plain } = next;
          cells.set(place, plain);
          changed = true;
        }
        return changed ? { ...sheet, cells } : null;
      }),
  };
}

/** One figure in ten is told to be missing. */
function gone(name: string, sign: string): Change {
  return {
    group,
    name,
    apply: (draft) =>
      everySheet(draft, (sheet) => {
        const cells = new Map(sheet.cells);
        const signed = new Set<string>();
        for (const mark of alone(sheet.marks)) {
          const cell = cells.get(placeOf(mark.row, mark.column));
          if (cell === undefined || !isPlainNumber(cell)) continue;
          if (mark.label.field !== undefined) continue;
          if ((mark.row + mark.column) % 10 !== 3) continue;
          cells.set(placeOf(mark.row, mark.column), textCell(sign));
          signed.add(cellRef(mark.row, mark.column));
        }
        if (signed.size === 0) return null;
        return {
          ...sheet,
          cells,
          marks: sheet.marks.map((mark) => {
            if (!signed.has(cellRef(mark.row, mark.column))) return mark;
            const { value: _, ...label } = mark.label;
            return { ...mark, label: { ...label, missing: sign } };
          }),
        };
      }),
  };
}

/** The bindings of cells with one label. */
function alone(marks: readonly Mark[]): Mark[] {
  const count = new Map<number, number>();
  const bindings = marks.filter(({ kind }) => kind === "binding");
  for (const { row, column } of bindings)
    count.set(placeOf(row, column), (count.get(placeOf(row, column)) ?? 0) + 1);
  return bindings.filter(
    ({ row, column }) => count.get(placeOf(row, column)) === 1,
  );
}

function unitOf({ label }: Mark, catalog: Catalog): string {
  return catalog.indicators.get(label.indicator ?? "")?.unit ?? "";
}

function isPlainNumber(cell: DraftCell): boolean {
  return (
    cell.type === "number" &&
    /^(General|0+(\.0+)?(_ )?)$/.test(cell.format) &&
    /^-?\d+(\.\d+)?$/.test(cell.raw)
  );
}

/** A figure that is its label's value as it stands. */
function isOwn({ label }: Mark, cell: DraftCell): boolean {
  return (
    isPlainNumber(cell) &&
    (label.measure ?? "actual") === "actual" &&
    Number(label.value) === Number(cell.raw)
  );
}

function isRate({ label }: Mark, cell: DraftCell): boolean {
  return (
    isPlainNumber(cell) &&
    label.measure === "changeRate" &&
    Number(label.value) === Number(cell.raw)
  );
}

function isRank({ label }: Mark, cell: DraftCell): boolean {
  return (
    isPlainNumber(cell) &&
    (label.measure === "rank" || label.measure === "changeRank")
  );
}

function percentCell(cell: DraftCell): DraftCell {
  const value = Number((Number(cell.raw) / 100).toPrecision(12));
  return {
    type: "number",
    value,
    raw: String(value),
    format: "0.0%",
    style: cell.style,
  };
}
