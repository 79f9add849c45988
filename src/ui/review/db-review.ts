import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Assume, Review, ReviewFile } from "../../worker/api.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { SheetChoice } from "./db-review-files.ts";
import "./db-review-files.ts";
import "./db-review-questions.ts";
import "./db-review-sheet.ts";
import { fileState, firstChoice, reviewSummary } from "./review-summary.ts";

/** What was recognised, before anything is stored: files, the sheet, questions. */
@customElement("db-review")
export class DbReview extends DbElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .panes {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: 250px minmax(0, 1fr) 290px;
      }
      db-review-files {
        border-right: 1px solid var(--line);
      }
      db-review-questions {
        border-left: 1px solid var(--line);
      }
      .none {
        padding: 24px;
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) assume: Assume = {};
  @property({ attribute: false }) busy = false;

  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private chosen: SheetChoice = { file: "", sheet: 0 };
  @state() private goTo = "";
  #seen = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("review")) return;
    const again = this.review.files.map((file) => file.name).join("\n");
    if (again === this.#seen) {
      // Other answers for the same files: what was ticked stays, what became useful is added.
      this.ticked = new Set([...this.ticked, ...firstChoice(this.review)]);
      return;
    }
    this.#seen = again;
    this.ticked = firstChoice(this.review);
    const first =
      this.review.files.find((file) => fileState(file) === "questions") ??
      this.review.files.find((file) => file.sheets.length > 0) ??
      this.review.files[0];
    this.chosen = { file: first?.name ?? "", sheet: 0 };
  }

  get #file(): ReviewFile | undefined {
    return this.review.files.find((file) => file.name === this.chosen.file);
  }

  protected override render() {
    const file = this.#file;
    const sheet = file?.sheets[this.chosen.sheet];
    return html`${this.#bar()}
      <div class="panes">
        <db-review-files
          .review=${this.review}
          .chosen=${this.chosen}
          .ticked=${this.ticked}
          @db-choose-sheet=${(event: CustomEvent<SheetChoice>) => {
            this.chosen = event.detail;
            this.goTo = "";
          }}
          @db-tick=${(
            event: CustomEvent<{ file: string; ticked: boolean }>,
          ) => {
            this.#tick(event.detail.file, event.detail.ticked);
          }}
        ></db-review-files>
        ${
          sheet === undefined
            ? html`<p class="none muted">${this.say("ui.review.no_sheet")}</p>`
            : html`<db-review-sheet
                .sheet=${sheet}
                .goTo=${this.goTo}
              ></db-review-sheet>`
        }
        ${
          file === undefined
            ? nothing
            : html`<db-review-questions
                .review=${this.review}
                .file=${file}
                .assume=${this.assume}
                .busy=${this.busy}
                @db-go-to=${(
                  event: CustomEvent<{ sheet: number; cell: string }>,
                ) => {
                  this.chosen = { file: file.name, sheet: event.detail.sheet };
                  this.goTo = event.detail.cell;
                }}
              ></db-review-questions>`
        }
      </div>`;
  }

  #bar() {
    const { files } = this.review;
    const sum = reviewSummary(
      files.filter((file) => this.ticked.has(file.name)),
    );
    const words = [this.say("ui.review.import", { n: sum.observations })];
    if (sum.records > 0)
      words.push(this.say("ui.review.import_records", { n: sum.records }));
    const button =
      sum.observations + sum.records === 0
        ? this.say("ui.review.import_nothing")
        : words.join(this.say("ui.comma")) +
          (sum.different > 0
            ? this.say("ui.review.import_different", { n: sum.different })
            : "");
    return html`<div class="bar">
      <h1>${this.say("ui.review.title")}</h1>
      <span class="muted"
        >${this.say(
          this.review.cancelled ? "ui.review.cancelled" : "ui.review.facts",
          {
            files: files.length,
            ticked: this.ticked.size,
          },
        )}</span
      >
      <span class="space"></span>
      <button
        type="button"
        ?disabled=${this.busy}
        @click=${() => {
          send(this, "db-discard", null);
        }}
      >
        ${this.say("ui.review.discard")}
      </button>
      <button
        type="button"
        class="primary tabular"
        ?disabled=${this.busy || sum.observations + sum.records === 0}
        @click=${() => {
          send(this, "db-store", [...this.ticked]);
        }}
      >
        ${button}
      </button>
    </div>`;
  }

  #tick(file: string, ticked: boolean): void {
    const names = new Set(this.ticked);
    if (ticked) names.add(file);
    else names.delete(file);
    this.ticked = names;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review": DbReview;
  }
}
