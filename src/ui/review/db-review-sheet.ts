import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import {
  type CellRange,
  cellRef,
  columnName,
  parseRange,
  rangeText,
} from "../../model/sheet.ts";
import type { ReviewSheet } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { EngineElement } from "../state/engine-element.ts";
import { send } from "../state/events.ts";
import { failureNotice } from "../state/failure.ts";
import { cellFace } from "./cell-face.ts";
import "./db-table-edges.ts";
import "./db-table-form.ts";
import { canBeTable, type CellPlace } from "./drawn-range.ts";
import { placeAfterKey } from "./place-after-key.ts";
import { RangeDrawing } from "./range-drawing.ts";
import { reviewSheetStyles } from "./review-sheet-styles.ts";
import { scrollToShow } from "./scroll-to-show.ts";
import {
  headHeight,
  headWidth,
  type LaidCell,
  type LaidRow,
  SheetLayout,
} from "./sheet-layout.ts";
import { SheetPages } from "./sheet-pages.ts";
import type { ShapeWish } from "./shape-wish.ts";
import { toldCell } from "./told-cell.ts";

/** Rows and columns drawn beyond what is seen. */
const spare = 4;

/** Room behind the last row and column to grasp their edges. */
const margin = 12;

const legend = [
  "header",
  "stub",
  "value",
  "record",
  "aggregate",
  "ordinal",
  "question",
] as const;

/**
 * A sheet as it looks, each cell tinted by what it was taken for; only what is
 * in view is drawn. The lines below say what the cell under the pointer or the
 * focus was taken for, and why. The edges of the table in hand can be dragged;
 * cells dragged over, or reached with Shift and the arrow keys, can be called a
 * table.
 */
@customElement("db-review-sheet")
export class DbReviewSheet extends EngineElement {
  static override styles = [baseStyles, reviewSheetStyles];

  /** The review the sheet is of. */
  @property({ attribute: false }) review = "";
  /** Name of the file, for corrections. */
  @property({ attribute: false }) file = "";
  /** Position of the sheet in its file. */
  @property({ attribute: false }) at = 0;
  @property({ attribute: false }) sheet!: ReviewSheet;
  /** A cell to show: `B5`; empty for none. */
  @property({ attribute: false }) goTo = "";
  @property({ attribute: false }) busy = false;

