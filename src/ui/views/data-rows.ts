import type { CubeCell, CubeRow } from "../../worker/api.ts";
import { describe } from "../../text/words.ts";
import { dash, figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { PrintColumn, PrintRow } from "../parts/printable.ts";
import type { Names } from "../state/names.ts";

/** A line of the cube: a series and its cells by period. */
interface Line {
  readonly row: CubeRow;
  readonly cells: readonly (CubeCell | null)[];
}

export function dataColumns(names: Names): readonly PrintColumn[] {
  const head = (
    code:
      | "ui.column.indicator"
      | "ui.column.region"
      | "ui.column.period"
      | "ui.column.measure"
      | "ui.value"
      | "ui.column.unit",
    width: number,
    align: "left" | "right" = "left",
  ) => ({ head: describe(code, {}, names.language), width, align });
  return [
    head("ui.column.indicator", 26),
    head("ui.column.region", 16),
    head("ui.column.period", 16),
    head("ui.column.measure", 14),
    head("ui.value", 14, "right"),
    head("ui.column.unit", 14),
  ];
}

/** The cube as one figure a row; cells of which nothing is known are left out. */
export function dataRows(
  lines: readonly Line[],
  periods: readonly string[],
  names: Names,
  open: (row: CubeRow, period: string, cell: CubeCell) => void,
): readonly PrintRow[] {
  return lines.flatMap(({ row, cells }) =>
    periods.flatMap((period, at): PrintRow[] => {
      const cell = cells[at] ?? null;
      if (cell === null) return [];
      return [
        {
          cells: [
            names.indicator(row.indicator) +
              (row.variant === "" ? "" : ` (${row.variant})`),
            names.region(row.region),
            periodText(period, names.language),
            describe(`ui.measure.${row.measure}`, {}, names.language),
            cell.value === null
              ? cell.missing || dash
              : figureText(cell.value, cell.decimals ?? row.decimals),
            names.unit(row.unit),
          ],
          open: () => {
            open(row, period, cell);
          },
        },
      ];
    }),
  );
}
