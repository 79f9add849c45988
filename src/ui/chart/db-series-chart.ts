import { LineChart } from "echarts/charts";
import {
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import type { Series } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { dayWords, periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";

import { ViewElement } from "../state/view-element.ts";
import { Question } from "../state/question.ts";
import { send } from "../state/events.ts";
import { picture } from "./picture.ts";
import { pictureButtons } from "./picture-buttons.ts";
import { pictureFailed } from "./picture-failed.ts";
import { type FinishedPicture, savePicture } from "./save-picture.ts";
import { tokensOf } from "./tokens-of.ts";
import { type ChartLook, seriesOption } from "./series-option.ts";

use([
  LineChart,
  GridComponent,
  LabelLayout,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** The series of one row of 目标 against the path to its target. */
@customElement("db-series-chart")
export class DbSeriesChart extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      header {
        flex: none;
        display: flex;
        align-items: center;
        gap: 2px;
        height: 34px;
        padding: 0 40px 0 12px;
      }
      h2 + span {
        flex: 1 0 auto;
        margin-left: 8px;
      }
      h2 {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
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
        this.row.base,
        this.row.targetId,
        this.scope.asOf,
        this.journal,
      ] as const,
    ([indicator, region, variant, base, targetId, asOf]) =>
      this.engine.series({ indicator, region, variant, base, targetId, asOf }),
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
    return html`<header>
        <h2 title=${this.#title()}>${this.#title()}</h2>
        <span class="muted small">${this.#line()}</span>
        ${pictureButtons((kind) => {
          void this.#save(kind);
        }, this.language)}
      </header>
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
            answer.limit === null
              ? ""
              : this.say("views.chart.limit", {
                  standard: standardNumber(
                    this.names.label(answer.limit.label),
                  ),
                }),
          forecast: this.say("views.chart.forecast"),
          band: this.say("views.chart.band"),
          stated: this.say("views.chart.stated"),
          unit: this.names.unit(answer.unit),
        },
        this.#look(),
      ),
      true,
    );
  }

  /** The chart as a picture with its title; null while there is nothing drawn. */
  picture(): FinishedPicture | null {
    const chart = this.#chart;
    if (chart === null) return null;
    const look = this.#look();
    return picture(
      {
        width: chart.getWidth(),
        height: chart.getHeight(),
        body: chart.renderToSVGString(),
      },
      {
        title: this.#title(),
        line: this.#line(),
        foot: this.say("views.picture.as_of", {
          day: dayWords(this.scope.asOf, this.language),
        }),
      },
      look,
    );
  }

  #line(): string {
    const series = this.#series.answer;
    const [first, last] = [series?.points.at(0), series?.points.at(-1)];
    if (first === undefined || last === undefined) return "";
    return [first.period, last.period]
      .map((period) => periodText(period, this.language))
      .filter((words, index, all) => index === 0 || words !== all[0])
      .join(" — ");
  }

  async #save(kind: "png" | "svg"): Promise<void> {
    const drawn = this.picture();
    if (drawn === null) return;
    await savePicture(drawn, this.#title(), kind).catch(() => {
      send(this, "db-notice", pictureFailed);
    });
  }

  #look(): ChartLook {
    const token = tokensOf(this);
    return {
      text: token("--text"),
      muted: token("--muted"),
      line: token("--line"),
      surface: token("--surface"),
      actual: token("--accent"),
      path: token("--pace"),
      target: token("--far"),
      limit: token("--behind"),
      forecast: token("--ahead"),
      font: getComputedStyle(this).fontFamily,
    };
  }
}

/** The number of a standard, `GB 3095-2012`, where its name has one: the whole name has no room beside the line. */
function standardNumber(name: string): string {
  return /\b[A-Z]{2,}(?:\/T)? [\d.]+-\d{4}/.exec(name)?.[0] ?? name;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-series-chart": DbSeriesChart;
  }
}
