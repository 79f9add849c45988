import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import type { ScopeChange } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";

/**
 * The month that views look at, or the latest there is, and whether the year up
 * to it is meant. Sends `db-month` ({@link ScopeChange}) when a person chooses.
 */
@customElement("db-month-picker")
export class DbMonthPicker extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
      }
      select {
        width: 112px;
        border-radius: 4px 0 0 4px;
      }
      button {
        padding: 0 8px;
        margin-left: -1px;
        border-radius: 0 4px 4px 0;
      }
      button[aria-pressed="true"] {
        background: var(--accent-soft);
        color: var(--accent);
        border-color: var(--accent);
      }
    `,
  ];

  /** `2021-06`; empty follows the data. */
  @property({ attribute: false }) month = "";
  @property({ attribute: false }) toDate = false;
  /** Months with data, newest first. */
  @property({ attribute: false }) months: readonly string[] = [];

  protected override render() {
    const months = this.#offered();
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    return html`<select
        name="month"
        aria-label=${this.say("ui.scope.month")}
        title=${this.say("ui.scope.month")}
        @change=${(event: Event) => {
          this.#choose({ month: valueOf(event) });
        }}
      >
        <option value="" ?selected=${this.month === ""}>
          ${this.say("ui.scope.latest")}
        </option>
        ${years.map(
          (year) =>
            html`<optgroup label=${periodText(year, this.language)}>
              ${months
                .filter((month) => month.startsWith(year))
                .map(
                  (month) =>
                    html`<option
                      value=${month}
                      ?selected=${month === this.month}
                    >
                      ${periodText(month, this.language)}
                    </option>`,
                )}
            </optgroup>`,
        )}
      </select>
      <button
        type="button"
        title=${this.say("ui.scope.to_date.hint")}
        aria-pressed=${this.toDate}
        @click=${() => {
          this.#choose({ toDate: !this.toDate });
        }}
      >
        ${this.say("ui.scope.to_date")}
      </button>`;
  }

  /** The chosen month is offered even where the data has no figure for it. */
  #offered(): readonly string[] {
    return this.month === "" || this.months.includes(this.month)
      ? this.months
      : [...this.months, this.month].sort().reverse();
  }

  #choose(detail: ScopeChange): void {
    this.dispatchEvent(new CustomEvent<ScopeChange>("db-month", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-month-picker": DbMonthPicker;
  }
}
