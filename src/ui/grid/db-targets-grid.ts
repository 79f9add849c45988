import type {
  ColDef,
  GridApi,
  GridOptions,
  ICellRendererParams,
} from "ag-grid-community";
import {
  html,
  nothing,
  type PropertyValues,
  render,
  type TemplateResult,
} from "lit";
import { customElement, property } from "lit/decorators.js";
import { statuses } from "../../model/catalog.ts";
import type { ProgressRow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import type { Trend } from "../../worker/api.ts";
import { spark, type SparkBox, sparkRange } from "../chart/spark.ts";
import { sparkDrawing } from "../chart/spark-drawing.ts";
import { barShape } from "../format/bar-shape.ts";
import {
  comparatorText,
  dash,
  exactText,
  figureText,
  percentText,
  signedText,
} from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { remainingWords } from "../format/remaining-words.ts";
import {
  type TargetFigure,
  targetFigure,
  targetFigures,
} from "../format/target-figure.ts";
import { paceBar } from "../parts/pace-bar.ts";
import { statusMark } from "../parts/status-mark.ts";
import { send } from "../state/events.ts";
import { progressId, trendKey } from "../state/progress-id.ts";
import type { Filters } from "./arrangement.ts";
import { GridElement } from "./grid-element.ts";
import { PointColumns } from "../format/point-columns.ts";
import { processUnpinned } from "./unpin.ts";
import { filterLines } from "./filter-lines.ts";
import { type MenuGroups, menuItem } from "./menu-item.ts";
import type { RowCell } from "./row-menus.ts";
import type { Say } from "./sheet-view.ts";

export type TrendMap = ReadonlyMap<string, Trend>;

/** Width in pixels from which every column has its place. */
const roomy = 1100;
/** Below it (projected, beside the inspector) only the figures and the status are shown. */
const tight = 700;
const sparkBox: SparkBox = { width: 56, height: 22, room: 4 };

/** Target against actual, one row a target. The focused row goes to the inspector and as `db-row` to the view. Sends `db-narrow` ({@link Filters} to set) from its menu. */
@customElement("db-targets-grid")
export class DbTargetsGrid extends GridElement<ProgressRow> {
  /** True while rows are narrowed by something. */
  @property({ attribute: false }) narrowed = false;
  /** Short series by `trendKey`, for the trend column; they may come after the rows. */
  @property({ attribute: false }) trends: TrendMap = new Map();

  readonly #points = new PointColumns<ProgressRow, TargetFigure>(
    targetFigures,
    targetFigure,
  );
  #width = roomy;

  protected override updated(changed: PropertyValues): void {
    const moved = changed.has("rows") ? this.#points.take(this.rows) : [];
    super.updated(changed);
    if (moved.length > 0)
      this.api?.refreshCells({ columns: [...moved], force: true });
    if (changed.has("trends"))
      this.api?.refreshCells({ columns: ["trend"], force: true });
  }

  protected override rowId(row: ProgressRow): string {
    return progressId(row);
  }

  protected override onFocus(row: ProgressRow): void {
    this.dispatchEvent(new CustomEvent("db-row", { detail: row }));
    send(this, "db-inspect", { type: "progress", row });
  }

  protected override menuFor({ row }: RowCell<ProgressRow>): MenuGroups {
    const { names } = this;
    const say: Say = (code, params) => this.say(code, params);
    return [
      [
        menuItem(say, "inspect", say("grid.menu.inspect"), "", false, () => {
          this.onFocus(row);
        }),
      ],
      filterLines(
        say,
        [
          {
            filter: "indicator",
            code: row.indicator,
            what: names.indicator(row.indicator),
          },
          {
            filter: "region",
            code: row.region,
            what: names.regionShort(row.region),
          },
          {
            filter: "status",
            code: row.status,
            what: names.status(row.status),
          },
        ],
        {
          filters: ["indicator", "region", "status"],
          narrowed: this.narrowed,
          narrow: this.#narrow,
        },
      ),
    ];
  }

  #narrow = (detail: Filters): void => {
    this.dispatchEvent(new CustomEvent<Filters>("db-narrow", { detail }));
  };

  /** As many as there is room for already when they are first drawn. */
  protected override columnDefs(): ColDef<ProgressRow>[] {
    const out = leftOut(this.clientWidth || roomy);
    return this.#columns().map((column) =>
      out.includes(column.colId ?? "")
        ? { ...column, initialHide: true }
        : column,
    );
  }

  #columns(): ColDef<ProgressRow>[] {
    const { names } = this;
    return [
      {
        colId: "indicator",
        headerName: this.say("ui.column.indicator"),
        width: 180,
        pinned: "left",
        valueGetter: ({ data }) =>
          data === undefined ? "" : names.indicator(data.indicator),
        tooltipValueGetter: ({ data }) =>
          data === undefined
            ? ""
            : [
                names.indicator(data.indicator) +
                  (data.variant === ""
                    ? ""
                    : this.say("ui.aside", {
                        text: names.variant(data.variant),
                      })),
                names.unit(data.unit),
              ]
                .filter((part) => part !== "")
                .join(" "),
        cellRenderer: cell(
          (row) =>
            html`${names.indicator(row.indicator)}${
                row.variant === ""
                  ? nothing
                  : this.say("ui.aside", { text: names.variant(row.variant) })
              }<span class="unit">${names.unit(row.unit)}</span>`,
        ),
      },
      {
        colId: "region",
        headerName: this.say("ui.column.region"),
        width: 84,
        pinned: "left",
        valueGetter: ({ data }) =>
          data === undefined ? "" : names.regionShort(data.region),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : names.region(data.region),
      },
      {
        colId: "period",
        headerName: this.say("ui.column.period"),
        width: 100,
        cellClass: "small",
        valueGetter: ({ data }) => data?.period ?? "",
        valueFormatter: ({ data }) =>
          data === undefined || data.period === ""
            ? dash
            : periodText(data.period, names.language),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : periodText(data.period, names.language),
      },
      this.#figure("baseline", this.language === "zh" ? 66 : 74),
      this.#figure("actual", 66),
      {
        ...this.#figure("target", 84),
        tooltipValueGetter: ({ data }) => {
          if (data === undefined || data.target === null) return "";
          return `${comparatorText(data.comparator)}${exactText(data.target)}${names.unit(data.unit)} · ${periodText(data.deadline, names.language)}`;
        },
      },
      {
        colId: "progress",
        headerName: this.say("ui.column.progress"),
        headerTooltip: this.say("ui.column.progress.hint"),
        width: 100,
        valueGetter: ({ data }) => data?.progress ?? null,
        valueFormatter: ({ data }) =>
          data === undefined || data.progress === null
            ? dash
            : percentText(data.progress),
        // The bar also shows the status and the time, which move on their own.
        equals: () => false,
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : this.#progressWords(data),
        cellRenderer: cell((row) => {
          const shape = barShape(row.progress, row.timeShare);
          return shape === null
            ? html`<span class="missing">${dash}</span>`
            : html`<span class="bar"
                >${paceBar(shape, row.status, this.#progressWords(row))}<b
                  >${percentText(row.progress)}</b
                ></span
              >`;
        }),
      },
      {
        ...this.#figure("gap", 64),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : signedText(data.gap, null),
      },
      {
        colId: "trend",
        headerName: this.say("views.trend"),
        width: 72,
        sortable: false,
        valueGetter: ({ data }) =>
          data === undefined ? "" : this.#trendWords(data),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : this.#trendWords(data),
        cellRenderer: cell((row) => this.#trend(row)),
      },
      {
        colId: "remaining",
        headerName: this.say("ui.column.remaining"),
        width: 220,
        flex: 2,
        minWidth: 100,
        sortable: false,
        valueGetter: ({ data }) =>
          data === undefined ? "" : remainingWords(data, names, "short"),
        tooltipValueGetter: ({ data }) =>
          data === undefined ? "" : remainingWords(data, names),
      },
      {
        colId: "source",
        headerName: this.say("ui.column.source"),
        width: 132,
        flex: 1,
        minWidth: 110,
        cellClass: "small",
        valueGetter: ({ data }) => sourceText(data),
        tooltipValueGetter: ({ data }) => sourceText(data),
      },
      {
        colId: "status",
        headerName: this.say("ui.column.status"),
        width: this.language === "zh" ? 104 : 134,
        pinned: "right",
        valueGetter: ({ data }) =>
          data === undefined ? null : statuses.indexOf(data.status),
        valueFormatter: ({ data }) =>
          data === undefined ? "" : names.status(data.status),
        tooltipValueGetter: ({ data }) => {
          if (data === undefined) return "";
          const reason = data.reasons["status"];
          const word = names.status(data.status);
          return reason === undefined
            ? word
            : `${word}${this.language === "zh" ? "：" : ": "}${describe(reason, {}, this.language)}`;
        },
        cellRenderer: cell((row) =>
          statusMark(row.status, names.status(row.status)),
        ),
      },
    ];
  }

  /** Nothing is typed here, so Tab leaves the grid; the arrows move in it. */
  protected override options(): GridOptions<ProgressRow> {
    return {
      tabToNextCell: () => false,
      processUnpinnedColumns: processUnpinned,
    };
  }

  /** Beside the inspector there is room for less; it shows what is left out. */
  protected override onResize(api: GridApi<ProgressRow>, width: number): void {
    this.#width = width;
    this.showColumns(api);
  }

  /** What a person hid stays hidden at every width. */
  protected override showColumns(api: GridApi<ProgressRow>): void {
    super.showColumns(api);
    const out = leftOut(this.#width);
    if (out.length > 0) api.setColumnsVisible([...out], false);
  }

  #figure(field: TargetFigure, width: number): ColDef<ProgressRow> {
    return {
      colId: field,
      headerName: this.say(`ui.column.${field}`),
      width,
      cellClass: ({ data, value }) =>
        value === null || data === undefined
          ? ["figure", "missing"]
          : ["figure", ...this.#points.classes(data, field)],
      headerClass: "figure",
      valueGetter: ({ data }) => data?.[field] ?? null,
      valueFormatter: ({ data }) =>
        data === undefined ? "" : targetFigure(data, field),
      tooltipValueGetter: ({ data }) => {
        if (data === undefined) return "";
        const reason = data.reasons[field];
        if (data[field] === null)
          return reason === undefined
            ? ""
            : describe(reason, {}, this.language);
        return exactText(data[field]);
      },
    };
  }

  #trend(row: ProgressRow): TemplateResult {
    const points = this.trends.get(trendKey(row))?.points ?? [];
    const range = sparkRange([points], [row.target]);
    return range === null
      ? html`<span class="missing">${dash}</span>`
      : html`<span
          style="display:flex;align-items:center;height:100%"
          role="img"
          aria-label=${this.#trendWords(row)}
          >${sparkDrawing(spark(points, row.target, range, sparkBox), sparkBox)}</span
        >`;
  }

  #trendWords(row: ProgressRow): string {
    const known = (this.trends.get(trendKey(row))?.points ?? []).filter(
      ({ value }) => value !== null,
    );
    const [first, last] = [known.at(0), known.at(-1)];
    if (first === undefined || last === undefined) return "";
    const words = (point: typeof first) =>
      `${periodText(point.period, this.language)} ${figureText(point.value, row.decimals)}`;
    return first === last
      ? words(first)
      : this.say("views.trend.words", {
          n: known.length,
          from: words(first),
          to: words(last),
        });
  }

  #progressWords(row: ProgressRow): string {
    if (row.progress === null) {
      const reason = row.reasons["progress"];
      return reason === undefined ? "" : describe(reason, {}, this.language);
    }
    return this.say(
      row.timeShare === null ? "ui.progress.alone" : "ui.progress.of_time",
      {
        progress: percentText(row.progress),
        time: percentText(row.timeShare),
      },
    );
  }
}

/** Columns that a grid of this many pixels has no room for. */
function leftOut(width: number): readonly string[] {
  return [
    ...(width >= roomy ? [] : ["baseline", "trend", "source"]),
    ...(width >= tight ? [] : ["period", "progress", "remaining"]),
  ];
}

function sourceText(row: ProgressRow | undefined): string {
  const source = row?.source;
  if (source === null || source === undefined) return "";
  return [source.file, source.sheet, source.cell]
    .filter((part) => part !== "")
    .join(" · ");
}

/** A cell renderer that draws a template of the row. */
function cell(draw: (row: ProgressRow) => TemplateResult) {
  return ({ data }: ICellRendererParams<ProgressRow>): HTMLElement => {
    const place = document.createElement("span");
    place.style.display = "block";
    place.style.height = "100%";
    place.style.overflow = "hidden";
    place.style.textOverflow = "ellipsis";
    if (data !== undefined) render(draw(data), place);
    return place;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-targets-grid": DbTargetsGrid;
  }
}
