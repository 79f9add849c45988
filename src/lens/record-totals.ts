import { cellRef } from "../model/sheet.ts";
import type { SheetContext } from "./bind-context.ts";
import { checkTotal, type Covered, writtenNumber } from "./check-totals.ts";
import { kindOfWords } from "./cross-totals.ts";
import type { RecordColumns } from "./record-columns.ts";

/** 投资完成率, 进度（%）, 单价: no figures to add up. */
const isRate = /[%％]|率|比例|占比|比重|均|单价|进度$/;

/** Rows of a table: those of records since the last total, and that of the total behind them. */
interface Span {
  readonly from: number;
  readonly total: number;
}

/** Holds each sum below records against the figures above it, and reports those that are another number. */
export function checkRecordTotals(
  { columns, ordinals }: RecordColumns,
  { from, total }: Span,
  { lines, matcher, report }: SheetContext,
): void {
  const name = [...ordinals, ...columns.map(({ column }) => column)]
    .map((column) => lines.cellAt(total, column)?.raw.trim() ?? "")
    .find((text) => text !== "");
  if (name === undefined || kindOfWords(name) !== "sum") return;
  for (const { column, head, field } of columns) {
    if (field?.unit === "%" || isRate.test(head.text)) continue;
    const stated = lines.cellAt(total, column);
    if (stated?.type !== "number") continue;
    const covered: Covered[] = [];
    for (let row = from; row < total; row += 1) {
      const cell = lines.cellAt(row, column);
      if (cell?.type === "number")
        covered.push(writtenNumber(Number(cell.raw)));
      else if (
        cell !== undefined &&
        matcher.placeholder(cell.raw.trim()) !== null
      )
        covered.push(null);
    }
    const check = checkTotal({
      stated: writtenNumber(Number(stated.raw)),
      kind: "sum",
      covers: [covered],
    });
    if (check.kind !== "wrong") continue;
    const cell = cellRef(total, column);
    report({
      code: "lens.total_differs",
      severity: "warning",
      cell,
      params: {
        cell,
        name,
        stated: stated.raw.trim(),
        computed: check.computed,
        count: check.count,
      },
    });
  }
}
