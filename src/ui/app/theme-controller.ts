import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Theme } from "../state/preferences.ts";

/** What the page looks like: the theme a person chose, else the system's, also when that changes. */
export class ThemeController implements ReactiveController {
  #chosen: Theme | null = null;
  readonly #system = matchMedia("(prefers-color-scheme: dark)");

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#system.addEventListener("change", this.#apply);
  }

  hostDisconnected(): void {
    this.#system.removeEventListener("change", this.#apply);
  }

  /** Null follows the system. */
  choose(theme: Theme | null): void {
    this.#chosen = theme;
    this.#apply();
  }

  get theme(): Theme {
    return this.#chosen ?? (this.#system.matches ? "dark" : "light");
  }

  #apply = () => {
    document.documentElement.setAttribute("data-theme", this.theme);
    this.host.requestUpdate();
  };
}
