import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { arrangementFilters, type Filters } from "../grid/arrangement.ts";
import type { DbCommentDialog } from "../grid/db-comment-dialog.ts";
import "../grid/db-comment-dialog.ts";
import type {
  CommentSubject,
  CubeEdits,
  DbCubeGrid,
} from "../grid/db-cube-grid.ts";
import "../grid/db-cube-grid.ts";
import { layoutOf } from "../grid/layout.ts";
import { nextPeriods } from "../grid/next-periods.ts";
import { sameMap } from "../grid/same-map.ts";
import type { Sheet } from "../grid/sheet.ts";
import { noStatuses, SheetView, type Statuses } from "../grid/sheet-view.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import type { Printable } from "../parts/printable.ts";
import { readerContext, whoContext } from "../state/contexts.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { periodOfChoice } from "../state/scope-period.ts";
import { ViewElement } from "../state/view-element.ts";
import { cubeStatuses } from "./cube-statuses.ts";
import { DataChanges } from "./data-changes.ts";
import { DataSheet, isNarrowed, rowFilters } from "./data-sheet.ts";
import "./db-data-bar.ts";
import type { MoreWish } from "./db-data-more.ts";
import "./db-data-more.ts";
import { viewFilters, viewNamed, viewText } from "./saved-view.ts";
import { sheetPrintable } from "./sheet-print.ts";

/** Settings of the journal that the data view keeps. */
const viewPrefix = "view.data.";
const formatPrefix = "format.decimals.";
const mostDecimals = 6;

/** 数据: the cube as a spreadsheet. */
@customElement("db-data")
export class DbData extends ViewElement {
  static override styles = [baseStyles, viewStyles];

  /** Of the route: layout, what is picked, and how rows are narrowed. */
  @property({ attribute: false }) filters: Filters = {};

  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;

  @consume({ context: readerContext, subscribe: true })
  @state()
  private reader = false;

  /** Periods a person added to type into. */
  @state() private addedPeriods: readonly string[] = [];
  @state() private colours = true;

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

