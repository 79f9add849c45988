import { consume } from "@lit/context";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { measures } from "../../model/observation.ts";
import type { Assume, Review, ReviewFile } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { issueList } from "../parts/issue-list.ts";
import "../parts/period-input.ts";
import { periodAt } from "../parts/period-choice.ts";
import { regionOptions } from "../parts/region-options.ts";
import {
  namesContext,
  scopeContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import { valueOf } from "../state/value-of.ts";
import { roleCode } from "./db-review-sheet.ts";
import { missingAnswers } from "./review-summary.ts";

const most = 80;

/**
 * What a person is asked: one region and one period for all sheets that name
 * none, then what was not recognised in the chosen file, then its issues.
 * Sends `db-go-to` with `{sheet, cell}`.
 */
@customElement("db-review-questions")
export class DbReviewQuestions extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 10px 12px;
        background: var(--ground);
      }
      section {
        display: grid;
        gap: 6px;
        padding-bottom: 14px;
      }
      form {
        display: grid;
        gap: 8px;
        padding: 10px;
        border: 1px solid var(--line-strong);
        border-left: 3px solid var(--behind);
        border-radius: 4px;
        background: var(--surface);
      }
      label,
      .field {
        display: grid;
        gap: 2px;
        font-size: var(--size-small);
        color: var(--muted);
      }
      .asked {
        display: grid;
        gap: 1px;
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-small);
      }
      .issues {
        font-size: var(--size-small);
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) file!: ReviewFile;
  @property({ attribute: false }) assume: Assume = {};
  @property({ attribute: false }) busy = false;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;

  @state() private region = "";
  @state() private period = "";
  /** Once asked, the questions stay, so that an answer can be changed. */
  #asked = { region: false, period: false };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("review")) return;
    const missing = missingAnswers(this.review);
    this.#asked = {
      region: missing.region || this.assume.region !== undefined,
      period: missing.period || this.assume.period !== undefined,
    };
    this.region = this.assume.region ?? this.scope.region;
    this.period = this.assume.period ?? periodAt(this.scope.asOf);
  }

  protected override render() {
    const unmatched = this.file.sheets.flatMap((sheet, index) =>
      sheet.tables.flatMap((table) =>
        table.unmatched.map((question) => ({ sheet, index, question })),
      ),
    );
    return html`${this.#answers()}
      <section>
        <h2>
          ${this.say("ui.review.not_recognised", { n: unmatched.length })}
        </h2>
        ${
          unmatched.length === 0
            ? html`<p class="muted">${this.say("ui.review.all_recognised")}</p>`
            : html`<p class="muted small">${this.say("ui.review.left_out")}</p>
                <ul>
                  ${unmatched.slice(0, most).map(
                    ({ sheet, index, question }) =>
                      html`<li class="asked">
                        <button
                          type="button"
                          class="link"
                          @click=${() => {
                            this.#goTo(index, question.cell);
                          }}
                        >
                          ${sheet.name} ${question.cell}
                        </button>
                        <span
                          >${question.text === "" ? "—" : question.text}</span
                        >
                        <span class="muted"
                          >${this.say("ui.review.asks", {
                            role: this.say(roleCode(question.role)),
                          })}
                          ${
                            question.candidates.length === 0
                              ? nothing
                              : this.say("ui.review.candidates", {
                                  names: question.candidates
                                    .map((code) =>
                                      this.#candidate(question.role, code),
                                    )
                                    .join(this.say("ui.comma")),
                                })
                          }</span
                        >
                      </li>`,
                  )}
                </ul>
                ${
                  unmatched.length > most
                    ? html`<p class="muted small">
                        ${this.say("ui.issues.more", { n: unmatched.length - most })}
                      </p>`
                    : nothing
                }`
        }
      </section>
      ${
        this.file.issues.length === 0
          ? nothing
          : html`<section class="issues">
              <h2>
                ${this.say("ui.issues.n", { n: this.file.issues.length })}
              </h2>
              ${issueList(this.file.issues, this.names)}
            </section>`
      }`;
  }

  #answers() {
    const { region, period } = this.#asked;
    if (!region && !period) return nothing;
    return html`<section>
      <form @submit=${this.#answer}>
        <h2>${this.say("ui.review.answer_title")}</h2>
        <p class="muted small">${this.say("ui.review.answer_hint")}</p>
        ${
          region
            ? html`<label
                >${this.say("ui.asked.region")}
                <select
                  @change=${(event: Event) => {
                    this.region = valueOf(event);
                  }}
                >
                  ${regionOptions(this.names, this.region, this.say("ui.review.no_answer"))}
                </select></label
              >`
            : nothing
        }
        ${
          period
            ? html`<div class="field">
                ${this.say("ui.asked.period")}
                <db-period-input
                  .value=${this.period}
                  @db-period=${(event: CustomEvent<string>) => {
                    this.period = event.detail;
                  }}
                ></db-period-input>
              </div>`
            : nothing
        }
        <button type="submit" ?disabled=${this.busy}>
          ${this.say("ui.review.answer")}
        </button>
      </form>
    </section>`;
  }

  #answer = (event: Event) => {
    event.preventDefault();
    send(this, "db-assume", {
      ...(this.#asked.region && this.region !== ""
        ? { region: this.region }
        : {}),
      ...(this.#asked.period ? { period: this.period } : {}),
    });
  };

  #candidate(role: string, code: string): string {
    if (role === "indicator") return this.names.indicator(code);
    if (role === "region") return this.names.region(code);
    const measure = measures.find((known) => known === code);
    return measure === undefined ? code : this.say(`ui.measure.${measure}`);
  }

  #goTo(sheet: number, cell: string): void {
    this.dispatchEvent(
      new CustomEvent("db-go-to", {
        detail: { sheet, cell },
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-questions": DbReviewQuestions;
  }
}
