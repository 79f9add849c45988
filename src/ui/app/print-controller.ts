import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Fills the pages when the browser is about to print, however it was asked,
 * and empties them after it. Paper is light: the theme is put back afterwards.
 */
export class PrintController implements ReactiveController {
  #theme: string | null = null;

  /** `fill` must be done when it returns. */
  constructor(
    host: ReactiveControllerHost,
    private readonly fill: () => void,
    private readonly clear: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#before);
    window.addEventListener("afterprint", this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#before);
    window.removeEventListener("afterprint", this.#after);
  }

  #before = () => {
    const page = document.documentElement;
    this.#theme = page.getAttribute("data-theme");
    page.setAttribute("data-theme", "light");
    this.fill();
  };

  #after = () => {
    if (this.#theme !== null)
      document.documentElement.setAttribute("data-theme", this.#theme);
    this.clear();
  };
}
