import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Review, ReviewFile } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { copyText } from "../parts/copy-text.ts";
import { download } from "../parts/download.ts";
import { issueList } from "../parts/issue-list.ts";

import { EngineElement } from "../state/engine-element.ts";
import { tellFailure } from "../state/attempt.ts";
import { issueTable, tsvText } from "./issue-table.ts";

/** The issues of a review, those of the chosen file first; all of them to copy or to download as a workbook. */
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
    const { file } = this;
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
      ${
        file === undefined
          ? nothing
          : html`<section>
              <h2>${file.name}</h2>
              ${
                file.issues.length === 0
                  ? html`<p class="muted">${this.say("review.issues.none")}</p>`
                  : issueList(file.issues, this.names)
              }
            </section>`
      }`;
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
