import type { ICellEditorComp, ICellEditorParams } from "ag-grid-community";

export interface Choice {
  readonly code: string;
  readonly word: string;
}

interface Params extends ICellEditorParams {
  readonly choices: readonly Choice[];
  readonly current: string;
  readonly label: string;
}

/** Chooses one of a few words in the cell, with the browser's own list. The value is the code. */
export class ChoiceEditor implements ICellEditorComp {
  readonly #select = document.createElement("select");

  init(params: Params): void {
    const { choices, current, label, stopEditing } = params;
    this.#select.className = "choice";
    this.#select.setAttribute("aria-label", label);
    for (const { code, word } of choices)
      this.#select.add(new Option(word, code, false, code === current));
    this.#select.addEventListener("change", () => {
      stopEditing();
    });
  }

  getGui(): HTMLElement {
    return this.#select;
  }

  afterGuiAttached(): void {
    this.#select.focus();
  }

  getValue(): string {
    return this.#select.value;
  }
}
