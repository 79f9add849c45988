import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FormulaReport } from "../../worker/api.ts";
import { describe, describeIssue } from "../../text/words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  optionId,
  optionItem,
  optionListStyles,
  showActive,
  steppedOption,
} from "../parts/option-list.ts";
import { DbElement } from "../state/db-element.ts";

/** A formula as it is being typed: where it is wrong, and what may be written at the caret. Sends `db-formula` ({@link FormulaTyped}). */
@customElement("db-formula-input")
export class DbFormulaInput extends DbElement {
  static override styles = [
    baseStyles,
    optionListStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
      input {
        width: 100%;
      }
      input[aria-invalid="true"] {
        border-color: var(--far);
      }
      .where {
        padding: 0 9px;
        overflow-wrap: anywhere;
      }
      .where > span {
        white-space: pre-wrap;
      }
      mark {
        background: var(--far-soft);
        color: var(--far);
        border-bottom: 2px solid var(--far);
      }
      .fault {
        color: var(--far);
      }
      .fine {
        color: var(--good);
      }
      ul {
        max-height: 170px;
      }
    `,
  ];

  @property({ attribute: false }) text = "";
  /** Of the text as it is; null while it is being checked. */
  @property({ attribute: false }) report: FormulaReport | null = null;
  /** What a reader hears the field is. */
  @property({ attribute: false }) label = "";

  @state() private open = false;
  @state() private active = -1;
  @query("input") private input!: HTMLInputElement;

  override focus(): void {
    this.input.focus();
  }

  protected override render() {
    const completions = this.#completions();
    const { report, text } = this;
    const error = text.trim() === "" ? null : (report?.error ?? null);
    return html`<input
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-expanded=${completions.length > 0 ? "true" : "false"}
        aria-controls="completions"
        aria-autocomplete="list"
        aria-describedby="said"
        aria-invalid=${error === null ? "false" : "true"}
        aria-activedescendant=${
          this.active < 0 || completions.length === 0
            ? nothing
            : optionId(this.active)
        }
        placeholder="yoy(PM2.5)"
        .value=${text}
        @input=${() => {
          this.open = true;
          this.active = -1;
          this.#tell();
        }}
        @click=${() => {
          this.#tell();
        }}
        @blur=${() => {
          this.open = false;
        }}
        @keydown=${this.#key}
      />
      <ul
        id="completions"
        role="listbox"
        aria-label=${this.say("targets.formulas.completions")}
        ?hidden=${completions.length === 0}
      >
        ${completions.map((completion, at) =>
          optionItem(
            at,
            this.active,
            completion.insert,
            this.#about(completion),
            () => {
              this.#take(at);
            },
          ),
        )}
      </ul>
      <div id="said" role="status">
        ${
          error !== null
            ? html`<p class="where" aria-hidden="true">
                  <span
                    >${text.slice(0, error.start)}<mark>${text.slice(error.start, error.end) || " "}</mark>${text.slice(Math.max(error.start, error.end))}</span
                  >
                </p>
                <p class="fault">
                  ${this.say("targets.formulas.at", {
                    start: error.start + 1,
                    why: this.#why(error.issue),
                  })}
                </p>`
            : text.trim() === ""
              ? html`<p class="muted">${this.say("targets.formulas.hint")}</p>`
              : report === null
                ? nothing
                : html`<p class="fine">${this.say("targets.formulas.fine")}</p>`
        }
      </div>`;
  }

  #about({
    kind,
    insert,
    label,
    about,
    unit,
  }: FormulaReport["completions"][number]): string {
    return kind === "function" || about !== ""
      ? describe(about, {}, this.language)
      : [label[this.language], unit]
          .filter((part) => part !== "" && part !== insert)
          .join(" · ");
  }

  #why(issue: NonNullable<FormulaReport["error"]>["issue"]): string {
    const { message, hint } = describeIssue(issue, this.language);
    const stop = this.language === "zh" ? "。" : ". ";
    return hint === "" ? message : `${message}${stop}${hint}`;
  }

  #completions(): FormulaReport["completions"] {
    return this.open ? (this.report?.completions ?? []) : [];
  }

  #tell(): void {
    this.dispatchEvent(
      new CustomEvent<FormulaTyped>("db-formula", {
        detail: {
          text: this.input.value,
          caret: this.input.selectionStart ?? this.input.value.length,
        },
      }),
    );
  }

  #take(at: number): void {
    const one = this.#completions()[at];
    if (one === undefined) return;
    const text =
      this.text.slice(0, one.start) + one.insert + this.text.slice(one.end);
    this.input.value = text;
    // Inside the brackets of a function, after anything else.
    const inside = one.insert.indexOf("(");
    const caret = one.start + (inside < 0 ? one.insert.length : inside + 1);
    this.input.setSelectionRange(caret, caret);
    this.open = inside >= 0;
    this.active = -1;
    this.#tell();
  }

  #key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const count = this.#completions().length;
    if (count === 0) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.open = false;
      return;
    }
    const takes =
      (event.key === "Enter" && this.active >= 0) ||
      (event.key === "Tab" && !event.shiftKey && this.active >= 0);
    if (takes) {
      event.preventDefault();
      this.#take(this.active);
      return;
    }
    const to = steppedOption(event.key, this.active, count);
    if (to === null) return;
    event.preventDefault();
    this.active = to;
    showActive(this);
  };
}

export interface FormulaTyped {
  readonly text: string;
  readonly caret: number;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-formula-input": DbFormulaInput;
  }
}
