import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import type { Leave } from "./cell-input.ts";

/** What the bar says about the active cell. */
export interface BarSubject {
  /** Where it is, in words. */
  readonly address: string;
  /** All digits, or what is being typed. */
  readonly text: string;
  readonly unit: string;
  /** File, sheet and cell, or who typed it. */
  readonly source: string;
  /** What a file says under a value typed over it. */
  readonly original: string;
  /** How a computed figure is got; empty for others. */
  readonly formula: string;
  readonly editable: boolean;
}

/**
 * The line above the grid: where one is, the whole value, its unit, where it
 * came from and how it is computed. Sends `db-bar-typed` and `db-bar-done`
 * (true: keep, false: give up).
 */
@customElement("db-formula-bar")
export class DbFormulaBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 30px;
        padding: 0 12px;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
        font-size: var(--size-small);
        white-space: nowrap;
      }
      .address {
        flex: 0 0 auto;
        width: 250px;
        overflow: hidden;
        text-overflow: ellipsis;
        font-weight: 600;
      }
      input {
        flex: 0 1 220px;
        min-width: 90px;
        height: 24px;
        font-variant-numeric: tabular-nums;
      }
      .facts {
        flex: 1 1 0;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--muted);
      }
      .facts span + span::before {
        content: " · ";
      }
    `,
  ];

  @property({ attribute: false }) subject: BarSubject | null = null;

  /** Something was typed here that is not done yet. */
  #typed = false;

  @query("input") private field!: HTMLInputElement | null;

  protected override render() {
    const { subject } = this;
    const facts =
      subject === null
        ? []
        : [subject.source, subject.original, subject.formula].filter(
            (fact) => fact !== "",
          );
    const line = facts.join(" · ");
    return html`<span class="address" title=${subject?.address ?? ""}
        >${subject?.address ?? ""}</span
      >
      <input
        aria-label=${this.say("grid.bar.value")}
        spellcheck="false"
        autocomplete="off"
        .value=${subject?.text ?? ""}
        ?disabled=${subject?.editable !== true}
        @input=${(event: InputEvent) => {
          if (!event.isComposing) this.#send("db-bar-typed");
        }}
        @compositionend=${() => {
          this.#send("db-bar-typed");
        }}
        @keydown=${this.#key}
        @blur=${() => {
          if (this.#typed) this.#done("stay");
        }}
      />
      ${
        subject === null || subject.unit === ""
          ? nothing
          : html`<span class="unit">${subject.unit}</span>`
      }
      <span class="facts" title=${line}
        >${facts.map((fact) => html`<span>${fact}</span>`)}</span
      >`;
  }

  #key = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const { key, shiftKey } = event;
    // Without anything typed Tab goes on to what comes after the bar.
    if (key === "Tab" && this.#typed) this.#done(shiftKey ? "left" : "right");
    else if (key === "Enter") this.#done(shiftKey ? "up" : "down");
    else if (key === "Escape") this.#done(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #done(detail: Leave | null): void {
    this.#typed = false;
    this.dispatchEvent(
      new CustomEvent<Leave | null>("db-bar-done", { detail }),
    );
  }

  #send(name: string): void {
    this.#typed = true;
    this.dispatchEvent(
      new CustomEvent<string>(name, { detail: this.field?.value ?? "" }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-formula-bar": DbFormulaBar;
  }
}
