import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { describeNamed } from "../format/param-words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { issueList } from "../parts/issue-list.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { type Notice, send } from "../state/events.ts";
import type { Names } from "../state/names.ts";

const glance = 8_000;
const read = 20_000;
const few = 3;

/** What happened, at the lower right. It goes by itself, unless it failed or lists issues. */
@customElement("db-notices")
export class DbNotices extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        z-index: 20;
        right: 12px;
        bottom: 44px;
        width: 380px;
        pointer-events: none;
      }
      .list {
        display: grid;
        gap: 8px;
      }
      .notice {
        pointer-events: auto;
        padding: 8px 8px 8px 12px;
        border: 1px solid var(--line-strong);
        border-left: 4px solid var(--good);
        border-radius: 4px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .warning {
        border-left-color: var(--behind);
      }
      .error {
        border-left-color: var(--far);
      }
      .head {
        display: flex;
        align-items: flex-start;
        gap: 8px;
      }
      .head p {
        flex: 1;
        overflow-wrap: anywhere;
        padding-top: 4px;
      }
      details {
        max-height: 240px;
        overflow: auto;
        padding: 4px 0;
      }
      summary {
        cursor: pointer;
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) notices: readonly Notice[] = [];
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  #timed = new WeakSet<Notice>();

  protected override render() {
    return html`<div class="list" role="status" aria-live="polite">
      ${repeat(
        this.notices,
        (notice) => notice,
        (notice) => this.#notice(notice),
      )}
    </div>`;
  }

  protected override updated(): void {
    for (const notice of this.notices) {
      const stays = notice.tone === "error" || notice.issues.length > 0;
      if (stays || this.#timed.has(notice)) continue;
      this.#timed.add(notice);
      setTimeout(
        () => {
          send(this, "db-dismiss", notice);
        },
        notice.tone === "done" ? glance : read,
      );
    }
  }

  #notice(notice: Notice) {
    const { issues } = notice;
    return html`<div class="notice ${notice.tone}">
      <div class="head">
        <p>${describeNamed(notice.code, notice.params, this.names)}</p>
        <button
          type="button"
          class="quiet icon"
          aria-label=${this.say("ui.close")}
          @click=${() => {
            send(this, "db-dismiss", notice);
          }}
        >
          ${icon("close", 12)}
        </button>
      </div>
      ${
        issues.length === 0
          ? nothing
          : html`<details ?open=${issues.length <= few}>
              <summary>
                ${this.say("ui.issues.n", { n: issues.length })}
              </summary>
              ${issueList(issues, this.names)}
            </details>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-notices": DbNotices;
  }
}
