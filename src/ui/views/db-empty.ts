import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";

/** What to do when nothing was imported yet. */
@customElement("db-empty")
export class DbEmpty extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        place-content: center;
        height: 100%;
        background: var(--surface);
      }
      section {
        width: 520px;
        display: grid;
        gap: 20px;
      }
      h1 {
        font-size: 20px;
      }
      ol {
        display: grid;
        gap: 10px;
        counter-reset: step;
      }
      li {
        counter-increment: step;
        display: flex;
        gap: 10px;
      }
      li::before {
        content: counter(step);
        flex: none;
        width: 20px;
        height: 20px;
        line-height: 20px;
        text-align: center;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }
      .buttons {
        display: flex;
        gap: 8px;
      }
      .buttons button {
        height: 32px;
      }
    `,
  ];

  @property({ attribute: false }) busy = false;

  protected override render() {
    return html`<section>
      <h1>${this.say("ui.empty.title")}</h1>
      <ol>
        <li>${this.say("ui.empty.one")}</li>
        <li>${this.say("ui.empty.two")}</li>
        <li>${this.say("ui.empty.three")}</li>
      </ol>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          ?disabled=${this.busy}
          @click=${() => {
            send(this, "db-pick", "files");
          }}
        >
          ${icon("file")}${this.say("ui.import.tables")}
        </button>
        <button
          type="button"
          ?disabled=${this.busy}
          @click=${() => {
            send(this, "db-pick", "folder");
          }}
        >
          ${icon("folder")}${this.say("ui.import.folder")}
        </button>
        <button
          type="button"
          ?disabled=${this.busy}
          @click=${() => {
            send(this, "db-examples", null);
          }}
        >
          ${this.say("ui.examples")}
        </button>
      </div>
      <p class="muted small">${this.say("ui.empty.private")}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-empty": DbEmpty;
  }
}
