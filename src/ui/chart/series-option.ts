import type { LineSeriesOption } from "echarts/charts";
import type { ComposeOption } from "echarts/core";
import type {
  GridComponentOption,
  MarkLineComponentOption,
  MarkPointComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import { civilDate } from "../../model/calendar.ts";
import type { Language } from "../../text/message.ts";
import type { Series, SeriesForecast } from "../../worker/api.ts";
import { comparatorText, figureText } from "../format/figure.ts";
import { dayText, periodText } from "../format/period-text.ts";
import { startsAnew } from "./runs.ts";
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
  readonly forecast: string;
  readonly font: string;
}

export interface ChartWords {
  readonly language: Language;
  readonly actual: string;
  readonly path: string;
  readonly target: string;
  readonly limit: string;
  readonly forecast: string;
  readonly band: string;
  /** Of a figure of last year that a later sheet states. */
  readonly stated: string;
  /** As printed after a figure. */
  readonly unit: string;
}

/** Words at the last actual do not cover a path that goes on from there. */
const aboveThePath = {
  backgroundColor: "transparent",
  offset: [0, -12] as [number, number],
};

/** True when the path goes on after the last actual. */
function goesOn({ points, path }: Series): boolean {
  const last = points.findLast(({ value }) => value !== null);
  const end = path.at(-1)?.[0];
  return last !== undefined && end !== undefined && end > last.end;
}

/**
 * A series with its target's path: the actual as a line through the ends of
 * its periods (missing values and periods left out leave gaps; what a later
 * sheet states of last year is hollow), the path dashed, the forecast dashed within its band, the
 * target as a point on its day, the limit of the standard as a line across.
 * Labels stand at the things themselves; there is no legend.
 */
export function seriesOption(
  series: Series,
  words: ChartWords,
  look: ChartLook,
): SeriesOption {
  const { points, path, target, limit, decimals } = series;
  const figure = (value: number) => figureText(value, decimals);
  // Lines go on behind their words.
  const label = {
    fontSize: 12,
    fontFamily: look.font,
    backgroundColor: look.surface,
    padding: [0, 2] as [number, number],
  };
  const axisLabel = { fontSize: 12, fontFamily: look.font };
  const [from, to] = span(series);
  const ticks = timeTicks(from, to, words.language, points.every(endsAYear));
  const actual: LineSeriesOption = {
    name: words.actual,
    type: "line",
    data: drawnPoints(points).map((point) => ({
      value: point === null ? ["-", "-"] : [point.end - 1, point.value],
      ...(point?.stated === true
        ? {
            itemStyle: {
              color: look.surface,
              borderColor: look.actual,
              borderWidth: 1.5,
            },
          }
        : {}),
    })),
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
      ...(goesOn(series) ? aboveThePath : {}),
    },
    z: 3,
  };
  const expected: LineSeriesOption = {
    name: words.path,
    type: "line",
    // Its word stands where the path begins: it ends at the target, which has its own.
    data: path.map(([day, value], index) => ({
      value: [day, value],
      ...(index === 0 && path.length > 1
        ? {
            label: {
              show: true,
              position: "top" as const,
              formatter: words.path,
              color: look.path,
              ...label,
            },
          }
        : {}),
    })),
    symbol: "circle",
    symbolSize: 3,
    showSymbol: true,
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
          : `${words.target} ${comparatorText(target.comparator)} ${figureText(target.value, null)}`,
      color: look.target,
      ...label,
    },
    z: 4,
  };
  return {
    animation: false,
    textStyle: { fontFamily: look.font, fontSize: 12 },
    grid: {
      left: 12,
      right: series.forecast.length === 0 ? 96 : roomForForecast,
      top: 22,
      bottom: 4,
      containLabel: true,
    },
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
      axisLine: { onZero: false, lineStyle: { color: look.muted } },
      axisTick: { show: true, customValues: [...ticks.ends] },
      axisLabel: {
        color: look.muted,
        hideOverlap: true,
        customValues: [...ticks.labels],
        formatter: (day: number) => ticks.label(day),
        ...axisLabel,
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      ...(decimals === null ? {} : { minInterval: 10 ** -decimals }),
      boundaryGap: ["8%", "8%"],
      min: notBelowZero,
      axisLabel: { color: look.muted, ...axisLabel },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      actual,
      expected,
      goal,
      ...forecastSeries(series, words, look),
      ...limitSeries(limit, from, words, look),
    ],
  };
}

/** The points, and null where the line is to break. */
function drawnPoints(points: Series["points"]) {
  const anew = startsAnew(points.map(({ end }) => end));
  return points.flatMap((point, i) =>
    i > 0 && anew[i] === true ? [null, point] : [point],
  );
}

function endsAYear({ end }: Series["points"][number]): boolean {
  const { month, day } = civilDate(end);
  return month === 1 && day === 1;
}

