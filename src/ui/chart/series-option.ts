import type { LineSeriesOption } from "echarts/charts";
import type { ComposeOption } from "echarts/core";
import type {
  GridComponentOption,
  MarkLineComponentOption,
  MarkPointComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import type { Language } from "../../text/message.ts";
import type { Series } from "../../worker/api.ts";
import { comparatorText, figureText } from "../format/figure.ts";
import { dayText, periodText } from "../format/period-text.ts";
import { timeTicks } from "./time-ticks.ts";

export type SeriesOption = ComposeOption<
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | MarkLineComponentOption
  | MarkPointComponentOption
>;

/** Colours and the font, read from the page's tokens. */
export interface ChartLook {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly actual: string;
  readonly path: string;
  readonly target: string;
  readonly limit: string;
  readonly font: string;
}

export interface ChartWords {
  readonly language: Language;
  readonly actual: string;
  readonly path: string;
  readonly target: string;
  readonly limit: string;
  /** As printed after a figure. */
  readonly unit: string;
}

/**
 * A series with its target's path: the actual as a line through the ends of
 * its periods (missing values leave gaps), the path dashed, the target as a
 * point on its day, the limit of the standard as a line across. Labels stand
 * at the things themselves; there is no legend.
 */
export function seriesOption(
  series: Series,
  words: ChartWords,
  look: ChartLook,
): SeriesOption {
  const { points, path, target, limit, decimals } = series;
  const figure = (value: number) => figureText(value, decimals);
  const label = { fontSize: 12, fontFamily: look.font };
  const [from, to] = span(series);
  const ticks = timeTicks(from, to, words.language);
  const actual: LineSeriesOption = {
    name: words.actual,
    type: "line",
    data: points.map((point) => [point.end - 1, point.value]),
    connectNulls: false,
    showSymbol: true,
    symbol: "circle",
    symbolSize: 6,
    lineStyle: { color: look.actual, width: 2 },
    itemStyle: { color: look.actual },
    endLabel: {
      show: points.some((point) => point.value !== null),
      formatter: ({ value }) => `${words.actual} ${figure(second(value))}`,
      color: look.actual,
      ...label,
    },
    z: 3,
    ...(limit === null
      ? {}
      : {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: look.limit, type: "dotted", width: 1 },
            label: {
              position: "insideStartTop",
              formatter: `${words.limit} ${figureText(limit.value, null)}`,
              color: look.limit,
              ...label,
            },
            data: [{ yAxis: limit.value }],
          },
        }),
  };
  const expected: LineSeriesOption = {
    name: words.path,
    type: "line",
    data: path.map(([day, value]) => [day, value]),
    showSymbol: false,
    lineStyle: { color: look.path, width: 1.5, type: "dashed" },
    itemStyle: { color: look.path },
    z: 2,
  };
  const goal: LineSeriesOption = {
    name: words.target,
    type: "line",
    data: target === null ? [] : [[target.day, target.value]],
    symbol: "diamond",
    symbolSize: 11,
    itemStyle: { color: look.target },
    label: {
      show: true,
      position: "top",
      formatter: () =>
        target === null
          ? ""
          : `${words.target} ${comparatorText(target.comparator)}${figureText(target.value, null)}`,
      color: look.target,
      ...label,
    },
    z: 4,
  };
  return {
    animation: false,
    textStyle: { fontFamily: look.font, fontSize: 12 },
    grid: { left: 12, right: 96, top: 22, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.text, fontSize: 12, fontFamily: look.font },
      axisPointer: { type: "line", lineStyle: { color: look.muted } },
      formatter: (items) =>
        tooltip(Array.isArray(items) ? items : [items], series, words),
    },
    xAxis: {
      type: "value",
      min: from,
      max: to,
      axisLine: { lineStyle: { color: look.muted } },
      axisTick: { show: true, customValues: [...ticks.days] },
      axisLabel: {
        color: look.muted,
        hideOverlap: true,
        customValues: [...ticks.days],
        formatter: (day: number) => ticks.label(day),
        ...label,
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      boundaryGap: ["8%", "8%"],
      axisLabel: { color: look.muted, ...label },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [actual, expected, goal],
  };
}

interface TooltipItem {
  readonly seriesName?: string;
  readonly seriesIndex?: number;
  readonly dataIndex?: number;
  readonly value?: unknown;
}

function tooltip(
  items: readonly TooltipItem[],
  series: Series,
  { language, unit }: ChartWords,
): string {
  return items
    .map(({ seriesName = "", seriesIndex, dataIndex = 0, value }) => {
      const point = seriesIndex === 0 ? series.points[dataIndex] : undefined;
      const when =
        point === undefined
          ? dayText(Math.round(first(value)), language)
          : periodText(point.period, language);
      const said =
        point !== undefined && point.value === null
          ? point.missing || figureText(null, null)
          : `${figureText(second(value), series.decimals)} ${unit}`.trimEnd();
      return `${seriesName}  ${when}  ${said}`;
    })
    .join("\n");
}

/** First and last day drawn, with a little room on both sides. */
function span(series: Series): readonly [number, number] {
  const days = [
    ...series.points.map((point) => point.end - 1),
    ...series.path.map(([day]) => day),
    ...(series.target === null ? [] : [series.target.day]),
  ];
  if (days.length === 0) return [0, 1];
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(15, Math.round((to - from) * 0.03));
  return [from - room, to + room];
}

function first(value: unknown): number {
  return Array.isArray(value) ? Number(value[0]) : 0;
}

function second(value: unknown): number {
  return Array.isArray(value) ? Number(value[1]) : 0;
}
