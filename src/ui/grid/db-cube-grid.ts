import type { ColDef, ColGroupDef, GridOptions } from "ag-grid-community";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CellEdit, EditAction } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { send } from "../state/events.ts";
import { type Area, spotsOf } from "./areas.ts";
import {
  arrangeRows,
  foldable,
  type RowSort,
  type TreeRow,
} from "./arrange-rows.ts";
import { barSubject } from "./bar-subject.ts";
import {
  clearEdits,
  editsOf,
  fillEdits,
  fillWithinEdits,
} from "./cell-edits.ts";
import { CellInput, type Leave } from "./cell-input.ts";
import { ClipboardKeys } from "./clipboard-keys.ts";
import { cubeColumns, rowNumber } from "./cube-columns.ts";
import { cubeGridStyles } from "./cube-grid-styles.ts";
import type { BarSubject } from "./db-formula-bar.ts";
import type { DbFindBar, FindRequest } from "./db-find-bar.ts";
import type { DbPasteDialog } from "./db-paste-dialog.ts";
import { FillHandle, type FillDrag } from "./fill-handle.ts";
import { Finding } from "./finding.ts";
import { GridElement } from "./grid-element.ts";
import { gridStyles } from "./grid-styles.ts";
import { GridKeys } from "./grid-keys.ts";
import { type Hit, PointerSelection } from "./pointer-selection.ts";
import { Selection } from "./selection.ts";
import { activeId, SelectionPainter } from "./selection-painter.ts";
import { SelectionCount } from "./selection-count.ts";
import type { Sheet } from "./sheet.ts";
import { noStatuses, SheetView, type Statuses } from "./sheet-view.ts";
import "./db-find-bar.ts";
import "./db-formula-bar.ts";
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
const rowHeight = 24;
/** Scrolling is over after this many milliseconds without a move. */
const still = 90;
/** The inspector follows when the selection rests this many milliseconds. */
const rest = 250;

