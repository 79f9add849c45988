import type { Reading } from "../engine.ts";
import { compareImport } from "../dataset/diff.ts";
import type { SheetView } from "../model/sheet.ts";
import type { State } from "../model/state.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type { ReviewFile, ReviewSheet } from "./review-sheet-api.ts";
import { reviewRows } from "./review-rows.ts";

/** Rows that come with a sheet; further ones are sent when they come into view. */
const rowsSentAtFirst = 2_000;

/** A reading as the review shows it, compared with what is stored. */
export function reviewFile(
  reading: Reading,
  size: number,
  state: State,
  alreadyImported: boolean,
  looks: CellLooks = [],
): ReviewFile {
  const { workbook } = reading;
  const compared = compareImport(state, reading.observations);
  return {
    name: reading.file,
    sha: reading.sha,
    size,
    format: workbook?.format ?? "",
    alreadyImported,
    sheets:
      workbook === null
        ? []
        : workbook.sheets.map((sheet) =>
            reviewSheet(sheet, reading, state, looks),
          ),
    issues: reading.issues,
    counts: {
      observations: reading.observations.length,
      fresh: compared.fresh.length,
      different: compared.different.length,
      records: reading.records.length,
      unmatched: reading.tables.reduce(
        (sum, { unmatched }) => sum + unmatched.length,
        0,
      ),
    },
  };
}

function reviewSheet(
  sheet: SheetView,
  reading: Reading,
  state: State,
  looks: CellLooks,
): ReviewSheet {
  const rows = sheet.bounds === null ? 0 : sheet.bounds.bottom + 1;
  const columns = sheet.bounds === null ? 0 : sheet.bounds.right + 1;
  const shownRows = Math.min(rows, rowsSentAtFirst);
  const { cells, bindings } = reviewRows(
    reading,
    sheet,
    state,
    looks,
    0,
    shownRows - 1,
  );
  return {
    name: sheet.name,
    rows,
    columns,
    shownRows,
    styled: looks.length > 0,
    merges: sheet.merges,
    widths: Array.from(
      { length: columns },
      (_, column) => sheet.columnWidth(column) ?? null,
    ),
    cells,
    bindings,
    tables: reading.tables
      .filter(({ part }) => part === sheet.part)
      .map(({ range, title, orientation, ask, unmatched }) => ({
        range,
        title,
        orientation,
        shape:
          ask === undefined
            ? null
            : {
                edges: ask.edges,
                shape: ask.shape ?? null,
                drawn: ask.drawn === true,
              },
        unmatched,
      })),
  };
}
