import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Decimal } from "../../model/decimal.ts";
import { decimalOf } from "../../model/decimal.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { groupedText, type SelectionSum } from "./selection-sum.ts";

/** The line under the grid: what the selected cells come to. */
@customElement("db-selection-bar")
export class DbSelectionBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 16px;
        height: 24px;
        padding: 0 12px;
        border-top: 1px solid var(--line);
        background: var(--soft);
        font-size: var(--size-small);
        color: var(--muted);
        white-space: nowrap;
        overflow: hidden;
      }
      .space {
        flex: 1;
      }
      b {
        font-weight: 400;
        color: var(--text);
        font-variant-numeric: tabular-nums;
      }
      .far {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  /** Null while it is being counted, or when nothing wide is selected. */
  @property({ attribute: false }) sum: SelectionSum | null = null;
  @property({ attribute: false }) counting = false;
  /** The one unit of the selected figures; null when there are several. */
  @property({ attribute: false }) unit: string | null = null;
  @property({ attribute: false }) editing = false;

  protected override render() {
    return html`<span
        >${this.say(this.editing ? "grid.sum.editing" : "grid.sum.ready")}</span
      >
      <span class="space"></span>
      <span
        role="status"
        aria-label=${this.say("grid.sum.label")}
        style="display:contents"
        >${this.counting ? html`<span>${this.say("grid.sum.counting")}</span>` : this.#facts()}</span
      >`;
  }

  #facts() {
    const { sum, unit } = this;
    if (sum === null || sum.cells < 2) return nothing;
    const told = [
      html`<span>${this.say("grid.sum.cells", { n: sum.cells })}</span>`,
      html`<span
        ><b>${this.say("grid.sum.count", { n: sum.numbers })}</b></span
      >`,
      ...(sum.others === 0
        ? []
        : [
            html`<span
              >${this.say("grid.sum.missing", { n: sum.others })}</span
            >`,
          ]),
    ];
    if (sum.numbers === 0) return told;
    if (unit === null)
      return [
        ...told,
        html`<span class="far">${this.say("grid.sum.units_differ")}</span>`,
      ];
    return [
      ...told,
      this.#figure("grid.sum.mean", sum.mean),
      this.#figure(
        "grid.sum.min",
        sum.min === null ? null : decimalOf(sum.min),
      ),
      this.#figure(
        "grid.sum.max",
        sum.max === null ? null : decimalOf(sum.max),
      ),
      this.#figure("grid.sum.sum", sum.sum),
      html`<span>${unit}</span>`,
    ];
  }

  #figure(
    code: "grid.sum.sum" | "grid.sum.mean" | "grid.sum.min" | "grid.sum.max",
    value: Decimal | null,
  ) {
    return value === null
      ? nothing
      : html`<span
          ><b>${this.say(code, { value: groupedText(value) })}</b></span
        >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-selection-bar": DbSelectionBar;
  }
}
