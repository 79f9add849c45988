import { css, html } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { CellComment } from "../../worker/api.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";
import { stampText } from "../format/time-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { DbElement } from "../state/db-element.ts";

/** The remarks on a value, who made them and when. Sends `db-comment-text` with a new one. */
@customElement("db-comment-dialog")
export class DbCommentDialog extends DbElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      dialog {
        width: 440px;
      }
      ol {
        display: grid;
        gap: 10px;
      }
      li p {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        font: inherit;
        color: inherit;
        padding: 6px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        background: var(--surface);
      }
      form {
        display: grid;
        gap: 8px;
      }
      button {
        justify-self: end;
      }
    `,
  ];

  @state() private address = "";
  @state() private comments: readonly CellComment[] = [];
  @query("textarea") private text!: HTMLTextAreaElement;
  readonly #dialog = new DialogController(this, "comment-title", {
    ownKeys: true,
  });

  open(address: string, comments: readonly CellComment[]): void {
    this.address = address;
    this.comments = comments;
    if (!this.#dialog.open()) return;
    this.text.value = "";
    this.text.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  protected override render() {
    return this.#dialog.frame(
      html`${this.say("grid.comment")} · ${this.address}`,
      html`${
          this.comments.length === 0
            ? html`<p class="muted">${this.say("grid.comment.none")}</p>`
            : html`<ol>
                ${this.comments.map(
                  ({ text, who, at }) =>
                    html`<li>
                      <span class="muted small"
                        >${who === "" ? this.say("grid.comment.nobody") : who} ·
                        ${stampText(at)}</span
                      >
                      <p>${text}</p>
                    </li>`,
                )}
              </ol>`
        }
        <form
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            this.#save();
          }}
        >
          <textarea
            aria-label=${this.say("grid.comment.text")}
            @keydown=${(event: KeyboardEvent) => {
              const keep = event.ctrlKey || event.metaKey;
              if (event.key === "Enter" && keep && !event.isComposing)
                this.#save();
            }}
          ></textarea>
          <button type="submit" class="primary">
            ${this.say("grid.comment.save")}
          </button>
        </form> `,
    );
  }

  #save(): void {
    const text = this.text.value.trim();
    if (text === "") return;
    this.dispatchEvent(
      new CustomEvent<string>("db-comment-text", { detail: text }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-comment-dialog": DbCommentDialog;
  }
}
