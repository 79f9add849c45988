import type {
  CellClassParams,
  ColDef,
  ColGroupDef,
  ICellRendererParams,
} from "ag-grid-community";
import type { StatusCode } from "../../model/catalog.ts";
import { parsePeriod } from "../../model/period.ts";
import { civilDate } from "../../model/calendar.ts";
import type { CubeCell } from "../../worker/api.ts";
import { dash, figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { TreeRow } from "./arrange-rows.ts";
import type { Spot } from "./areas.ts";
import type { Dimension } from "./layout.ts";
import type { SheetColumn } from "./sheet.ts";
import { SheetHeader } from "./sheet-header.ts";
import type { LabelColumn, Say, SheetView } from "./sheet-view.ts";
import { textWidth } from "../format/text-width.ts";
import { figureId } from "./typed-cell.ts";

/** What columns ask of the grid that holds them. */
export interface CubeColumnsParts {
  /** Of now: rows move and cells change while the columns stay. */
  readonly view: () => SheetView;
  readonly say: Say;
  /** Selection of a cell that is about to be drawn. */
  readonly selected: (spot: Spot) => string[];
  readonly colours: boolean;
  /** Nothing is pinned for a screen reader. */
  readonly pinned: boolean;
  /** Figures up to this column stay in sight too; empty for none. */
  readonly frozen: string;
  /** The period that is looked at: its header is marked. */
  readonly period: string;
  readonly fold: (row: TreeRow) => void;
}

export const rowNumber = "row-number";

const labelWidths: Readonly<Record<LabelColumn, number>> = {
  indicator: 148,
  unit: 58,
  region: 104,
  measure: 78,
  period: 116,
  status: 92,
};

/** More for English words. */
const englishRoom: Readonly<Partial<Record<LabelColumn, number>>> = {
  indicator: 24,
  region: 44,
  status: 46,
};

const statusClasses: Readonly<Record<StatusCode, string>> = {
  已达标: "st-good",
  目前达标: "st-holds",
  超序时: "st-ahead",
  达序时: "st-pace",
  滞后: "st-behind",
  严重滞后: "st-far",
  倒退: "st-backward",
  无法判定: "st-unknown",
};

/** The columns of a cube: row numbers, what rows are about, then figures under groups. */
export function cubeColumns(
  parts: CubeColumnsParts,
): (ColDef<TreeRow> | ColGroupDef<TreeRow>)[] {
  const view = parts.view();
  return [
    {
      colId: rowNumber,
      headerName: parts.say("grid.row"),
      width: 44,
      sortable: false,
      resizable: false,
      cellClass: "gutter",
      headerClass: "gutter",
      ...(parts.pinned ? { pinned: "left" as const } : {}),
      valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
    },
    ...view.labels.map((label, at) => labelColumn(parts, label, at)),
    ...grouped(parts, view),
  ];
}

function labelColumn(
  parts: CubeColumnsParts,
  label: LabelColumn,
  at: number,
): ColDef<TreeRow> {
  const { say, view } = parts;
  const text = (row: TreeRow | undefined) =>
    row === undefined ? "" : view().label(row, label);
  const small = label === "unit" || label === "measure" ? ["small"] : [];
  return {
    colId: label,
    headerName: say(`ui.column.${label}`),
    headerComponent: SheetHeader,
    headerComponentParams: { unit: "", sortWords: say("grid.sort") },
    width:
      labelWidths[label] +
      (view().names.language === "en" ? (englishRoom[label] ?? 0) : 0),
    ...(parts.pinned ? { pinned: "left" as const } : {}),
    valueGetter: ({ data }) => text(data),
    cellClass: ({ data, rowIndex }: CellClassParams<TreeRow>) => [
      ...small,
      ...(label === "status" && data !== undefined
        ? statusClass(view().statusOfRow(data), true)
        : []),
      ...parts.selected({ row: rowIndex, column: at }),
    ],
    ...(label === "region"
      ? {
          // The same name may be folded or deeper now.
          equals: () => false,
          cellRenderer: (params: ICellRendererParams<TreeRow>) =>
            treeCell(parts, params),
        }
      : {}),
  };
}

/** The region's name, indented by its depth, with a button that folds its parts. */
function treeCell(
  { say, fold, view }: CubeColumnsParts,
  { data }: ICellRendererParams<TreeRow>,
): HTMLElement {
  const place = document.createElement("span");
  if (data === undefined) return place;
  place.className = "tree";
  place.style.paddingLeft = `${String(data.depth * 12)}px`;
  if (data.hasParts) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.tabIndex = -1;
    button.textContent = data.folded ? "▸" : "▾";
    button.setAttribute("aria-expanded", String(!data.folded));
    button.setAttribute(
      "aria-label",
      say(data.folded ? "grid.unfold" : "grid.fold", {
        region: view().label(data, "region"),
      }),
    );
    button.addEventListener("mousedown", (event) => {
      event.stopPropagation();
      event.preventDefault();
    });
    button.addEventListener("click", () => {
      fold(data);
    });
    place.append(button);
  } else if (data.depth === 0) place.classList.add("plain");
  place.append(view().label(data, "region"));
  return place;
}

