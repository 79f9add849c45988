import type {
  CellKeyDownEvent,
  ColDef,
  GridOptions,
  ICellRendererParams,
  SuppressKeyboardEventParams,
} from "ag-grid-community";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { TargetRow } from "../../worker/api.ts";
import { dash } from "../format/figure.ts";
import {
  choicesOf,
  fieldCode,
  fieldText,
  isChoice,
  type TargetField,
  targetFields,
} from "../targets/target-field.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { send } from "../state/events.ts";
import type { Filters } from "./arrangement.ts";
import { ChoiceEditor } from "./choice-editor.ts";
import { GridElement } from "./grid-element.ts";
import { gridStyles } from "./grid-styles.ts";
import { PointColumns } from "../format/point-columns.ts";
import { filterLines } from "./filter-lines.ts";
import { type MenuGroups, menuItem } from "./menu-item.ts";
import { PickerEditor } from "./picker-editor.ts";
import { canReadClipboard, readClipboard } from "./read-clipboard.ts";
import type { RowCell } from "./row-menus.ts";
import type { Say } from "./sheet-view.ts";
import { parseTsv } from "./tsv.ts";

/** What input methods send while they hold the keys. */
const processing = 229;

/** More for English words. */
const englishRoom: Readonly<Partial<Record<TargetField, number>>> = {
  indicator: 20,
  unit: 36,
  parts: 44,
  each: 20,
  only: 10,
};

const widths: Readonly<Record<TargetField, number>> = {
  indicator: 190,
  region: 88,
  comparator: 56,
  goal: 72,
  unit: 72,
  baseline: 66,
  baselinePeriod: 78,
  deadline: 84,
  path: 84,
  force: 76,
  plan: 150,
  source: 150,
  remark: 130,
  from: 72,
  declared: 92,
  until: 92,
  variant: 92,
  base: 72,
  cumulative: 60,
  milestones: 206,
  partOf: 150,
  weight: 66,
  parts: 84,
  each: 78,
  only: 200,
};

/** A cell that a person changed: what was typed, or the code of what was chosen. */
export interface TargetEdit {
  readonly row: TargetRow;
  readonly field: TargetField;
  readonly text: string;
}

/** A cell and why what was typed into it was not taken. */
export interface TargetRefusal {
  readonly id: string;
  readonly field: TargetField;
  readonly words: string;
}

