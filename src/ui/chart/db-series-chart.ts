import { consume } from "@lit/context";
import { LineChart } from "echarts/charts";
import {
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import type { EngineApi, Series, StateInfo } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  engineContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { type ChartLook, seriesOption } from "./series-option.ts";

use([
  LineChart,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** The series of one row of 目标 against the path to its target. */
@customElement("db-series-chart")
export class DbSeriesChart extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      h2 {
        flex: none;
        padding: 6px 48px 0 12px;
      }
      .plot {
        flex: 1;
        min-height: 0;
      }
      p {
        padding: 12px;
      }
    `,
  ];

  @property({ attribute: false }) row!: ProgressRow;

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

  @query(".plot") private plot!: HTMLElement | null;
  #chart: EChartsType | null = null;
  #resize = new ResizeObserver(() => {
    this.#chart?.resize();
  });
  /** The theme is an attribute of the page, and the chart's colours are read from it. */
  #theme = new MutationObserver(() => {
    this.requestUpdate();
  });

  #series = new Question(
    this,
    () =>
      [
        this.row.indicator,
        this.row.region,
        this.row.variant,
        this.scope.asOf,
        this.journal,
      ] as const,
    ([indicator, region, variant, asOf]) =>
      this.engine.series(indicator, region, variant, asOf),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#theme.observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#theme.disconnect();
    this.#resize.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  protected override render() {
    const { answer, failure } = this.#series;
    return html`<h2>${this.#title()}</h2>
      ${
        failure !== null
          ? html`<p role="alert">${this.say(failure.code, failure.params)}</p>`
          : answer !== undefined &&
              answer.points.length === 0 &&
              answer.target === null
            ? html`<p class="muted">${this.say("ui.chart.empty")}</p>`
            : html`<div
                class="plot"
                role="img"
                aria-label=${answer === undefined ? nothing : this.#summary(answer)}
              ></div>`
      }`;
  }

  #title(): string {
    const { region, indicator, unit } = this.row;
    const title = `${this.names.region(region)} · ${this.names.indicator(indicator)}`;
    const words = this.names.unit(unit);
    return words === "" ? title : `${title} (${words})`;
  }

  #summary(series: Series): string {
    const points = series.points
      .map(
        (point) =>
          `${periodText(point.period, this.language)} ${figureText(point.value, series.decimals)}`,
      )
      .join(this.say("ui.comma"));
    return `${this.#title()}${this.say("ui.comma")}${points}`;
  }

  protected override updated(): void {
    const { plot } = this;
    const { answer } = this.#series;
    if (plot === null || answer === undefined) return;
    if (this.#chart?.getDom() !== plot) {
      this.#chart?.dispose();
      this.#resize.disconnect();
      this.#chart = init(plot, null, { renderer: "svg" });
      this.#resize.observe(plot);
    }
    this.#chart.setOption(
      seriesOption(
        answer,
        {
          language: this.language,
          actual: this.say("ui.chart.actual"),
          path: this.say("ui.chart.path"),
          target: this.say(
            answer.target?.unverified === true
              ? "ui.chart.target_unverified"
              : "ui.chart.target",
          ),
          limit:
            answer.limit === null ? "" : this.names.label(answer.limit.label),
          unit: this.names.unit(answer.unit),
        },
        this.#look(),
      ),
      true,
    );
  }

  #look(): ChartLook {
    const style = getComputedStyle(this);
    const token = (name: string) => style.getPropertyValue(name).trim();
    return {
      text: token("--text"),
      muted: token("--muted"),
      line: token("--line"),
      surface: token("--surface"),
      actual: token("--accent"),
      path: token("--pace"),
      target: token("--far"),
      limit: token("--behind"),
      font: style.fontFamily,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-series-chart": DbSeriesChart;
  }
}
