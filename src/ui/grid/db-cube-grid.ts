import type {
  ColDef,
  ColGroupDef,
  GridApi,
  GridOptions,
} from "ag-grid-community";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { CellEdit, EditAction } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { send } from "../state/events.ts";
import { spotsOf } from "./areas.ts";
import { foldable, type TreeRow } from "./arrange-rows.ts";
import {
  type Arrangement,
  type Filters,
  plainArrangement,
  sortFilters,
} from "./arrangement.ts";
import { barSubject } from "./bar-subject.ts";
import {
  clearEdits,
  editsOf,
  fillEdits,
  fillWithinEdits,
} from "./cell-edits.ts";
import { CellInput, type Leave } from "./cell-input.ts";
import { CellSearch } from "./cell-search.ts";
import { cubeColumns, rowNumber } from "./cube-columns.ts";
import { cubeGridOptions, rowHeight } from "./cube-grid-options.ts";
import { cubeGridStyles } from "./cube-grid-styles.ts";
import { CubeParts } from "./cube-parts.ts";
import type { BarSubject } from "./db-formula-bar.ts";
import type { DbFindBar, FindRequest } from "./db-find-bar.ts";
import type { DbPasteDialog } from "./db-paste-dialog.ts";
import type { FillDrag } from "./fill-handle.ts";
import { filledArea, fillSource } from "./fill-source.ts";
import { GridElement } from "./grid-element.ts";
import { gridStyles } from "./grid-styles.ts";
import { GridKeys } from "./grid-keys.ts";
import { keepPlace } from "./keep-place.ts";
import { Selection } from "./selection.ts";
import { SelectionCount } from "./selection-count.ts";
import type { Sheet } from "./sheet.ts";
import {
  noStatuses,
  type Say,
  type SheetView,
  type Statuses,
} from "./sheet-view.ts";
import { showSort } from "./shown-sort.ts";
import { ShownSheet } from "./shown-sheet.ts";
import { subjectOfCell } from "./subject-of-cell.ts";
import { figureId } from "./typed-cell.ts";
import "./db-find-bar.ts";
import "./db-formula-bar.ts";
import "./db-grid-menu.ts";
import "./db-paste-dialog.ts";
import "./db-selection-bar.ts";

/** What a person did to cells; one entry of the journal. */
export interface CubeEdits {
  readonly action: EditAction;
  readonly edits: readonly CellEdit[];
}

/** The cell whose remarks are asked for. */
export interface CommentSubject {
  readonly key: string;
  readonly address: string;
}

/** More cells than this are not set in one step. */
const mostEdits = 200_000;
/** The inspector follows when the selection rests this many milliseconds. */
const rest = 250;

/**
 * The cube as a spreadsheet. Sends `db-edits` ({@link CubeEdits}),
 * `db-comment` ({@link CommentSubject}), `db-arrange` ({@link Filters} to set)
 * and `db-unfilter`, and asks the inspector to follow the active cell.
 */
