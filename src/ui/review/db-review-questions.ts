import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type {
  Review,
  ReviewAnswer,
  ReviewChoice,
  ReviewPlace,
  ReviewQuestion,
} from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  namesContext,
  scopeContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import {
  answerWords,
  codeWords,
  countCode,
  questionCode,
} from "./choice-words.ts";
import "./db-code-picker.ts";
import { isUnderstood } from "./review-summary.ts";
import { likelyPeriods } from "./likely-periods.ts";

/** Questions drawn at once. */
const step = 40;

/** A spelling to be added to the lists. */
export interface SpellingWish {
  readonly role: "indicator" | "region" | "unit";
  readonly text: string;
  readonly code: string;
}

/**
 * What a person is asked, one card a question: likely answers to click, a
 * picker for any other, "leave out". Below them what was answered. Sends
 * `db-answer`, `db-take-back`, `db-go-to` ({@link ReviewPlace}) and
 * `db-spelling` ({@link SpellingWish}).
 */
@customElement("db-review-questions")
export class DbReviewQuestions extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        align-content: start;
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        padding: 8px 10px;
        border: 1px solid var(--line-strong);
        border-left: 3px solid var(--behind);
        border-radius: 4px;
        background: var(--surface);
      }
      .card h2 {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        color: var(--text);
      }
      .card h2 span {
        color: var(--muted);
        font-weight: 400;
        white-space: nowrap;
      }
      .text {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      .path,
      .examples {
        overflow-wrap: anywhere;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .choices button {
        height: auto;
        min-height: 26px;
        padding: 2px 10px;
        white-space: normal;
        text-align: left;
        font-size: var(--size-small);
      }
      .choices .likely {
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }
      .answers li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        padding: 5px 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-small);
        overflow-wrap: anywhere;
      }
      .answers .ends {
        display: flex;
        gap: 8px;
        align-items: start;
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) busy = false;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;

  /** The question whose picker is open. */
  @state() private picking = "";
  @state() private most = step;

  protected override render() {
    const { questions } = this.review;
    return html`${
      questions.length === 0
        ? html`<p class="muted">
            ${this.say(
              this.review.files.some(isUnderstood)
                ? "review.none_open"
                : "review.none_found",
            )}
          </p>`
        : html`<p class="muted small">${this.say("review.left_out")}</p>`
    }
    ${questions.slice(0, this.most).map((question) => this.#card(question))}
    ${
      questions.length > this.most
        ? html`<button
            type="button"
            @click=${() => {
              this.most += step;
            }}
          >
            ${this.say("review.more", { n: questions.length - this.most })}
          </button>`
        : nothing
    }
    ${this.#answered()}`;
  }

  #card(question: ReviewQuestion) {
    const { id, text, path, cells, tables, examples, role } = question;
    const likely = likelyPeriods(question, this.scope.asOf);
    const candidates = [...new Set([...question.candidates, ...likely])];
    const [first] = cells;
    const known = question.place === "table" && question.candidates.length > 0;
    const before =
      known && role === "period"
        ? "review.next_period"
        : known && role === "region"
          ? "review.last_place"
          : null;
    return html`<section class="card" aria-label=${this.#title(question)}>
      <h2>
        ${this.say(questionCode(question))}
        <span class="tabular">${this.#count(question)}</span>
      </h2>
      ${
        first === undefined
          ? nothing
          : html`<button
              type="button"
              class="link text"
              title=${`${first.file} ${first.cell}`}
              @click=${() => {
                this.#goTo(first);
              }}
            >
              ${first.cell} ${text.trim() === "" ? "—" : text.trim()}
            </button>`
      }
      ${
        path.includes("›")
          ? html`<p class="path small muted">${path.replaceAll("›", " › ")}</p>`
          : nothing
      }
      ${
        tables > 1 && question.place !== "table"
          ? html`<p class="small muted">
              ${this.say("review.tables", { n: tables })}
            </p>`
          : nothing
      }
      ${
        examples.length === 0
          ? nothing
          : html`<p class="examples small muted tabular">
              ${this.say("review.examples", {
                values: examples.join(this.say("ui.comma")),
              })}
            </p>`
      }
      ${
        before === null
          ? nothing
          : html`<p class="small muted">${this.say(before)}</p>`
      }
      ${
        question.ledgers
          ? html`<p class="small muted">${this.say("review.counts_for")}</p>`
          : nothing
      }
      <div class="choices">
        ${
          role === "field"
            ? nothing
            : html`${candidates.map(
                (code) =>
                  html`<button
                    type="button"
                    class="likely"
                    ?disabled=${this.busy}
                    @click=${() => {
                      this.#answer(id, { role, code });
                    }}
                  >
                    ${codeWords(role, code, this.names)}
                  </button>`,
              )}
              ${
                role === "value" || this.picking === id || needsPicker(question)
                  ? nothing
                  : html`<button
                      type="button"
                      aria-expanded="false"
                      ?disabled=${this.busy}
                      @click=${() => {
                        this.picking = id;
                        void this.#focusPicker();
                      }}
                    >
                      ${this.say("review.other")}
                    </button>`
              }`
        }
        <button
          type="button"
          class="quiet"
          title=${this.say(question.ledgers ? "review.no_place_hint" : "review.not_ours_hint")}
          ?disabled=${this.busy}
          @click=${() => {
            this.#answer(id, { role, code: "" });
          }}
        >
          ${this.say(question.ledgers ? "review.no_place" : "review.not_ours")}
        </button>
      </div>
      ${
        this.picking === id || needsPicker(question)
          ? html`<db-code-picker
              .asked=${role}
              .anyKind=${question.place === "column" || question.place === "row"}
              @db-chosen=${(event: CustomEvent<ReviewChoice>) => {
                this.#answer(id, event.detail);
              }}
              @db-leave=${() => {
                this.picking = "";
              }}
            ></db-code-picker>`
          : nothing
      }
    </section>`;
  }

  #title(question: ReviewQuestion): string {
    return `${this.say(questionCode(question))} ${question.text.trim()}`;
  }

  #count(question: ReviewQuestion): string {
    const { cells, place, tables } = question;
    if (place === "table") return this.say("review.tables", { n: tables });
    return cells.length === 1
      ? ""
      : this.say(countCode(question), { n: cells.length });
  }

  async #focusPicker(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector("db-code-picker")?.focus();
  }

  #answered() {
    const { answered } = this.review;
    if (answered.length === 0) return nothing;
    return html`<section>
      <h2>${this.say("review.answered", { n: answered.length })}</h2>
      <ul class="answers">
        ${answered.map((answer) => this.#answerLine(answer))}
      </ul>
    </section>`;
  }

  #answerLine(answer: ReviewAnswer) {
    const path =
      answer.path === ""
        ? this.say("review.whole_table")
        : answer.path.replaceAll("›", " › ");
    const told = answerWords(answer, this.names);
    return html`<li>
      <span
        >${this.say(`ui.asked.${answer.asked}`)} · ${path}
        ${answer.count > 1 ? this.say("ui.and_more", { n: answer.count }) : ""}
        → <b>${told}</b> ${
          answer.saved
            ? html`<span class="muted"
                >（${this.say("review.answered.saved")}）</span
              >`
            : nothing
        }</span
      >
      <span class="ends"
        >${this.#spelling(answer, told)}
        <button
          type="button"
          class="link"
          aria-label=${this.say("review.take_back_of", { what: path })}
          ?disabled=${this.busy}
          @click=${() => {
            send(this, "db-take-back", answer.id);
          }}
        >
          ${this.say("review.take_back")}
        </button></span
      >
    </li>`;
  }

  /** A word of one column or row may hold everywhere. */
  #spelling({ role, choice, path, count, place }: ReviewAnswer, name: string) {
    // Without the unit that stands in brackets behind it.
    const text = path
      .slice(path.lastIndexOf("›") + 1)
      .replace(/(?<=.)\([^()]*\)$/, "");
    const fits =
      (role === "indicator" || role === "region") &&
      (place === "column" || place === "row") &&
      choice !== "" &&
      count === 1 &&
      /\p{L}/u.test(text) &&
      !/[#§]/.test(text);
    if (!fits) return nothing;
    return html`<button
      type="button"
      class="link"
      title=${this.say("review.add_alias_hint", { text, name })}
      ?disabled=${this.busy}
      @click=${() => {
        this.dispatchEvent(
          new CustomEvent<SpellingWish>("db-spelling", {
            detail: { role, text, code: choice },
          }),
        );
      }}
    >
      ${this.say("review.add_alias")}
    </button>`;
  }

  #answer(question: string, choice: ReviewChoice): void {
    this.picking = "";
    send(this, "db-answer", { question, choice });
  }

  #goTo(place: ReviewPlace): void {
    this.dispatchEvent(
      new CustomEvent<ReviewPlace>("db-go-to", { detail: place }),
    );
  }
}

/** Without a candidate the picker is what one would open first. */
function needsPicker({ candidates, months, role }: ReviewQuestion): boolean {
  return (
    candidates.length + months.length === 0 &&
    role !== "value" &&
    role !== "field"
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-questions": DbReviewQuestions;
  }
}
