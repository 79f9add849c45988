import type { ICellEditorComp, ICellEditorParams } from "ag-grid-community";
import type { ReviewChoice } from "../../worker/api.ts";
import type { DbCodePicker } from "../review/db-code-picker.ts";
import "../review/db-code-picker.ts";
import type { ListedRole } from "../search/code-entries.ts";

interface Params extends ICellEditorParams {
  readonly role: ListedRole;
  readonly current: string;
}

/** Chooses a code under the cell, found by name, pinyin or its first letters. */
export class PickerEditor implements ICellEditorComp {
  readonly #picker: DbCodePicker = document.createElement("db-code-picker");
  #value = "";

  init({ role, current, stopEditing }: Params): void {
    this.#value = current;
    this.#picker.className = "picker";
    this.#picker.asked = role;
    this.#picker.anyKind = false;
    this.#picker.addEventListener("db-chosen", (event) => {
      if (event instanceof CustomEvent)
        this.#value = (event.detail as ReviewChoice).code;
      stopEditing();
    });
    this.#picker.addEventListener("db-leave", () => {
      stopEditing(true);
    });
  }

  getGui(): HTMLElement {
    return this.#picker;
  }

  isPopup(): boolean {
    return true;
  }

  getPopupPosition(): "under" {
    return "under";
  }

  afterGuiAttached(): void {
    this.#picker.focus();
  }

  getValue(): string {
    return this.#value;
  }
}
