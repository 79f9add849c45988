import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyText } from "../../model/observation.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Supposition, WhatIfResult } from "../../worker/api.ts";
import { figureText, signedText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { remainingWords } from "../format/remaining-words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { statusMark } from "../parts/status-mark.ts";

import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { trendKey } from "../state/progress-id.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { faultWords } from "./fault-words.ts";
import {
  type SupposeKind,
  supposeKinds,
  supposePeriods,
  usualKind,
} from "./suppose-periods.ts";
import { rankLists } from "./rank-lists.ts";
import { supposedFor } from "./with-supposed.ts";

/** What would be if the next figures of a series were as typed. Nothing is stored; Escape leaves. Tells the views with `db-suppose`. */
@customElement("db-what-if")
export class DbWhatIf extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      section {
        grid-template-columns: minmax(0, 1fr);
        padding: 10px 12px;
        border-bottom: 1px solid var(--line);
        display: grid;
        gap: 8px;
      }
      section.on {
        border-left: 4px dashed var(--behind);
        background: var(--behind-soft);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        justify-content: space-between;
      }
      .head select {
        flex: 0 1 auto;
        min-width: 0;
      }
      .badge {
        padding: 0 6px;
        border: 1px dashed var(--behind);
        border-radius: 3px;
        color: var(--behind);
        font-weight: 600;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 4px 10px;
        /* Room for the ring around a field. */
        margin: 0 -3px;
        padding: 0 3px;
      }
      .fields label {
        display: grid;
        gap: 2px;
        font-size: var(--size-small);
        padding: 1px;
      }
      .fields input {
        width: 100%;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .fault {
        color: var(--far);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 3px 12px;
      }
      dt {
        color: var(--text);
      }
      dd {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      h4 {
        margin: 4px 0 0;
        font-size: var(--size-small);
        font-weight: 600;
      }
      li {
        padding: 2px 0;
        overflow-wrap: anywhere;
      }
      .to {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) row!: ProgressRow;

  @state() private on = false;
  @state() private kind: SupposeKind = "month";
  /** Typed values by period. */
  @state() private typed: Readonly<Record<string, string>> = {};
  #told: readonly ProgressRow[] | null = null;

  #answer = new Question(
    this,
    () => {
      const supposed = this.#supposed();
      return supposed.length === 0
        ? null
        : ([JSON.stringify(supposed), this.scope.asOf, this.journal] as const);
    },
    ([, asOf]) => this.engine.whatIf(this.#supposed(), asOf),
  );

  #supposed(): readonly Supposition[] {
    if (!this.on) return [];
    const { indicator, region, variant, base } = this.row;
    return Object.entries(this.typed)
      .filter(([, text]) => text.trim() !== "")
      .map(([period, text]) => ({
        key: keyText({
          indicator,
          region,
          period,
          measure: "actual",
          variant,
          base,
        }),
        text,
      }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("row");
    if (
      changed.has("row") &&
      (before === undefined || trendKey(before) !== trendKey(this.row))
    ) {
      this.on = false;
      this.typed = {};
      this.kind = usualKind(this.row);
    }
  }

  protected override updated(): void {
    const rows = this.on ? (this.#answer.answer?.rows ?? null) : null;
    if (rows === this.#told) return;
    this.#told = rows;
    send(this, "db-suppose", rows);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // What leaves the page can tell nobody: the shell clears it with the inspector.
    this.#told = null;
  }

  protected override render() {
    if (!this.on)
      return html`<section>
        <button
          type="button"
          @click=${() => {
            this.on = true;
            void this.updateComplete.then(() => {
              this.renderRoot.querySelector("input")?.focus();
            });
          }}
        >
          ${this.say("targets.what_if.open")}
        </button>
      </section>`;
    const { answer, failure } = this.#answer;
    return html`<section
      class="on"
      aria-label=${this.say("targets.what_if")}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        this.#leave();
      }}
    >
      <div class="head">
        <span class="badge">${this.say("targets.what_if.badge")}</span>
        <select
          aria-label=${this.say("targets.what_if.kind")}
          @change=${(event: Event) => {
            const kind = supposeKinds.find((one) => one === valueOf(event));
            if (kind !== undefined) this.kind = kind;
            this.typed = {};
          }}
        >
          ${supposeKinds.map(
            (kind) =>
              html`<option value=${kind} ?selected=${kind === this.kind}>
                ${this.say(`targets.what_if.kind.${kind}`)}
              </option>`,
          )}
        </select>
        <button type="button" class="quiet" @click=${this.#leave}>
          ${this.say("targets.what_if.leave")}
        </button>
      </div>
      <p class="small">
        ${this.say("targets.what_if.about", { unit: this.names.unit(this.row.unit) })}
      </p>
      <div class="fields">
        ${supposePeriods(this.row, this.kind, this.scope.asOf).map(
          (period) =>
            html`<label
              >${periodText(period, this.language)}
              <input
                inputmode="decimal"
                autocomplete="off"
                placeholder=${
                  period === this.row.period
                    ? figureText(this.row.actual, this.row.decimals)
                    : ""
                }
                .value=${this.typed[period] ?? ""}
                @input=${(event: Event) => {
                  this.typed = { ...this.typed, [period]: valueOf(event) };
                }}
              />
            </label>`,
        )}
      </div>
      ${
        failure === null
          ? nothing
          : html`<p class="fault" role="alert">
              ${this.say(failure.code, failure.params)}
            </p>`
      }
      <div role="status">
        ${answer === undefined ? nothing : this.#outcome(answer)}
      </div>
    </section>`;
  }

  #outcome(result: WhatIfResult) {
    const { names, row } = this;
    const own = supposedFor(row, result.rows);
    const others = result.flips.filter(
      (flip) =>
        flip.targetId !== row.targetId ||
        flip.indicator !== row.indicator ||
        flip.region !== row.region,
    );
    const ranks = rankLists(result.ranks, row.indicator);
    return html`${result.issues.map(
      (issue) =>
        html`<p class="fault" role="alert">${faultWords(issue, names)}</p>`,
    )}
    ${own === undefined ? nothing : this.#own(own)}
    ${
      others.length === 0
        ? nothing
        : html`<h3>
              ${this.say("targets.what_if.flips", { n: others.length })}
            </h3>
            <ul>
              ${others.map(
                (flip) =>
                  html`<li>
                    ${names.region(flip.region)} ·
                    ${names.indicator(flip.indicator)}
                    <span class="to"
                      >${statusMark(flip.before, names.status(flip.before))} →
                      ${statusMark(flip.after, names.status(flip.after))}</span
                    >
                  </li>`,
              )}
            </ul>`
    }
    ${
      ranks.length === 0
        ? nothing
        : html`<h3>${this.say("targets.what_if.ranks")}</h3>
            ${ranks.map(
              ({ indicator, changes }) =>
                html`${
                    indicator === row.indicator
                      ? nothing
                      : html`<h4>${names.indicator(indicator)}</h4>`
                  }
                  <ul>
                    ${changes.map(
                      ({ region, period, before, after }) =>
                        html`<li class="tabular">
                          ${names.region(region)} ·
                          ${periodText(period, this.language)}
                          ${figureText(before, 0)} → ${figureText(after, 0)}
                        </li>`,
                    )}
                  </ul>`,
            )}`
    }`;
  }

  #own(after: ProgressRow) {
    const { names, row, language } = this;
    return html`<dl>
      <dt>${this.say("ui.column.status")}</dt>
      <dd>
        <span class="to"
          >${statusMark(row.status, names.status(row.status))} →
          ${statusMark(after.status, names.status(after.status))}</span
        >
      </dd>
      <dt>
        ${
          after.period === ""
            ? this.say("ui.column.actual")
            : periodText(after.period, language)
        }
      </dt>
      <dd>
        ${figureText(row.actual, row.decimals)} →
        ${figureText(after.actual, after.decimals)}
      </dd>
      <dt>${this.say("ui.column.gap")}</dt>
      <dd>
        ${signedText(row.gap, row.decimals)} →
        ${signedText(after.gap, after.decimals)}
      </dd>
      ${
        after.targetId === null
          ? nothing
          : html`<dt>${this.say("ui.column.remaining")}</dt>
              <dd>${remainingWords(after, names)}</dd>`
      }
    </dl>`;
  }

  #leave = () => {
    this.on = false;
    this.typed = {};
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "db-what-if": DbWhatIf;
  }
}
