import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import { valueOf } from "../state/value-of.ts";

/** What the panel asks of the view. */
export type MoreWish =
  | { readonly does: "open" | "keep" | "delete"; readonly name: string }
  | { readonly does: "fold"; readonly fold: boolean }
  | { readonly does: "decimals"; readonly by: -1 | 0 | 1 }
  | { readonly does: "addPeriod"; readonly period: string }
  | { readonly does: "comment" }
  | { readonly does: "colours"; readonly on: boolean };

/** What is needed less often: saved views, folding, decimals, another period, colours. Sends `db-more` ({@link MoreWish}). */
@customElement("db-data-more")
export class DbDataMore extends DbElement {
  static override styles = [
    baseStyles,
    css`
      details {
        position: relative;
      }
      summary {
        list-style: none;
        height: 28px;
        padding: 3px 10px;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        cursor: pointer;
        white-space: nowrap;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .panel {
        position: absolute;
        z-index: 10;
        right: 0;
        top: 32px;
        width: 300px;
        max-height: calc(100vh - 120px);
        overflow: auto;
        display: grid;
        gap: 8px;
        padding: 12px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .panel label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      .panel select {
        flex: 1;
        min-width: 64px;
      }
      .pair {
        display: flex;
        gap: 6px;
      }
      .pair > * {
        flex: 1 1 0;
        min-width: 0;
        padding: 0 6px;
      }
    `,
  ];

  /** Names of the saved views. */
  @property({ attribute: false }) views: readonly string[] = [];
  /** The one that is shown; null for none. */
  @property({ attribute: false }) current: string | null = null;
  /** The period that comes after the last; null when there is none to add. */
  @property({ attribute: false }) next: string | null = null;
  @property({ attribute: false }) colours = true;
  @property({ attribute: false }) reader = false;

  @state() private viewName = "";

  protected override render() {
    return html`<details
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        (event.currentTarget as HTMLDetailsElement).open = false;
      }}
    >
      <summary>${this.say("grid.more")}</summary>
      <div class="panel">${this.#views()} ${this.#rest()}</div>
    </details>`;
  }

  #views() {
    const { current } = this;
    return html`<label
        >${this.say("grid.views")}
        <select
          name="view"
          @change=${(event: Event) => {
            this.#wish({ does: "open", name: valueOf(event) });
          }}
        >
          <option value="" ?selected=${current === null}>
            ${this.say("grid.views.none")}
          </option>
          ${this.views.map(
            (name) =>
              html`<option value=${name} ?selected=${name === current}>
                ${name}
              </option>`,
          )}
        </select></label
      >
      <div class="pair">
        <input
          aria-label=${this.say("grid.views.name")}
          placeholder=${this.say("grid.views.name")}
          .value=${this.viewName}
          @input=${(event: Event) => {
            this.viewName = valueOf(event);
          }}
        />
        <button
          type="button"
          ?disabled=${this.viewName.trim() === ""}
          @click=${() => {
            this.#wish({ does: "keep", name: this.viewName.trim() });
            this.viewName = "";
          }}
        >
          ${this.say("grid.views.keep")}
        </button>
      </div>
      ${
        current === null
          ? nothing
          : this.#button(this.say("grid.views.delete", { name: current }), {
              does: "delete",
              name: current,
            })
      }`;
  }

  #rest() {
    const { next } = this;
    return html`<div class="pair">
        ${this.#button(this.say("grid.fold_all"), { does: "fold", fold: true })}
        ${this.#button(this.say("grid.unfold_all"), {
          does: "fold",
          fold: false,
        })}
      </div>
      <div class="pair">
        ${this.#button(this.say("grid.decimals.more"), {
          does: "decimals",
          by: 1,
        })}
        ${this.#button(this.say("grid.decimals.fewer"), {
          does: "decimals",
          by: -1,
        })}
      </div>
      ${this.#button(this.say("grid.decimals.own"), { does: "decimals", by: 0 })}
      <button
        type="button"
        ?disabled=${next === null}
        @click=${() => {
          if (next !== null) this.#wish({ does: "addPeriod", period: next });
        }}
      >
        ${
          next === null
            ? this.say("grid.add_period.short")
            : this.say("grid.add_period", {
                period: periodText(next, this.language),
              })
        }
      </button>
      ${this.#button(this.say("grid.comment.add"), { does: "comment" })}
      <label>
        <input
          type="checkbox"
          .checked=${this.colours}
          @change=${() => {
            this.#wish({ does: "colours", on: !this.colours });
          }}
        />${this.say("grid.colours")}</label
      >
      <label>
        <input
          type="checkbox"
          .checked=${this.reader}
          @change=${() => {
            send(this, "db-reader", !this.reader);
          }}
        />${this.say("grid.reader")}</label
      >`;
  }

  #button(words: string, wish: MoreWish) {
    return html`<button
      type="button"
      @click=${() => {
        this.#wish(wish);
      }}
    >
      ${words}
    </button>`;
  }

  #wish(detail: MoreWish): void {
    this.dispatchEvent(new CustomEvent<MoreWish>("db-more", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data-more": DbDataMore;
  }
}
