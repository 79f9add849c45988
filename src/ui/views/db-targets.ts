import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { statuses } from "../../model/catalog.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Trend } from "../../worker/api.ts";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { DbSeriesChart } from "../chart/db-series-chart.ts";
import type { Filters } from "../grid/arrangement.ts";
import type { DbTargetsGrid, TrendMap } from "../grid/db-targets-grid.ts";
import "../grid/db-targets-grid.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import "../parts/db-paged-table.ts";
import type { Printable } from "../parts/printable.ts";
import { icon } from "../parts/icon.ts";
import { readerContext, supposedContext } from "../state/contexts.ts";
import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { tellFailure } from "../state/attempt.ts";
import { progressId } from "../state/progress-id.ts";
import { Question } from "../state/question.ts";
import { trendKey } from "../state/progress-id.ts";
import { filterBy, filterOption } from "../targets/filter-select.ts";
import { supposedBanner } from "../targets/supposed-banner.ts";
import { targetTabLinks } from "../targets/target-tabs.ts";
import { withSupposed } from "../targets/with-supposed.ts";
import { withOutlooks } from "./with-outlooks.ts";
import { targetColumns, targetRows } from "./target-rows.ts";
import {
  figuresFirst,
  filterProgress,
  statusGroups,
} from "./progress-filter.ts";

