import { css, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";

/** What the bar asks of the grid. */
export interface FindRequest {
  readonly does: "look" | "next" | "previous" | "one" | "all" | "close";
  readonly what: string;
  readonly by: string;
}

/** Find and replace. Sends `db-find` ({@link FindRequest}). */
@customElement("db-find-bar")
export class DbFindBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        z-index: 5;
        top: 4px;
        right: 20px;
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 6px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--size-small);
      }
      input {
        width: 150px;
        height: 26px;
      }
      button {
        height: 26px;
        padding: 0 8px;
      }
      .count {
        min-width: 64px;
        text-align: center;
        color: var(--muted);
      }
    `,
  ];

  /** Place of the current find, from 1; 0 before the first. */
  @property({ attribute: false }) at = 0;
  @property({ attribute: false }) found = 0;

  @state() private what = "";
  @state() private by = "";
  @query("#what") private field!: HTMLInputElement | null;
  @query("#by") private other!: HTMLInputElement | null;

  /** Puts the cursor where it is wanted. */
  show(replace: boolean): void {
    const field = replace && this.what !== "" ? this.other : this.field;
    field?.focus();
    field?.select();
  }

  protected override firstUpdated(): void {
    this.field?.focus();
  }

  protected override render() {
    const none = this.what === "" || this.found === 0;
    return html`<input
        id="what"
        aria-label=${this.say("grid.find.what")}
        placeholder=${this.say("grid.find.what")}
        autocomplete="off"
        .value=${this.what}
        @input=${(event: InputEvent) => {
          if (!event.isComposing) this.#look(event);
        }}
        @compositionend=${this.#look}
        @keydown=${this.#key}
      />
      <span class="count" role="status"
        >${
          this.what === ""
            ? ""
            : this.found === 0
              ? this.say("grid.find.none")
              : this.say("grid.find.count", { at: this.at, n: this.found })
        }</span
      >
      ${this.#button("previous", none)} ${this.#button("next", none)}
      <input
        id="by"
        aria-label=${this.say("grid.find.by")}
        placeholder=${this.say("grid.find.by")}
        autocomplete="off"
        .value=${this.by}
        @input=${(event: Event) => {
          this.by = valueOf(event);
        }}
        @keydown=${this.#key}
      />
      ${this.#button("one", none)} ${this.#button("all", none)}
      <button
        type="button"
        class="quiet icon"
        aria-label=${this.say("ui.close")}
        @click=${() => {
          this.#send("close");
        }}
      >
        ${icon("close", 12)}
      </button>`;
  }

  #button(does: "next" | "previous" | "one" | "all", disabled: boolean) {
    return html`<button
      type="button"
      ?disabled=${disabled}
      @click=${() => {
        this.#send(does);
      }}
    >
      ${this.say(`grid.find.${does}`)}
    </button>`;
  }

  #look = (event: Event) => {
    this.what = valueOf(event);
    this.#send("look");
  };

  #key = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    event.stopPropagation();
    if (event.key === "Escape") this.#send("close");
    else if (event.key === "Enter")
      this.#send(event.shiftKey ? "previous" : "next");
    else return;
    event.preventDefault();
  };

  #send(does: FindRequest["does"]): void {
    this.dispatchEvent(
      new CustomEvent<FindRequest>("db-find", {
        detail: { does, what: this.what, by: this.by },
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-find-bar": DbFindBar;
  }
}
