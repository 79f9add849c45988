import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type { Review, ReviewFile } from "../../worker/api.ts";
import { sizeText } from "../format/size-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { bringsSomething, fileState } from "./review-summary.ts";

/** A sheet of a review: file by name, sheet by position. */
export interface SheetChoice {
  readonly file: string;
  readonly sheet: number;
}

/**
 * The files of a review with their sheets. Sends `db-choose-sheet`
 * ({@link SheetChoice}) and `db-tick` (`{file, ticked}`).
 */
@customElement("db-review-files")
export class DbReviewFiles extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        background: var(--ground);
      }
      li.file {
        border-bottom: 1px solid var(--line);
        padding: 6px 8px 6px 10px;
      }
      .head {
        display: flex;
        gap: 6px;
        align-items: flex-start;
      }
      .head input {
        margin-top: 3px;
        flex: none;
      }
      .name {
        overflow-wrap: anywhere;
        font-weight: 600;
        font-size: var(--size-small);
      }
      /* A line that begins with a dot has it cut off at the edge. */
      .facts {
        display: flex;
        flex-wrap: wrap;
        margin-left: 20px;
        overflow: hidden;
        font-size: var(--size-small);
        color: var(--muted);
      }
      .facts > span {
        position: relative;
        left: -14px;
        padding-left: 14px;
      }
      .facts > span::before {
        content: "·";
        position: absolute;
        left: 1px;
        font-weight: 400;
        color: var(--muted);
      }
      .state {
        font-weight: 600;
      }
      .failed {
        color: var(--far);
      }
      .questions {
        color: var(--behind);
      }
      .ready {
        color: var(--good);
      }
      .sheets button {
        display: flex;
        justify-content: space-between;
        width: calc(100% - 14px);
        margin-left: 14px;
        height: 24px;
        border: 0;
        background: none;
        padding: 0 6px;
        font-size: var(--size-small);
        border-radius: 3px;
      }
      .sheets button span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .sheets button[aria-current] {
        background: var(--selected);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) chosen: SheetChoice = { file: "", sheet: 0 };
  /** Names of the files to import. */
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();

  protected override render() {
    return html`<ul aria-label=${this.say("ui.review.files")}>
      ${this.review.files.map((file) => this.#file(file))}
    </ul>`;
  }

  #file(file: ReviewFile) {
    const state = fileState(file);
    return html`<li class="file">
      <label class="head">
        <input
          type="checkbox"
          .checked=${this.ticked.has(file.name)}
          ?disabled=${!bringsSomething(file)}
          @change=${(event: Event) => {
            const { target } = event;
            if (target instanceof HTMLInputElement)
              this.dispatchEvent(
                new CustomEvent("db-tick", {
                  detail: { file: file.name, ticked: target.checked },
                }),
              );
          }}
        />
        <span class="name">${file.name}</span>
      </label>
      <p class="facts tabular">
        <span class="state ${state}"
          >${this.say(`ui.review.state.${state}`)}</span
        >
        <span>${this.say("ui.review.counts", countsOf(file))}</span>
        <span>${sizeText(file.size)}</span>
      </p>
      <ul class="sheets">
        ${file.sheets.map((sheet, index) => {
          const current =
            this.chosen.file === file.name && this.chosen.sheet === index;
          return html`<li>
            <button
              type="button"
              aria-current=${current ? "true" : nothing}
              @click=${() => {
                this.dispatchEvent(
                  new CustomEvent<SheetChoice>("db-choose-sheet", {
                    detail: { file: file.name, sheet: index },
                  }),
                );
              }}
            >
              <span>${sheet.name}</span>
              <span class="muted tabular"
                >${this.say("ui.review.tables", { n: sheet.tables.length })}</span
              >
            </button>
          </li>`;
        })}
      </ul>
    </li>`;
  }
}

function countsOf({ counts }: ReviewFile): Params {
  const { observations: values, records, different, unmatched } = counts;
  return { values, records, different, unmatched };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-files": DbReviewFiles;
  }
}