/**
 * The cube as a spreadsheet. Sends `db-edits` ({@link CubeEdits}) and
 * `db-comment` ({@link CommentSubject}), and asks the inspector to follow the
 * active cell.
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

  @state() private folded: ReadonlySet<string> = new Set();
  @state() private sort: {
    readonly id: string;
    readonly descending: boolean;
  } | null = null;
  @state() private subject: BarSubject | null = null;
  @state() private editing = false;
  @state() private finding = false;

  @query(".grid") private place!: HTMLElement;
  @query(".cell-input") private field!: HTMLInputElement;
  @query("db-paste-dialog") private paste!: DbPasteDialog;
  @query("db-find-bar") private findBar!: DbFindBar | null;

  readonly selection = new Selection(() => {
    this.#selected();
  });
  readonly #count = new SelectionCount(this, this.selection, () => this.view);
  readonly #find = new Finding();
  readonly #columnIndex = new Map<string, number>();
  #view: SheetView | null = null;
  /** What the cells drawn were made for. */
  #shown: SheetView | null = null;
  #columnsKey = "";
  #painter: SelectionPainter | null = null;
  #pointer: PointerSelection | null = null;
  #handle: FillHandle | null = null;
  #input: CellInput | null = null;
  #clipboard: ClipboardKeys | null = null;
  #resting = 0;
  #moved = false;
  #frame = 0;
  #scrolling = 0;
  /** The cell that was titled last, and for what. */
  #titled: {
    readonly cell: HTMLElement | null;
    readonly view: SheetView | null;
  } = { cell: null, view: null };

  /** What is shown now. */
  get view(): SheetView {
    if (this.#view === null) throw new Error("the grid has no sheet yet");
    return this.#view;
  }

  protected override rowId({ id }: TreeRow): string {
    return id;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.#view;
    const parts = ["sheet", "statuses", "formats", "names", "folded", "sort"];
    if (before !== null && !parts.some((part) => changed.has(part))) return;
    const rows =
      before === null ||
      ["sheet", "folded", "sort"].some((part) => changed.has(part))
        ? arrangeRows(
            this.sheet.rows,
            (code) => this.names.regionInfo(code)?.parent ?? "",
            this.folded,
            this.#rowSort(),
          )
        : before.rows;
    this.rows = rows;
    const view = new SheetView({
      sheet: this.sheet,
      rows,
      names: this.names,
      say: (code, params) => this.say(code, params),
      statuses: this.statuses,
      formats: this.formats,
    });
    this.#view = view;
    this.#columnIndex.clear();
    view.ids.forEach((id, at) => this.#columnIndex.set(id, at));
    this.#keepPlace(before, view);
  }

  /** The active cell follows its row and column; a selection stays while the rows stay. */
  #keepPlace(before: SheetView | null, view: SheetView): void {
    const { selection } = this;
    const { active } = selection;
    if (before === null || active === null) {
      selection.resize(view.size);
      return;
    }
    const rowId = before.row(active)?.id;
    const columnId = before.ids[active.column];
    const same =
      before.rows.length === view.rows.length &&
      before.ids.length === view.ids.length &&
      before.rows.every(({ id }, at) => id === view.rows[at]?.id) &&
      before.ids.every((id, at) => id === view.ids[at]);
    if (same) {
      selection.resize(view.size);
      return;
    }
    const row = view.rows.findIndex(({ id }) => id === rowId);
    const column = view.ids.indexOf(columnId ?? "");
    selection.resize(view.size);
    selection.select({
      row: row < 0 ? active.row : row,
      column: column < 0 ? Math.max(active.column, view.firstFigure) : column,
    });
  }

  #rowSort(): RowSort | null {
    const { sort } = this;
    if (sort === null) return null;
    const at = this.sheet.columns.findIndex(({ id }) => `p:${id}` === sort.id);
    const view = this.#view;
    return {
      descending: sort.descending,
      blocks: sort.id === "indicator" || sort.id === "unit",
      by: (row) => {
        if (at >= 0) return row.cells[at]?.value ?? null;
        const label = view?.labels.find((one) => one === sort.id);
        return view === null || label === undefined
          ? null
          : view.label(
              { ...row, depth: 0, hasParts: false, folded: false },
              label,
            );
      },
    };
  }

  protected override render() {
    return html`<db-formula-bar
        .subject=${this.subject}
        @db-bar-typed=${(event: CustomEvent<string>) => {
          this.#input?.write(event.detail);
          this.#placeInput();
        }}
        @db-bar-done=${(event: CustomEvent<boolean>) => {
          if (event.detail) this.#input?.finish("down");
          else this.#input?.cancel();
          this.#takeFocus();
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
                .at=${this.#find.at}
                .found=${this.#find.found}
                @db-find=${(event: CustomEvent<FindRequest>) => {
                  void this.#search(event.detail);
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
      <db-paste-dialog></db-paste-dialog>`;
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
    ]);
    if (key === this.#columnsKey) return false;
    this.#columnsKey = key;
    return true;
  }

  protected override updated(changed: PropertyValues): void {
    const built = this.api;
    super.updated(changed);
    if (this.api !== built) this.#attach();
    else if (
      ["statuses", "formats", "colours"].some((part) => changed.has(part))
    )
      this.api?.refreshCells({ force: true });
    if (changed.has("rows")) this.#refreshMoved();
    this.#describe();
    this.#later();
  }

  /** Row numbers, and columns whose longest figure has more or fewer decimals now. */
  #refreshMoved(): void {
    const { api, view } = this;
    const before = this.#shown;
    this.#shown = view;
    if (api === null) return;
    const columns = api
      .getAllDisplayedVirtualColumns()
      .map((column) => column.getColId())
      .filter((id) => {
        const at = this.#columnIndex.get(id);
        return (
          id === rowNumber ||
          (before !== null &&
            at !== undefined &&
            at >= view.firstFigure &&
            before.ids[at] === id &&
            before.mostDecimals(at) !== view.mostDecimals(at))
        );
      });
    api.refreshCells({ columns, force: true });
  }

  protected override columnDefs(): (ColDef<TreeRow> | ColGroupDef<TreeRow>)[] {
    return cubeColumns({
      view: () => this.view,
      say: (code, params) => this.say(code, params),
      selected: (spot) => this.#painter?.classesAt(spot) ?? [],
      colours: this.colours,
      pinned: !this.reader,
      fold: (row) => {
        this.#fold(row, row.folded);
      },
    });
  }

  /** Rows and cells are selected by parts of our own. */
  protected override get selectsRows(): boolean {
    return false;
  }

  protected override options(): GridOptions<TreeRow> {
    return {
      suppressCellFocus: !this.reader,
      suppressMovableColumns: true,
      suppressRowHoverHighlight: true,
      ensureDomOrder: this.reader,
      rowHeight,
      headerHeight: 28,
      groupHeaderHeight: 24,
      defaultColDef: {
        sortable: true,
        resizable: true,
        cellDataType: false,
        suppressHeaderMenuButton: true,
        // Rows come in order already: the tree of regions keeps aggregates in place.
        comparator: () => 0,
      },
      onSortChanged: ({ api }) => {
        const column = api.getColumnState().find(({ sort }) => sort != null);
        this.sort =
          column?.sort == null
            ? null
            : { id: column.colId, descending: column.sort === "desc" };
      },
      onBodyScroll: () => {
        this.#scrolled();
      },
      onColumnResized: () => {
        this.#later();
      },
      onCellFocused: ({ rowIndex, column }) => {
        if (!this.reader || rowIndex === null || column === null) return;
        const id = typeof column === "string" ? column : column.getColId();
        const at = this.#columnIndex.get(id);
        if (at !== undefined)
          this.selection.select({ row: rowIndex, column: at });
      },
      // The latest periods are what people come for.
      onFirstDataRendered: ({ api }) => {
        const last = this.view.ids[this.view.ids.length - 1];
        if (last !== undefined && this.selection.active === null)
          api.ensureColumnVisible(last, "end");
      },
    };
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
    const { place, field, selection } = this;
    this.#painter = new SelectionPainter(place, selection, this.#columnIndex);
    this.#input ??= new CellInput(field, {
      textToEdit: () => this.#textToEdit(),
      typed: (text) => {
        this.editing = true;
        if (this.subject !== null) this.subject = { ...this.subject, text };
        this.#placeInput();
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
    this.#pointer = new PointerSelection(place, selection, {
      hit: (event) => this.#hit(event),
      scrollBy: (x, y) => {
        this.#scrollBy(x, y);
      },
      settleEdit: () => {
        this.#input?.finish("stay");
      },
      focus: () => {
        this.#moved = true;
        if (!this.reader) this.#input?.focus();
      },
      keepsFocus: () => !this.reader,
    });
    const handle = this.renderRoot.querySelector(".handle");
    if (handle instanceof HTMLElement)
      this.#handle = new FillHandle(handle, {
        spotAt: (event) => {
          const hit = this.#hit(event);
          return hit?.on === "cell" ? hit.spot : null;
        },
        source: () => this.#fillSource(),
        preview: (drag) => {
          this.#painter?.outline(drag === null ? [] : [drag.target]);
        },
        fill: (drag, control) => {
          this.#fill(drag, control);
        },
      });
    this.#clipboard = new ClipboardKeys(field, {
      editing: () => this.editing,
      view: () => this.view,
      areas: () => selection.areas,
      ask: (question) => this.paste.ask(question),
      marked: (areas) => {
        this.#painter?.outline(areas);
      },
      edit: (edits, action) => {
        this.#edit(edits, action);
      },
      landed: (area) => {
        selection.replace(
          { row: area.top, column: area.left },
          { row: area.bottom, column: area.right },
        );
      },
      tell: (code, params) => {
        send(this, "db-notice", { tone: "warning", code, params, issues: [] });
      },
    });
    this.#keys.attach(this.renderRoot.querySelector(".sheet"));
    place.addEventListener("dblclick", this.#doubleClick);
    place.addEventListener("mousemove", this.#over);
  }

  #detach(): void {
    this.#pointer?.stop();
    this.#handle?.stop();
    this.#clipboard?.stop();
    this.#keys.detach();
    window.clearTimeout(this.#resting);
    window.clearTimeout(this.#scrolling);
    window.cancelAnimationFrame(this.#frame);
  }

  readonly #keys = new GridKeys({
    selection: this.selection,
    view: () => this.view,
    editing: () => this.editing,
    rowsOnPage: () => {
      const sight = this.#sight();
      return sight === null
        ? 1
        : Math.max(1, Math.floor((sight.bottom - sight.top) / rowHeight) - 1);
    },
    moved: () => {
      this.#moved = true;
      this.#reveal();
    },
    begin: (text) => {
      this.#input?.begin(text);
      this.#placeInput();
    },
    clear: () => {
      this.#edit(clearEdits(this.view, this.selection.areas), "clear");
    },
    fill: (along) => {
      const { areas } = this.selection;
      this.#edit(fillWithinEdits(this.view, areas, along), "fill");
    },
    find: (replace) => {
      this.finding = true;
      void this.updateComplete.then(() => this.findBar?.show(replace));
    },
    comment: () => {
      this.commentActive();
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
    if (this.#clipboard?.forget() === true) return true;
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

  #hit(event: MouseEvent): Hit | null {
    const at = (this.renderRoot as ShadowRoot).elementFromPoint(
      event.clientX,
      event.clientY,
    );
    if (at === null || at.closest("button, .ag-header-cell-resize") !== null)
      return null;
    const element = at.closest("[col-id]");
    const id = element?.getAttribute("col-id") ?? "";
    const column = this.#columnIndex.get(id);
    if (element?.getAttribute("role") === "columnheader") {
      if (id === rowNumber) return { on: "corner" };
      return column === undefined ? null : { on: "column", column };
    }
    const row = Number(
      element?.closest("[row-index]")?.getAttribute("row-index") ?? "NaN",
    );
    if (!Number.isInteger(row)) return null;
    if (id === rowNumber) return { on: "row", row };
    return column === undefined ? null : { on: "cell", spot: { row, column } };
  }

  #scrollBy(x: number, y: number): void {
    this.place.querySelector(".ag-grid-viewport")?.scrollBy(x, y);
  }

  /** Where figures are in sight: below the headers, beside the pinned columns; null before anything is drawn. */
  #sight(): {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  } | null {
    const viewport = this.place.querySelector(".ag-grid-viewport");
    if (viewport === null) return null;
    const { left, right, top, bottom } = viewport.getBoundingClientRect();
    const edge = (selector: string) =>
      this.place.querySelector(selector)?.getBoundingClientRect();
    return {
      left: Math.max(left, edge(".ag-grid-pinned-left-cells")?.right ?? left),
      right,
      top: Math.max(top, edge(".ag-grid-pinned-top-rows")?.bottom ?? top),
      bottom,
    };
  }

  #doubleClick = (event: MouseEvent) => {
    if (this.#hit(event)?.on !== "cell") return;
    this.#input?.begin(null);
    this.#placeInput();
  };

  #selected(): void {
    this.#painter?.paint();
    this.#count.start();
    this.#describe();
    this.#later();
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

  /** While rows rush by nothing is measured; what lies on cells finds its place when they rest. */
  #scrolled(): void {
    const handle = this.#handle?.element;
    if (handle !== undefined && !handle.hidden) handle.hidden = true;
    if (this.editing) this.#placeInput();
    window.clearTimeout(this.#scrolling);
    this.#scrolling = window.setTimeout(() => {
      this.#later();
    }, still);
  }

  /** Titles are made for the cell under the pointer only: most are never read. */
  #over = (event: MouseEvent) => {
    const cell =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>("[role=gridcell]")
        : null;
    if (cell === null) return;
    const { cell: last, view } = this.#titled;
    if (last === cell && view === this.#view && cell.title !== "") return;
    this.#titled = { cell, view: this.#view };
    const hit = this.#hit(event);
    cell.title = hit?.on === "cell" ? this.view.tooltip(hit.spot) : "";
  };

  /** The field and the handle lie on cells that may not be drawn yet. */
  #later(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => {
      this.#painter?.paint();
      this.#placeInput();
      this.#placeHandle();
    });
  }

  #placeInput(): void {
    const { active } = this.selection;
    const cell = active === null ? null : (this.#painter?.cell(active) ?? null);
    const { field } = this;
    if (!this.editing)
      if (cell === null) field.removeAttribute("aria-activedescendant");
      else field.setAttribute("aria-activedescendant", activeId);
    field.hidden = this.selection.active === null && !this.hasUpdated;
    if (cell === null) return;
    const box = this.place.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    field.style.left = `${String(at.left - box.left)}px`;
    field.style.top = `${String(at.top - box.top)}px`;
    field.style.width = `${String(at.width)}px`;
    field.style.height = `${String(at.height)}px`;
  }

  #fillSource(): Area | null {
    const { areas } = this.selection;
    const [area] = areas;
    return areas.length === 1 &&
      area !== undefined &&
      area.left >= this.view.firstFigure
      ? area
      : null;
  }

  #placeHandle(): void {
    const handle = this.#handle?.element;
    if (handle === undefined) return;
    const area = this.editing ? null : this.#fillSource();
    const cell =
      area === null
        ? null
        : (this.#painter?.cell({ row: area.bottom, column: area.right }) ??
          null);
    const sight = this.#sight();
    if (cell === null || sight === null) {
      handle.hidden = true;
      return;
    }
    const box = this.place.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    handle.hidden =
      at.right < sight.left ||
      at.right > sight.right + 2 ||
      at.bottom < sight.top ||
      at.bottom > sight.bottom + 2;
    handle.style.left = `${String(at.right - box.left - 4)}px`;
    handle.style.top = `${String(at.bottom - box.top - 4)}px`;
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
    const at = this.view.series(active);
    if (at === null) return;
    const { indicator, measure, variant, base, unit, decimals } = at.item;
    send(this, "db-inspect", {
      type: "cell",
      row: {
        indicator,
        region: at.region,
        measure,
        variant,
        base,
        unit,
        decimals,
      },
      period: at.period,
      cell: this.view.cell(active),
    });
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
    this.#edit(fillEdits(this.view, drag, control), "fill");
    const { source, target } = drag;
    this.selection.replace(
      {
        row: Math.min(source.top, target.top),
        column: Math.min(source.left, target.left),
      },
      {
        row: Math.max(source.bottom, target.bottom),
        column: Math.max(source.right, target.right),
      },
    );
  }

  async #search(request: FindRequest): Promise<void> {
    if (request.does === "close") {
      this.finding = false;
      this.#takeFocus();
      return;
    }
    const { does, what, by } = request;
    if (does === "one" || does === "all") {
      const found = this.#find.replacements(
        this.view,
        what,
        by,
        does === "one" ? this.selection.active : null,
      );
      this.#edit(
        found.map(({ spot, text }) => ({
          key: this.view.key(spot) ?? "",
          unit: this.view.series(spot)?.item.unit ?? "",
          text,
        })),
        "replace",
      );
      if (does === "all")
        send(this, "db-notice", {
          tone: "done",
          code: "grid.find.replaced",
          params: { n: found.length },
          issues: [],
        });
    }
    const to = await this.#find.look(
      this.view,
      what,
      does === "look" || does === "all" ? null : this.selection.active,
      does === "previous",
    );
    if (to !== null && does !== "all") {
      this.selection.select(to);
      this.#reveal();
    }
    this.requestUpdate();
  }

  #edit(edits: readonly CellEdit[], action: EditAction): void {
    if (edits.length === 0) return;
    if (edits.length > mostEdits) {
      send(this, "db-notice", {
        tone: "warning",
        code: "grid.too_many",
        params: { n: mostEdits },
        issues: [],
      });
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
