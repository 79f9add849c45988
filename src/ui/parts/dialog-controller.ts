import { html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { UiCode } from "../../text/messages/ui.ts";
import { icon } from "./icon.ts";

/** What a dialog's frame needs of the element it is in. */
export interface DialogHost {
  /** A label of the interface. */
  say(code: UiCode): string;
}

export interface DialogOptions {
  /** Keys pressed in it go no further: a grid around it would take them. */
  readonly ownKeys?: boolean;
  /** Without the cross at its corner: it ends with one of its own buttons, or Escape. */
  readonly plain?: boolean;
  /** However it was closed. */
  readonly onClose?: () => void;
}

/**
 * The one modal dialog of an element: its frame with title and cross, opened
 * and closed. The frame takes its look from `dialogStyles`.
 */
export class DialogController {
  readonly #host: DialogHost;
  readonly #titleId: string;
  readonly #options: DialogOptions;
  readonly #dialog = createRef<HTMLDialogElement>();

  /** `titleId` is the id that the title gets. */
  constructor(host: DialogHost, titleId: string, options: DialogOptions = {}) {
    this.#host = host;
    this.#titleId = titleId;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#dialog.value?.open === true;
  }

  /** True when it was closed before; the element must have been drawn. */
  open(): boolean {
    const dialog = this.#dialog.value;
    if (dialog === undefined || dialog.open) return false;
    dialog.showModal();
    return true;
  }

  close(): void {
    this.#dialog.value?.close();
  }

  /** The dialog with a title and what stands below it. */
  frame(title: unknown, body: unknown) {
    const { ownKeys = false, plain = false, onClose } = this.#options;
    return html`<dialog
      ${ref(this.#dialog)}
      aria-labelledby=${this.#titleId}
      @close=${onClose ?? nothing}
      @keydown=${ownKeys ? stop : nothing}
    >
      <div class="head">
        <h1 id=${this.#titleId}>${title}</h1>
        ${
          plain
            ? nothing
            : html`<button
                type="button"
                class="quiet icon"
                aria-label=${this.#host.say("ui.close")}
                @click=${() => {
                  this.close();
                }}
              >
                ${icon("close", 12)}
              </button>`
        }
      </div>
      <div class="body">${body}</div>
    </dialog>`;
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}
