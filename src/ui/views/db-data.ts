import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { statuses as statusCodes } from "../../model/catalog.ts";
import { measures } from "../../model/observation.ts";
import type { Cube, EngineApi, Refusal, StateInfo } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import type { DbCommentDialog } from "../grid/db-comment-dialog.ts";
import "../grid/db-comment-dialog.ts";
import type {
  CommentSubject,
  CubeEdits,
  DbCubeGrid,
} from "../grid/db-cube-grid.ts";
import "../grid/db-cube-grid.ts";
import {
  type Dimension,
  type LayoutCode,
  layoutCodes,
  layoutOf,
  pickedIn,
} from "../grid/layout.ts";
import { narrowCube } from "../grid/narrow-cube.ts";
import { nextPeriods } from "../grid/next-periods.ts";
import {
  choicesOf,
  type Choices,
  pick,
  type Sheet,
  sheetOf,
} from "../grid/sheet.ts";
import { sameMap } from "../grid/same-map.ts";
import {
  noStatuses,
  seriesId,
  SheetView,
  type Statuses,
} from "../grid/sheet-view.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import type { Printable } from "../parts/printable.ts";
import {
  engineContext,
  namesContext,
  readerContext,
  scopeContext,
  stateContext,
  type ViewScope,
  whoContext,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import { failureNotice } from "../state/failure.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { cubeStatuses } from "./cube-statuses.ts";
import { sheetPrintable } from "./sheet-print.ts";

const all = "all";
/** Settings of the journal that the data view keeps. */
const viewPrefix = "view.data.";
const formatPrefix = "format.decimals.";
const mostDecimals = 6;

/** 数据: the cube as a spreadsheet. */
@customElement("db-data")
export class DbData extends DbElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .bar {
        flex-wrap: wrap;
        padding-top: 4px;
        padding-bottom: 4px;
      }
      .bar select {
        width: 116px;
        flex-basis: 116px;
      }
      details {
        position: relative;
      }
      summary {
        list-style: none;
        height: 28px;
        padding: 3px 10px;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .panel {
        position: absolute;
        z-index: 10;
        right: 0;
        top: 32px;
        width: 300px;
        display: grid;
        gap: 8px;
        padding: 12px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .panel .pair {
        display: flex;
        gap: 6px;
      }
      .panel .pair > * {
        flex: 1 1 0;
        min-width: 0;
        padding: 0 6px;
      }
    `,
  ];

  /** Of the route: layout, what is picked, and how rows are narrowed. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  @consume({ context: readerContext, subscribe: true })
  @state()
  private reader = false;

  /** Periods a person added to type into. */
  @state() private addedPeriods: readonly string[] = [];
  @state() private colours = true;
  @state() private viewName = "";

  @query("db-cube-grid") private grid!: DbCubeGrid | null;
  @query("db-comment-dialog") private comments!: DbCommentDialog;

  #cube = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.cube({ region, asOf }),
  );
  #progress = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    async ([region, asOf]) =>
      cubeStatuses(await this.engine.progress({ region, asOf })),
  );
  #settings = new Question(
    this,
    () => [this.journal] as const,
    async () => ({
      views: await this.engine.settings(viewPrefix),
      formats: new Map(
        Object.entries(await this.engine.settings(formatPrefix)).map(
          ([indicator, decimals]) => [indicator, Number(decimals)] as const,
        ),
      ),
    }),
  );

  #sheet: Sheet | null = null;
  #choices: Choices = { items: [], regions: [], periods: [] };
  #laidOutBy: readonly unknown[] = [];
  #commented: CommentSubject | null = null;
  readonly #noFormats: ReadonlyMap<string, number> = new Map();
  #statuses: Statuses = noStatuses;
  #formats: ReadonlyMap<string, number> = this.#noFormats;

  /** Every change of the journal asks again; what came out the same stays the same object, so that nothing is drawn anew. */
  #keepSame(): void {
    const statuses = this.#progress.answer ?? noStatuses;
    if (
      !sameMap(statuses.byKey, this.#statuses.byKey) ||
      !sameMap(statuses.bySeries, this.#statuses.bySeries)
    )
      this.#statuses = statuses;
    const formats = this.#settings.answer?.formats ?? this.#noFormats;
    if (!sameMap(formats, this.#formats)) this.#formats = formats;
  }

  protected override willUpdate(): void {
    this.#keepSame();
    const { answer } = this.#cube;
    const narrowed = this.filters["status"] ?? "";
    const statuses = this.#statuses;
    const by = [
      answer,
      this.filters,
      this.scope.search,
      this.names,
      this.addedPeriods,
      narrowed === "" ? null : statuses,
    ];
    if (
      answer === undefined ||
      by.every((part, i) => part === this.#laidOutBy[i])
    )
      return;
    this.#laidOutBy = by;
    const layout = layoutOf(this.#layout);
    const cube = narrowCube(
      answer,
      {
        indicator: pickedIn(layout).includes("indicator")
          ? ""
          : (this.filters["indicator"] ?? ""),
        measure: this.#measure === all ? "" : this.#measure,
        region: this.filters["region"] ?? "",
        search: this.scope.search,
        conflicts: this.filters["mark"] === "conflict",
        status: narrowed,
      },
      this.names,
      (row) => statuses.bySeries.get(seriesId(row)) ?? null,
    );
    this.#choices = choicesOf(cube);
    this.#sheet = sheetOf(
      cube,
      layout,
      pick(layout, this.#choices, {
        indicator: this.filters["pick-indicator"] ?? "",
        region: this.filters["pick-region"] ?? "",
        period: this.filters["pick-period"] ?? "",
      }),
      {
        periods: this.addedPeriods.filter(
          (period) => !cube.periods.includes(period),
        ),
        rows: [],
      },
    );
  }

  protected override render() {
    const { answer, failure } = this.#cube;
    const sheet = this.#sheet;
    return html`${this.#bar(answer)}
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : sheet === null
              ? nothing
              : html`<db-cube-grid
                  .sheet=${sheet}
                  .statuses=${this.#statuses}
                  .formats=${this.#formats}
                  .colours=${this.colours}
                  .reader=${this.reader}
                  .label=${this.say("ui.view.data")}
                  @db-edits=${(event: CustomEvent<CubeEdits>) => {
                    void this.#edit(event.detail);
                  }}
                  @db-comment=${(event: CustomEvent<CommentSubject>) => {
                    void this.#openComments(event.detail);
                  }}
                ></db-cube-grid>`
        }
      </div>
      <db-comment-dialog
        @db-comment-text=${(event: CustomEvent<string>) => {
          void this.#comment(event.detail);
        }}
      ></db-comment-dialog>`;
  }

  printable(): Printable | null {
    return this.#sheet === null
      ? null
      : sheetPrintable(this.#sheet, this.#formats, this.names);
  }

  #bar(cube: Cube | undefined) {
    const rows = cube?.rows ?? [];
    const layout = layoutOf(this.#layout);
    const picked = pickedIn(layout);
    const indicators = [...new Set(rows.map((row) => row.indicator))];
    const regions = [...new Set(rows.map((row) => row.region))];
    const used = measures.filter((measure) =>
      rows.some((row) => row.measure === measure),
    );
    return html`<div class="bar">
      <h1>${this.say("ui.view.data")}</h1>
      ${this.#select(
        this.say("grid.layout"),
        "layout",
        layoutCodes.map((code) => [code, this.say(`grid.layout.${code}`)]),
        this.#layout,
      )}
      ${picked.map((dimension) => this.#picker(dimension))}
      ${
        picked.includes("indicator")
          ? nothing
          : this.#select(
              this.say("ui.column.indicator"),
              "indicator",
              [
                ["", this.say("ui.all")],
                ...indicators.map(
                  (code) => [code, this.names.indicator(code)] as const,
                ),
              ],
              this.filters["indicator"] ?? "",
            )
      }
      ${
        picked.includes("region")
          ? nothing
          : this.#select(
              this.say("ui.column.region"),
              "region",
              [
                ["", this.say("ui.all")],
                ...regions.map(
                  (code) => [code, this.names.regionShort(code)] as const,
                ),
              ],
              this.filters["region"] ?? "",
            )
      }
      ${this.#select(
        this.say("ui.column.measure"),
        "measure",
        [
          [all, this.say("ui.all")],
          ...used.map(
            (measure) => [measure, this.say(`ui.measure.${measure}`)] as const,
          ),
        ],
        this.#measure,
      )}
      ${this.#select(
        this.say("grid.status"),
        "status",
        [
          ["", this.say("ui.all")],
          ["behind", this.say("grid.status.behind")],
          ...statusCodes.map(
            (code) => [code, this.names.status(code)] as const,
          ),
        ],
        this.filters["status"] ?? "",
      )}
      ${this.#check("grid.behind_only", "status", "behind")}
      ${this.#check("ui.data.conflicts", "mark", "conflict")}
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.#sheet?.rows.length ?? 0 })}</span
      >
      ${this.#more()}
    </div>`;
  }

  #select(
    label: string,
    name: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
  ) {
    return html`<label
      >${label}
      <select
        name=${name}
        @change=${(event: Event) => {
          this.#filter({ [name]: valueOf(event) });
        }}
      >
        ${options.map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${value === chosen}>
              ${words}
            </option>`,
        )}
      </select></label
    >`;
  }

  #check(
    code: "grid.behind_only" | "ui.data.conflicts",
    name: string,
    value: string,
  ) {
    const on = this.filters[name] === value;
    return html`<label>
      <input
        type="checkbox"
        .checked=${on}
        @change=${() => {
          this.#filter({ [name]: on ? "" : value });
        }}
      />${this.say(code)}</label
    >`;
  }

  /** What stands on neither axis, one value at a time. */
  #picker(dimension: Dimension) {
    const { items, regions, periods } = this.#choices;
    const picked = this.#sheet?.picked;
    const view = this.#words();
    const [options, chosen]: [readonly (readonly [string, string])[], string] =
      dimension === "indicator"
        ? [
            items.map((item) => [item.id, view.itemName(item)] as const),
            picked?.item?.id ?? "",
          ]
        : dimension === "region"
          ? [
              regions.map(
                (code) => [code, this.names.regionShort(code)] as const,
              ),
              picked?.region ?? "",
            ]
          : [
              periods.map(
                (code) => [code, periodText(code, this.language)] as const,
              ),
              picked?.period ?? "",
            ];
    return this.#select(
      this.say(`ui.column.${dimension}`),
      `pick-${dimension}`,
      options,
      chosen,
    );
  }

  /** Names items as the grid does. */
  #words(): SheetView {
    return new SheetView({
      sheet: this.#sheet ?? {
        layout: layoutOf(""),
        picked: { item: null, region: null, period: null },
        rows: [],
        columns: [],
        sources: [],
      },
      rows: [],
      names: this.names,
      say: (code, params) => this.say(code, params),
      statuses: noStatuses,
      formats: this.#noFormats,
    });
  }

  #more() {
    const views = Object.keys(this.#settings.answer?.views ?? {});
    const next = this.#nextPeriod;
    const current = this.#currentView;
    return html`<details
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        (event.currentTarget as HTMLDetailsElement).open = false;
      }}
    >
      <summary>${this.say("grid.more")}</summary>
      <div class="panel">
        <label
          >${this.say("grid.views")}
          <select
            name="view"
            @change=${(event: Event) => {
              this.#openView(valueOf(event));
            }}
          >
            <option value="" ?selected=${current === null}>
              ${this.say("grid.views.none")}
            </option>
            ${views.map(
              (name) =>
                html`<option value=${name} ?selected=${name === current}>
                  ${name}
                </option>`,
            )}
          </select></label
        >
        <div class="pair">
          <input
            aria-label=${this.say("grid.views.name")}
            placeholder=${this.say("grid.views.name")}
            .value=${this.viewName}
            @input=${(event: Event) => {
              this.viewName = valueOf(event);
            }}
          />
          <button
            type="button"
            ?disabled=${this.viewName.trim() === ""}
            @click=${() => {
              void this.#saveView();
            }}
          >
            ${this.say("grid.views.keep")}
          </button>
        </div>
        ${
          current === null
            ? nothing
            : html`<button
                type="button"
                @click=${() => {
                  void this.#set(viewPrefix + current, "");
                }}
              >
                ${this.say("grid.views.delete", { name: current })}
              </button>`
        }
        <div class="pair">
          <button
            type="button"
            @click=${() => {
              this.grid?.foldAll(true);
            }}
          >
            ${this.say("grid.fold_all")}
          </button>
          <button
            type="button"
            @click=${() => {
              this.grid?.foldAll(false);
            }}
          >
            ${this.say("grid.unfold_all")}
          </button>
        </div>
        <div class="pair">
          <button
            type="button"
            @click=${() => {
              void this.#decimals(1);
            }}
          >
            ${this.say("grid.decimals.more")}
          </button>
          <button
            type="button"
            @click=${() => {
              void this.#decimals(-1);
            }}
          >
            ${this.say("grid.decimals.fewer")}
          </button>
        </div>
        <button
          type="button"
          @click=${() => {
            void this.#decimals(0);
          }}
        >
          ${this.say("grid.decimals.own")}
        </button>
        <button
          type="button"
          ?disabled=${next === null}
          @click=${() => {
            if (next !== null) this.addedPeriods = [...this.addedPeriods, next];
          }}
        >
          ${
            next === null
              ? this.say("grid.add_period.short")
              : this.say("grid.add_period", {
                  period: periodText(next, this.language),
                })
          }
        </button>
        <button
          type="button"
          @click=${() => {
            this.grid?.commentActive();
          }}
        >
          ${this.say("grid.comment.add")}
        </button>
        <label>
          <input
            type="checkbox"
            .checked=${this.colours}
            @change=${() => {
              this.colours = !this.colours;
            }}
          />${this.say("grid.colours")}</label
        >
        <label>
          <input
            type="checkbox"
            .checked=${this.reader}
            @change=${() => {
              send(this, "db-reader", !this.reader);
            }}
          />${this.say("grid.reader")}</label
        >
      </div>
    </details>`;
  }

  get #layout(): LayoutCode {
    const code = this.filters["layout"];
    return layoutCodes.find((one) => one === code) ?? layoutCodes[0];
  }

  /** Actual figures unless something else is asked for. */
  get #measure(): string {
    return this.filters["measure"] ?? "actual";
  }

  get #nextPeriod(): string | null {
    const periods = (this.#sheet?.columns ?? []).flatMap(
      ({ period }) => period ?? [],
    );
    return nextPeriods(periods, 1)[0] ?? null;
  }

  /** Name of the saved view that is shown; null when none is. */
  get #currentView(): string | null {
    const now = viewText(this.filters);
    const found = Object.entries(this.#settings.answer?.views ?? {}).find(
      ([, text]) => text === now,
    );
    return found?.[0] ?? null;
  }

  #filter(changes: Readonly<Record<string, string>>): void {
    send(this, "db-navigate", {
      view: "data",
      filters: { ...this.filters, ...changes },
    });
  }

  #openView(name: string): void {
    const text = this.#settings.answer?.views[name];
    if (text === undefined) return;
    send(this, "db-navigate", {
      view: "data",
      filters: Object.fromEntries(new URLSearchParams(text)),
    });
  }

  async #saveView(): Promise<void> {
    await this.#set(
      viewPrefix + this.viewName.trim(),
      viewText(this.filters) || "layout=",
    );
    this.viewName = "";
  }

  /** Of the active cell's indicator; 0 goes back to what the sheets show. */
  async #decimals(by: -1 | 0 | 1): Promise<void> {
    const { grid } = this;
    const active = grid?.selection.active ?? null;
    if (grid === null || active === null) return;
    const at = grid.view.series(active);
    const cell = grid.view.cell(active);
    if (at === null || cell === null) return;
    const now = grid.view.decimals(active, cell) ?? 0;
    const next = Math.min(Math.max(now + by, 0), mostDecimals);
    await this.#set(
      formatPrefix + at.item.indicator,
      by === 0 ? "" : String(next),
    );
  }

  async #set(name: string, text: string): Promise<void> {
    await this.#change(() => this.engine.setSetting(name, text, this.who));
  }

  async #edit({ edits, action }: CubeEdits): Promise<void> {
    const [only] = edits;
    if (only === undefined) return;
    await this.#change(async () => {
      if (edits.length > 1) {
        const { state: journal, refused } = await this.engine.editMany(
          edits,
          action,
          this.who,
        );
        if (refused.length > 0) this.#refused(refused);
        return journal;
      }
      const { state: journal, issues } = await this.engine.edit(
        only.key,
        only.text,
        this.who,
      );
      if (issues.length > 0)
        send(this, "db-notice", {
          tone: "warning",
          code: "ui.notice.edit_refused",
          params: { text: only.text },
          issues,
        });
      return journal;
    });
  }

  #refused(refused: readonly Refusal[]): void {
    send(this, "db-notice", {
      tone: "warning",
      code: "grid.refused",
      params: { n: refused.length },
      issues: refused.map(({ issue }) => issue),
    });
  }

  async #openComments(subject: CommentSubject): Promise<void> {
    this.#commented = subject;
    try {
      this.comments.open(
        subject.address,
        await this.engine.comments(subject.key),
      );
    } catch (error) {
      send(this, "db-notice", failureNotice(error));
    }
  }

  async #comment(text: string): Promise<void> {
    const subject = this.#commented;
    if (subject === null) return;
    await this.#change(() => this.engine.comment(subject.key, text, this.who));
    this.comments.close();
    this.grid?.focusCell();
  }

  async #change(work: () => Promise<StateInfo>): Promise<void> {
    try {
      send(this, "db-changed", await work());
    } catch (error) {
      send(this, "db-notice", failureNotice(error));
    }
  }
}

/** Filters in a fixed order, so that equal ones are the same text. */
function viewText(filters: Readonly<Record<string, string>>): string {
  const entries = Object.entries(filters)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(entries).toString();
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data": DbData;
  }
}
