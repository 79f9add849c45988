import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Issue } from "../../model/issue.ts";
import type { Target } from "../../model/target.ts";
import type { Changed, ReviewChoice } from "../../worker/api.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import "../review/db-code-picker.ts";

import { AuthorElement } from "../state/engine-element.ts";
import { failureOf } from "../state/failure.ts";
import { valueOf } from "../state/value-of.ts";
import { faultWords } from "./fault-words.ts";
import { readDayText } from "./read-period-text.ts";
import { isRefused, readTargetField } from "./read-target-field.ts";
import {
  choicesOf,
  fieldCode,
  fieldText,
  isChoice,
  type TargetField,
  targetFields,
} from "./target-field.ts";

/** `add`: a new target; `revise`: another version from a day on; `retire`: the last day in force. */
export type TargetTask = "add" | "revise" | "retire";

const fieldsOf: Readonly<Record<TargetTask, readonly TargetField[]>> = {
  add: [
    "indicator",
    "region",
    "comparator",
    "goal",
    "unit",
    "deadline",
    "from",
    "baseline",
    "baselinePeriod",
    "path",
    "force",
    "plan",
    "source",
    "remark",
  ],
  revise: ["comparator", "goal", "unit", "deadline", "source", "remark"],
  retire: [],
};

/** Faults that only go away when another field is filled are told at the end. */
const mustBeFilled = ["goal", "deadline", "plan", "source"] as const;

