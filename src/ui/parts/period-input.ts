import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";
import { baseStyles } from "./base-styles.ts";
import {
  type PeriodChoice,
  choicePeriod,
  periodChoice,
  periodKinds,
} from "./period-choice.ts";

/**
 * Asks for a period: its kind, the year, and the month or quarter.
 * Sends `db-period` with the period code when the user changes it.
 */
@customElement("db-period-input")
export class DbPeriodInput extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        gap: 6px;
      }
      input {
        width: 72px;
      }
    `,
  ];

  /** Period code; a code it has no controls for is shown as the year's. */
  @property() value = "";

  protected override render() {
    const choice = periodChoice(this.value);
    return html`
      <select
        aria-label=${this.say("ui.period.kind")}
        .value=${choice.kind}
        @change=${(event: Event) => {
          const kind = periodKinds.find((k) => k === valueOf(event));
          if (kind !== undefined) this.#choose({ ...choice, kind });
        }}
      >
        ${periodKinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === choice.kind}>
              ${this.say(`ui.period.${kind}`)}
            </option>`,
        )}
      </select>
      <input
        type="number"
        min="1950"
        max="2100"
        aria-label=${this.say("ui.period.year_n")}
        .value=${String(choice.year)}
        @change=${(event: Event) => {
          const year = Number(valueOf(event));
          if (Number.isInteger(year) && year >= 1950 && year <= 2100)
            this.#choose({ ...choice, year });
        }}
      />
      ${choice.kind === "year" ? nothing : this.#part(choice)}
    `;
  }

  #part(choice: PeriodChoice) {
    const count = choice.kind === "quarter" ? 4 : 12;
    const code =
      choice.kind === "quarter"
        ? "ui.period.quarter_n"
        : choice.kind === "toDate"
          ? "ui.period.to_month_n"
          : "ui.period.month_n";
    return html`<select
      aria-label=${this.say("ui.period.part")}
      @change=${(event: Event) => {
        this.#choose({ ...choice, part: Number(valueOf(event)) });
      }}
    >
      ${Array.from({ length: count }, (_, i) => i + 1).map(
        (n) =>
          html`<option value=${n} ?selected=${n === choice.part}>
            ${this.say(code, { n })}
          </option>`,
      )}
    </select>`;
  }

  #choose(choice: PeriodChoice): void {
    this.value = choicePeriod(choice);
    this.dispatchEvent(
      new CustomEvent("db-period", { detail: this.value, bubbles: true }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-period-input": DbPeriodInput;
  }
}