/** Every target, a row each; its cells are changed in place. Sends `db-target-edit` ({@link TargetEdit}), `db-target-paste` (a list of them), `db-target-row` ({@link TargetRow}) and `db-narrow` ({@link Filters} to set). */
@customElement("db-target-list-grid")
export class DbTargetListGrid extends GridElement<TargetRow> {
  static override styles = [
    baseStyles,
    gridStyles,
    css`
      :host {
        position: relative;
      }
      .choice {
        width: 100%;
        height: 100%;
        padding: 0 4px;
        border-radius: 0;
      }
      .picker {
        width: 320px;
        padding: 8px;
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        box-shadow: var(--shadow);
      }
      .ag-cell.fixed {
        background: var(--soft);
      }
      .ag-cell.refused {
        box-shadow: inset 0 0 0 2px var(--far);
      }
      .off {
        color: var(--muted);
      }
      .refusal {
        position: absolute;
        z-index: 5;
        max-width: 360px;
        padding: 6px 10px;
        border: 1px solid var(--far);
        border-radius: 4px;
        background: var(--far-soft);
        box-shadow: var(--shadow);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** True while rows are narrowed by something. */
  @property({ attribute: false }) narrowed = false;
  @property({ attribute: false }) refusal: TargetRefusal | null = null;
  @state() private place: { left: number; top: number } | null = null;

  readonly #points = new PointColumns<TargetRow, "goal" | "baseline">(
    ["goal", "baseline"],
    ({ target }, field) => fieldText(field, target, this.names),
  );

  protected override rowId({ target }: TargetRow): string {
    return target.id;
  }

  protected override onFocus(row: TargetRow): void {
    this.dispatchEvent(new CustomEvent("db-target-row", { detail: row }));
  }

  /** Brings the row of a target into view and puts the focus on it. */
  show(id: string): void {
    const index = this.api?.getRowNode(id)?.rowIndex;
    if (this.api === null || index == null) return;
    this.api.ensureIndexVisible(index);
    this.api.setFocusedCell(index, "goal");
    this.select(id);
  }

  protected override render() {
    const { refusal, place } = this;
    return html`<div class="grid"></div>
      ${this.menuPlace()}
      ${
        refusal === null || place === null
          ? ""
          : html`<p
              class="refusal"
              role="alert"
              style=${`left:${place.left}px;top:${place.top}px`}
            >
              ${refusal.words}
            </p>`
      }`;
  }

  protected override updated(
    changed: Parameters<GridElement<TargetRow>["updated"]>[0],
  ): void {
    const moved =
      changed.has("rows") || changed.has("names")
        ? this.#points.take(this.rows)
        : [];
    super.updated(changed);
    if (moved.length > 0)
      this.api?.refreshCells({ columns: [...moved], force: true });
    if (changed.has("refusal")) this.#showRefusal();
  }

  #showRefusal(): void {
    const { api, refusal } = this;
    api?.refreshCells({ force: true });
    const node = refusal === null ? undefined : api?.getRowNode(refusal.id);
    if (refusal === null || node?.rowIndex == null) {
      this.place = null;
      return;
    }
    api?.ensureColumnVisible(refusal.field);
    api?.setFocusedCell(node.rowIndex, refusal.field);
    const cell = this.renderRoot.querySelector(
      `[row-index="${node.rowIndex}"] [col-id="${refusal.field}"]`,
    );
    const box = cell?.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    this.place =
      box === undefined
        ? { left: 8, top: 40 }
        : {
            left: Math.max(8, Math.min(box.left - own.left, own.width - 376)),
            top:
              box.bottom - own.top + 60 > own.height
                ? box.top - own.top - 40
                : box.bottom - own.top + 3,
          };
  }

  protected override options(): GridOptions<TargetRow> {
    return {
      enterNavigatesVertically: false,
      enterNavigatesVerticallyAfterEdit: true,
      stopEditingWhenCellsLoseFocus: true,
      onCellEditingStarted: () => {
        this.#forget();
      },
      onBodyScroll: () => {
        this.place = null;
      },
      onCellKeyDown: (event) => {
        if ("column" in event) this.#key(event);
      },
    };
  }

  #forget(): void {
    if (this.refusal === null) return;
    this.dispatchEvent(new CustomEvent("db-target-heard"));
  }

  #key({ event, data, column, rowIndex }: CellKeyDownEvent<TargetRow>): void {
    if (!(event instanceof KeyboardEvent) || data === undefined) return;
    if (event.key === "Escape" && this.refusal !== null) {
      event.stopPropagation();
      this.#forget();
    }
    const cell = {
      row: data,
      column: column.getColId(),
      rowIndex: rowIndex ?? -1,
    };
    if (event.key === "Delete") this.#put(cell, "");
    if (event.key.toLowerCase() !== "d" || !(event.ctrlKey || event.metaKey))
      return;
    // The browser keeps the page among its marks by this key.
    event.preventDefault();
    const above = this.#above(cell);
    if (above !== null) this.#put(cell, above);
  }

  /** Sets a cell, if it is one that may be set. */
  #put(cell: RowCell<TargetRow>, text: string): void {
    const field = fieldOf(cell);
    if (field !== null && cell.row.origin !== "sheet")
      this.#edit({ row: cell.row, field, text });
  }

  /** What the cell over one holds, as it is typed; null without such a cell. */
  #above(cell: RowCell<TargetRow>): string | null {
    const row = this.api?.getDisplayedRowAtIndex(cell.rowIndex - 1)?.data;
    const field = fieldOf(cell);
    return row === undefined || field === null
      ? null
      : fieldCode(field, row.target);
  }

  protected override menuFor(cell: RowCell<TargetRow>): MenuGroups {
    const say: Say = (code, params) => this.say(code, params);
    const { target, origin } = cell.row;
    const field = fieldOf(cell);
    const fixed =
      field === null
        ? ("grid.menu.why.not_typed" as const)
        : origin === "sheet" && ("grid.menu.why.fixed" as const);
    const above = this.#above(cell);
    return [
      [
        menuItem(say, "edit", say("grid.menu.edit"), "F2", fixed, () => {
          this.api?.startEditingCell({
            rowIndex: cell.rowIndex,
            colKey: cell.column,
          });
        }),
        menuItem(
          say,
          "paste",
          say("grid.menu.paste"),
          "Ctrl+V",
          fixed !== false
            ? fixed
            : !canReadClipboard() && "grid.menu.why.paste_by_key",
          () => {
            readClipboard()
              .then(({ text }) => {
                this.#pasteText(cell, text);
              })
              .catch(() => {
                this.#warn("grid.menu.refused", { key: "Ctrl+V" });
              });
          },
        ),
        menuItem(say, "clear", say("grid.menu.clear"), "Delete", fixed, () => {
          this.#put(cell, "");
        }),
        menuItem(
          say,
          "fillDown",
          say("grid.menu.fill_down"),
          "Ctrl+D",
          fixed !== false
            ? fixed
            : above === null && "grid.menu.why.nothing_above",
          () => {
            this.#put(cell, above ?? "");
          },
        ),
      ],
      filterLines(
        say,
        [
          {
            filter: "indicator",
            code: target.indicator,
            what: this.names.indicator(target.indicator),
          },
          {
            filter: "region",
            code: target.region,
            what: this.names.regionShort(target.region),
          },
        ],
        {
          filters: ["indicator", "region", "standing", "origin"],
          narrowed: this.narrowed,
          narrow: this.#narrow,
        },
      ),
    ];
  }

  #narrow = (detail: Filters): void => {
    this.dispatchEvent(new CustomEvent<Filters>("db-narrow", { detail }));
  };

  #warn(code: GridCode, params: Params): void {
    send(this, "db-notice", { tone: "warning", code, params, issues: [] });
  }

  /** A block lies down from the cell and to its right, in the rows and columns on show; all of it or nothing is taken. */
  #pasteText(cell: RowCell<TargetRow>, text: string): void {
    const block = parseTsv(text);
    const columns = (this.api?.getAllDisplayedColumns() ?? []).map((column) =>
      column.getColId(),
    );
    const left = columns.indexOf(cell.column);
    const edits = block.flatMap((line, down) => {
      const row = this.api?.getDisplayedRowAtIndex(cell.rowIndex + down)?.data;
      return line.map((words, across): TargetEdit | null => {
        const column = columns[left + across];
        const field =
          row === undefined || column === undefined
            ? null
            : fieldOf({ row, column, rowIndex: cell.rowIndex + down });
        return row === undefined || field === null
          ? null
          : { row, field, text: words.trim() };
      });
    });
    const inside = edits.filter((edit) => edit !== null);
    if (inside.length === 0) return;
    if (inside.length < edits.length)
      this.#warn("grid.paste.too_large", {
        n: edits.length - inside.length,
      });
    else
      this.dispatchEvent(
        new CustomEvent<readonly TargetEdit[]>("db-target-paste", {
          detail: inside,
        }),
      );
  }

  #pasteKey = (event: Event) => {
    const { api } = this;
    const at = api?.getFocusedCell();
    const row =
      at == null ? undefined : api?.getDisplayedRowAtIndex(at.rowIndex)?.data;
    if (!(event instanceof ClipboardEvent) || event.clipboardData === null)
      return;
    if (api == null || at == null || row === undefined) return;
    if (api.getEditingCells().length > 0) return;
    event.preventDefault();
    this.#pasteText(
      { row, column: at.column.getColId(), rowIndex: at.rowIndex },
      event.clipboardData.getData("text/plain"),
    );
  };

  #edit(detail: TargetEdit): void {
    this.dispatchEvent(
      new CustomEvent<TargetEdit>("db-target-edit", { detail }),
    );
  }

  /**
   * An input method composes only in a field, and a cell is none: at the key
   * that begins a composition the editor is opened, so that the key lands in it.
   */
  #compose = (event: KeyboardEvent) => {
    const { api } = this;
    if (event.keyCode !== processing && !event.isComposing) return;
    const cell = api?.getFocusedCell();
    if (api == null || cell == null || api.getEditingCells().length > 0) return;
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || !target.matches(".ag-cell")) return;
    event.stopPropagation();
    api.startEditingCell({
      rowIndex: cell.rowIndex,
      colKey: cell.column,
      key: "Backspace",
    });
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener("keydown", this.#capture, {
      capture: true,
    });
    this.renderRoot.addEventListener("paste", this.#pasteKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.renderRoot.removeEventListener("keydown", this.#capture, {
      capture: true,
    });
    this.renderRoot.removeEventListener("paste", this.#pasteKey);
  }

  #capture = (event: Event) => {
    if (event instanceof KeyboardEvent) this.#compose(event);
  };

  protected override columnDefs(): ColDef<TargetRow>[] {
    return [
      ...targetFields.map((field) => this.#column(field)),
      {
        colId: "origin",
        headerName: this.say("targets.column.origin"),
        width: this.language === "zh" ? 76 : 90,
        pinned: "right",
        valueGetter: ({ data }) => this.#originWord(data),
        tooltipValueGetter: ({ data }) => this.#originTip(data),
        cellClass: "small",
      },
      {
        colId: "standing",
        headerName: this.say("targets.column.standing"),
        width: this.language === "zh" ? 84 : 100,
        pinned: "right",
        valueGetter: ({ data }) =>
          data === undefined
            ? ""
            : this.say(`targets.standing.${data.standing}`),
        cellRenderer: ({ value, data }: ICellRendererParams<TargetRow>) => {
          const word = document.createElement("span");
          word.className = data?.standing === "inForce" ? "" : "off";
          word.textContent = String(value);
          return word;
        },
      },
    ];
  }

  #column(field: TargetField): ColDef<TargetRow> {
    const figure = field === "goal" || field === "baseline" ? field : null;
    const text = (row: TargetRow | undefined) =>
      row === undefined ? "" : fieldText(field, row.target, this.names);
    return {
      colId: field,
      headerName: this.say(`targets.field.${field}`),
      headerTooltip: this.say(`targets.field.${field}`),
      width:
        this.language === "zh"
          ? widths[field]
          : widths[field] * 1.15 + (englishRoom[field] ?? 0),
      ...(field === "indicator" || field === "region"
        ? { pinned: "left" as const }
        : {}),
      headerClass: figure === null ? "" : "figure",
      cellClass: ({ data }) =>
        [
          ...(figure === null || data === undefined
            ? []
            : ["figure", ...this.#points.classes(data, figure)]),
          data?.origin === "sheet" ? "fixed" : "",
          this.refusal !== null &&
          this.refusal.id === data?.target.id &&
          this.refusal.field === field
            ? "refused"
            : "",
        ].filter((name) => name !== ""),
      valueGetter: ({ data }) => text(data),
      valueFormatter: ({ value }) => (value === "" ? dash : String(value)),
      tooltipValueGetter: ({ data }) =>
        data?.origin === "sheet" ? this.say("targets.of_sheet") : text(data),
      editable: ({ data }) => data !== undefined && data.origin !== "sheet",
      suppressKeyboardEvent: ({
        event,
        editing,
      }: SuppressKeyboardEventParams<TargetRow>) =>
        editing && (event.isComposing || event.keyCode === processing),
      valueSetter: ({ data, newValue, oldValue }) => {
        const typed = String(newValue ?? "");
        const now = fieldCode(field, data.target);
        if (typed !== String(oldValue) && typed !== now)
          this.#edit({ row: data, field, text: typed });
        // The engine decides; the rows come back from it.
        return false;
      },
      ...this.#editor(field),
    };
  }

  #editor(field: TargetField): ColDef<TargetRow> {
    if (field === "indicator" || field === "region")
      return {
        cellEditor: PickerEditor,
        cellEditorPopup: true,
        cellEditorPopupPosition: "under",
        cellEditorParams: ({ data }: { data?: TargetRow }) => ({
          role: field,
          current: data === undefined ? "" : data.target[field],
        }),
      };
    if (isChoice(field))
      return {
        cellEditor: ChoiceEditor,
        cellEditorParams: ({ data }: { data?: TargetRow }) => ({
          label: this.say(`targets.field.${field}`),
          choices:
            data === undefined ? [] : choicesOf(field, data.target, this.names),
          current: data === undefined ? "" : fieldCode(field, data.target),
        }),
      };
    return { cellEditor: "agTextCellEditor" };
  }

  #originWord(row: TargetRow | undefined): string {
    if (row === undefined) return "";
    return this.say(
      row.overrides ? "targets.origin.changed" : `targets.origin.${row.origin}`,
    );
  }

  #originTip(row: TargetRow | undefined): string {
    if (row === undefined) return "";
    const { source } = row;
    if (source === null) return row.target.id;
    return [source.file, source.sheet, source.cell]
      .filter((part) => part !== "")
      .join(" · ");
  }
}

function fieldOf({ column }: RowCell<TargetRow>): TargetField | null {
  return targetFields.find((known) => known === column) ?? null;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-target-list-grid": DbTargetListGrid;
  }
}