/** Adds, revises or retires one target. What is refused is said at its field. Sends `db-target-changed` ({@link Changed}). */
@customElement("db-target-dialog")
export class DbTargetDialog extends AuthorElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
        gap: 8px 12px;
        align-items: center;
      }
      form > label,
      form > .label {
        color: var(--muted);
        white-space: nowrap;
      }
      label.first {
        grid-column: 1;
      }
      .wide {
        grid-column: 2 / -1;
      }
      .field {
        display: grid;
        gap: 3px;
        min-width: 0;
      }
      .field input,
      .field select {
        width: 100%;
      }
      .pick {
        justify-content: flex-start;
        width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .fault {
        color: var(--far);
        font-size: var(--size-small);
      }
      [aria-invalid="true"] {
        border-color: var(--far);
      }
      .foot {
        grid-column: 1 / -1;
        display: flex;
        gap: 8px;
        justify-content: flex-end;
        align-items: center;
      }
      .foot .fault {
        flex: 1;
      }
    `,
  ];

  @state() private task: TargetTask = "add";
  @state() private target: Target | null = null;
  /** What stands in the fields, taken or not. */
  @state() private texts: Partial<Record<TargetField, string>> = {};
  @state() private faults: Partial<
    Record<TargetField | "day" | "all", string>
  > = {};
  @state() private day = "";
  @state() private picking: "indicator" | "region" | null = null;
  #started = false;
  readonly #dialog = new DialogController(this, "target-title", {
    ownKeys: true,
  });

  open(task: TargetTask, target: Target, day: string): void {
    this.task = task;
    this.target = target;
    this.texts = {};
    this.faults = {};
    this.day = day;
    this.picking = null;
    this.#started = false;
    this.#dialog.open();
  }

  protected override render() {
    const { target } = this;
    return this.#dialog.frame(
      this.say(`targets.task.${this.task}`),
      target === null ? nothing : this.#form(target),
    );
  }

  #form(target: Target) {
    const { names, task } = this;
    return html`${
        task === "add"
          ? nothing
          : html`<p>
              ${fieldText("region", target, names)} ·
              ${fieldText("indicator", target, names)} ·
              ${fieldText("comparator", target, names)}${target.goal}${names.unit(target.unit)}
              · ${fieldText("deadline", target, names)}
            </p>`
      }
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.#keep();
        }}
      >
        ${task === "add" ? nothing : this.#dayField()}
        ${fieldsOf[task].map((field) =>
          field === "indicator" || field === "region"
            ? this.#pickField(field, target)
            : this.#field(field, target),
        )}
        <div class="foot">
          <span class="fault" role="alert">${this.faults.all ?? ""}</span>
          <button type="submit" class="primary">
            ${this.say(`targets.task.${task}.do`)}
          </button>
        </div>
      </form>`;
  }

  #dayField() {
    const label = this.say(
      this.task === "revise" ? "targets.revise.from" : "targets.retire.until",
    );
    return html`<label for="day">${label}</label>
      <div class="field wide">
        <input
          id="day"
          placeholder="2025-06-30"
          aria-invalid=${this.faults.day === undefined ? "false" : "true"}
          .value=${this.day}
          @change=${(event: Event) => {
            this.day = valueOf(event);
            const { day: _day, all: _all, ...faults } = this.faults;
            this.faults = faults;
          }}
        />
        ${this.#fault("day")}
      </div>`;
  }

  #fault(field: TargetField | "day") {
    const words = this.faults[field];
    return words === undefined
      ? nothing
      : html`<span class="fault" role="alert">${words}</span>`;
  }

  #pickField(field: "indicator" | "region", target: Target) {
    const label = this.say(`targets.field.${field}`);
    return html`<span class="label">${label}</span>
      <div class="field wide">
        <button
          type="button"
          class="pick"
          aria-label=${`${label}: ${fieldText(field, target, this.names)}`}
          aria-expanded=${this.picking === field ? "true" : "false"}
          @click=${() => {
            this.picking = this.picking === field ? null : field;
            void this.updateComplete.then(() => {
              this.renderRoot.querySelector("db-code-picker")?.focus();
            });
          }}
        >
          ${fieldText(field, target, this.names) || this.say("targets.choose")}
        </button>
        ${
          this.picking === field
            ? html`<db-code-picker
                .asked=${field}
                .anyKind=${false}
                @db-chosen=${(event: CustomEvent<ReviewChoice>) => {
                  this.picking = null;
                  this.#type(field, event.detail.code);
                }}
                @db-leave=${() => {
                  this.picking = null;
                }}
              ></db-code-picker>`
            : nothing
        }
        ${this.#fault(field)}
      </div>`;
  }

  #field(field: TargetField, target: Target) {
    const wide = field === "plan" || field === "source" || field === "remark";
    const typed = this.texts[field] ?? fieldCode(field, target);
    const invalid = this.faults[field] !== undefined;
    return html`<label for=${field} class=${wide ? "first" : ""}
        >${this.say(`targets.field.${field}`)}</label
      >
      <div class=${wide ? "field wide" : "field"}>
        ${
          isChoice(field)
            ? html`<select
                id=${field}
                @change=${(event: Event) => {
                  this.#type(field, valueOf(event));
                }}
              >
                ${choicesOf(field, target, this.names).map(
                  ({ code, word }) =>
                    html`<option
                      value=${code}
                      ?selected=${code === fieldCode(field, target)}
                    >
                      ${word}
                    </option>`,
                )}
              </select>`
            : html`<input
                id=${field}
                autocomplete="off"
                aria-invalid=${invalid ? "true" : "false"}
                .value=${typed}
                @change=${(event: Event) => {
                  this.#type(field, valueOf(event));
                }}
              />`
        }
        ${this.#fault(field)}
      </div>`;
  }

  #type(field: TargetField, text: string): void {
    const { target } = this;
    if (target === null) return;
    const follows =
      field === "deadline" && this.task === "add" && !this.#started;
    const result = readTargetField(
      field,
      text,
      follows ? { ...target, from: "" } : target,
      this.names,
    );
    const { [field]: _told, all: _all, ...faults } = this.faults;
    const { [field]: _typed, ...texts } = this.texts;
    if (isRefused(result)) {
      this.texts = { ...texts, [field]: text };
      this.faults = {
        ...faults,
        [field]: this.say(result.code, result.params),
      };
    } else {
      this.texts = texts;
      this.faults = faults;
      this.target = this.#withStart(field, result);
    }
  }

  /** Until somebody says otherwise a new target runs from the year before its deadline's. */
  #withStart(field: TargetField, target: Target): Target {
    if (field === "from") this.#started = true;
    const year = Number(target.deadline.slice(0, 4));
    return this.task !== "add" || this.#started || Number.isNaN(year)
      ? target
      : { ...target, from: String(year - 1) };
  }

  async #keep(): Promise<void> {
    const { target, task } = this;
    if (target === null) return;
    if (task !== "retire")
      for (const field of mustBeFilled)
        if (fieldCode(field, target) === "" && !(field in this.texts))
          this.#type(field, "");
    const day = task === "add" ? "" : readDayText(this.day);
    if (day === null)
      this.faults = {
        ...this.faults,
        day: this.say("targets.refused.day", { text: this.day }),
      };
    if (day === null || Object.keys(this.faults).length > 0) return;
    try {
      const changed = await this.#call(target, day);
      if (changed.issues.some(({ severity }) => severity === "error"))
        this.#refuse(changed.issues);
      else {
        this.#dialog.close();
        this.dispatchEvent(
          new CustomEvent<Changed>("db-target-changed", { detail: changed }),
        );
      }
    } catch (error) {
      const { code, params } = failureOf(error);
      this.faults = { ...this.faults, all: this.say(code, params) };
    }
  }

  #call(target: Target, day: string): Promise<Changed> {
    if (this.task === "retire")
      return this.engine.retireTarget(target.id, day, this.who);
    return this.task === "add"
      ? this.engine.setTarget(target, this.who)
      : this.engine.reviseTarget(target.id, target, day, this.who);
  }

  #refuse(issues: readonly Issue[]): void {
    this.faults = Object.fromEntries(
      issues.map((issue) => [
        targetFields.find((field) => field === issue.params?.["field"]) ??
          "all",
        faultWords(issue, this.names),
      ]),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-target-dialog": DbTargetDialog;
  }
}
