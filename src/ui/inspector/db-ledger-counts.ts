import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Params } from "../../model/issue.ts";
import type {
  ProgressRow,
  TraceStep,
  TracedRecord,
} from "../../model/progress.ts";
import type { ViewsCode } from "../../text/messages/views.ts";
import { figureText, signedText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { factsStyles } from "../parts/facts-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import "./db-source-excerpt.ts";

/** Records listed before the rest is asked for. */
const most = 8;

/** What a ledger's count is made of: how many stand where, what sheets state beside, and the open records, each with its cell. Nothing for rows that are not counted. */
@customElement("db-ledger-counts")
export class DbLedgerCounts extends DbElement {
  static override styles = [
    baseStyles,
    factsStyles,
    css`
      dt {
        white-space: normal;
      }
      .apart,
      .late {
        color: var(--far);
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: 2px;
        font-size: var(--size-small);
      }
      li button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
        width: 100%;
        text-align: left;
      }
      li button span:first-child {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** With its trace; null while it is not there. */
  @property({ attribute: false }) row: ProgressRow | null = null;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @state() private chosen: TracedRecord | null = null;
  @state() private all = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("row")) return;
    this.chosen = null;
    this.all = false;
  }

  protected override render() {
    const counted = this.#step("ledger");
    if (counted === undefined) return nothing;
    const overdue = this.#step("ledger_overdue");
    const late = new Set((overdue?.records ?? []).map(({ id }) => id));
    return html`<section>
        <h3>${this.say("views.ledger.counts")}</h3>
        <dl>
          ${this.#count("views.ledger.total", counted, "total")}
          ${this.#count("views.ledger.done", counted, "done")}
          ${this.#count("views.ledger.open", counted, "open")}
          ${this.#count("views.ledger.overdue", overdue, "count")}
          ${this.#count(
            "views.ledger.due_soon",
            this.#step("ledger_due_soon"),
            "count",
          )}
          ${this.#count("views.ledger.unknown", counted, "unknown")}
          ${this.#count(
            "views.ledger.undated",
            this.#step("ledger_undated"),
            "count",
          )}
          ${this.#stated()}
        </dl>
      </section>
      ${this.#list("views.ledger.open_list", this.#step("ledger_open"), late)}
      ${this.#list(
        "views.ledger.unknown_list",
        this.#step("ledger_unknown"),
        late,
      )}
      ${
        this.chosen === null
          ? nothing
          : html`<db-source-excerpt
              .source=${this.chosen.source}
            ></db-source-excerpt>`
      }`;
  }

  #step(name: string): TraceStep | undefined {
    return this.row?.trace.find(({ code }) => code === `progress.step_${name}`);
  }

  #count(label: ViewsCode, step: TraceStep | undefined, name: string) {
    const value = step?.params[name];
    return step === undefined || typeof value !== "number"
      ? nothing
      : html`<dt>${this.say(label, step.params as Params)}</dt>
          <dd>${figureText(value, 0)}</dd>`;
  }

  /** What sheets state of the same, and how far it is apart. */
  #stated() {
    return (this.row?.trace ?? []).flatMap(({ code, params }) => {
      const agrees = code === "progress.step_ledger_agrees";
      if (!agrees && code !== "progress.step_ledger_differs") return [];
      const { indicator, period, stated, difference } = params;
      if (typeof stated !== "number" || typeof difference !== "number")
        return [];
      return [
        html`<dt>
            ${this.say("views.ledger.stated", {
              indicator: this.names.indicator(String(indicator)),
              period: periodText(String(period), this.language),
            })}
          </dt>
          <dd>
            ${figureText(stated, null)}
            ${
              agrees
                ? nothing
                : html`<span class="apart"
                    >(${signedText(difference, 0)})</span
                  >`
            }
          </dd>`,
      ];
    });
  }

  #list(
    title: ViewsCode,
    step: TraceStep | undefined,
    late: ReadonlySet<string>,
  ) {
    const records = step?.records ?? [];
    if (records.length === 0) return nothing;
    const shown = this.all ? records : records.slice(0, most);
    return html`<section>
      <h3>${this.say(title, { n: records.length })}</h3>
      <ul>
        ${shown.map(
          (record) =>
            html`<li>
              <button
                type="button"
                class="link"
                aria-pressed=${String(this.chosen === record)}
                title=${[
                  record.source.file,
                  record.source.sheet,
                  record.source.cell,
                ].join(" · ")}
                @click=${() => {
                  this.chosen = this.chosen === record ? null : record;
                }}
              >
                <span>${record.id}</span
                ><span class=${late.has(record.id) ? "late" : "muted"}
                  >${
                    record.deadline === null
                      ? this.say("views.ledger.no_deadline")
                      : periodText(record.deadline, this.language)
                  }</span
                >
              </button>
            </li>`,
        )}
      </ul>
      ${
        shown.length === records.length
          ? nothing
          : html`<p>
              <button
                type="button"
                class="link"
                @click=${() => {
                  this.all = true;
                }}
              >
                ${this.say("views.ledger.more", {
                  n: records.length - shown.length,
                })}
              </button>
            </p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-ledger-counts": DbLedgerCounts;
  }
}
