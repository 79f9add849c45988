import type {
  CellClassParams,
  ColDef,
  GridOptions,
  ValueSetterParams,
} from "ag-grid-community";
import type { PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CubeCell, CubeRow } from "../../worker/api.ts";
import { dash, exactText, figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { send } from "../state/events.ts";
import { GridElement } from "./grid-element.ts";
import { guardInputMethod } from "./ime-guard.ts";

/** A series and its cells, in the order of the cube's periods. */
export interface CubeLine {
  readonly row: CubeRow;
  readonly cells: readonly (CubeCell | null)[];
}

/** What a person typed into a cell; `text` empty clears. */
export interface CellEdit {
  readonly row: CubeRow;
  readonly period: string;
  readonly text: string;
}

/** The cube as a sheet. Sends `db-edit` ({@link CellEdit}) and asks the inspector to follow the focus. */
@customElement("db-cube-grid")
export class DbCubeGrid extends GridElement<CubeLine> {
  /** Every period of the cube. */
  @property({ attribute: false }) periods: readonly string[] = [];
  /** The ones with a column. */
  @property({ attribute: false }) shownPeriods: readonly string[] = [];

  #unguard: (() => void) | null = null;

  protected override rowId({ row }: CubeLine): string {
    return [row.indicator, row.region, row.measure, row.variant, row.base].join(
      "|",
    );
  }

  protected override onFocus({ row, cells }: CubeLine, column: string): void {
    const period = periodOfColumn(column);
    if (period === null) return;
    const cell = cells[this.periods.indexOf(period)] ?? null;
    send(this, "db-inspect", { type: "cell", row, period, cell });
  }

  protected override columnsChanged(changed: PropertyValues): boolean {
    return changed.has("periods") || changed.has("shownPeriods");
  }

  protected override options(): GridOptions<CubeLine> {
    return {
      enterNavigatesVertically: true,
      enterNavigatesVerticallyAfterEdit: true,
      stopEditingWhenCellsLoseFocus: true,
      onGridReady: ({ api }) => {
        const place = this.renderRoot.querySelector(".grid");
        this.#unguard?.();
        if (place instanceof HTMLElement)
          this.#unguard = guardInputMethod(place, api);
      },
      // The latest periods are what people come for.
      onFirstDataRendered: ({ api }) => {
        const last = this.shownPeriods[this.shownPeriods.length - 1];
        if (last !== undefined) api.ensureColumnVisible(`p:${last}`, "end");
      },
    };
  }

  override disconnectedCallback(): void {
    this.#unguard?.();
    this.#unguard = null;
    super.disconnectedCallback();
  }

  protected override columnDefs(): ColDef<CubeLine>[] {
    const { names } = this;
    return [
      {
        colId: "indicator",
        headerName: this.say("ui.column.indicator"),
        width: 168,
        pinned: "left",
        valueGetter: ({ data }) =>
          data === undefined ? "" : names.indicator(data.row.indicator),
        tooltipValueGetter: ({ value }: { value?: unknown }) =>
          String(value ?? ""),
      },
      {
        colId: "unit",
        headerName: this.say("ui.column.unit"),
        width: 72,
        pinned: "left",
        cellClass: "small",
        valueGetter: ({ data }) => names.unit(data?.row.unit ?? ""),
      },
      {
        colId: "region",
        headerName: this.say("ui.column.region"),
        width: 92,
        pinned: "left",
        valueGetter: ({ data }) =>
          data === undefined ? "" : names.regionShort(data.row.region),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : names.region(data.row.region),
      },
      {
        colId: "measure",
        headerName: this.say("ui.column.measure"),
        width: 88,
        pinned: "left",
        cellClass: "small",
        valueGetter: ({ data }) => this.#measure(data),
        tooltipValueGetter: ({ data }) => this.#measure(data),
      },
      ...this.shownPeriods.map((period) => this.#period(period)),
    ];
  }

  #measure(line: CubeLine | undefined): string {
    if (line === undefined) return "";
    const { measure, variant, base } = line.row;
    return [
      this.say(`ui.measure.${measure}`),
      variant,
      base === ""
        ? ""
        : this.say("ui.against_base", {
            base: periodText(base, this.language),
          }),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  #period(period: string): ColDef<CubeLine> {
    const index = this.periods.indexOf(period);
    const cellOf = (line: CubeLine | undefined) => line?.cells[index] ?? null;
    return {
      colId: `p:${period}`,
      headerName: periodText(period, this.language),
      headerTooltip: periodText(period, this.language),
      width: headerWidth(periodText(period, this.language)),
      headerClass: "figure",
      editable: true,
      cellEditor: "agTextCellEditor",
      cellClass: ({ data }: CellClassParams<CubeLine>) => classes(cellOf(data)),
      valueGetter: ({ data }) => cellOf(data)?.value ?? null,
      valueFormatter: ({ data }) => {
        const cell = cellOf(data);
        if (cell === null) return "";
        return cell.value === null
          ? dash
          : figureText(cell.value, cell.decimals ?? data?.row.decimals ?? null);
      },
      tooltipValueGetter: ({ data }) => this.#tooltip(cellOf(data)),
      valueSetter: ({
        data,
        newValue,
        oldValue,
      }: ValueSetterParams<CubeLine>) => {
        const text = String(newValue ?? "").trim();
        if (text !== exactText(known(oldValue)))
          this.#edit(data.row, period, text);
        // The journal decides; the figure comes back with the next answer.
        return false;
      },
    };
  }

  #tooltip(cell: CubeCell | null): string {
    if (cell === null) return "";
    const marks = [
      cell.value === null ? cell.missing : exactText(cell.value),
      cell.edited ? this.say("ui.mark.edited") : "",
      cell.conflict ? this.say("ui.mark.conflict") : "",
      cell.status === "provisional" || cell.status === "estimated"
        ? this.say(`ui.mark.${cell.status}`)
        : "",
    ];
    return marks.filter((mark) => mark !== "").join(" · ");
  }

  #edit(row: CubeRow, period: string, text: string): void {
    this.dispatchEvent(
      new CustomEvent<CellEdit>("db-edit", { detail: { row, period, text } }),
    );
  }
}

/** Wide enough for the words of the header: Chinese characters take twelve pixels, others about seven. */
function headerWidth(words: string): number {
  const pixels = [...words].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 13 : 7.5),
    0,
  );
  return Math.max(84, Math.ceil(pixels) + 24);
}

function known(value: unknown): number | string | null {
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function classes(cell: CubeCell | null): string[] {
  const names = ["figure"];
  if (cell === null) return names;
  if (cell.value === null) names.push("missing");
  if (cell.status === "provisional" || cell.status === "estimated")
    names.push("provisional");
  if (cell.edited) names.push("edited");
  if (cell.conflict) names.push("conflict");
  return names;
}

function periodOfColumn(column: string): string | null {
  return column.startsWith("p:") ? column.slice(2) : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-cube-grid": DbCubeGrid;
  }
}