/** Figures under their groups: the outer dimension of the columns, or the years of the periods. */
function grouped(
  parts: CubeColumnsParts,
  view: SheetView,
): (ColDef<TreeRow> | ColGroupDef<TreeRow>)[] {
  const { columns: axis } = view.sheet.layout;
  const groups: { name: string; id: string; children: ColDef<TreeRow>[] }[] =
    [];
  const frozen = parts.pinned
    ? view.ids.indexOf(parts.frozen) - view.firstFigure
    : -1;
  view.sheet.columns.forEach((column, at) => {
    const name = groupName(view, column, axis);
    const child = {
      ...figureColumn(parts, view, column, at, name !== ""),
      pinned: at <= frozen ? ("left" as const) : null,
    };
    const last = groups[groups.length - 1];
    if (last !== undefined && last.name === name) last.children.push(child);
    else groups.push({ name, id: `g:${column.id}`, children: [child] });
  });
  return groups.flatMap(({ name, id, children }) =>
    name === ""
      ? children
      : [{ groupId: id, headerName: name, children, marryChildren: true }],
  );
}

function groupName(
  view: SheetView,
  column: SheetColumn,
  axis: readonly Dimension[],
): string {
  if (axis.length === 1)
    return axis[0] === "period" ? yearName(view, column) : "";
  return axis[0] === "indicator" && column.item !== null
    ? view.itemName(column.item)
    : column.period === null
      ? ""
      : periodText(column.period, view.names.language);
}

/** The year that a period lies in; a whole year, and what spans years, stand alone. */
function yearOf(code: string): number | null {
  const period = parsePeriod(code);
  if (period === null || /^\d{4}$/.test(period.code)) return null;
  const { year } = civilDate(period.start);
  return civilDate(period.end - 1).year === year ? year : null;
}

function yearName(view: SheetView, { period }: SheetColumn): string {
  const year = period === null ? null : yearOf(period);
  return year === null ? "" : periodText(String(year), view.names.language);
}

/** A period under its year: `6月`, `1—6月`; alone it says its year too. */
function shortPeriod(view: SheetView, code: string, inGroup: boolean): string {
  const { language } = view.names;
  const text = periodText(code, language);
  const year = inGroup ? yearOf(code) : null;
  return year === null
    ? text
    : text
        .replace(
          language === "zh" ? `${String(year)}年` : ` ${String(year)}`,
          "",
        )
        .trim();
}

function headerName(
  view: SheetView,
  column: SheetColumn,
  axis: readonly Dimension[],
  inGroup: boolean,
): string {
  const dimension = axis[axis.length - 1];
  if (dimension === "indicator")
    return column.item === null ? "" : view.itemName(column.item);
  if (dimension === "region")
    return column.region === null ? "" : view.names.regionShort(column.region);
  return column.period === null
    ? ""
    : shortPeriod(view, column.period, inGroup && axis.length === 1);
}

