import type { Step } from "./areas.ts";

/** What a key means on a cell that is not being edited. */
export type KeyCommand =
  | { readonly does: "move"; readonly step: Step; readonly extend: boolean }
  | { readonly does: "jump"; readonly step: Step; readonly extend: boolean }
  | {
      readonly does: "page";
      readonly step: Step;
      readonly extend: boolean;
    }
  | {
      readonly does: "end";
      /** Start or end of the row, or of the whole grid. */
      readonly to: "rowStart" | "rowEnd" | "gridStart" | "gridEnd";
      readonly extend: boolean;
    }
  | {
      readonly does: "walk";
      readonly along: "rows" | "columns";
      readonly back: boolean;
    }
  | { readonly does: "edit" }
  | { readonly does: "emptyAndEdit" }
  | { readonly does: "clear" }
  | { readonly does: "selectAll" }
  | { readonly does: "selectRows" }
  | { readonly does: "selectColumns" }
  | { readonly does: "fillDown" }
  | { readonly does: "fillRight" }
  | { readonly does: "find" }
  | { readonly does: "replace" }
  | { readonly does: "comment" }
  | { readonly does: "inspect" }
  | { readonly does: "fold"; readonly open: boolean }
  | { readonly does: "leave" }
  | { readonly does: "cancel" };

/** The part of a key event that decides; ⌘ counts as Ctrl. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

const letters: Readonly<Record<string, KeyCommand>> = {
  a: { does: "selectAll" },
  d: { does: "fillDown" },
  r: { does: "fillRight" },
  f: { does: "find" },
  h: { does: "replace" },
};

/**
 * What a key means on a cell, as Excel and WPS have it; null for keys that
 * belong to others, letters that are typed among them.
 */
export function keyCommand(event: Key): KeyCommand | null {
  const { key, shiftKey: extend, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const step = steps[key];
  if (step !== undefined) {
    if (altKey)
      return extend && step.columns !== 0
        ? { does: "fold", open: step.columns > 0 }
        : null;
    return { does: control ? "jump" : "move", step, extend };
  }
  if (key === "PageUp" || key === "PageDown") {
    if (control) return null;
    const sign = key === "PageUp" ? -1 : 1;
    return {
      does: "page",
      step: altKey ? { rows: 0, columns: sign } : { rows: sign, columns: 0 },
      extend,
    };
  }
  if (altKey)
    return key === "Enter" && !control && !extend ? { does: "inspect" } : null;
  if (key === "Home" || key === "End") {
    const start = key === "Home";
    return {
      does: "end",
      to: control
        ? start
          ? "gridStart"
          : "gridEnd"
        : start
          ? "rowStart"
          : "rowEnd",
      extend,
    };
  }
  if (key === " " && (control || extend))
    return control && extend
      ? { does: "selectAll" }
      : { does: control ? "selectColumns" : "selectRows" };
  if (control) return extend ? null : (letters[key.toLowerCase()] ?? null);
  return plain(key, extend);
}

function plain(key: string, shift: boolean): KeyCommand | null {
  switch (key) {
    case "Enter":
      return { does: "walk", along: "columns", back: shift };
    case "Tab":
      return { does: "walk", along: "rows", back: shift };
    case "F2":
      return { does: shift ? "comment" : "edit" };
    case "Backspace":
      return { does: "emptyAndEdit" };
    case "Delete":
      return { does: "clear" };
    case "F6":
      return { does: "leave" };
    case "Escape":
      return { does: "cancel" };
    default:
      return null;
  }
}
