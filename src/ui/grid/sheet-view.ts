import type { StatusCode } from "../../model/catalog.ts";
import { decimalOf, roundDecimal } from "../../model/decimal.ts";
import { compareDecimals } from "../../model/decimal.ts";
import type { Params } from "../../model/issue.ts";
import type { CubeCell, CubeOriginal } from "../../worker/api.ts";
import { dash, exactText, figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";
import type { TreeRow } from "./arrange-rows.ts";
import type { Size, Spot } from "./areas.ts";
import { mostAligned, pointClasses } from "../format/point-classes.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import { type Item, keyAt, type Place, seriesAt, type Sheet } from "./sheet.ts";
import { figureId, typedText } from "./typed-cell.ts";

/** What stands before the figures of a row. */
export type LabelColumn =
  "indicator" | "unit" | "region" | "measure" | "period" | "status";

/** Decimals up to which figures stand under each other. */

/** How targets stand, by the key of the figure that was judged and by series (`seriesId`). */
export interface Statuses {
  readonly byKey: ReadonlyMap<string, StatusCode>;
  readonly bySeries: ReadonlyMap<string, StatusCode>;
}

export const noStatuses: Statuses = { byKey: new Map(), bySeries: new Map() };

export function seriesId(row: {
  readonly indicator: string;
  readonly region: string;
  readonly variant: string;
  readonly base: string;
}): string {
  return [row.indicator, row.region, row.variant, row.base].join("|");
}

export type Say = (code: UiCode | GridCode, params?: Params) => string;

export interface SheetViewParts {
  readonly sheet: Sheet;
  readonly rows: readonly TreeRow[];
  readonly names: Names;
  readonly say: Say;
  readonly statuses: Statuses;
  /** Decimals a person chose for an indicator. */
  readonly formats: ReadonlyMap<string, number>;
  /** Columns of `ids` that a person hid; those of figures are not in the sheet any more. */
  readonly hidden?: readonly string[];
}

/** A sheet as it is read: which columns there are, and what stands in each cell. */
export class SheetView {
  readonly sheet: Sheet;
  readonly rows: readonly TreeRow[];
  readonly names: Names;
  readonly statuses: Statuses;
  readonly labels: readonly LabelColumn[];
  readonly ids: readonly string[];
  readonly #say: Say;
  readonly #formats: ReadonlyMap<string, number>;
  readonly #most = new Map<number, number>();
  readonly #judged = new WeakMap<TreeRow, boolean>();

  constructor({
    sheet,
    rows,
    names,
    say,
    statuses,
    formats,
    hidden = [],
  }: SheetViewParts) {
    this.sheet = sheet;
    this.rows = rows;
    this.names = names;
    this.statuses = statuses;
    this.#say = say;
    this.#formats = formats;
    this.labels = labelsOf(sheet, statuses).filter(
      (label) => !hidden.includes(label),
    );
    this.ids = [...this.labels, ...sheet.columns.map(({ id }) => figureId(id))];
  }

  get size(): Size {
    return { rows: this.rows.length, columns: this.ids.length };
  }

  /** Index of the first column of figures. */
  get firstFigure(): number {
    return this.labels.length;
  }

  isFigure({ column }: Spot): boolean {
    return column >= this.labels.length && column < this.ids.length;
  }

  /** True where nothing is known, and where a person took away what was; a reason for a missing figure is something. */
  isEmpty(spot: Spot): boolean {
    return this.isFigure(spot) && typedText(this.cell(spot)) === "";
  }

  row({ row }: Spot): TreeRow | null {
    return this.rows[row] ?? null;
  }

  cell(spot: Spot): CubeCell | null {
    return this.row(spot)?.cells[spot.column - this.labels.length] ?? null;
  }

  place({ column }: Spot): Place | null {
    return this.sheet.columns[column - this.labels.length] ?? null;
  }

  series(spot: Spot): {
    readonly item: Item;
    readonly region: string;
    readonly period: string;
  } | null {
    const [row, column] = [this.row(spot), this.place(spot)];
    return row === null || column === null
      ? null
      : seriesAt(this.sheet, row, column);
  }

  key(spot: Spot): string | null {
    const [row, column] = [this.row(spot), this.place(spot)];
    return row === null || column === null
      ? null
      : keyAt(this.sheet, row, column);
  }

  /** How the target of a figure stands; null for most. */
  status(spot: Spot): StatusCode | null {
    const row = this.row(spot);
    if (row === null || !this.#mayBeJudged(row)) return null;
    const key = this.key(spot);
    return key === null ? null : (this.statuses.byKey.get(key) ?? null);
  }

  /** False for rows of series without a target: most, and it is asked for every cell drawn. */
  #mayBeJudged(row: TreeRow): boolean {
    if (this.statuses.byKey.size === 0) return false;
    if (row.item === null || row.region === null) return true;
    const known = this.#judged.get(row);
    if (known !== undefined) return known;
    const judged = this.statuses.bySeries.has(
      seriesId({ ...row.item, region: row.region }),
    );
    this.#judged.set(row, judged);
    return judged;
  }

  statusOfRow(row: TreeRow): StatusCode | null {
    const item = row.item ?? this.sheet.picked.item;
    const region = row.region ?? this.sheet.picked.region;
    return item === null || region === null || item.measure !== "actual"
      ? null
      : (this.statuses.bySeries.get(seriesId({ ...item, region })) ?? null);
  }

  /** Decimals a figure is shown with; null for its own. */
  decimals(spot: Spot, cell: CubeCell): number | null {
    return this.decimalsOf(this.series(spot)?.item ?? null, cell);
  }

  decimalsOf(item: Item | null, cell: CubeCell): number | null {
    const chosen = this.#formats.get(item?.indicator ?? "");
    return chosen ?? cell.decimals ?? item?.decimals ?? null;
  }

  /** Classes that move a figure left by the decimals it lacks against the longest of its column. */
  alignment(spot: Spot, cell: CubeCell): readonly string[] {
    const most = this.mostDecimals(spot.column);
    if (most === 0 || typeof cell.value !== "number") return [];
    const own = Math.min(
      this.decimals(spot, cell) ?? decimalOf(cell.value).scale,
      most,
    );
    return pointClasses(own, most);
  }

  /** Decimals of the figure of a column that has most. */
  mostDecimals(column: number): number {
    const known = this.#most.get(column);
    if (known !== undefined) return known;
    const at = column - this.labels.length;
    const { picked, columns } = this.sheet;
    const across = columns[at]?.item ?? picked.item;
    let most = 0;
    for (const row of this.rows) {
      const cell = row.cells[at] ?? null;
      if (cell === null || typeof cell.value !== "number") continue;
      const own =
        this.decimalsOf(row.item ?? across, cell) ??
        decimalOf(cell.value).scale;
      if (own > most) most = own;
    }
    const bounded = Math.min(most, mostAligned);
    this.#most.set(column, bounded);
    return bounded;
  }

  /** What the cell shows. */
  text(spot: Spot): string {
    const row = this.row(spot);
    if (row === null) return "";
    if (!this.isFigure(spot)) return this.label(row, this.labels[spot.column]);
    const cell = this.cell(spot);
    if (cell === null) return "";
    return cell.value === null
      ? dash
      : figureText(cell.value, this.decimals(spot, cell));
  }

  /** All that is known of the figure, as it is typed: digits, a placeholder, or nothing. */
  exact(spot: Spot): string {
    if (!this.isFigure(spot)) return this.text(spot);
    return typedText(this.cell(spot));
  }

  /** What is copied: as shown where nothing is lost by that, else every digit. */
  copied(spot: Spot): { readonly text: string; readonly exact: string | null } {
    const value = this.isFigure(spot) ? this.cell(spot)?.value : null;
    if (typeof value !== "number")
      return {
        text: this.isFigure(spot) ? this.exact(spot) : this.text(spot),
        exact: null,
      };
    const exact = decimalOf(value);
    const cell = this.cell(spot);
    const decimals = cell === null ? null : this.decimals(spot, cell);
    const whole =
      decimals === null ||
      compareDecimals(roundDecimal(exact, decimals), exact) === 0;
    return {
      text: whole ? this.text(spot) : exactText(value),
      exact: exactText(value),
    };
  }

  label(row: TreeRow, label: LabelColumn | undefined): string {
    const { names } = this;
    switch (label) {
      case "indicator":
        return row.item === null ? "" : names.indicator(row.item.indicator);
      case "unit":
        return names.unit(row.item?.unit ?? "");
      case "region":
        return row.region === null ? "" : names.regionShort(row.region);
      case "measure":
        return row.item === null ? "" : this.measure(row.item);
      case "period":
        return row.period === null
          ? ""
          : periodText(row.period, names.language);
      case "status": {
        const status = this.statusOfRow(row);
        return status === null ? "" : names.status(status);
      }
      case undefined:
        return "";
    }
  }

  /** `本期 · 扣沙 · 比2015年`. */
  measure({ measure, variant, base }: Item): string {
    return [
      this.#say(`ui.measure.${measure}`),
      this.names.variant(variant),
      base === ""
        ? ""
        : this.#say("ui.against_base", {
            base: periodText(base, this.names.language),
          }),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  /** The item's name with what sets it apart from the plain figure. */
  itemName(item: Item): string {
    const name = this.names.indicator(item.indicator);
    return item.measure === "actual" && item.variant === "" && item.base === ""
      ? name
      : `${name} · ${this.measure(item)}`;
  }

  /** What a column is about, in words: `2021年6月`, `PM2.5浓度 2021年6月`, `地区`. */
  columnName(spot: Spot): string {
    const label = this.labels[spot.column];
    if (label !== undefined) return this.#say(`ui.column.${label}`);
    const { item, region, period } = this.place(spot) ?? {
      item: null,
      region: null,
      period: null,
    };
    return [
      item === null ? "" : this.itemName(item),
      region === null ? "" : this.names.regionShort(region),
      period === null ? "" : periodText(period, this.names.language),
    ]
      .filter((part) => part !== "")
      .join(" ");
  }

  /** Where a figure stands, in words: `太原市 · PM2.5 · 2021年6月`. */
  address(spot: Spot): string {
    const at = this.series(spot);
    const row = this.row(spot);
    if (at === null)
      return row === null
        ? ""
        : [row.region, row.item]
            .map((part) =>
              part === null
                ? ""
                : typeof part === "string"
                  ? this.names.regionShort(part)
                  : this.itemName(part),
            )
            .filter((part) => part !== "")
            .join(" · ");
    return [
      this.names.regionShort(at.region),
      this.itemName(at.item),
      periodText(at.period, this.names.language),
    ].join(" · ");
  }

  /** File, sheet and cell; empty for a value typed by hand. */
  source(cell: CubeCell | CubeOriginal): string {
    const source = this.sheet.sources[cell.source];
    return source === undefined
      ? ""
      : [source.file, source.sheet, cell.at]
          .filter((part) => part !== "")
          .join(" · ");
  }

  /** What a file says under a value typed over it: `原值 48（某某.xlsx, C5）`. */
  original({ original }: CubeCell): string {
    if (original === null) return "";
    const file = this.sheet.sources[original.source]?.file ?? "";
    return this.#say("grid.original", {
      value:
        original.value === null
          ? original.missing || dash
          : exactText(original.value),
      source: [file, original.at].filter((part) => part !== "").join(", "),
    });
  }

  /** What a person reads on hover: digits, marks, status, remarks. */
  tooltip(spot: Spot): string {
    const row = this.row(spot);
    if (row !== null && !this.isFigure(spot))
      return this.labels[spot.column] === "region" && row.region !== null
        ? this.names.region(row.region)
        : this.text(spot);
    const cell = this.cell(spot);
    if (cell === null) return "";
    const status = this.status(spot);
    return [
      cell.value === null ? cell.missing : exactText(cell.value),
      status === null ? "" : this.names.status(status),
      cell.computed === true ? this.#say("ui.mark.computed") : "",
      cell.edited ? this.#say("ui.mark.edited") : "",
      this.original(cell),
      cell.conflict ? this.#say("ui.mark.conflict") : "",
      cell.status === "provisional" || cell.status === "estimated"
        ? this.#say(`ui.mark.${cell.status}`)
        : "",
      cell.comments > 0 ? this.#say("grid.comments", { n: cell.comments }) : "",
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }
}

function labelsOf(sheet: Sheet, statuses: Statuses): readonly LabelColumn[] {
  const { rows } = sheet.layout;
  const labels: LabelColumn[] = [];
  if (rows.includes("indicator")) labels.push("indicator", "unit");
  if (rows.includes("region")) labels.push("region");
  if (rows.includes("period")) labels.push("period");
  // Where every row is a plain actual figure there is nothing to tell apart.
  if (
    sheet.rows.some(
      ({ item }) =>
        item !== null &&
        (item.measure !== "actual" || item.variant !== "" || item.base !== ""),
    )
  )
    labels.push("measure");
  const perRow =
    (rows.includes("indicator") || sheet.picked.item !== null) &&
    (rows.includes("region") || sheet.picked.region !== null);
  if (perRow && statuses.bySeries.size > 0) labels.push("status");
  return labels;
}