@customElement("db-cube-grid")
export class DbCubeGrid extends GridElement<TreeRow> {
  static override styles = [baseStyles, gridStyles, cubeGridStyles];

  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) statuses: Statuses = noStatuses;
  /** Decimals a person chose, by indicator. */
  @property({ attribute: false }) formats: ReadonlyMap<string, number> =
    new Map();
  /** Figures are tinted by how their targets stand. */
  @property({ attribute: false }) colours = true;

  /** The period that is looked at; it is brought into sight and marked. Empty for none. */
  @property({ attribute: false }) period = "";
  /** The remarks on a cell, by its key, in words. */
  @property({ attribute: false }) remarks: (key: string) => Promise<string> =
    () => Promise.resolve("");
  @property({ attribute: false }) arrangement: Arrangement = plainArrangement;
  /** True while rows are narrowed by something. */
  @property({ attribute: false }) narrowed = false;

  @state() private folded: ReadonlySet<string> = new Set();
  @state() private subject: BarSubject | null = null;
  @state() private editing = false;
  @state() private finding = false;

  @query(".grid") private place!: HTMLElement;
  @query(".cell-input") private field!: HTMLInputElement;
  @query(".handle") private corner!: HTMLElement;
  @query("db-paste-dialog") private paste!: DbPasteDialog;
  @query("db-find-bar") private findBar!: DbFindBar | null;

  readonly selection = new Selection(() => {
    this.#selected();
  });
  readonly #count = new SelectionCount(this, this.selection, () => this.view);
  readonly #shown = new ShownSheet();
  #columnsKey = "";
  /** The period that was brought into sight last. */
  #seen: string | null = null;
  #parts: CubeParts | null = null;
  #input: CellInput | null = null;
  #resting = 0;
  #moved = false;

  /** What is shown now. */
  get view(): SheetView {
    return this.#shown.view;
  }

  protected override rowId({ id }: TreeRow): string {
    return id;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const ordered = ["sheet", "folded", "arrangement"];
    const parts = [...ordered, "statuses", "formats", "names"];
    const shown = this.#shown;
    if (shown.started && !parts.some((part) => changed.has(part))) return;
    const before = shown.update(
      {
        sheet: this.sheet,
        names: this.names,
        say: this.#say,
        statuses: this.statuses,
        formats: this.formats,
        arrangement: this.arrangement,
        folded: this.folded,
      },
      ordered.some((part) => changed.has(part)),
    );
    this.rows = this.view.rows;
    if (!keepPlace(this.selection, before, this.view))
      this.#parts?.clipboard.unmark();
  }

  readonly #say: Say = (code, params) => this.say(code, params);

  protected override render() {
    return html`<db-formula-bar
        .subject=${this.subject}
        @db-bar-typed=${(event: CustomEvent<string>) => {
          this.#input?.write(event.detail);
          this.#parts?.overlays.placeField();
        }}
        @db-bar-done=${({ detail }: CustomEvent<Leave | null>) => {
          if (detail === null) this.#input?.cancel();
          else this.#input?.finish(detail);
          if (detail !== "stay") this.#takeFocus();
        }}
      ></db-formula-bar>
      <div class="sheet">
        <div class="grid"></div>
        <div class="handle" hidden title=${this.say("grid.fill_handle")}></div>
        <input
          class="cell-input"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.say("grid.cell_input", {
            at: this.subject?.address ?? "",
          })}
        />
        ${
          this.finding
            ? html`<db-find-bar
                .at=${this.#search.at}
                .found=${this.#search.found}
                @db-find=${(event: CustomEvent<FindRequest>) => {
                  if (event.detail.does === "close") this.#closeFind();
                  else void this.#search.run(event.detail);
                }}
              ></db-find-bar>`
            : nothing
        }
      </div>
      <db-selection-bar
        .sum=${this.#count.sum}
        .unit=${this.#count.unit}
        .counting=${this.#count.counting}
        .editing=${this.editing}
      ></db-selection-bar>
      <db-paste-dialog></db-paste-dialog>
      <db-grid-menu
        @db-menu-closed=${(event: CustomEvent<boolean>) => {
          if (event.detail) this.#takeFocus();
        }}
      ></db-grid-menu>`;
  }

  protected override columnsChanged(): boolean {
    const { view } = this;
    const key = JSON.stringify([
      view.ids,
      this.language,
      this.colours,
      this.reader,
      view.sheet.layout,
      view.sheet.picked.item?.id ?? "",
      this.arrangement.frozen,
      this.period,
    ]);
    if (key === this.#columnsKey) return false;
    this.#columnsKey = key;
    return true;
  }

  protected override updated(changed: PropertyValues): void {
    const built = this.api;
    super.updated(changed);
    if (
      this.api !== built ||
      changed.has("arrangement") ||
      changed.has("sheet")
    )
      showSort(this.api, this.arrangement.sort);
    if (this.api !== built) this.#attach();
    else if (
      ["statuses", "formats", "colours"].some((part) => changed.has(part))
    )
      this.api?.refreshCells({ force: true });
    if (changed.has("rows")) this.#shown.refreshMoved(this.api);
    if (changed.has("period") || changed.has("sheet")) this.#showPeriod();
    this.#describe();
    this.#parts?.overlays.later();
  }

  /** Brings the period that is looked at into sight, once for each choice; false when there is none. */
  #showPeriod(): boolean {
    const { api, view, period } = this;
    if (period === "" || period === this.#seen) return false;
    const column = view.sheet.columns.find((one) => one.period === period);
    const row = view.rows.findIndex((one) => one.period === period);
    if (column === undefined && row < 0) return false;
    this.#seen = period;
    if (column !== undefined) api?.ensureColumnVisible(figureId(column.id));
    if (row >= 0) api?.ensureIndexVisible(row);
    return true;
  }

  protected override columnDefs(): (ColDef<TreeRow> | ColGroupDef<TreeRow>)[] {
    return cubeColumns({
      view: () => this.view,
      say: this.#say,
      selected: (spot) => this.#parts?.painter.classesAt(spot) ?? [],
      colours: this.colours,
      pinned: !this.reader,
      frozen: this.arrangement.frozen,
      period: this.period,
      fold: (row) => {
        this.#fold(row, row.folded);
      },
    });
  }

  /** The inspector came beside it: the cell it tells of stays in sight. */
  protected override onResize(): void {
    if (this.selection.active !== null) this.#reveal();
  }

  /** Rows and cells are selected by parts of our own. */
  protected override get selectsRows(): boolean {
    return false;
  }

  protected override options(): GridOptions<TreeRow> {
    return cubeGridOptions({
      reader: () => this.reader,
      sorted: (sort) => {
        this.#actions.arrange(sortFilters(sort));
      },
      scrolled: () => {
        this.#parts?.overlays.scrolled();
      },
      resized: () => {
        this.#parts?.overlays.later();
      },
      focused: (row, id) => {
        const column = this.#shown.columnIndex.get(id);
        if (column !== undefined) this.selection.select({ row, column });
      },
      firstShown: (api) => {
        this.#showFirst(api);
      },
    });
  }

  /** The latest periods are what people come for, or the one they chose. */
  #showFirst(api: GridApi<TreeRow>): void {
    this.#seen = null;
    if (this.#showPeriod()) return;
    const { ids, sheet } = this.view;
    const last = ids[ids.length - 1];
    if (
      last !== undefined &&
      this.selection.active === null &&
      sheet.layout.columns.includes("period")
    )
      api.ensureColumnVisible(last, "end");
  }

  override disconnectedCallback(): void {
    this.#detach();
    super.disconnectedCallback();
  }

  /** Folds every region that has parts, or unfolds all. */
  foldAll(fold: boolean): void {
    this.folded = new Set(fold ? foldable(this.view.rows) : []);
  }

  /** Moves the keys' target to the grid. */
  focusCell(): void {
    if (this.selection.active === null)
      this.selection.select({ row: 0, column: this.view.firstFigure });
    this.#takeFocus();
  }

  #attach(): void {
    this.#detach();
    const { place, field, corner, selection } = this;
    const sheet = this.renderRoot.querySelector(".sheet");
    this.#input ??= new CellInput(field, {
      textToEdit: () => this.#textToEdit(),
      typed: (text) => {
        this.editing = true;
        if (this.subject !== null) this.subject = { ...this.subject, text };
        this.#parts?.overlays.placeField();
      },
      commit: (text, leave) => {
        this.editing = false;
        this.#commit(text, leave);
      },
      cancelled: () => {
        this.editing = false;
        this.#describe();
        this.#takeFocus();
      },
    });
    this.#keys.attach(sheet);
    if (sheet instanceof HTMLElement)
      this.#parts = new CubeParts(
        {
          root: this.renderRoot as ShadowRoot,
          sheet,
          grid: place,
          field,
          corner,
        },
        {
          selection,
          columnIndex: this.#shown.columnIndex,
          view: () => this.view,
          editing: () => this.editing,
          reader: () => this.reader,
          remarks: (key) => this.remarks(key),
          fillSource: () => fillSource(selection.areas, this.view.firstFigure),
          fill: (drag, control) => {
            this.#fill(drag, control);
          },
          ask: (question) => this.paste.ask(question),
          edit: (edits, action) => {
            this.#edit(edits, action);
          },
          settleEdit: () => {
            this.#input?.finish("stay");
          },
          pointed: () => {
            this.#moved = true;
            if (!this.reader) this.#input?.focus();
          },
          menu: () => this.menu,
          arrangement: () => this.arrangement,
          narrowed: () => this.narrowed,
          widthUpTo: (column) => this.#widthUpTo(column),
          say: this.#say,
          tell: this.#warn,
          actions: this.#actions,
        },
      );
    place.addEventListener("dblclick", this.#doubleClick);
  }

  #detach(): void {
    this.#parts?.stop();
    this.#keys.detach();
    window.clearTimeout(this.#resting);
  }

  readonly #warn = (code: GridCode, params: Params) => {
    send(this, "db-notice", { tone: "warning", code, params, issues: [] });
  };

  /** What keys and the menu do to the cells in hand. */
  readonly #actions = {
    clear: () => {
      this.#parts?.clipboard.forget();
      this.#edit(clearEdits(this.view, this.selection.areas), "clear");
    },
    fill: (along: "rows" | "columns") => {
      const { areas } = this.selection;
      this.#parts?.clipboard.forget();
      this.#edit(fillWithinEdits(this.view, areas, along), "fill");
    },
    comment: () => {
      this.commentActive();
    },
    inspect: () => {
      this.#inspect();
    },
    arrange: (changes: Filters) => {
      this.dispatchEvent(
        new CustomEvent<Filters>("db-arrange", { detail: changes }),
      );
    },
    unfilter: () => {
      this.dispatchEvent(new CustomEvent("db-unfilter"));
    },
  };

  readonly #keys = new GridKeys({
    ...this.#actions,
    selection: this.selection,
    view: () => this.view,
    editing: () => this.editing,
    rowsOnPage: () => this.#parts?.sight.rowsOnPage(rowHeight) ?? 1,
    moved: () => {
      this.#moved = true;
      this.#reveal();
    },
    begin: (text) => {
      this.#input?.begin(text);
      this.#parts?.overlays.placeField();
    },
    find: (replace) => {
      this.finding = true;
      void this.updateComplete.then(() => this.findBar?.show(replace));
    },
    fold: (open) => {
      const { active } = this.selection;
      const row = active === null ? null : this.view.row(active);
      if (row !== null) this.#fold(row, open);
    },
    leave: () => {
      this.renderRoot
        .querySelector("db-formula-bar")
        ?.shadowRoot?.querySelector("input")
        ?.focus();
    },
    cancel: () => this.#cancel(),
    reader: () => this.reader,
  });

  /** Width of the columns up to one, as a share of the grid's. */
  #widthUpTo(column: number): number {
    const { api, view, place } = this;
    const width = [rowNumber, ...view.ids.slice(0, column + 1)].reduce(
      (sum, id) => sum + (api?.getColumn(id)?.getActualWidth() ?? 0),
      0,
    );
    return place.clientWidth === 0 ? 1 : width / place.clientWidth;
  }

  /** Opens the remarks of the active cell. */
  commentActive(): void {
    const { active } = this.selection;
    const key = active === null ? null : this.view.key(active);
    if (active === null || key === null) return;
    this.dispatchEvent(
      new CustomEvent<CommentSubject>("db-comment", {
        detail: { key, address: this.view.address(active) },
      }),
    );
  }

  #cancel(): boolean {
    if (this.#parts?.clipboard.forget() === true) return true;
    if (!this.finding) return false;
    this.finding = false;
    return true;
  }

  #fold(row: TreeRow, open: boolean): void {
    if (!row.hasParts || row.folded !== open) return;
    const folded = new Set(this.folded);
    if (open) folded.delete(row.id);
    else folded.add(row.id);
    this.folded = folded;
  }

  #doubleClick = (event: MouseEvent) => {
    if (this.#parts?.sight.hit(event)?.on !== "cell") return;
    this.#input?.begin(null);
    this.#parts?.overlays.placeField();
  };

  #selected(): void {
    this.#parts?.painter.paint();
    this.#count.start();
    this.#describe();
    this.#parts?.overlays.later();
    window.clearTimeout(this.#resting);
    if (this.#moved)
      this.#resting = window.setTimeout(() => {
        this.#inspect();
      }, rest);
  }

  #reveal(): void {
    const spot = this.selection.current?.focus ?? this.selection.active;
    if (spot === null || this.api === null) return;
    const id = this.view.ids[spot.column];
    this.api.ensureIndexVisible(spot.row);
    if (id !== undefined) this.api.ensureColumnVisible(id);
  }

  #describe(): void {
    if (this.editing) return;
    const { active } = this.selection;
    const subject =
      active === null
        ? null
        : barSubject(this.view, active, (code, params) =>
            this.say(code, params),
          );
    if (JSON.stringify(subject) !== JSON.stringify(this.subject))
      this.subject = subject;
  }

  #inspect(): void {
    const { active } = this.selection;
    if (active === null || this.editing) return;
    const subject = subjectOfCell(this.view, active);
    if (subject !== null) send(this, "db-inspect", subject);
  }

  #textToEdit(): string | null {
    const { active } = this.selection;
    return active === null ||
      this.view.key(active) === null ||
      this.view.cell(active)?.computed === true
      ? null
      : this.view.exact(active);
  }

  #commit(text: string, leave: Leave): void {
    const { selection } = this;
    const { active } = selection;
    if (active === null) return;
    this.#parts?.clipboard.forget();
    const spots = leave === "all" ? [...spotsOf(selection.areas)] : [active];
    this.#edit(
      editsOf(this.view, spots, () => text),
      "enter",
    );
    this.#describe();
    if (leave === "stay") return;
    if (leave !== "all") this.#keys.leave(leave);
    this.#takeFocus();
  }

  /** The keys go to the active cell: to the field over it, or in screen reader mode to itself. */
  #takeFocus(): void {
    const { active } = this.selection;
    const id = active === null ? undefined : this.view.ids[active.column];
    if (!this.reader) this.#input?.focus();
    else if (active !== null && id !== undefined)
      this.api?.setFocusedCell(active.row, id);
  }

  #fill(drag: FillDrag, control: boolean): void {
    this.#parts?.clipboard.forget();
    this.#edit(fillEdits(this.view, drag, control), "fill");
    this.selection.replace(...filledArea(drag));
  }

  readonly #search = new CellSearch({
    view: () => this.view,
    active: () => this.selection.active,
    edit: (edits, action) => {
      this.#edit(edits, action);
    },
    show: (spot) => {
      this.selection.select(spot);
      this.#reveal();
    },
    replaced: (n) => {
      send(this, "db-notice", {
        tone: "done",
        code: "grid.find.replaced",
        params: { n },
        issues: [],
      });
    },
    counted: () => {
      this.requestUpdate();
    },
  });

  #closeFind(): void {
    this.finding = false;
    this.#takeFocus();
  }

  #edit(edits: readonly CellEdit[], action: EditAction): void {
    if (edits.length === 0) return;
    if (edits.length > mostEdits) {
      this.#warn("grid.too_many", { n: mostEdits });
      return;
    }
    this.dispatchEvent(
      new CustomEvent<CubeEdits>("db-edits", { detail: { edits, action } }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-cube-grid": DbCubeGrid;
  }
}
