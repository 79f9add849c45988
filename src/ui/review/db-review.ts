import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type {
  ImportChoices,
  Review,
  ReviewChanges,
  ReviewFile,
  ReviewPlace,
} from "../../worker/api.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";

import { AuthorElement } from "../state/engine-element.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";
import { Question } from "../state/question.ts";
import { codeWords } from "./choice-words.ts";
import { countMissing, defaultChoice } from "./db-review-changes.ts";
import type { SheetChoice } from "./db-review-files.ts";
import "./db-review-files.ts";
import "./db-review-issues.ts";
import type { SpellingWish } from "./db-review-questions.ts";
import "./db-review-questions.ts";
import "./db-review-sheet.ts";
import {
  bringsSomething,
  fileState,
  firstChoice,
  reviewSummary,
} from "./review-summary.ts";

const tabs = ["questions", "changes", "issues"] as const;
type Tab = (typeof tabs)[number];

/** What was recognised, before anything is stored: files, the sheet, and beside it what needs a person. */
@customElement("db-review")
export class DbReview extends AuthorElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .panes {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: 220px minmax(0, 1fr) 330px;
      }
      db-review-files {
        border-right: 1px solid var(--line);
      }
      .panel {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-left: 1px solid var(--line);
        background: var(--ground);
      }
      .tabs {
        display: flex;
        flex: none;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .tabs button {
        flex: 1;
        height: 32px;
        padding: 0 6px;
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--muted);
      }
      .tabs button[aria-selected="true"] {
        border-bottom-color: var(--accent);
        color: var(--text);
        font-weight: 600;
      }
      [role="tabpanel"] {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: 10px 12px;
      }
      .none {
        padding: 24px;
      }
      .facts {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) busy = false;

  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private chosen: SheetChoice = { file: "", sheet: 0 };
  @state() private goTo = "";
  @state() private tab: Tab = "questions";
  @state() private choices: ImportChoices = {};
  #seen = "";

  #changes = new Question(
    this,
    () => [this.review, this.ticked] as const,
    ([review, ticked]) => this.engine.changes(review.id, [...ticked]),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("review")) return;
    const again = this.review.files.map((file) => file.name).join("\n");
    if (again === this.#seen) {
      // Other answers for the same files: what was ticked stays, what became useful is added.
      const before = changed.get("review")?.files ?? [];
      const useless = new Set(
        before
          .filter(({ counts }) => counts.observations + counts.records === 0)
          .map(({ name }) => name),
      );
      this.ticked = new Set([
        ...this.ticked,
        ...[...firstChoice(this.review)].filter((name) => useless.has(name)),
      ]);
      return;
    }
    this.#seen = again;
    this.choices = {};
    this.ticked = firstChoice(this.review);
    const first =
      this.review.files.find((file) => fileState(file) === "questions") ??
      this.review.files.find((file) => file.sheets.length > 0) ??
      this.review.files[0];
    this.chosen = { file: first?.name ?? "", sheet: 0 };
    const [question] = this.review.questions;
    const place = question?.cells.find(({ file }) => file === first?.name);
    if (place !== undefined) {
      this.chosen = { file: place.file, sheet: place.sheet };
      this.goTo = place.cell;
    } else this.goTo = "";
    // Where nothing can be shown, the reason stands among the issues.
    this.tab =
      this.review.questions.length === 0 && first?.sheets.length === 0
        ? "issues"
        : "questions";
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
                .review=${this.review.id}
                .file=${this.chosen.file}
                .at=${this.chosen.sheet}
                .sheet=${sheet}
                .goTo=${this.goTo}
                .busy=${this.busy}
              ></db-review-sheet>`
        }
        <div class="panel">${this.#tabs()}${this.#panel(file)}</div>
      </div>`;
  }

  #tabs() {
    const changes = this.#changes.answer;
    const counts: Readonly<Record<Tab, number>> = {
      questions: this.review.questions.length,
      changes: changes === undefined ? 0 : changeCount(changes),
      issues: this.review.files.reduce(
        (sum, { issues }) => sum + issues.length,
        0,
      ),
    };
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${this.say("review.tabs")}
      @keydown=${this.#tabKey}
    >
      ${tabs.map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            id=${`tab-${tab}`}
            aria-controls="panel"
            aria-selected=${this.tab === tab ? "true" : "false"}
            tabindex=${this.tab === tab ? 0 : -1}
            class="tabular"
            @click=${() => {
              this.tab = tab;
            }}
          >
            ${this.say(`review.tab.${tab}`, { n: counts[tab] })}
          </button>`,
      )}
    </div>`;
  }

  #tabKey = (event: KeyboardEvent) => {
    const step =
      event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (tabs.indexOf(this.tab) + step + tabs.length) % tabs.length;
    this.tab = tabs[at] ?? "questions";
    void this.updateComplete.then(() => {
      const tab = this.renderRoot.querySelector(`#tab-${this.tab}`);
      if (tab instanceof HTMLElement) tab.focus();
    });
  };

  #panel(file: ReviewFile | undefined) {
    return html`<div
      role="tabpanel"
      id="panel"
      tabindex="0"
      aria-labelledby=${`tab-${this.tab}`}
    >
      ${
        this.tab === "questions"
          ? html`<db-review-questions
              .review=${this.review}
              .busy=${this.busy}
              @db-go-to=${(event: CustomEvent<ReviewPlace>) => {
                this.#goTo(event.detail);
              }}
              @db-spelling=${(event: CustomEvent<SpellingWish>) => {
                void this.#addSpelling(event.detail);
              }}
            ></db-review-questions>`
          : this.tab === "issues"
            ? html`<db-review-issues
                .review=${this.review}
                .file=${file}
                @db-go-to=${(event: CustomEvent<ReviewPlace>) => {
                  this.#goTo(event.detail);
                }}
              ></db-review-issues>`
            : this.#changes.answer === undefined
              ? nothing
              : html`<db-review-changes
                  .changes=${this.#changes.answer}
                  .choices=${this.choices}
                  .files=${this.ticked.size}
                  @db-choose=${(event: CustomEvent<ImportChoices>) => {
                    this.choices = event.detail;
                  }}
                ></db-review-changes>`
      }
    </div>`;
  }

  #bar() {
    const { files, unsaved } = this.review;
    const chosen = files.filter(
      (file) => this.ticked.has(file.name) && bringsSomething(file),
    );
    const sum = reviewSummary(chosen);
    const nothingRead = sum.observations + sum.records === 0;
    return html`<div class="bar">
      <h1>${this.say("ui.review.title")}</h1>
      <span class="muted facts"
        >${this.say(
          this.review.cancelled ? "ui.review.cancelled" : "ui.review.facts",
          {
            files: files.length,
            ticked: chosen.length,
          },
        )}${
          unsaved > 0 && !nothingRead
            ? ` · ${this.say("review.save_too", { n: unsaved })}`
            : ""
        }</span
      >
      <span class="space"></span>
      <button
        type="button"
        class="quiet"
        @click=${() => {
          send(this, "db-profiles", null);
        }}
      >
        ${this.say("review.profiles")}
      </button>
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
        ?disabled=${this.busy || (nothingRead && unsaved === 0)}
        @click=${this.#store}
      >
        ${this.#buttonWords(sum, nothingRead)}
      </button>
    </div>`;
  }

  /** The choices that hold: those made, and keeping what was set by hand. */
  get #allChoices(): ImportChoices {
    const { different = [], conflicts = [] } = this.#changes.answer ?? {};
    const known = new Set([...different, ...conflicts].map(({ key }) => key));
    return Object.fromEntries([
      ...different.flatMap((change): [string, "keep"][] =>
        defaultChoice(change) === "keep" ? [[change.key, "keep"]] : [],
      ),
      ...Object.entries(this.choices).filter(([key]) => known.has(key)),
    ]);
  }

  #store = () => {
    send(this, "db-store", {
      files: [...this.ticked],
      choices: this.#allChoices,
    });
  };

  #buttonWords(
    sum: ReturnType<typeof reviewSummary>,
    nothingRead: boolean,
  ): string {
    const { unsaved } = this.review;
    if (nothingRead)
      return unsaved > 0
        ? this.say("review.save_answers", { n: unsaved })
        : this.say("ui.review.import_nothing");
    const changes = this.#changes.answer;
    const kept = Object.values(this.#allChoices).filter(
      (choice) => choice === "keep",
    ).length;
    const different = (changes?.different.length ?? sum.different) - kept;
    return (
      this.say("ui.review.import", {
        values: sum.observations - kept,
        records: sum.records,
      }) +
      (different > 0
        ? this.say("ui.review.import_different", { n: different })
        : "")
    );
  }

  #tick(file: string, ticked: boolean): void {
    const names = new Set(this.ticked);
    if (ticked) names.add(file);
    else names.delete(file);
    this.ticked = names;
  }

  #goTo({ file, sheet, cell }: ReviewPlace): void {
    this.chosen = { file, sheet };
    // The same cell again is shown again.
    this.goTo = "";
    void this.updateComplete.then(() => {
      this.goTo = cell;
    });
  }

  async #addSpelling({ role, text, code }: SpellingWish): Promise<void> {
    await attempt(this, async () => {
      const { issues } = await this.engine.changeProfiles(
        { do: "addAlias", alias: { role, text, code } },
        this.who,
      );
      send(this, "db-notice", {
        tone: issues.length > 0 ? "warning" : "done",
        code:
          issues.length > 0 ? "review.alias_not_added" : "review.alias_added",
        params: { text, name: codeWords(role, code, this.names) },
        issues,
      });
      send(this, "db-spellings", null);
    });
  }
}

/** What a person may want to look at before importing. */
function changeCount({ different, conflicts, missing }: ReviewChanges): number {
  return different.length + conflicts.length + countMissing(missing);
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review": DbReview;
  }
}
