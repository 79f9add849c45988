import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RecordRow } from "../../worker/api.ts";
import "../grid/db-records-grid.ts";
import { textWidth } from "../format/text-width.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { readerContext } from "../state/contexts.ts";
import "../parts/db-paged-table.ts";
import type { Printable, PrintColumn, PrintRow } from "../parts/printable.ts";
import { figureText } from "../format/figure.ts";
import { recordText } from "../format/record-text.ts";
import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { Question } from "../state/question.ts";
import { holdsWords, mayBePinyin, spelled } from "../state/search.ts";
import { valueOf } from "../state/value-of.ts";
import { countStates } from "./count-states.ts";

/** Pixels on paper that the longest words of a column are given at most; they go on below. */
const widestShare = 110;
/** Of a cell beside its words; columns of two characters are not broken. */
const besideWords = 34;
/** Rows whose words are measured. */
const measured = 200;

/** 台账: the records of one kind, with how many stand in each state. */
@customElement("db-ledger")
export class DbLedger extends ViewElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .states {
        display: inline-flex;
        gap: 14px;
        overflow: hidden;
        white-space: nowrap;
      }
      .states b {
        font-variant-numeric: tabular-nums;
      }
      .bar select {
        flex-basis: 180px;
        width: 180px;
      }
      .message {
        padding: 24px;
      }
    `,
  ];

  /** Of the route: `kind`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: readerContext, subscribe: true })
  @state()
  private reader = false;

  /** Every kind at once, so that the kinds that hold something can be told. */
  #records = new Question(
    this,
    () => [this.journal, this.names.catalog] as const,
    async ([, catalog]) =>
      new Map(
        await Promise.all(
          catalog.recordKinds.map(
            async ({ code }) =>
              [code, await this.engine.records(code)] as const,
          ),
        ),
      ),
  );
  #rows: readonly RecordRow[] = [];
  #kind = "";
  readonly #spelled = new WeakMap<RecordRow, string>();

  protected override willUpdate(): void {
    const all = this.#records.answer ?? new Map<string, readonly RecordRow[]>();
    const filled = [...all].filter(([, rows]) => rows.length > 0);
    this.#kind = this.filters["kind"] ?? filled[0]?.[0] ?? "";
    const { search } = this.scope;
    const rows = all.get(this.#kind) ?? [];
    this.#rows =
      search === ""
        ? rows
        : rows.filter((row) => holdsWords(this.#searchText(row), search));
  }

  /** All fields of a record, in pinyin too once that is there; each record is spelled once. */
  #searchText(row: RecordRow): string {
    const text = Object.values(row.fields).join(" ").toLowerCase();
    const { search, spell } = this.scope;
    if (spell === null || !mayBePinyin(search)) return text;
    let letters = this.#spelled.get(row);
    if (letters === undefined) {
      letters = spelled(text, spell);
      this.#spelled.set(row, letters);
    }
    return text + letters;
  }

  protected override render() {
    const { answer, failure } = this.#records;
    if (failure !== null)
      return html`<p class="message" role="alert">
        ${this.say(failure.code, failure.params)}
      </p>`;
    if (answer === undefined) return nothing;
    const any = [...answer.values()].some((rows) => rows.length > 0);
    return html`${this.#bar(answer)}
      <div class="work">
        ${
          any && this.reader
            ? html`<db-paged-table
                .columns=${this.#table().columns}
                .rows=${this.#table().rows}
                .label=${this.say("ui.view.ledger")}
              ></db-paged-table>`
            : any
              ? html`<db-records-grid
                  .rows=${this.#rows}
                  .kind=${this.#kind}
                  .label=${this.say("ui.view.ledger")}
                ></db-records-grid>`
              : html`<p class="message muted">
                  ${this.say("ui.ledger.empty")}
                </p>`
        }
      </div>`;
  }

  /** The fields that any record on show has, as columns, and the records as rows. */
  #table(): {
    readonly columns: readonly PrintColumn[];
    readonly rows: readonly PrintRow[];
  } {
    const kind = this.names.catalog.recordKinds.find(
      ({ code }) => code === this.#kind,
    );
    const fields = (kind?.fields ?? []).filter(({ code }) =>
      this.#rows.some((row) => (row.fields[code] ?? null) !== null),
    );
    return {
      columns: fields.map(({ code, label, type }) => ({
        head: this.names.label(label),
        width: this.#share(code, this.names.label(label)),
        align: type === "number" ? "right" : "left",
      })),
      rows: this.#rows.map((record) => ({
        cells: fields.map(({ code, type }) =>
          recordText(record.fields[code] ?? null, type, this.names),
        ),
        open: () => {
          send(this, "db-inspect", { type: "record", record });
        },
      })),
    };
  }

  /** Columns on paper share the width by their words: a day is not broken, a long text is. */
  #share(code: string, head: string): number {
    const words = this.#rows
      .slice(0, measured)
      .map((row) => textWidth(figureText(row.fields[code] ?? null, null)));
    return (
      Math.min(widestShare, Math.max(textWidth(head), ...words)) + besideWords
    );
  }

  printable(): Printable | null {
    const table = this.#table();
    return table.rows.length === 0 || table.columns.length === 0
      ? null
      : {
          title: this.names.recordKind(this.#kind),
          line: "",
          blocks: [{ kind: "table", ...table }],
        };
  }

  #bar(all: ReadonlyMap<string, readonly RecordRow[]>) {
    return html`<div class="bar">
      <h1>${this.say("ui.view.ledger")}</h1>
      <label
        >${this.say("ui.ledger.kind")}
        <select
          @change=${(event: Event) => {
            send(this, "db-navigate", {
              view: "ledger",
              filters: { kind: valueOf(event) },
            });
          }}
        >
          ${this.names.catalog.recordKinds.map(
            ({ code, label }) =>
              html`<option value=${code} ?selected=${code === this.#kind}>
                ${this.names.label(label)} (${all.get(code)?.length ?? 0})
              </option>`,
          )}
        </select></label
      >
      <span class="states">
        ${countStates(this.names, this.#kind, this.#rows).map(
          ([word, n]) => html`<span>${word} <b>${n}</b></span>`,
        )}
      </span>
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.#rows.length })}</span
      >
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-ledger": DbLedger;
  }
}
