import type {
  CellKeyDownEvent,
  ColDef,
  GridOptions,
  ICellRendererParams,
  SuppressKeyboardEventParams,
} from "ag-grid-community";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
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
import { ChoiceEditor } from "./choice-editor.ts";
import { GridElement } from "./grid-element.ts";
import { gridStyles } from "./grid-styles.ts";
import { PickerEditor } from "./picker-editor.ts";

/** What input methods send while they hold the keys. */
const processing = 229;

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
  milestones: 170,
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

/** Every target, a row each; its cells are changed in place. Sends `db-target-edit` ({@link TargetEdit}) and `db-target-row` ({@link TargetRow}). */
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

  @property({ attribute: false }) refusal: TargetRefusal | null = null;
  @state() private place: { left: number; top: number } | null = null;

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
    super.updated(changed);
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

  #key({ event, data, column }: CellKeyDownEvent<TargetRow>): void {
    if (!(event instanceof KeyboardEvent) || data === undefined) return;
    if (event.key === "Escape" && this.refusal !== null) {
      event.stopPropagation();
      this.#forget();
    }
    if (event.key !== "Delete") return;
    const field = targetFields.find((known) => known === column.getColId());
    if (field !== undefined && data.origin !== "sheet")
      this.#edit({ row: data, field, text: "" });
  }

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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.renderRoot.removeEventListener("keydown", this.#capture, {
      capture: true,
    });
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
    const figure = field === "goal" || field === "baseline";
    const text = (row: TargetRow | undefined) =>
      row === undefined ? "" : fieldText(field, row.target, this.names);
    return {
      colId: field,
      headerName: this.say(`targets.field.${field}`),
      headerTooltip: this.say(`targets.field.${field}`),
      width: widths[field] * (this.language === "zh" ? 1 : 1.15),
      ...(field === "indicator" || field === "region"
        ? { pinned: "left" as const }
        : {}),
      headerClass: figure ? "figure" : "",
      cellClass: ({ data }) =>
        [
          figure ? "figure" : "",
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

declare global {
  interface HTMLElementTagNameMap {
    "db-target-list-grid": DbTargetListGrid;
  }
}