function figureColumn(
  parts: CubeColumnsParts,
  first: SheetView,
  column: SheetColumn,
  at: number,
  inGroup: boolean,
): ColDef<TreeRow> {
  const { say, view } = parts;
  const index = first.firstFigure + at;
  const name = headerName(first, column, first.sheet.layout.columns, inGroup);
  const unit =
    column.item === null || first.sheet.layout.columns.length > 1
      ? ""
      : first.names.unit(column.item.unit);
  const spotOf = (row: number): Spot => ({ row, column: index });
  return {
    colId: figureId(column.id),
    headerName: name,
    headerTooltip:
      column.period === null
        ? name
        : [
            column.item === null ? "" : first.itemName(column.item),
            periodText(column.period, first.names.language),
          ]
            .filter((part) => part !== "")
            .join(" · "),
    headerComponent: SheetHeader,
    headerComponentParams: { unit, sortWords: say("grid.sort") },
    headerClass:
      column.period !== null && column.period === parts.period
        ? ["figure", "now"]
        : ["figure"],
    width: headerWidth(name, unit),
    valueGetter: ({ data }) => data?.cells[at] ?? null,
    valueFormatter: ({ data, value }) =>
      data === undefined || value === null
        ? ""
        : shownFigure(view(), data, column, value as CubeCell),
    equals: (a: CubeCell | null, b: CubeCell | null) => sameCell(a, b),
    cellClass: ({ data, rowIndex }: CellClassParams<TreeRow>) => {
      const cell = data?.cells[at] ?? null;
      const now = view();
      const spot = spotOf(rowIndex);
      const names = cellClasses(now, spot, cell);
      if (parts.colours && cell !== null)
        names.push(...statusClass(now.status(spot)));
      names.push(...parts.selected(spot));
      return names;
    },
  };
}

function shownFigure(
  view: SheetView,
  row: TreeRow,
  column: SheetColumn,
  cell: CubeCell,
): string {
  if (cell.value === null) return dash;
  const item = row.item ?? column.item ?? view.sheet.picked.item;
  const decimals = view.decimalsOf(item, cell);
  return typeof cell.value === "number" && decimals !== null
    ? quickText(cell.value, decimals)
    : figureText(cell.value, decimals);
}

/** As `figureText`; most figures have no more decimals than are shown, and then the browser prints them exactly. */
function quickText(value: number, decimals: number): string {
  const unit = 10 ** decimals;
  const whole = Math.round(value * unit);
  return decimals >= 0 &&
    decimals <= 6 &&
    Math.abs(whole) < 1e15 &&
    whole !== 0 &&
    whole / unit === value
    ? value.toFixed(decimals)
    : figureText(value, decimals);
}

function cellClasses(
  view: SheetView,
  spot: Spot,
  cell: CubeCell | null,
): string[] {
  const names = ["figure"];
  if (cell === null) return names;
  if (cell.value === null) names.push("missing");
  else if (typeof cell.value === "number")
    names.push(...view.alignment(spot, cell));
  if (cell.status === "provisional" || cell.status === "estimated")
    names.push("provisional");
  if (cell.computed === true) names.push("computed");
  if (cell.edited) names.push("edited");
  if (cell.conflict) names.push("disputed");
  if (cell.comments > 0) names.push("commented");
  return names;
}

/** A figure that cannot be judged is left alone; only the column of statuses says so. */
function statusClass(status: StatusCode | null, worded = false): string[] {
  return status === null || (status === "无法判定" && !worded)
    ? []
    : ["st", statusClasses[status]];
}

/** Cells are made anew with every answer; only one that shows otherwise is drawn again. */
function sameCell(a: CubeCell | null, b: CubeCell | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.value === b.value &&
      a.missing === b.missing &&
      a.decimals === b.decimals &&
      a.status === b.status &&
      a.edited === b.edited &&
      a.computed === b.computed &&
      a.conflict === b.conflict &&
      a.comments === b.comments &&
      a.original?.value === b.original?.value)
  );
}

/** Wide enough for the words of the header. */
function headerWidth(name: string, unit: string): number {
  const width = textWidth(name) + (unit === "" ? 0 : textWidth(unit) + 4);
  return Math.min(180, Math.max(76, width + 24));
}
