/** What input methods send while they hold the keys. */
const processing = 229;

/** How a finished edit goes on. */
export type Leave = "down" | "up" | "right" | "left" | "stay" | "all";

export interface CellInputHost {
  /** What an edit begins with: all digits of the active cell; null when it must not be edited. */
  textToEdit(): string | null;
  /** Called at each change of what is being typed. */
  typed(text: string): void;
  /** The edit is over and its text stands. */
  commit(text: string, leave: Leave): void;
  /** The edit is over and nothing changes. */
  cancelled(): void;
}

/** Ctrl+S, or ⌘S. */
function isSave({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "s";
}

const arrows: Readonly<Record<string, Leave>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * The one field that a person types into, over the active cell. It holds the
 * focus all the time and cannot be seen until something is typed, because an
 * input method composes only in a field: were the field made at the first key,
 * that key would be lost to it. While it composes every key is the input
 * method's, so that Enter ends the composition and does not commit.
 */
export class CellInput {
  #editing = false;
  /** Typed over the old text: arrows leave the cell, as in Excel. */
  #replacing = false;
  #composing = false;

  constructor(
    readonly field: HTMLInputElement,
    private readonly host: CellInputHost,
  ) {
    field.dataset["idle"] = "";
    field.addEventListener("compositionstart", this.#compositionStart);
    field.addEventListener("compositionend", this.#compositionEnd);
    field.addEventListener("input", this.#input);
    field.addEventListener("keydown", this.#key);
    field.addEventListener("blur", this.#blur);
  }

  get editing(): boolean {
    return this.#editing;
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  /** Opens with the cell's text, or with nothing. */
  begin(text: string | null): void {
    if (this.#editing) return;
    const old = this.host.textToEdit();
    if (old === null) return;
    this.#open(text !== null);
    this.field.value = text ?? old;
    this.focus();
    this.field.setSelectionRange(
      this.field.value.length,
      this.field.value.length,
    );
    this.host.typed(this.field.value);
  }

  /** Takes over what was typed elsewhere (the formula bar). */
  write(text: string): void {
    if (!this.#editing) this.#open(false);
    this.field.value = text;
  }

  finish(leave: Leave): void {
    if (!this.#editing) return;
    const { value } = this.field;
    this.#close();
    this.host.commit(value, leave);
  }

  cancel(): void {
    if (!this.#editing) return;
    this.#close();
    this.host.cancelled();
  }

  #open(replacing: boolean): void {
    this.#editing = true;
    this.#replacing = replacing;
    this.field.classList.add("open");
    delete this.field.dataset["idle"];
    this.field.removeAttribute("aria-activedescendant");
  }

  #close(): void {
    this.#editing = false;
    this.#composing = false;
    this.field.classList.remove("open");
    this.field.dataset["idle"] = "";
    this.field.value = "";
  }

  #compositionStart = () => {
    this.#composing = true;
    if (this.#editing) return;
    if (this.host.textToEdit() === null) return;
    this.#open(true);
  };

  #compositionEnd = () => {
    this.#composing = false;
    if (this.#editing) this.host.typed(this.field.value);
    else this.field.value = "";
  };

  #input = () => {
    if (!this.#editing) {
      if (this.host.textToEdit() === null) {
        if (!this.#composing) this.field.value = "";
        return;
      }
      this.#open(true);
    }
    this.host.typed(this.field.value);
  };

  #key = (event: KeyboardEvent) => {
    // `keyCode` is the only sign of a key that begins or has just ended a composition.
    if (event.isComposing || event.keyCode === processing) {
      event.stopPropagation();
      return;
    }
    if (!this.#editing) return;
    if (isSave(event)) {
      // The app says that all is saved; what is typed is to be part of it.
      this.finish("stay");
      return;
    }
    event.stopPropagation();
    const leave = this.#leave(event);
    if (leave === null) return;
    event.preventDefault();
    if (leave === "mode") this.#replacing = !this.#replacing;
    else if (leave === "cancel") this.cancel();
    else this.finish(leave);
  };

  #leave(event: KeyboardEvent): Leave | "cancel" | "mode" | null {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    if (key === "Enter") return control ? "all" : shiftKey ? "up" : "down";
    if (key === "Tab") return shiftKey ? "left" : "right";
    if (key === "Escape") return "cancel";
    if (key === "F2") return "mode";
    if (this.#replacing && !control && !shiftKey) return arrows[key] ?? null;
    return null;
  }

  /** What was typed stays when a person clicks elsewhere. */
  #blur = () => {
    if (this.#editing && !this.#composing) this.finish("stay");
  };
}
