import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyText, measures } from "../../model/observation.ts";
import type { Cube, EngineApi, StateInfo } from "../../worker/api.ts";
import type { CellEdit } from "../grid/db-cube-grid.ts";
import "../grid/db-cube-grid.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import {
  engineContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
  whoContext,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import { failureNotice } from "../state/failure.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { filterCube } from "./cube-filter.ts";

const all = "all";

/** 数据: the cube as a sheet, whose cells can be typed over. */
@customElement("db-data")
export class DbData extends DbElement {
  static override styles = [baseStyles, viewStyles];

  /** Of the route: `indicator`, `measure`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;
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

  #shown: ReturnType<typeof filterCube> = { lines: [], periods: [] };
  #narrowedBy: readonly unknown[] = [];

  protected override willUpdate(): void {
    const { answer } = this.#cube;
    const by = [answer, this.filters, this.scope.search, this.names];
    if (
      answer === undefined ||
      by.every((part, i) => part === this.#narrowedBy[i])
    )
      return;
    this.#narrowedBy = by;
    const { lines, periods } = filterCube(
      answer,
      {
        indicator: this.filters["indicator"] ?? "",
        measure: this.#measure === all ? "" : this.#measure,
        search: this.scope.search,
        conflicts: this.filters["mark"] === "conflict",
      },
      this.names,
    );
    const before = this.#shown.periods;
    const same =
      before.length === periods.length &&
      periods.every((period, i) => period === before[i]);
    this.#shown = { lines, periods: same ? before : periods };
  }

  protected override render() {
    const { answer, failure } = this.#cube;
    return html`${this.#bar(answer)}
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : answer === undefined
              ? nothing
              : html`<db-cube-grid
                  .rows=${this.#shown.lines}
                  .periods=${answer.periods}
                  .shownPeriods=${this.#shown.periods}
                  .label=${this.say("ui.view.data")}
                  @db-edit=${(event: CustomEvent<CellEdit>) => {
                    void this.#edit(event.detail);
                  }}
                ></db-cube-grid>`
        }
      </div>`;
  }

  #bar(cube: Cube | undefined) {
    const rows = cube?.rows ?? [];
    const indicators = [...new Set(rows.map((row) => row.indicator))];
    const chosen = this.filters["indicator"] ?? "";
    const used = measures.filter((measure) =>
      rows.some((row) => row.measure === measure),
    );
    return html`<div class="bar">
      <h1>${this.say("ui.view.data")}</h1>
      <label
        >${this.say("ui.column.indicator")}
        <select @change=${this.#filter("indicator")}>
          ${this.#option("", this.say("ui.all"), chosen)}
          ${indicators.map((code) =>
            this.#option(code, this.names.indicator(code), chosen),
          )}
        </select></label
      >
      <label
        >${this.say("ui.column.measure")}
        <select @change=${this.#filter("measure")}>
          ${this.#option(all, this.say("ui.all"), this.#measure)}
          ${used.map((measure) =>
            this.#option(
              measure,
              this.say(`ui.measure.${measure}`),
              this.#measure,
            ),
          )}
        </select></label
      >
      <label>
        <input
          type="checkbox"
          .checked=${this.filters["mark"] === "conflict"}
          @change=${() => {
            const mark = this.filters["mark"] === "conflict" ? "" : "conflict";
            send(this, "db-navigate", {
              view: "data",
              filters: { ...this.filters, mark },
            });
          }}
        />${this.say("ui.data.conflicts")}</label
      >
      <span class="muted small">${this.say("ui.data.hint")}</span>
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.#shown.lines.length })}</span
      >
    </div>`;
  }

  #option(value: string, words: string, chosen: string) {
    return html`<option value=${value} ?selected=${value === chosen}>
      ${words}
    </option>`;
  }

  /** Actual figures unless something else is asked for. */
  get #measure(): string {
    return this.filters["measure"] ?? "actual";
  }

  #filter(name: string) {
    return (event: Event) => {
      send(this, "db-navigate", {
        view: "data",
        filters: { ...this.filters, [name]: valueOf(event) },
      });
    };
  }

  async #edit({ row, period, text }: CellEdit): Promise<void> {
    const { indicator, region, measure, variant, base } = row;
    const key = keyText({ indicator, region, period, measure, variant, base });
    try {
      const { state: journal, issues } = await this.engine.edit(
        key,
        text,
        this.who,
      );
      if (issues.length > 0)
        send(this, "db-notice", {
          tone: "warning",
          code: "ui.notice.edit_refused",
          params: { text },
          issues,
        });
      send(this, "db-changed", journal);
    } catch (error) {
      send(this, "db-notice", failureNotice(error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data": DbData;
  }
}
