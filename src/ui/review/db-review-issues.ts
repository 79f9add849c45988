import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Issue } from "../../model/issue.ts";
import type { Review, ReviewFile, ReviewPlace } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { copyText } from "../parts/copy-text.ts";
import { download } from "../parts/download.ts";
import { issueList } from "../parts/issue-list.ts";

import { EngineElement } from "../state/engine-element.ts";
import { tellFailure } from "../state/attempt.ts";
import { issueTable, tsvText } from "./issue-table.ts";

/** Files whose issues are drawn, and issues of each. */
const mostFiles = 20;
const mostIssues = 50;

/** The issues of a review, those of the chosen file first; all of them to copy or to download as a workbook. Sends `db-go-to` ({@link ReviewPlace}). */
@customElement("db-review-issues")
export class DbReviewIssues extends EngineElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        align-content: start;
        font-size: var(--size-small);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .row span {
        flex: 1 0 100%;
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) file: ReviewFile | undefined;

  @state() private said = "";

  protected override render() {
    const table = issueTable(this.review, this.names);
    const count = table.length - 1;
    return html`<div class="row">
        <span>${this.say("review.issues.all", { n: count })}</span>
        <button type="button" ?disabled=${count === 0} @click=${this.#copy}>
          ${this.say("review.issues.copy")}
        </button>
        <button type="button" ?disabled=${count === 0} @click=${this.#download}>
          ${this.say("review.issues.download")}
        </button>
        <span role="status" class="muted">${this.said}</span>
      </div>
      ${this.#sections()}`;
  }

  #sections() {
    const files = this.#sorted();
    if (files.length === 0)
      return html`<p class="muted">${this.say("review.issues.none")}</p>`;
    const more = files
      .slice(mostFiles)
      .reduce((sum, { issues }) => sum + issues.length, 0);
    return html`${files.slice(0, mostFiles).map(
      (file) =>
        html`<section>
          <h2>${file.name}</h2>
          ${issueList(
            file.issues.map(({ file: _, ...issue }) => issue),
            this.names,
            mostIssues,
            (issue) => {
              this.#show(file, issue);
            },
          )}
        </section>`,
    )}
    ${
      more === 0
        ? nothing
        : html`<p class="muted">${this.say("ui.issues.more", { n: more })}</p>`
    }`;
  }

  #show({ name, sheets }: ReviewFile, { sheet, cell = "" }: Issue): void {
    const at = sheets.findIndex((one) => one.name === sheet);
    if (at < 0) return;
    this.dispatchEvent(
      new CustomEvent<ReviewPlace>("db-go-to", {
        detail: { file: name, sheet: at, cell },
      }),
    );
  }

  /** The files with issues, the one on show first. */
  #sorted(): readonly ReviewFile[] {
    const { file } = this;
    const wrong = this.review.files.filter(({ issues }) => issues.length > 0);
    return [
      ...wrong.filter(({ name }) => name === file?.name),
      ...wrong.filter(({ name }) => name !== file?.name),
    ];
  }

  #copy = () => {
    const table = issueTable(this.review, this.names);
    this.said = copyText(tsvText(table))
      ? this.say("review.issues.copied", { n: table.length - 1 })
      : this.say("review.issues.not_copied");
  };

  #download = () => {
    const title = this.say("review.issues.title");
    this.engine
      .issueWorkbook(issueTable(this.review, this.names), title)
      .then((bytes) => {
        download(`${title}.xlsx`, bytes);
      })
      .catch((error: unknown) => {
        tellFailure(this, error);
      });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-issues": DbReviewIssues;
  }
}