  /** The place of the focus; a merged cell is at its first. */
  @state() private focused: CellPlace | null = null;
  @state() private hovered: LaidCell | null = null;
  /** The table whose edges are shown. */
  @state() private table = 0;
  @state() private view = { top: 0, left: 0, width: 800, height: 500 };
  @query(".scroll") private scroller!: HTMLElement;
  #layout!: SheetLayout;
  readonly #drawing = new RangeDrawing({
    under: (event) => this.#under(event),
    focused: () => this.focused,
    follow: (event) => {
      this.#follow(event);
    },
    changed: () => {
      this.requestUpdate();
    },
  });
  /** Cells just called a table: it is the one in hand once it was read. */
  #drawn: CellRange | null = null;
  readonly #pages = new SheetPages({
    ask: (top, bottom) =>
      this.engine.reviewRows(
        this.review,
        { file: this.file, sheet: this.at },
        top,
        bottom,
      ),
    came: (rows) => {
      this.#layout.remove(rows);
      this.#layout.add(rows);
      this.requestUpdate();
    },
    gone: (rows) => {
      this.#layout.remove(rows);
    },
    failed: (error) => {
      send(this, "db-notice", failureNotice(error));
    },
  });
  #questions = new Map<string, string>();
  #sheetName = "";
  #dark = false;
  #sizes: ResizeObserver | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#dark = document.documentElement.dataset["theme"] === "dark";
    if (changed.has("sheet")) {
      this.#layout = new SheetLayout(this.sheet);
      this.#questions = new Map(
        this.sheet.tables.flatMap((table) =>
          table.unmatched.flatMap(({ cell, also = [], role }) =>
            [cell, ...also].map((one): [string, string] => [one, role]),
          ),
        ),
      );
      this.hovered = null;
      const again = this.#name === this.#sheetName;
      this.#pages.start(this.sheet.shownRows, this.sheet.rows, again);
      // The same sheet under another answer stays where it is.
      if (!again) {
        this.focused = null;
        this.#drawing.clear();
        this.#drawn = null;
        this.table = 0;
      }
      this.#takeDrawn();
      this.table = Math.min(
        this.table,
        Math.max(0, this.sheet.tables.length - 1),
      );
    }
    const wanted = changed.has("goTo") ? parseRange(this.goTo) : null;
    if (wanted !== null) this.#take(wanted.top, wanted.left);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#sizes === null) {
      this.#sizes = new ResizeObserver(() => {
        this.#look();
      });
      this.#sizes.observe(this.scroller);
    }
    if (changed.has("sheet") && this.#name !== this.#sheetName) {
      this.#sheetName = this.#name;
      if (this.goTo === "") this.scroller.scrollTo(0, 0);
    }
    if (changed.has("goTo") && this.goTo !== "") this.#reveal(false);
  }

  get #name(): string {
    return `${this.review} ${this.file} ${this.at}`;
  }

  /** The table that was drawn last is the one in hand, once it is there. */
  #takeDrawn(): void {
    const drawn = this.#drawn;
    if (drawn === null) return;
    const at = this.sheet.tables.findIndex(
      ({ shape }) =>
        shape?.drawn === true &&
        shape.edges.top === drawn.top &&
        shape.edges.left === drawn.left,
    );
    if (at < 0) return;
    this.table = at;
    this.#drawing.clear();
    this.#drawn = null;
  }

  protected override render() {
    const { width, height } = this.#layout;
    const rows = this.#rows();
    const found = this.sheet.tables[this.table];
    const { selected } = this.#drawing;
    const drawing = selected !== null && canBeTable(selected);
    return html`<div class="legend">
        <span class="roles" aria-hidden="true" ?hidden=${drawing}>
          ${legend.map(
            (role) =>
              html`<span
                ><i class=${role}></i>${this.say(`ui.role.${role}`)}</span
              >`,
          )}
          <span
            ><i class="value different"></i
            >${this.say("ui.change.different")}</span
          >
        </span>
        ${this.#draw()}
      </div>
      ${
        found === undefined || found.shape === null
          ? nothing
          : html`<db-table-form
              .tables=${this.sheet.tables}
              .chosen=${this.table}
              .size=${this.#size}
              .busy=${this.busy}
              @db-choose-table=${(event: CustomEvent<number>) => {
                this.table = event.detail;
                const edges = this.sheet.tables[event.detail]?.shape?.edges;
                if (edges !== undefined) {
                  this.focused = { row: edges.top, column: edges.left };
                  this.#reveal(false);
                }
              }}
              @db-shape=${this.#reshape}
              @db-erase=${() => {
                send(this, "db-erase", {
                  file: this.file,
                  sheet: this.at,
                  table: this.table,
                });
              }}
            ></db-table-form>`
      }
      <div class="scroll" tabindex="-1" @scroll=${this.#scrolled}>
        <div
          class="canvas"
          style="width:${width + headWidth + margin}px;height:${height + headHeight + margin}px"
        >
          <div
            role="grid"
            class=${this.sheet.styled ? "styled" : nothing}
            aria-label=${this.say("review.grid", {
              sheet: this.sheet.name,
              rows: this.sheet.rows,
            })}
            aria-rowcount=${this.sheet.rows + 1}
            aria-colcount=${this.sheet.columns + 1}
            aria-multiselectable="true"
            @keydown=${this.#key}
            @pointerdown=${this.#drawing.press}
            @pointermove=${this.#drawing.drag}
            @pointerup=${this.#drawing.release}
            @pointercancel=${this.#drawing.release}
          >
            ${this.#letters()}
            ${repeat(
              rows,
              ({ row }) => row,
              (row) => this.#row(row),
            )}
          </div>
          ${
            found === undefined ||
            found.shape === null ||
            found.shape.shape?.kind === "none"
              ? nothing
              : html`<db-table-edges
                  .layout=${this.#layout}
                  .shape=${found.shape}
                  .size=${this.#size}
                  .busy=${this.busy}
                  @db-shape=${this.#reshape}
                ></db-table-edges>`
          }
          ${this.#frame()}
        </div>
        ${this.#hidden()}
      </div>
      <div class="told" aria-live="polite">${this.#told()}</div>`;
  }

  get #size() {
    return { rows: this.#layout.rows, columns: this.#layout.columns };
  }

  /** The rows in view; the one with the focus is kept wherever it is. */
  #rows(): readonly LaidRow[] {
    const { top, left, width, height } = this.view;
    return this.#layout.window(
      {
        top: Math.max(0, this.#layout.rowAt(top) - spare),
        bottom: this.#layout.rowAt(top + height) + spare,
        left: Math.max(0, this.#layout.columnAt(left) - 1),
        right: this.#layout.columnAt(left + width) + 1,
      },
      this.focused?.row ?? 0,
    );
  }

  #letters() {
    const { left, width } = this.view;
    const first = Math.max(0, this.#layout.columnAt(left) - 1);
    const last = this.#layout.columnAt(left + width) + 1;
    const { lefts, columns } = this.#layout;
    return html`<div role="row" aria-rowindex="1" class="letters">
      <div role="columnheader" class="corner" aria-colindex="1">
        <span class="hidden-text">#</span>
      </div>
      ${Array.from(
        { length: Math.max(0, Math.min(last, columns - 1) - first + 1) },
        (_, at) => first + at,
      ).map((column) => {
        const x = lefts[column] ?? 0;
        return html`<div
          role="columnheader"
          aria-colindex=${column + 2}
          style="left:${x + headWidth}px;width:${(lefts[column + 1] ?? x) - x}px"
        >
          ${columnName(column)}
        </div>`;
      })}
    </div>`;
  }

  #row({ row, top, height, cells }: LaidRow) {
    return html`<div
      role="row"
      class="line"
      aria-rowindex=${row + 2}
      style="top:${top + headHeight}px;height:${height}px"
    >
      <div role="rowheader" aria-colindex="1" style="height:${height}px">
        ${row + 1}
      </div>
      ${cells.map((cell) => this.#cell(cell))}
    </div>`;
  }

  #cell(laid: LaidCell) {
    const { row, column, left, width, height } = laid;
    const place = cellRef(row, column);
    const active = this.#isFocused(laid);
    const face = cellFace(laid, {
      asked: this.#questions.has(place),
      active,
      dark: this.#dark,
      styled: this.sheet.styled,
    });
    return html`<div
      role="gridcell"
      aria-colindex=${column + 2}
      aria-colspan=${laid.columnSpan === 1 ? nothing : laid.columnSpan}
      aria-rowspan=${laid.rowSpan === 1 ? nothing : laid.rowSpan}
      class=${face.classes}
      style="left:${left + headWidth}px;width:${width}px;height:${height}px${face.fill}"
      title=${face.cut ? face.text : nothing}
      data-cell=${place}
      tabindex=${active || (this.focused === null && row === 0 && column === 0) ? 0 : -1}
      @focus=${() => {
        this.#take(row, column);
      }}
      @pointermove=${({ movementX, movementY }: PointerEvent) => {
        // Cells that scroll under a pointer at rest are not pointed at.
        if (movementX !== 0 || movementY !== 0) this.hovered = laid;
      }}
      @mouseleave=${() => {
        this.hovered = null;
      }}
    >
      <span style=${face.indent === "" ? nothing : face.indent}
        >${face.text}</span
      >
    </div>`;
  }

  #hidden() {
    const { columnsLeft } = this.#layout;
    return columnsLeft > 0
      ? html`<p class="more muted">
          ${this.say("ui.review.more_columns", { n: columnsLeft })}
        </p>`
      : nothing;
  }

  /** What can be done with the selected cells, or how to select some. */
  #draw() {
    const { selected } = this.#drawing;
    if (selected === null || !canBeTable(selected))
      return html`<span class="draw">${this.say("review.draw.hint")}</span>`;
    return html`<span class="draw" role="status">
      ${this.say("review.draw.selected", { range: rangeText(selected) })}
      <button
        type="button"
        class="primary"
        ?disabled=${this.busy}
        @click=${() => {
          this.#drawn = selected;
          send(this, "db-draw", {
            sheet: { file: this.file, sheet: this.at },
            range: selected,
          });
        }}
      >
        ${this.say("review.draw")}
      </button>
      <button
        type="button"
        @click=${() => {
          this.#drawing.clear();
        }}
      >
        ${this.say("review.draw.cancel")}
      </button>
    </span>`;
  }

  /** The frame around the selected cells. */
  #frame() {
    const { selected } = this.#drawing;
    if (selected === null) return nothing;
    const { tops, lefts } = this.#layout;
    const top = tops[selected.top] ?? 0;
    const left = lefts[selected.left] ?? 0;
    const height = (tops[selected.bottom + 1] ?? top) - top;
    const width = (lefts[selected.right + 1] ?? left) - left;
    return html`<div
      class="frame"
      style="top:${top + headHeight}px;left:${left + headWidth}px;width:${width}px;height:${height}px"
    ></div>`;
  }

  /** The cell under the pointer, or the nearest one. */
  #under({ clientX, clientY }: PointerEvent): CellPlace {
    const { left, top } = this.scroller.getBoundingClientRect();
    const { scrollLeft, scrollTop } = this.scroller;
    return {
      row: this.#layout.rowAt(clientY - top + scrollTop - headHeight),
      column: this.#layout.columnAt(clientX - left + scrollLeft - headWidth),
    };
  }

  /** Scrolls on while the pointer drags beyond the edge. */
  #follow({ clientX, clientY }: PointerEvent): void {
    const box = this.scroller.getBoundingClientRect();
    const beyond = (at: number, start: number, end: number): number =>
      at < start ? at - start : at > end ? at - end : 0;
    const x = beyond(clientX, box.left + headWidth, box.right - margin);
    const y = beyond(clientY, box.top + headHeight, box.bottom - margin);
    if (x !== 0 || y !== 0) this.scroller.scrollBy(x, y);
  }

  #isFocused({ row, column, rowSpan, columnSpan }: LaidCell): boolean {
    const { focused } = this;
    return (
      focused !== null &&
      focused.row >= row &&
      focused.row < row + rowSpan &&
      focused.column >= column &&
      focused.column < column + columnSpan
    );
  }

  /** The focus goes to a cell, and the table around it is in hand. */
  #take(row: number, column: number): void {
    const laid = this.#layout.cellAt(row, column);
    if (laid === undefined) return;
    this.focused = { row: laid.row, column: laid.column };
    const inside = this.sheet.tables.findIndex(
      ({ range }) =>
        laid.row >= range.top &&
        laid.row <= range.bottom &&
        laid.column >= range.left &&
        laid.column <= range.right,
    );
    if (inside >= 0) this.table = inside;
  }

  #told() {
    const laid =
      this.hovered ??
      (this.focused === null
        ? undefined
        : this.#layout.cellAt(this.focused.row, this.focused.column));
    return laid === undefined || laid === null
      ? html`<p class="muted">${this.say("ui.review.line_hint")}</p>`
      : toldCell(
          laid,
          this.#questions.get(cellRef(laid.row, laid.column)),
          this.names,
          (code, params) => this.say(code, params),
        );
  }

  #scrolled = () => {
    this.#look();
  };

  #look(): void {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller;
    this.view = {
      top: scrollTop,
      left: scrollLeft,
      width: clientWidth,
      height: clientHeight,
    };
    this.#wantRows();
  }

  #wantRows(): void {
    const { top, height } = this.view;
    this.#pages.want(
      this.#layout.rowAt(top) - spare,
      this.#layout.rowAt(top + height) + spare,
    );
  }

  #reshape = ({ detail }: CustomEvent<ShapeWish>) => {
    send(this, "db-reshape", {
      table: { file: this.file, sheet: this.at, table: this.table },
      shape: detail.shape,
    });
  };

  #key = (event: KeyboardEvent) => {
    if (event.key === "Escape" && this.#drawing.selected !== null) {
      event.preventDefault();
      this.#drawing.clear();
      return;
    }
    const from = this.focused ?? { row: 0, column: 0 };
    const laid = this.#layout.cellAt(from.row, from.column);
    if (laid === undefined) return;
    const page = Math.max(1, Math.floor(this.view.height / 24) - 1);
    const last = {
      row: this.#layout.rows - 1,
      column: this.#layout.columns - 1,
    };
    const to = placeAfterKey(event, from, laid, last, page);
    if (to === null) return;
    event.preventDefault();
    if (this.#layout.cellAt(to.row, to.column) === undefined) return;
    this.#take(to.row, to.column);
    this.#drawing.moved(from, to, event.shiftKey);
    this.hovered = null;
    this.#reveal(true);
  };

  /** Scrolls the cell of the focus into view, and gives it the focus. */
  #reveal(focus: boolean): void {
    const { focused } = this;
    const laid =
      focused === null
        ? undefined
        : this.#layout.cellAt(focused.row, focused.column);
    if (laid === undefined) return;
    const top = this.#layout.tops[laid.row] ?? 0;
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = this.scroller;
    const seenHeight = clientHeight - headHeight;
    const { x, y } = scrollToShow(
      { top, left: laid.left, width: laid.width, height: laid.height },
      {
        top: scrollTop,
        left: scrollLeft,
        width: clientWidth - headWidth,
        height: seenHeight,
      },
    );
    const far = focus ? y : Math.max(0, top - seenHeight / 3);
    this.scroller.scrollTo(x, y === scrollTop ? scrollTop : far);
    this.#look();
    if (!focus) return;
    void this.updateComplete.then(() => {
      const cell = this.renderRoot.querySelector(
        `[data-cell="${cellRef(laid.row, laid.column)}"]`,
      );
      if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-sheet": DbReviewSheet;
  }
}
