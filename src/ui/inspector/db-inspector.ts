import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyText } from "../../model/observation.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { RecordRow } from "../../worker/api.ts";
import { describe } from "../../text/words.ts";
import {
  comparatorText,
  dash,
  exactText,
  figureText,
  percentText,
  signedText,
} from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { remainingWords } from "../format/remaining-words.ts";
import { standingAlone } from "../format/sentence.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { factsStyles } from "../parts/facts-styles.ts";
import { icon } from "../parts/icon.ts";
import { statusMark } from "../parts/status-mark.ts";
import { send } from "../state/events.ts";
import { actualKey } from "../state/progress-id.ts";
import { Question } from "../state/question.ts";
import { recordText } from "../format/record-text.ts";
import type { Subject } from "../state/subject.ts";
import { ViewElement } from "../state/view-element.ts";
import "../targets/db-next-rank.ts";
import "../targets/db-stated-computed.ts";
import "../targets/db-what-if.ts";
import "./db-provenance.ts";
import "./db-ledger-counts.ts";
import "./db-outlook.ts";
import "./db-source-excerpt.ts";
import "./db-trace.ts";

/** What is known about the thing in focus: figures, how they were got, where they came from. */
@customElement("db-inspector")
export class DbInspector extends ViewElement {
  static override styles = [
    baseStyles,
    factsStyles,
    css`
      :host {
        display: block;
        overflow: hidden auto;
        border-left: 1px solid var(--line-strong);
        background: var(--surface);
      }
      header {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        align-items: flex-start;
        gap: 8px;
        padding: 8px 6px 8px 12px;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      header div {
        flex: 1;
        min-width: 0;
      }
      header h2 {
        font-size: var(--size-large);
      }
    `,
  ];

  @property({ attribute: false }) subject!: Subject;

