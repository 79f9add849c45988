import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
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
import { narrowCube } from "../grid/narrow-cube.ts";
import { seriesId } from "../grid/sheet-view.ts";
import { cubeStatuses } from "./cube-statuses.ts";
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
  #statuses = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    async ([region, asOf]) =>
      cubeStatuses(await this.engine.progress({ region, asOf })),
  );
  #rows: readonly PrintRow[] = [];

  protected override willUpdate(): void {
    const { answer } = this.#cube;
    this.#rows = answer === undefined ? [] : this.#rowsOf(answer);
  }

  #rowsOf(cube: Cube): readonly PrintRow[] {
    const measure = this.filters["measure"] ?? "actual";
    const narrowed = narrowCube(
      cube,
      {
        indicator: this.filters["indicator"] ?? "",
        measure: measure === "all" ? "" : measure,
        region: this.filters["region"] ?? "",
        search: this.scope.search,
        conflicts: this.filters["mark"] === "conflict",
        status: this.filters["status"] ?? "",
      },
      this.names,
      (row) => this.#statuses.answer?.bySeries.get(seriesId(row)) ?? null,
    );
    const lines = narrowed.rows.map((row, at) => ({
      row,
      cells: narrowed.cells[at] ?? [],
    }));
    return dataRows(lines, cube.periods, this.names, (row, period, cell) => {
      send(this, "db-inspect", { type: "cell", row, period, cell });
    });
  }

  protected override render() {
    const { answer, failure } = this.#cube;
    return html`<div class="bar">
        <h1>${this.say("ui.view.data")}</h1>
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
