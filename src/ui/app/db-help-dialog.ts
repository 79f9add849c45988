import { css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { gridKeyList } from "../grid/key-list.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { DbElement } from "../state/db-element.ts";
import { dialogStyles } from "./dialog-styles.ts";

const keys = [
  ["Ctrl+Z", "ui.key.undo"],
  ["Ctrl+Y", "ui.key.redo"],
  ["Ctrl+S", "ui.key.save"],
  ["Ctrl+P", "views.print"],
  ["/", "ui.key.search"],
  ["Alt+1 … 7", "ui.key.view"],
  ["?", "ui.key.help"],
  ["Esc", "ui.key.escape"],
  ["↑ ↓ ← →", "ui.key.move"],
  ["Tab", "ui.key.tab"],
] as const;

/** The keys of the app. */
@customElement("db-help-dialog")
export class DbHelpDialog extends DbElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: 244px 1fr;
        gap: 6px 16px;
      }
      kbd {
        font: inherit;
        padding: 1px 6px;
        border: 1px solid var(--line-strong);
        border-radius: 3px;
        background: var(--soft);
        white-space: nowrap;
      }
    `,
  ];

  @query("dialog") private dialog!: HTMLDialogElement;

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="help-title">
      <div class="head">
        <h1 id="help-title">${this.say("ui.help")}</h1>
        <button
          type="button"
          class="quiet icon"
          aria-label=${this.say("ui.close")}
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${icon("close", 12)}
        </button>
      </div>
      <div class="body">
        <dl>
          ${keys.map(
            ([key, code]) =>
              html`<dt><kbd>${key}</kbd></dt>
                <dd>${this.say(code)}</dd>`,
          )}
        </dl>
        <h2>${this.say("grid.keys")}</h2>
        <dl>
          ${gridKeyList.map(
            ([key, code]) =>
              html`<dt><kbd>${key}</kbd></dt>
                <dd>${this.say(code)}</dd>`,
          )}
        </dl>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-help-dialog": DbHelpDialog;
  }
}
