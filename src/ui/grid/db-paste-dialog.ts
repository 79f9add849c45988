import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { dialogStyles } from "../parts/dialog-styles.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";
import type { Doubt } from "./paste-doubt.ts";

/** What to do with figures of one doubt. */
export type Answer = "take" | "instead" | "skip";

/** What a person is asked before a paste. */
export interface PasteQuestion {
  /** Cells without a doubt. */
  readonly sure: number;
  readonly doubts: readonly {
    readonly doubt: Doubt;
    readonly n: number;
    /** One of them, as it was copied. */
    readonly text: string;
    readonly take: string;
    readonly instead: string | null;
    /** Unit of its row. */
    readonly unit: string;
  }[];
  /** What lies beyond the end; null when all fits. */
  readonly beyond: {
    readonly rows: number;
    readonly columns: number;
    readonly cells: number;
    /** Names of what could be added; null when nothing can. */
    readonly grow: string | null;
  } | null;
}

export interface PasteAnswer {
  readonly doubts: ReadonlyMap<Doubt, Answer>;
  readonly grow: boolean;
}

/** Asks about figures whose unit or size looks wrong, and about what lies beyond the end of the grid. */
@customElement("db-paste-dialog")
export class DbPasteDialog extends DbElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      .ask {
        display: grid;
        gap: 6px;
      }
      .ask select {
        justify-self: start;
        max-width: 100%;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];

  @state() private question: PasteQuestion | null = null;
  @state() private answers: ReadonlyMap<Doubt, Answer> = new Map();
  @state() private grow = true;
  readonly #dialog = new DialogController(this, "paste-title", {
    ownKeys: true,
    plain: true,
    onClose: () => {
      this.#finish(null);
    },
  });
  #done: ((answer: PasteAnswer | null) => void) | null = null;

  /** Resolves with null when the person gives up. */
  async ask(question: PasteQuestion): Promise<PasteAnswer | null> {
    this.question = question;
    this.answers = new Map(
      question.doubts.map(({ doubt, instead }) => [
        doubt,
        instead === null || doubt === "percent_into_other" ? "take" : "instead",
      ]),
    );
    this.grow = question.beyond?.grow != null;
    await this.updateComplete;
    this.#dialog.open();
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  protected override render() {
    const { question } = this;
    return this.#dialog.frame(
      this.say("grid.paste.title"),
      question === null ? nothing : this.#body(question),
    );
  }

  #body(question: PasteQuestion) {
    const { beyond } = question;
    return html`${question.doubts.map((asked) => this.#doubt(asked))}
      ${
        beyond === null
          ? nothing
          : html`<label class="ask"
              >${this.say("grid.paste.beyond", {
                rows: beyond.rows,
                columns: beyond.columns,
              })}
              <select
                @change=${(event: Event) => {
                  this.grow = valueOf(event) === "grow";
                }}
              >
                ${
                  beyond.grow === null
                    ? nothing
                    : html`<option value="grow" ?selected=${this.grow}>
                        ${this.say("grid.paste.grow", { what: beyond.grow })}
                      </option>`
                }
                <option value="cut" ?selected=${!this.grow}>
                  ${this.say("grid.paste.cut_off")}
                </option>
              </select></label
            >`
      }
      <div class="foot">
        <button
          type="button"
          @click=${() => {
            this.#dialog.close();
          }}
        >
          ${this.say("ui.cancel")}
        </button>
        <button
          type="button"
          class="primary"
          @click=${() => {
            this.#finish({ doubts: this.answers, grow: this.grow });
          }}
        >
          ${this.say("grid.paste.confirm", { n: this.#count(question) })}
        </button>
      </div>`;
  }

  #doubt(asked: PasteQuestion["doubts"][number]) {
    const { doubt, n, text, take, instead, unit } = asked;
    const chosen = this.answers.get(doubt) ?? "take";
    const option = (answer: Answer, words: string) =>
      html`<option value=${answer} ?selected=${answer === chosen}>
        ${words}
      </option>`;
    return html`<label class="ask"
      >${this.say(`grid.paste.${doubt}`, { n, text, unit })}
      <select
        @change=${(event: Event) => {
          this.answers = new Map(this.answers).set(
            doubt,
            valueOf(event) as Answer,
          );
        }}
      >
        ${option("take", this.say("grid.paste.take", { value: take }))}
        ${
          instead === null
            ? nothing
            : option(
                "instead",
                this.say("grid.paste.instead", { value: instead }),
              )
        }
        ${option("skip", this.say("grid.paste.skip"))}
      </select></label
    >`;
  }

  #count(question: PasteQuestion): number {
    return (
      question.sure +
      (this.grow ? (question.beyond?.cells ?? 0) : 0) +
      question.doubts.reduce(
        (sum, { doubt, n }) =>
          sum + (this.answers.get(doubt) === "skip" ? 0 : n),
        0,
      )
    );
  }

  #finish(answer: PasteAnswer | null): void {
    const done = this.#done;
    this.#done = null;
    this.#dialog.close();
    done?.(answer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-paste-dialog": DbPasteDialog;
  }
}
