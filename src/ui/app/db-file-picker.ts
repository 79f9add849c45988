import { LitElement, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { tellFailure } from "../state/attempt.ts";
import { type Picked, readChosen } from "./read-files.ts";

/** The browser's own dialogs for files and folders. Sends `db-picked` with what was read. */
@customElement("db-file-picker")
export class DbFilePicker extends LitElement {
  @query("input[name=files]") private files!: HTMLInputElement;
  @query("input[name=folder]") private folder!: HTMLInputElement;

  pick(what: "files" | "folder"): void {
    (what === "files" ? this.files : this.folder).click();
  }

  protected override render() {
    return html`<input
        name="files"
        type="file"
        multiple
        hidden
        aria-hidden="true"
        @change=${this.#chosen}
      /><input
        name="folder"
        type="file"
        webkitdirectory
        hidden
        aria-hidden="true"
        @change=${this.#chosen}
      />`;
  }

  #chosen = (event: Event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const files = [...(input.files ?? [])];
    input.value = "";
    readChosen(files).then(
      (detail) => {
        this.dispatchEvent(new CustomEvent<Picked>("db-picked", { detail }));
      },
      (error: unknown) => {
        tellFailure(this, error);
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-file-picker": DbFilePicker;
  }
}
