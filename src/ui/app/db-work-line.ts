import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { describe } from "../../text/words.ts";
import type { WorkProgress } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";

/** One line for long work: what is being done, how far it is, and a way to stop it. */
@customElement("db-work-line")
export class DbWorkLine extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      section {
        display: flex;
        align-items: center;
        gap: 12px;
        height: 36px;
        padding: 0 12px;
        border-top: 1px solid var(--line);
        background: var(--accent-soft);
      }
      progress {
        width: 220px;
        height: 8px;
        accent-color: var(--accent);
      }
      .doing {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  /** Null while nothing long is going on. */
  @property({ attribute: false }) work: WorkProgress | null = null;

  protected override render() {
    const { work } = this;
    if (work === null) return nothing;
    const { done, total } = work;
    const words = describe(work.doing, { file: work.file }, this.language);
    return html`<section aria-label=${words}>
      <progress
        aria-label=${words}
        max=${total > 0 ? total : nothing}
        value=${total > 0 ? done : nothing}
      ></progress>
      ${
        total > 0
          ? html`<span class="tabular">${done} / ${total}</span>`
          : nothing
      }
      <span class="doing" role="status">${words}</span>
      <button
        type="button"
        @click=${() => {
          send(this, "db-cancel", null);
        }}
      >
        ${this.say("ui.cancel")}
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-work-line": DbWorkLine;
  }
}