/** 目标: the grid is the page; the chart of the chosen row stands under it. */
@customElement("db-targets")
export class DbTargets extends ViewElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .bar {
        flex-wrap: nowrap;
      }
      @container (max-width: 900px) {
        .bar {
          flex-wrap: wrap;
        }
      }
      .chart {
        flex: none;
        height: min(250px, 45%);
        border-top: 1px solid var(--line-strong);
        position: relative;
      }
      .chart > button {
        position: absolute;
        z-index: 1;
        top: 4px;
        right: 6px;
      }
    `,
  ];

  /** Of the route: `status`, `region`, `indicator`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: supposedContext, subscribe: true })
  @state()
  private supposed: readonly ProgressRow[] | null = null;

  @state() private untargeted = false;
  @state() private closed = false;
  @state() private chosen: ProgressRow | null = null;
  @consume({ context: readerContext, subscribe: true })
  @state()
  private reader = false;
  @query("db-targets-grid") private grid!: DbTargetsGrid | null;
  @query("db-series-chart") private series!: DbSeriesChart | null;
  #shown: readonly ProgressRow[] = [];

  #rows = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.progress({ region, asOf }),
  );

  /** Only what is asked for by its status needs them. */
  #outlooks = new Question(
    this,
    () =>
      this.filters["status"] === "missing"
        ? ([this.scope.region, this.scope.asOf, this.journal] as const)
        : null,
    ([region, asOf]) => this.engine.outlooks({ region, asOf }),
  );
  #trends = new Question(
    this,
    () => {
      const rows = this.#rows.answer;
      return rows === undefined
        ? null
        : ([rows, this.scope.region, this.scope.asOf] as const);
    },
    ([rows, region, asOf]) =>
      this.engine.trends([...new Set(rows.map((row) => row.indicator))], {
        region,
        asOf,
      }),
  );
  #trendMap: TrendMap = new Map();
  #trendsOf: readonly Trend[] | undefined;

  #trendsByRow(): TrendMap {
    const { answer } = this.#trends;
    if (answer !== this.#trendsOf) {
      this.#trendsOf = answer;
      this.#trendMap = new Map(
        (answer ?? []).map((trend) => [trendKey(trend), trend]),
      );
    }
    return this.#trendMap;
  }

  protected override willUpdate(): void {
    const rows = filterProgress(
      withSupposed(
        withOutlooks(this.#rows.answer ?? [], this.#outlooks.answer ?? []),
        this.supposed,
      ),
      {
        status: this.filters["status"] ?? "",
        region: this.filters["region"] ?? "",
        indicator: this.filters["indicator"] ?? "",
        search: this.scope.search,
        spell: this.scope.spell,
        untargeted: this.untargeted,
        closed: this.closed,
      },
      this.names,
      {
        asOf: this.scope.asOf,
        regions: new Set(this.journal.dataRegions),
      },
    );
    this.#shown = figuresFirst(rows);
  }

  protected override render() {
    const { failure, answer } = this.#rows;
    return html`${this.#bar()} ${supposedBanner(this.supposed, this.language)}
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : answer === undefined
              ? nothing
              : this.reader
                ? html`<db-paged-table
                    .columns=${targetColumns(this.names)}
                    .rows=${targetRows(this.#shown, this.names, (row) => {
                      this.#show(row);
                      send(this, "db-inspect", { type: "progress", row });
                    })}
                    .label=${this.say("ui.view.targets")}
                  ></db-paged-table>`
                : html`<db-targets-grid
                    .rows=${this.#shown}
                    .trends=${this.#trendsByRow()}
                    .narrowed=${Object.keys(this.filters).length > 0}
                    @db-narrow=${(event: CustomEvent<Filters>) => {
                      send(this, "db-navigate", {
                        view: "targets",
                        filters: { ...this.filters, ...event.detail },
                      });
                    }}
                    .label=${this.say("ui.view.targets")}
                    @db-row=${(event: CustomEvent<ProgressRow>) => {
                      this.#show(event.detail);
                    }}
                  ></db-targets-grid>`
        }
      </div>
      ${this.#chart()}`;
  }

  #bar() {
    const rows = this.#rows.answer ?? [];
    const { filters } = this;
    const seen = (pick: (row: ProgressRow) => string) => [
      ...new Set(rows.map(pick)),
    ];
    return html`<div class="bar">
      <h1>${this.say("ui.view.targets")}</h1>
      ${targetTabLinks("progress", this.language)}
      <label
        ><span class="hidden-text">${this.say("ui.column.status")}</span>
        <select
          title=${this.say("ui.column.status")}
          @change=${this.#filter("status")}
        >
          ${this.#option("", this.say("grid.all.statuses"), "status")}
          ${Object.keys(statusGroups).map((group) =>
            this.#option(
              group,
              this.say(`ui.group.${group as keyof typeof statusGroups}`),
              "status",
            ),
          )}
          ${this.#option("missing", this.say("views.overview.missing"), "status")}
          ${this.#option("unmet", this.say("ui.group.unmet"), "status")}
          ${this.#option("unreported", this.say("ui.group.unreported"), "status")}
          ${this.#option("elsewhere", this.say("ui.group.elsewhere"), "status")}
          ${this.#option("closed", this.say("ui.group.closed"), "status")}
          ${statuses.map((status) =>
            this.#option(status, this.names.status(status), "status"),
          )}
        </select></label
      >
      <label
        ><span class="hidden-text">${this.say("ui.column.region")}</span>
        <select
          title=${this.#chosenWords("region")}
          @change=${this.#filter("region")}
        >
          ${this.#option("", this.say("grid.all.regions"), "region")}
          ${seen((row) => row.region).map((code) =>
            this.#option(code, this.names.region(code), "region"),
          )}
        </select></label
      >
      <label
        ><span class="hidden-text">${this.say("ui.column.indicator")}</span>
        <select
          title=${this.#chosenWords("indicator")}
          @change=${this.#filter("indicator")}
        >
          ${this.#option("", this.say("grid.all.indicators"), "indicator")}
          ${seen((row) => row.indicator).map((code) =>
            this.#option(code, this.names.indicator(code), "indicator"),
          )}
        </select></label
      >
      <label>
        <input
          type="checkbox"
          .checked=${this.untargeted}
          @change=${() => {
            this.untargeted = !this.untargeted;
          }}
        />${this.say("ui.targets.untargeted")}</label
      >
      <label>
        <input
          type="checkbox"
          .checked=${this.closed}
          @change=${() => {
            this.closed = !this.closed;
          }}
        />${this.say("ui.targets.closed")}</label
      >
      ${
        Object.keys(filters).length === 0
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              @click=${() => {
                send(this, "db-navigate", { view: "targets", filters: {} });
              }}
            >
              ${icon("close", 12)}${this.say("ui.filter.clear")}
            </button>`
      }
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.#shown.length })}</span
      >
    </div>`;
  }

  /** What a list is of and what is chosen in it, for where there is no room to read it. */
  #chosenWords(filter: "region" | "indicator"): string {
    const what = this.say(`ui.column.${filter}`);
    const code = this.filters[filter] ?? "";
    return code === ""
      ? what
      : this.say("ui.chosen", { what, chosen: this.names[filter](code) });
  }

  #option(value: string, words: string, filter: string) {
    return filterOption(this.filters, filter, value, words);
  }

  #filter(name: string) {
    return (event: Event) => {
      filterBy(this, this.filters, name, event);
    };
  }

  #show(row: ProgressRow): void {
    if (this.chosen === null)
      import("../chart/db-series-chart.ts").catch((error: unknown) => {
        tellFailure(this, error);
      });
    this.chosen = row;
  }

  #chart() {
    const { chosen } = this;
    if (chosen === null) return nothing;
    return html`<div class="chart">
      <db-series-chart .row=${chosen}></db-series-chart>
      <button
        type="button"
        class="quiet icon"
        aria-label=${this.say("ui.chart.close")}
        title=${this.say("ui.chart.close")}
        @click=${() => {
          this.chosen = null;
          this.grid?.select("");
        }}
      >
        ${icon("close", 12)}
      </button>
    </div>`;
  }

  printable(): Printable | null {
    if (this.#rows.answer === undefined) return null;
    const drawn =
      this.chosen === null ? null : (this.series?.picture() ?? null);
    return {
      title: this.say("ui.view.targets"),
      line: this.say("views.print.units_in_rows"),
      blocks: [
        ...(drawn === null
          ? []
          : [{ kind: "figure" as const, content: unsafeHTML(drawn.svg) }]),
        {
          kind: "table",
          columns: targetColumns(this.names),
          rows: targetRows(this.#shown, this.names),
        },
      ],
    };
  }

  /** The row on show follows its figures when they change. */
  protected override updated(): void {
    const { chosen } = this;
    if (chosen === null || this.#rows.answer === undefined) return;
    const id = progressId(chosen);
    const now = this.#rows.answer.find((row) => progressId(row) === id);
    if (now !== undefined && now !== chosen) {
      this.chosen = now;
      send(this, "db-follow-row", now);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-targets": DbTargets;
  }
}
