import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import { periodText } from "../format/period-text.ts";
import { standingAlone } from "../format/sentence.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { factsStyles } from "../parts/facts-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { outlookWords, restWords } from "./outlook-words.ts";

/** What each month to come may be, and where a target's figure is heading; drawn when a row is opened. */
@customElement("db-outlook")
export class DbOutlook extends DbElement {
  static override styles = [
    baseStyles,
    factsStyles,
    css`
      h3 span {
        font-weight: 400;
      }
    `,
  ];

  /** With rest and outlook; null while it is not there. */
  @property({ attribute: false }) row: ProgressRow | null = null;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const { row } = this;
    if (row === null) return nothing;
    return html`${this.#rest(row)}${this.#outlook(row)}`;
  }

  #rest(row: ProgressRow) {
    const { rest } = row;
    if (rest === null || rest.months.length === 0) return nothing;
    const [last] = rest.years;
    const first = rest.years.at(-1);
    const how =
      last === undefined || first === undefined
        ? this.say("views.rest.even")
        : this.say("views.rest.profile", {
            years: periodText(
              first === last
                ? String(last)
                : `${String(first)}/${String(last)}`,
              this.language,
            ),
          });
    return html`<section>
      <h3>${this.say("views.rest")} <span>${how}</span></h3>
      <dl>
        ${rest.months.map((month) => {
          const [when, what] = restWords(month, row, this.names);
          return html`<dt>${when}</dt>
            <dd>${what}</dd>`;
        })}
      </dl>
    </section>`;
  }

  #outlook(row: ProgressRow) {
    const reason = row.reasons["forecast"];
    if (row.outlook === null && reason === undefined) return nothing;
    return html`<section>
      <h3>${this.say("views.outlook")}</h3>
      ${
        row.outlook === null
          ? html`<p class="muted">
              ${standingAlone(describe(reason ?? "", {}, this.language), this.language)}
            </p>`
          : outlookWords(row.outlook, row, this.names).map(
              (sentence) => html`<p>${sentence}</p>`,
            )
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-outlook": DbOutlook;
  }
}