/** A forecast of one day: its band as an upright line, its middle as a ring. */
function whisker(
  { day, low, value, high }: SeriesForecast,
  decimals: number | null,
  words: ChartWords,
  look: ChartLook,
): LineSeriesOption {
  const figure = (of: number) =>
    figureText(of, decimals === null ? null : decimals + 1);
  const band = low === high ? "" : ` (${figure(low)}–${figure(high)})`;
  return {
    name: words.forecast,
    type: "line",
    data: [
      { value: [day, low], symbolSize: 0 },
      {
        value: [day, value],
        label: {
          show: true,
          position: "right",
          formatter: `${words.forecast} ${figure(value)}${band}`,
          color: look.forecast,
          fontSize: 12,
          fontFamily: look.font,
          backgroundColor: look.surface,
          padding: [0, 2],
        },
      },
      { value: [day, high], symbolSize: 0 },
    ],
    symbol: "circle",
    symbolSize: 8,
    lineStyle: { color: look.forecast, width: 4, opacity: 0.4 },
    itemStyle: {
      color: look.surface,
      borderColor: look.forecast,
      borderWidth: 2,
    },
    z: 3,
  };
}

/** Figures that are not negative get no room below zero; null leaves the axis to itself. */
function notBelowZero({ min, max }: { min: number; max: number }) {
  return min >= 0 && min < (max - min) * roomBelow ? 0 : null;
}

/** Pixels at the right for a forecast with its band in words. */
const roomForForecast = 168;

const roomBelow = 0.08;

/** A line across; a point without a size keeps it in sight however far off the figures are. */
function limitSeries(
  limit: Series["limit"],
  from: number,
  words: ChartWords,
  look: ChartLook,
): LineSeriesOption[] {
  if (limit === null) return [];
  return [
    {
      name: words.limit,
      type: "line",
      data: [[from, limit.value]],
      symbolSize: 0,
      silent: true,
      tooltip: { show: false },
      markLine: {
        silent: true,
        symbol: "none",
        lineStyle: { color: look.limit, type: "dotted", width: 1 },
        label: {
          // Beyond the figures, so that it covers none of them.
          position: "end",
          align: "left",
          formatter: `${words.limit} ${figureText(limit.value, null)}`,
          color: look.limit,
          fontSize: 12,
          fontFamily: look.font,
          backgroundColor: look.surface,
          padding: [0, 2],
        },
        data: [{ yAxis: limit.value }],
      },
    },
  ];
}

/** One day as a whisker; several as a dashed line from the last known figure, with the band as an area between two lines. */
function forecastSeries(
  { forecast, points, decimals }: Series,
  words: ChartWords,
  look: ChartLook,
): LineSeriesOption[] {
  const [only, next] = forecast;
  if (only === undefined) return [];
  if (next === undefined) return [whisker(only, decimals, words, look)];
  const last = points.findLast(({ value }) => value !== null);
  const band = {
    type: "line",
    stack: "band",
    stackStrategy: "all",
    showSymbol: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    silent: true,
    z: 1,
  } as const;
  return [
    {
      name: words.forecast,
      type: "line",
      data: [
        ...(last === undefined ? [] : [[last.end - 1, last.value]]),
        ...forecast.map(({ day, value }) => [day, value]),
      ],
      showSymbol: false,
      lineStyle: { color: look.forecast, width: 1.5, type: [6, 3] },
      itemStyle: { color: look.forecast },
      endLabel: {
        show: true,
        formatter: ({ value }) =>
          `${words.forecast} ${figureText(second(value), decimals)}`,
        color: look.forecast,
        fontSize: 12,
        fontFamily: look.font,
      },
      z: 2,
    },
    {
      ...band,
      name: words.band,
      data: forecast.map(({ day, low }) => [day, low]),
    },
    {
      ...band,
      name: words.band,
      data: forecast.map(({ day, low, high }) => [day, high - low]),
      areaStyle: { color: look.forecast, opacity: 0.16 },
    },
  ];
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
  { language, unit, band, limit, stated }: ChartWords,
): string {
  const points = drawnPoints(series.points);
  return items
    .filter(
      ({ seriesName, seriesIndex, dataIndex = 0 }) =>
        seriesName !== band &&
        seriesName !== limit &&
        !(seriesIndex === 0 && points[dataIndex] === null),
    )
    .map(({ seriesName = "", seriesIndex, dataIndex = 0, value }) => {
      const point =
        seriesIndex === 0 ? (points[dataIndex] ?? undefined) : undefined;
      const when =
        point === undefined
          ? dayText(Math.round(first(value)), language)
          : periodText(point.period, language);
      const said =
        point !== undefined && point.value === null
          ? point.missing || figureText(null, null)
          : `${figureText(second(value), series.decimals)} ${unit}`.trimEnd();
      const name = point?.stated === true ? stated : seriesName;
      return `${name}  ${when}  ${said}`;
    })
    .join("\n");
}

/** First and last day drawn, with a little room on both sides. */
function span(series: Series): readonly [number, number] {
  const days = [
    ...series.points.flatMap(({ value, end }) =>
      value === null ? [] : [end - 1],
    ),
    ...series.path.map(([day]) => day),
    ...(series.target === null ? [] : [series.target.day]),
    ...series.forecast.map(({ day }) => day),
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
