import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface Shortcuts {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly help: () => void;
  /** Says that everything is saved already. */
  readonly save: () => void;
  readonly search: () => void;
  readonly go: (index: number) => void;
  readonly leave: () => void;
  /** True while a dialog is open: it has its own keys, wherever the focus is. */
  readonly blocked: () => boolean;
}

/** The keys of the whole window; fields where a person types keep theirs. */
export class KeyController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly shortcuts: Shortcuts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#key);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#key);
  }

  #key = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (isSave(event)) {
      // The browser would offer to keep the page as a file.
      event.preventDefault();
      this.shortcuts.save();
      return;
    }
    if (typing(event)) return;
    if (this.shortcuts.blocked()) return;
    const action = this.#action(event);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  #action(event: KeyboardEvent): (() => void) | undefined {
    const { key, shiftKey, altKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const letter = key.toLowerCase();
    if (control && !altKey) {
      if (letter === "z")
        return shiftKey ? this.shortcuts.redo : this.shortcuts.undo;
      return letter === "y" ? this.shortcuts.redo : undefined;
    }
    if (altKey && !control && /^[1-7]$/.test(key))
      return () => {
        this.shortcuts.go(Number(key) - 1);
      };
    if (altKey || control) return undefined;
    if (key === "?" || key === "？") return this.shortcuts.help;
    if (key === "/") return this.shortcuts.search;
    return key === "Escape" ? this.shortcuts.leave : undefined;
  }
}

function isSave({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "s";
}

function typing(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  const [target] = path;
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return event.key.length === 1;
  return (
    target instanceof HTMLInputElement &&
    // The grid's own field, while nothing is typed into it.
    target.dataset["idle"] === undefined &&
    !["checkbox", "radio", "button", "file"].includes(target.type)
  );
}
