import type { Language } from "../../text/message.ts";

export type Theme = "light" | "dark";

/** Small choices of this browser; where storage is refused they last as long as the page. */
export interface Preferences {
  readonly language: Language;
  /** Null follows the system. */
  readonly theme: Theme | null;
  readonly who: string;
  /** Grids as plain tables, for screen readers. */
  readonly reader: boolean;
}

const key = "dabiao.preferences";

export function loadPreferences(): Preferences {
  const stored = read();
  return {
    language: stored["language"] === "en" ? "en" : "zh",
    theme:
      stored["theme"] === "dark" || stored["theme"] === "light"
        ? stored["theme"]
        : null,
    who: typeof stored["who"] === "string" ? stored["who"] : "",
    reader: stored["reader"] === true,
  };
}

/** False when the browser keeps nothing. */
export function savePreferences(preferences: Preferences): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
