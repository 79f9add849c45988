import { html } from "lit";
import type { ProgressRow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import { barShape } from "../format/bar-shape.ts";
import { dash, percentText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { remainingWords } from "../format/remaining-words.ts";
import { targetFigure } from "../format/target-figure.ts";
import { paceBar } from "../parts/pace-bar.ts";
import type { PrintColumn, PrintRow } from "../parts/printable.ts";
import { statusMark } from "../parts/status-mark.ts";
import type { Names } from "../state/names.ts";

/** The columns of 目标 on paper and for a screen reader. */
export function targetColumns(names: Names): readonly PrintColumn[] {
  const head = (
    name:
      | "indicator"
      | "unit"
      | "region"
      | "period"
      | "baseline"
      | "actual"
      | "target"
      | "progress"
      | "gap"
      | "remaining"
      | "status",
    width: number,
    align: "left" | "right" = "left",
  ) => ({
    head: describe(`ui.column.${name}`, {}, names.language),
    width,
    align,
  });
  // English words are longer, and what remains is said in fewer lines.
  const [indicator, region, remaining, status] =
    names.language === "zh" ? [13, 8, 31, 10] : [17, 10, 24, 15];
  return [
    head("indicator", indicator),
    head("unit", 6),
    head("region", region),
    head("period", 10),
    head("baseline", 7, "right"),
    head("actual", 7, "right"),
    head("target", 8, "right"),
    head("progress", 10),
    head("gap", 7, "right"),
    head("remaining", remaining),
    head("status", status),
  ];
}

/** Target against actual, one row a target. */
export function targetRows(
  rows: readonly ProgressRow[],
  names: Names,
  open?: (row: ProgressRow) => void,
): readonly PrintRow[] {
  return rows.map((row) => ({
    cells: [
      names.indicator(row.indicator) +
        (row.variant === ""
          ? ""
          : describe(
              "ui.aside",
              { text: names.variant(row.variant) },
              names.language,
            )),
      names.unit(row.unit),
      names.region(row.region),
      row.period === "" ? dash : periodText(row.period, names.language),
      targetFigure(row, "baseline"),
      targetFigure(row, "actual"),
      targetFigure(row, "target"),
      progressCell(row, names),
      targetFigure(row, "gap"),
      remainingWords(row, names),
      statusMark(row.status, names.status(row.status)),
    ],
    ...(open === undefined
      ? {}
      : {
          open: () => {
            open(row);
          },
        }),
  }));
}

function progressCell(row: ProgressRow, names: Names) {
  const shape = barShape(row.progress, row.timeShare);
  if (shape === null) return dash;
  const words = describe(
    row.timeShare === null ? "ui.progress.alone" : "ui.progress.of_time",
    { progress: percentText(row.progress), time: percentText(row.timeShare) },
    names.language,
  );
  return html`<span style="display:flex;align-items:center;gap:6px"
    >${paceBar(shape, row.status, words)}<span
      >${percentText(row.progress)}</span
    ></span
  >`;
}
