import { consume } from "@lit/context";
import { type PropertyValues, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { cellRef, columnName, parseRange } from "../../model/sheet.ts";
import type { ReviewSheet } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { bindingWords } from "./binding-words.ts";
import { reviewSheetStyles } from "./review-sheet-styles.ts";
import {
  type LaidCell,
  layOutSheet,
  type SheetLayout,
} from "./sheet-layout.ts";

const step = 300;
const emptyLayout: SheetLayout = {
  rows: [],
  widths: [],
  rowsLeft: 0,
  rowsHidden: 0,
  columnsLeft: 0,
};
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
 * A sheet as it looks, each cell tinted by what it was taken for. The line
 * below says what the cell under the pointer or the focus was taken for.
 */
@customElement("db-review-sheet")
export class DbReviewSheet extends DbElement {
  static override styles = [baseStyles, reviewSheetStyles];

  @property({ attribute: false }) sheet!: ReviewSheet;
  /** A cell to show: `B5`; empty for none. */
  @property({ attribute: false }) goTo = "";

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  @state() private most = step;
  @state() private focused: LaidCell | null = null;
  @state() private hovered: LaidCell | null = null;
  @query(".scroll") private scroller!: HTMLElement;
  #layout: SheetLayout = emptyLayout;
  #questions = new Map<string, string>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("sheet")) {
      this.most = step;
      this.focused = null;
      this.hovered = null;
      this.#questions = new Map(
        this.sheet.tables.flatMap((table) =>
          table.unmatched.map((u) => [u.cell, u.role]),
        ),
      );
    }
    this.#layout = layOutSheet(this.sheet, this.most);
    const wanted = changed.has("goTo") ? parseRange(this.goTo) : null;
    if (wanted !== null)
      this.focused = this.#cellAt(wanted.top, wanted.left) ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("sheet")) this.scroller.scrollTo(0, 0);
    if (changed.has("goTo") && this.goTo !== "") this.#reveal(false);
  }

  protected override render() {
    const { widths, rows, rowsLeft, rowsHidden, columnsLeft } = this.#layout;
    return html`<div class="legend" aria-hidden="true">
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
      </div>
      <div class="scroll">
        <table
          role="grid"
          aria-label=${this.sheet.name}
          aria-rowcount=${this.sheet.rows}
          aria-colcount=${this.sheet.columns}
          style="width:${widths.reduce((sum, width) => sum + width, 40)}px"
          @keydown=${this.#key}
        >
          <colgroup>
            <col style="width:40px" />
            ${widths.map((width) => html`<col style="width:${width}px" />`)}
          </colgroup>
          <thead>
            <tr role="row">
              <td class="corner"></td>
              ${widths.map(
                (_, column) => html`<th scope="col">${columnName(column)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (cells, row) =>
                html`<tr role="row">
                  <th scope="row">${row + 1}</th>
                  ${cells.map((cell) => this.#cell(cell))}
                </tr>`,
            )}
          </tbody>
        </table>
        ${
          rowsLeft > 0
            ? html`<p class="more">
                <button
                  type="button"
                  @click=${() => {
                    this.most += step;
                  }}
                >
                  ${this.say("ui.review.more_rows", { n: rowsLeft })}
                </button>
              </p>`
            : nothing
        }
        ${
          rowsHidden > 0 && rowsLeft === 0
            ? html`<p class="more muted">
                ${this.say("ui.review.rows_hidden", { n: rowsHidden })}
              </p>`
            : nothing
        }
        ${
          columnsLeft > 0
            ? html`<p class="more muted">
                ${this.say("ui.review.more_columns", { n: columnsLeft })}
              </p>`
            : nothing
        }
      </div>
      <p class="line" aria-live="polite">${this.#line()}</p>`;
  }

  #cell(laid: LaidCell) {
    const { cell, bindings, row, column } = laid;
    const role = cell?.role ?? "plain";
    const change = bindings.some((b) => b.change === "different")
      ? " different"
      : "";
    const active = this.focused === laid || this.#isFocused(laid);
    return html`<td
      role="gridcell"
      class="${role}${cell?.numeric === true ? " numeric" : ""}${change}${active ? " active" : ""}"
      rowspan=${laid.rowSpan === 1 ? nothing : laid.rowSpan}
      colspan=${laid.columnSpan === 1 ? nothing : laid.columnSpan}
      data-cell=${cellRef(row, column)}
      tabindex=${active || (this.focused === null && row === 0 && column === 0) ? 0 : -1}
      @focus=${() => {
        this.focused = laid;
      }}
      @mouseenter=${() => {
        this.hovered = laid;
      }}
      @mouseleave=${() => {
        this.hovered = null;
      }}
    >
      ${cell?.text ?? ""}
    </td>`;
  }

  #isFocused(laid: LaidCell): boolean {
    const { focused } = this;
    return focused?.row === laid.row && focused.column === laid.column;
  }

  #line() {
    const laid = this.hovered ?? this.focused;
    if (laid === null) return this.say("ui.review.line_hint");
    const place = cellRef(laid.row, laid.column);
    const question = this.#questions.get(place);
    const role = laid.cell?.role ?? "plain";
    const words = laid.bindings.map((binding) => {
      const told = bindingWords(binding, this.names, (code, params) =>
        this.say(code, params),
      ).join(" · ");
      const stored =
        binding.change === "different"
          ? this.say("ui.change.stored", {
              value: figureText(binding.stored, null),
            })
          : "";
      const change =
        binding.change === "none"
          ? ""
          : this.say(`ui.change.${binding.change}`);
      return html`<span
        >${told}
        ${change === "" ? nothing : html`<em>${change}${stored}</em>`}</span
      >`;
    });
    return html`<b>${place}</b>
      <span class="role">${this.say(`ui.role.${role}`)}</span>
      ${question === undefined ? nothing : this.say("ui.review.asks", { role: this.say(roleCode(question)) })}
      ${words}`;
  }

  #cellAt(row: number, column: number): LaidCell | undefined {
    for (const line of this.#layout.rows)
      for (const laid of line)
        if (
          row >= laid.row &&
          row < laid.row + laid.rowSpan &&
          column >= laid.column &&
          column < laid.column + laid.columnSpan
        )
          return laid;
    return undefined;
  }

  #key = (event: KeyboardEvent) => {
    const from = this.focused;
    const step = steps[event.key];
    if (from === null || step === undefined) return;
    event.preventDefault();
    const [down, right] = step;
    const to = this.#cellAt(
      from.row + (down > 0 ? from.rowSpan : down),
      from.column + (right > 0 ? from.columnSpan : right),
    );
    if (to === undefined) return;
    this.focused = to;
    this.hovered = null;
    void this.updateComplete.then(() => {
      this.#reveal(true);
    });
  };

  #reveal(focus: boolean): void {
    const { focused } = this;
    if (focused === null) return;
    const cell = this.renderRoot.querySelector(
      `[data-cell="${cellRef(focused.row, focused.column)}"]`,
    );
    if (!(cell instanceof HTMLElement)) return;
    if (focus) cell.focus();
    else cell.scrollIntoView({ block: "center", inline: "center" });
  }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

const asked = [
  "indicator",
  "region",
  "period",
  "measure",
  "unit",
  "value",
  "field",
] as const;

/** The word for what a person is asked for. */
export function roleCode(role: string): `ui.asked.${(typeof asked)[number]}` {
  return `ui.asked.${asked.find((known) => known === role) ?? "value"}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-sheet": DbReviewSheet;
  }
}