  /** Rows come without what their sections go into; one that is opened is asked for whole. */
  #whole = new Question(
    this,
    () =>
      this.subject.type === "progress"
        ? ([this.subject.row, this.scope.asOf, this.journal] as const)
        : null,
    ([{ targetId, indicator, region, variant, base }, asOf]) =>
      this.engine.progressRow(
        { targetId, indicator, region, variant, base },
        asOf,
      ),
  );

  protected override render() {
    return html`<aside aria-label=${this.say("ui.inspector")}>
      ${this.#body()}
    </aside>`;
  }

  #body() {
    const { subject } = this;
    if (subject.type === "progress") return this.#progress(subject.row);
    if (subject.type === "cell") return this.#cell(subject);
    const { record } = subject;
    return html`${this.#header(record.id, "")}
      <section>
        <dl>
          ${this.#fieldsOf(record).map(([label, value]) =>
            this.#fact(label, value),
          )}
        </dl>
      </section>
      <section>
        <h3>${this.say("ui.provenance")}</h3>
        <p class="small">
          ${[record.source.file, record.source.sheet, record.source.cell]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      </section>
      <db-source-excerpt .source=${record.source}></db-source-excerpt>`;
  }

  #header(title: string, below: string) {
    return html`<header>
      <div>
        <h2>${title}</h2>
        <p class="muted small">${below}</p>
      </div>
      <button
        type="button"
        class="quiet icon"
        aria-label=${this.say("ui.close")}
        title=${`${this.say("ui.close")} (Esc)`}
        @click=${() => {
          send(this, "db-inspect", null);
        }}
      >
        ${icon("close", 12)}
      </button>
    </header>`;
  }

  #fact(name: string, value: unknown) {
    return html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  }

  #progress(row: ProgressRow) {
    const { names } = this;
    const { answer, failure } = this.#whole;
    const whole = failure === null ? (answer ?? null) : null;
    const unit = names.unit(row.unit);
    const key = actualKey(row);
    return html`${this.#header(
        names.indicator(row.indicator),
        [
          names.region(row.region),
          names.variant(row.variant),
          row.base === ""
            ? ""
            : this.say("ui.against_base", {
                base: periodText(row.base, this.language),
              }),
          unit,
        ]
          .filter((part) => part !== "")
          .join(" · "),
      )}
      <section>
        ${
          row.targetId === null
            ? html`<p class="muted">${this.say("ui.targets.none")}</p>`
            : statusMark(row.status, names.status(row.status))
        }
        <dl>
          ${this.#fact(
            row.period === ""
              ? this.say("ui.column.actual")
              : periodText(row.period, this.language),
            this.#figure(row, "actual"),
          )}
          ${this.#fact(this.say("ui.column.baseline"), this.#figure(row, "baseline"))}
          ${this.#fact(
            row.deadline === ""
              ? this.say("ui.column.target")
              : this.say("ui.target_by", {
                  deadline: periodText(row.deadline, this.language),
                }),
            row.target === null
              ? this.#reason(row, "target")
              : `${comparatorText(row.comparator)} ${exactText(row.target)}`,
          )}
          ${this.#fact(this.say("ui.column.gap"), signedText(row.gap, row.decimals))}
          ${this.#fact(
            this.say("ui.column.progress"),
            row.progress === null
              ? this.#reason(row, "progress")
              : percentText(row.progress),
          )}
          ${this.#fact(this.say("ui.column.time"), percentText(row.timeShare))}
          ${this.#fact(
            this.say("ui.column.expected"),
            figureText(row.expected, row.decimals),
          )}
          ${this.#fact(this.say("ui.column.pace"), figureText(row.paceRatio, 2))}
        </dl>
      </section>
      <db-stated-computed .row=${row}></db-stated-computed>
      ${
        row.targetId === null
          ? nothing
          : html`<section>
              <h3>${this.say("ui.column.remaining")}</h3>
              <p>${remainingWords(row, names)}</p>
            </section>`
      }
      ${
        row.targetId === null
          ? nothing
          : html`<db-outlook .row=${whole}></db-outlook>`
      }
      ${
        failure === null
          ? nothing
          : html`<section role="alert">
              ${this.say(failure.code, failure.params)}
            </section>`
      }
      <db-ledger-counts .row=${whole}></db-ledger-counts>
      <db-next-rank .row=${row}></db-next-rank>
      <db-what-if .row=${row}></db-what-if>
      <db-trace .row=${whole}></db-trace>
      ${
        key === null || isCounted(whole)
          ? nothing
          : html`<db-provenance .key=${key}></db-provenance>`
      }`;
  }

  #cell(subject: Extract<Subject, { type: "cell" }>) {
    const { row, period, cell } = subject;
    const key = keyText({
      indicator: row.indicator,
      region: row.region,
      period,
      measure: row.measure,
      variant: row.variant,
      base: row.base,
    });
    const value = cell?.value ?? null;
    return html`${this.#header(
        this.names.indicator(row.indicator),
        [
          this.names.region(row.region),
          periodText(period, this.language),
          this.say(`ui.measure.${row.measure}`),
          this.names.variant(row.variant),
          this.names.unit(row.unit),
        ]
          .filter((part) => part !== "")
          .join(" · "),
      )}
      <section>
        <dl>
          ${this.#fact(
            this.say("ui.value"),
            value === null
              ? cell?.missing || dash
              : figureText(value, cell?.decimals ?? row.decimals),
          )}
          ${
            typeof value === "number"
              ? this.#fact(this.say("ui.value.exact"), exactText(value))
              : nothing
          }
          ${
            cell?.edited === true
              ? this.#fact(this.say("ui.mark"), this.say("ui.mark.edited"))
              : nothing
          }
          ${
            cell?.conflict === true
              ? this.#fact(this.say("ui.mark"), this.say("ui.mark.conflict"))
              : nothing
          }
          ${
            cell?.status === "provisional" || cell?.status === "estimated"
              ? this.#fact(
                  this.say("ui.mark"),
                  this.say(`ui.mark.${cell.status}`),
                )
              : nothing
          }
        </dl>
      </section>
      ${
        cell === null
          ? html`<section class="muted">${this.say("ui.value.none")}</section>`
          : html`<db-provenance .key=${key}></db-provenance>`
      }`;
  }

  #figure(row: ProgressRow, field: "actual" | "baseline"): string {
    return row[field] === null
      ? this.#reason(row, field)
      : figureText(row[field], row.decimals);
  }

  #reason(row: ProgressRow, field: string): string {
    const reason = row.reasons[field];
    return reason === undefined
      ? dash
      : standingAlone(describe(reason, {}, this.language), this.language);
  }

  /** The record's fields in the order of its kind. */
  #fieldsOf(record: RecordRow): readonly (readonly [string, string])[] {
    const kind = this.names.catalog.recordKinds.find(
      ({ code }) => code === record.kind,
    );
    return (kind?.fields ?? [])
      .filter(({ code }) => code in record.fields)
      .map(({ code, label, type }) => [
        this.names.label(label),
        recordText(record.fields[code] ?? null, type, this.names),
      ]);
  }
}

/** A figure that was counted stands in no cell of its own. */
function isCounted(row: ProgressRow | null): boolean {
  return (
    row?.trace.some(({ code }) => code === "progress.step_ledger") ?? false
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "db-inspector": DbInspector;
  }
}