  readonly #data = new DataSheet();
  readonly #changes = new DataChanges(
    this,
    () => this.engine,
    () => this.who,
  );
  #commented: CommentSubject | null = null;
  #worded: {
    readonly of: Sheet | null;
    readonly names: Names;
    readonly words: SheetView;
  } | null = null;
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
    if (answer === undefined) return;
    this.#data.update({
      cube: answer,
      filters: this.filters,
      search: this.scope.search,
      spell: this.scope.spell,
      period: periodOfChoice(this.scope),
      names: this.names,
      addedPeriods: this.addedPeriods,
      statuses: this.#statuses,
    });
  }

  protected override render() {
    const { failure } = this.#cube;
    const { sheet, arrangement } = this.#data;
    return html`${this.#bar()}
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : sheet === null || this.#awaitsStatuses
              ? nothing
              : html`<db-cube-grid
                  .sheet=${sheet}
                  .statuses=${this.#statuses}
                  .formats=${this.#formats}
                  .colours=${this.colours}
                  .remarks=${this.#remarks}
                  .period=${periodOfChoice(this.scope)}
                  .arrangement=${arrangement}
                  .narrowed=${isNarrowed(this.filters)}
                  .reader=${this.reader}
                  .label=${this.say("ui.view.data")}
                  @db-edits=${(event: CustomEvent<CubeEdits>) => {
                    void this.#changes.edit(event.detail);
                  }}
                  @db-arrange=${(event: CustomEvent<Filters>) => {
                    this.#filter(event.detail);
                  }}
                  @db-unfilter=${() => {
                    this.#filter(
                      Object.fromEntries(rowFilters.map((name) => [name, ""])),
                    );
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

  /** At first: a column of statuses that came later would push the others aside. */
  get #awaitsStatuses(): boolean {
    const { answer, failure } = this.#progress;
    return answer === undefined && failure === null;
  }

  printable(): Printable | null {
    const { sheet } = this.#data;
    return sheet === null
      ? null
      : sheetPrintable(sheet, this.#formats, this.names);
  }

  #bar() {
    const { sheet, choices, arrangement } = this.#data;
    const words = this.#words();
    const { value } = arrangement;
    const at = value === null ? -1 : words.ids.indexOf(value.column);
    const views = this.#settings.answer?.views ?? {};
    return html`<db-data-bar
      .filters=${this.filters}
      .cube=${this.#cube.answer}
      .choices=${choices}
      .picked=${sheet?.picked ?? null}
      .count=${sheet?.rows.length ?? 0}
      .hiddenCount=${arrangement.hidden.length}
      .only=${
        value === null || at < 0
          ? ""
          : `${words.columnName({ row: 0, column: at })} = ${value.text || this.say("grid.menu.blank")}`
      }
      .itemName=${words.itemName.bind(words)}
      @db-narrow=${(event: CustomEvent<Filters>) => {
        this.#filter(event.detail);
      }}
    >
      <db-data-more
        .views=${Object.keys(views)}
        .current=${viewNamed(views, this.filters)}
        .next=${this.#nextPeriod}
        .colours=${this.colours}
        .reader=${this.reader}
        @db-more=${(event: CustomEvent<MoreWish>) => {
          this.#more(event.detail);
        }}
      ></db-data-more>
    </db-data-bar>`;
  }

  /** Names items and columns as the grid does; made once for a sheet. */
  #words(): SheetView {
    const { sheet } = this.#data;
    const known = this.#worded;
    if (known?.of === sheet && known.names === this.names) return known.words;
    const words = new SheetView({
      sheet: sheet ?? {
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
    this.#worded = { of: sheet, names: this.names, words };
    return words;
  }

  #more(wish: MoreWish): void {
    switch (wish.does) {
      case "open": {
        const text = this.#settings.answer?.views[wish.name];
        if (text !== undefined)
          send(this, "db-navigate", {
            view: "data",
            filters: viewFilters(text),
          });
        return;
      }
      case "keep":
        void this.#changes.set(
          viewPrefix + wish.name,
          viewText(this.filters) || "layout=",
        );
        return;
      case "delete":
        void this.#changes.set(viewPrefix + wish.name, "");
        return;
      case "fold":
        this.grid?.foldAll(wish.fold);
        return;
      case "decimals":
        void this.#decimals(wish.by);
        return;
      case "addPeriod":
        this.addedPeriods = [...this.addedPeriods, wish.period];
        return;
      case "comment":
        this.grid?.commentActive();
        return;
      case "colours":
        this.colours = wish.on;
    }
  }

  get #nextPeriod(): string | null {
    const periods = (this.#data.sheet?.columns ?? []).flatMap(
      ({ period }) => period ?? [],
    );
    return nextPeriods(periods, 1)[0] ?? null;
  }

  /** Another layout has other columns: what arranged the old ones ends with it. */
  #filter(changes: Filters): void {
    const ended =
      changes["layout"] === undefined
        ? {}
        : Object.fromEntries(arrangementFilters.map((name) => [name, ""]));
    send(this, "db-navigate", {
      view: "data",
      filters: { ...this.filters, ...ended, ...changes },
    });
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
    await this.#changes.set(
      formatPrefix + at.item.indicator,
      by === 0 ? "" : String(next),
    );
  }

  /** What was remarked on a cell; nothing when it cannot be had, for it is shown in passing. */
  readonly #remarks = async (key: string): Promise<string> => {
    const comments = await this.engine.comments(key);
    return comments
      .map(({ who, text }) => (who === "" ? text : `${who}: ${text}`))
      .join("\n");
  };

  async #openComments(subject: CommentSubject): Promise<void> {
    this.#commented = subject;
    await attempt(this, async () => {
      this.comments.open(
        subject.address,
        await this.engine.comments(subject.key),
      );
    });
  }

  async #comment(text: string): Promise<void> {
    const subject = this.#commented;
    if (subject === null) return;
    await this.#changes.run((engine, who) =>
      engine.comment(subject.key, text, who),
    );
    this.comments.close();
    this.grid?.focusCell();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data": DbData;
  }
}
