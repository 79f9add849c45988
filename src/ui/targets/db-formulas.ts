import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type {
  FormulaDraft,
  FormulaInfo,
  FormulaPreview,
} from "../../worker/api.ts";
import { describe } from "../../text/words.ts";
import { figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { regionOptions } from "../parts/region-options.ts";
import { whoContext } from "../state/contexts.ts";
import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import type { DbFormulaInput, FormulaTyped } from "./db-formula-input.ts";
import "./db-formula-input.ts";
import { faultWords } from "./fault-words.ts";
import { targetTabLinks } from "./target-tabs.ts";
import { unitWord } from "./target-field.ts";

const directions = ["up", "down", "none"] as const;

const blank: FormulaDraft = {
  code: "",
  label: { zh: "", en: "" },
  text: "",
  unit: "",
  direction: "none",
  decimals: null,
};

/** 自定义指标: indicators that users compute from others, written as formulas. */
@customElement("db-formulas")
export class DbFormulas extends ViewElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .work {
        display: grid;
        grid-template-columns: minmax(260px, 340px) minmax(0, 1fr);
      }
      .list {
        border-right: 1px solid var(--line);
        overflow: auto;
      }
      .list p {
        padding: 12px;
      }
      .list button {
        display: grid;
        width: 100%;
        height: auto;
        padding: 6px 12px;
        border: 0;
        border-bottom: 1px solid var(--line);
        border-radius: 0;
        justify-content: stretch;
        text-align: left;
        white-space: normal;
        gap: 0;
      }
      .list button[aria-current="true"] {
        background: var(--selected);
      }
      .list span {
        overflow-wrap: anywhere;
      }
      .editor {
        overflow: auto;
        padding: 14px 18px;
        display: grid;
        gap: 14px;
        align-content: start;
      }
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
        gap: 8px 12px;
        max-width: 860px;
        align-items: start;
      }
      form > label,
      form > .label {
        color: var(--muted);
        line-height: 28px;
        white-space: nowrap;
      }
      form input,
      form select {
        width: 100%;
      }
      section select {
        max-width: 240px;
      }
      .wide {
        grid-column: 2 / -1;
      }
      .foot {
        grid-column: 1 / -1;
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .fault {
        color: var(--far);
      }
      .row {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      td,
      th {
        padding: 2px 14px 2px 0;
        text-align: left;
        border-bottom: 1px solid var(--line);
      }
      td.figure {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;

  @state() private draft: FormulaDraft = blank;
  @state() private decimals = "";
  @state() private caret = 0;
  @state() private region = "";
  @state() private fault = "";
  @query("db-formula-input") private field!: DbFormulaInput;

  #list = new Question(
    this,
    () => [this.journal] as const,
    () => this.engine.formulas(),
  );
  #check = new Question(
    this,
    () =>
      [
        this.draft.text,
        this.caret,
        this.draft.unit,
        this.draft.code,
        this.journal,
      ] as const,
    ([text, caret, unit, code]) =>
      this.engine.checkFormula(text, { caret, unit, code }),
  );
  #preview = new Question(
    this,
    () => {
      const { text, unit, code } = this.draft;
      const decimals = this.#decimals();
      return text.trim() === "" || decimals === undefined
        ? null
        : ([text, unit, code, decimals, this.#region(), this.journal] as const);
    },
    ([text, unit, code, decimals, region]) =>
      this.engine.previewFormula({ text, unit, code, decimals }, region),
  );

  #region(): string {
    return (
      this.region || this.scope.region || (this.journal.dataRegions[0] ?? "")
    );
  }

  /** Undefined when what is typed is no number of decimals. */
  #decimals(): number | null | undefined {
    const text = this.decimals.normalize("NFKC").trim();
    if (text === "") return null;
    return /^\d$/.test(text) ? Number(text) : undefined;
  }

  protected override render() {
    const list = this.#list.answer ?? [];
    return html`<div class="bar">
        <h1>${this.say("ui.view.targets")}</h1>
        ${targetTabLinks("formulas", this.language)}
        <span class="space"></span>
        <span class="muted" role="status"
          >${this.say("targets.formulas.list", { n: list.length })}</span
        >
        <button
          type="button"
          class="primary"
          @click=${() => {
            this.#open(blank);
          }}
        >
          ${this.say("targets.formulas.new")}
        </button>
      </div>
      <div class="work">
        <div class="list">
          ${
            list.length === 0
              ? html`<p class="muted">${this.say("targets.formulas.none")}</p>`
              : list.map((formula) => this.#entry(formula))
          }
        </div>
        <div class="editor">${this.#form()} ${this.#result()}</div>
      </div>`;
  }

  #entry(formula: FormulaInfo) {
    return html`<button
      type="button"
      aria-current=${formula.code === this.draft.code ? "true" : "false"}
      @click=${() => {
        this.#open(formula);
      }}
    >
      <span
        ><b>${this.names.label(formula.label)}</b>
        <span class="muted">${this.names.unit(formula.unit)}</span></span
      >
      <span class="muted small">${formula.text}</span>
      ${
        formula.issue === null
          ? nothing
          : html`<span class="fault small"
              >${faultWords(formula.issue, this.names)}</span
            >`
      }
    </button>`;
  }

  #open({
    code,
    label,
    text,
    unit,
    direction,
    decimals,
  }: FormulaDraft | FormulaInfo): void {
    this.draft = { code, label, text, unit, direction, decimals };
    this.decimals = decimals === null ? "" : String(decimals);
    this.caret = text.length;
    this.fault = "";
    void this.updateComplete.then(() => {
      this.field.focus();
    });
  }

  #form() {
    const { draft } = this;
    const report = this.#check.pending ? null : (this.#check.answer ?? null);
    const unit = this.#check.answer?.unit ?? "";
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#keep();
      }}
    >
      <label for="name">${this.say("targets.formulas.name")}</label>
      <input
        id="name"
        autocomplete="off"
        .value=${draft.label.zh}
        @input=${(event: Event) => {
          this.#change({ label: { ...draft.label, zh: valueOf(event) } });
        }}
      />
      <label for="name-en">${this.say("targets.formulas.name_en")}</label>
      <input
        id="name-en"
        autocomplete="off"
        .value=${draft.label.en}
        @input=${(event: Event) => {
          this.#change({ label: { ...draft.label, en: valueOf(event) } });
        }}
      />
      <span class="label">${this.say("targets.formulas.text")}</span>
      <db-formula-input
        class="wide"
        .label=${this.say("targets.formulas.text")}
        .text=${draft.text}
        .report=${report ?? this.#check.answer ?? null}
        @db-formula=${(event: CustomEvent<FormulaTyped>) => {
          this.caret = event.detail.caret;
          this.#change({ text: event.detail.text });
        }}
      ></db-formula-input>
      <label for="unit">${this.say("targets.formulas.unit")}</label>
      <select
        id="unit"
        @change=${(event: Event) => {
          this.#change({ unit: valueOf(event) });
        }}
      >
        <option value="" ?selected=${draft.unit === ""}>
          ${
            unit === "" || draft.unit !== ""
              ? this.say("targets.formulas.unit.open")
              : this.say("targets.formulas.unit.own", {
                  unit: unitWord(unit, this.names),
                })
          }
        </option>
        ${this.names.catalog.units.map(
          ({ code }) =>
            html`<option value=${code} ?selected=${draft.unit === code}>
              ${unitWord(code, this.names)}
            </option>`,
        )}
      </select>
      <label for="direction">${this.say("targets.formulas.direction")}</label>
      <select
        id="direction"
        @change=${(event: Event) => {
          const direction = directions.find((one) => one === valueOf(event));
          if (direction !== undefined) this.#change({ direction });
        }}
      >
        ${directions.map(
          (direction) =>
            html`<option
              value=${direction}
              ?selected=${draft.direction === direction}
            >
              ${this.say(`targets.formulas.direction.${direction}`)}
            </option>`,
        )}
      </select>
      <label for="decimals">${this.say("targets.formulas.decimals")}</label>
      <input
        id="decimals"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${this.#decimals() === undefined ? "true" : "false"}
        .value=${this.decimals}
        @input=${(event: Event) => {
          this.decimals = valueOf(event);
          this.fault = "";
        }}
      />
      <div class="foot">
        <button type="submit" class="primary">
          ${this.say("targets.formulas.keep")}
        </button>
        ${
          draft.code === ""
            ? nothing
            : html`<button
                type="button"
                @click=${() => {
                  void this.#remove();
                }}
              >
                ${this.say("targets.formulas.remove")}
              </button>`
        }
        <span class="fault" role="alert">${this.fault}</span>
      </div>
    </form>`;
  }

  #result() {
    const preview = this.#preview.answer;
    return html`<section>
      <div class="row">
        <h2>${this.say("targets.formulas.preview")}</h2>
        <select
          aria-label=${this.say("ui.column.region")}
          @change=${(event: Event) => {
            this.region = valueOf(event);
          }}
        >
          ${regionOptions(this.names, this.#region(), "", this.journal.dataRegions)}
        </select>
      </div>
      ${preview === undefined || preview === null ? nothing : this.#figures(preview)}
    </section>`;
  }

  #figures({ figures, decimals }: FormulaPreview) {
    if (figures.length === 0)
      return html`<p class="muted">
        ${this.say("targets.formulas.preview.none")}
      </p>`;
    const unit = this.names.unit(this.#check.answer?.unit ?? "");
    return html`<table>
      <tbody>
        ${figures.map(
          ({ period, value, reason, name }) =>
            html`<tr>
              <th>${periodText(period, this.language)}</th>
              <td class="figure">
                ${
                  value === null
                    ? figureText(null, null)
                    : `${figureText(value, decimals)} ${unit}`
                }
              </td>
              <td class="muted">
                ${
                  value !== null
                    ? nothing
                    : name === ""
                      ? describe(reason, {}, this.language)
                      : this.say("targets.formulas.preview.missing", {
                          why: describe(reason, {}, this.language),
                          name,
                        })
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #change(change: Partial<FormulaDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.fault = "";
  }

  async #keep(): Promise<void> {
    const decimals = this.#decimals();
    if (decimals === undefined) {
      this.fault = this.say("targets.formulas.decimals.bad");
      return;
    }
    await attempt(this, async () => {
      const {
        formula,
        issues,
        state: journal,
      } = await this.engine.setFormula({ ...this.draft, decimals }, this.who);
      const [issue] = issues;
      if (issue !== undefined || formula === null) {
        this.fault = issue === undefined ? "" : faultWords(issue, this.names);
        return;
      }
      this.draft = { ...this.draft, code: formula.code };
      send(this, "db-relabelled", journal);
    });
  }

  async #remove(): Promise<void> {
    const { code, label } = this.draft;
    await attempt(this, async () => {
      const { state: journal } = await this.engine.removeFormula(
        code,
        this.who,
      );
      this.#open(blank);
      send(this, "db-relabelled", journal);
      send(this, "db-notice", {
        tone: "done",
        code: "targets.formulas.removed",
        params: { name: this.names.label(label) },
        issues: [],
      });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-formulas": DbFormulas;
  }
}
