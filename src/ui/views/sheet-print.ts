import { describe } from "../../text/words.ts";
import type { CubeCell } from "../../worker/api.ts";
import { dash, figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { Place, Sheet } from "../grid/sheet.ts";
import type { PrintBlock, Printable } from "../parts/printable.ts";
import type { Names } from "../state/names.ts";

/** Columns that fit beside the words of a row. */
const columnsOfAPage = 10;

/**
 * The sheet of 数据 on paper: as it is laid out, in strips of ten columns, each
 * with the words of its rows. Rows and columns that say nothing are left out.
 */
export function sheetPrintable(
  sheet: Sheet,
  formats: ReadonlyMap<string, number>,
  names: Names,
): Printable | null {
  const known = (row: number, column: number) =>
    sheet.rows[row]?.cells[column] ?? null;
  const columns = sheet.columns
    .map((_, at) => at)
    .filter((at) => sheet.rows.some((_, row) => known(row, at) !== null));
  const blocks: PrintBlock[] = [];
  for (let from = 0; from < columns.length; from += columnsOfAPage) {
    const strip = columns.slice(from, from + columnsOfAPage);
    blocks.push({
      kind: "table",
      columns: [
        { head: rowHead(sheet, names), width: 26, align: "left" },
        ...strip.map((at) => ({
          head: placeWords(sheet.columns[at], names),
          width: 9,
          align: "right" as const,
        })),
      ],
      rows: sheet.rows.flatMap((row, at) =>
        strip.every((column) => known(at, column) === null)
          ? []
          : [
              {
                cells: [
                  placeWords(row, names),
                  ...strip.map((column) => {
                    const item =
                      row.item ??
                      sheet.columns[column]?.item ??
                      sheet.picked.item;
                    return cellWords(
                      known(at, column),
                      formats.get(item?.indicator ?? "") ??
                        item?.decimals ??
                        null,
                    );
                  }),
                ],
              },
            ],
      ),
    });
  }
  if (blocks.length === 0) return null;
  const picked = placeWords(sheet.picked, names);
  const title = describe("ui.view.data", {}, names.language);
  return {
    title: picked === "" ? title : `${title} · ${picked}`,
    line:
      sheet.picked.item === null
        ? describe("views.print.units_beside", {}, names.language)
        : "",
    blocks,
  };
}

/** What the words of the rows are about. */
function rowHead(sheet: Sheet, names: Names): string {
  const [row] = sheet.rows;
  return (["region", "indicator", "period"] as const)
    .filter((dimension) =>
      dimension === "indicator"
        ? (row?.item ?? null) !== null
        : (row?.[dimension] ?? null) !== null,
    )
    .map((dimension) => describe(`ui.column.${dimension}`, {}, names.language))
    .join(" · ");
}

function cellWords(cell: CubeCell | null, decimals: number | null): string {
  if (cell === null) return "";
  return cell.value === null
    ? cell.missing || dash
    : figureText(cell.value, decimals ?? cell.decimals);
}

/** What stands on an axis, in names; the unit stands beside its indicator. */
function placeWords(place: Place | undefined, names: Names): string {
  const { item = null, region = null, period = null } = place ?? {};
  const unit = item === null ? "" : names.unit(item.unit);
  return [
    region === null ? "" : names.regionShort(region),
    item === null
      ? ""
      : names.indicator(item.indicator) + (unit === "" ? "" : ` (${unit})`),
    item === null || item.measure === "actual"
      ? ""
      : describe(`ui.measure.${item.measure}`, {}, names.language),
    names.variant(item?.variant ?? ""),
    item === null || item.base === ""
      ? ""
      : describe(
          "ui.against_base",
          { base: periodText(item.base, names.language) },
          names.language,
        ),
    period === null ? "" : periodText(period, names.language),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
