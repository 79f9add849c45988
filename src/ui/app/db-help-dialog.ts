import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { gridKeyList } from "../grid/key-list.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { DbElement } from "../state/db-element.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";

const keys = [
  ["Ctrl+Z", "ui.key.undo"],
  ["Ctrl+Y", "ui.key.redo"],
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

  readonly #dialog = new DialogController(this, "help-title");

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  open(): void {
    this.#dialog.open();
  }

  protected override render() {
    return this.#dialog.frame(
      this.say("ui.help"),
      html`<dl>
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
        </dl> `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-help-dialog": DbHelpDialog;
  }
}
