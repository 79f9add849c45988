import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { describe } from "../../text/words.ts";
import type { Cube, EngineApi, StateInfo } from "../../worker/api.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import "../parts/db-paged-table.ts";
import type { PrintRow, Printable } from "../parts/printable.ts";
import {
  engineContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { filterCube } from "./cube-filter.ts";
import { dataColumns, dataRows } from "./data-rows.ts";

/** 数据 for a screen reader: one figure a row, in pages. */
@customElement("db-data-table")
export class DbDataTable extends DbElement {
  static override styles = [baseStyles, viewStyles];

  /** Of the route: `indicator`, `measure`, `mark`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  #cube = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.cube({ region, asOf }),
  );
  #rows: readonly PrintRow[] = [];

  protected override willUpdate(): void {
    const { answer } = this.#cube;
    this.#rows = answer === undefined ? [] : this.#rowsOf(answer);
  }

  #rowsOf(cube: Cube): readonly PrintRow[] {
    const measure = this.filters["measure"] ?? "actual";
    const { lines } = filterCube(
      cube,
      {
        indicator: this.filters["indicator"] ?? "",
        measure: measure === "all" ? "" : measure,
        search: this.scope.search,
        conflicts: this.filters["mark"] === "conflict",
      },
      this.names,
    );
    return dataRows(lines, cube.periods, this.names, (row, period, cell) => {
      send(this, "db-inspect", { type: "cell", row, period, cell });
    });
  }

  protected override render() {
    const { answer, failure } = this.#cube;
    return html`<div class="bar">
        <h1>${this.say("ui.view.data")}</h1>
        ${answer === undefined ? nothing : this.#filters(answer)}
        <span class="space"></span>
        <span class="muted tabular"
          >${this.say("ui.rows", { n: this.#rows.length })}</span
        >
      </div>
      <div class="work">
        ${
          failure !== null
            ? html`<p role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : answer === undefined
              ? nothing
              : html`<db-paged-table
                  .columns=${dataColumns(this.names)}
                  .rows=${this.#rows}
                  .label=${this.say("ui.view.data")}
                ></db-paged-table>`
        }
      </div>`;
  }

  #filters(cube: Cube) {
    const seen = (name: "indicator" | "measure") => [
      ...new Set(cube.rows.map((row) => row[name])),
    ];
    const select = (
      name: "indicator" | "measure",
      chosen: string,
      everything: string,
      words: (code: string) => string,
    ) =>
      html`<label
        >${this.say(`ui.column.${name}`)}
        <select
          @change=${(event: Event) => {
            send(this, "db-navigate", {
              view: "data",
              filters: { ...this.filters, [name]: valueOf(event) },
            });
          }}
        >
          <option value=${everything} ?selected=${chosen === everything}>
            ${this.say("ui.all")}
          </option>
          ${seen(name).map(
            (code) =>
              html`<option value=${code} ?selected=${code === chosen}>
                ${words(code)}
              </option>`,
          )}
        </select></label
      >`;
    return html`${select(
      "indicator",
      this.filters["indicator"] ?? "",
      "",
      (code) => this.names.indicator(code),
    )}
    ${select("measure", this.filters["measure"] ?? "actual", "all", (code) =>
      describe(`ui.measure.${code}`, {}, this.language),
    )}`;
  }

  printable(): Printable | null {
    return this.#rows.length === 0
      ? null
      : {
          title: this.say("ui.view.data"),
          line: this.say("views.print.units_in_rows"),
          blocks: [
            {
              kind: "table",
              columns: dataColumns(this.names),
              rows: this.#rows,
            },
          ],
        };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data-table": DbDataTable;
  }
}
