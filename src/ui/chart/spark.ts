import { startsAnew } from "./runs.ts";

/** One figure of a small chart; `end` is the day after its period, in days since 1970. */
export interface SparkPoint {
  readonly end: number;
  /** Null is missing and leaves a gap. */
  readonly value: number | null;
  /** True for a figure of last year that this year's sheet states. */
  readonly stated: boolean;
}

/** What small charts that stand side by side share. */
export interface SparkRange {
  readonly days: readonly [number, number];
  readonly values: readonly [number, number];
}

export interface SparkBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on every side. */
  readonly room: number;
}

/** A line in the box; y grows downwards. */
export interface Spark {
  /** An SVG path, one `M` for every run of known values; a value alone is a point with round ends. */
  readonly path: string;
  /** Figures last year's column states, drawn hollow. */
  readonly hollow: readonly (readonly [number, number])[];
  /** The newest known figure; null when there is none. */
  readonly last: readonly [number, number] | null;
  /** Height of the goal; null without one. */
  readonly goal: number | null;
}

/** The range that holds every known figure and goal; null when there is none. */
export function sparkRange(
  series: readonly (readonly SparkPoint[])[],
  goals: readonly (number | null)[] = [],
): SparkRange | null {
  const known = series.flat().filter(({ value }) => value !== null);
  const values = [...known.map(({ value }) => value), ...goals].filter(
    (value) => value !== null,
  );
  const days = known.map(({ end }) => end);
  if (values.length === 0 || days.length === 0) return null;
  return {
    days: extent(days),
    values: extent(values),
  };
}

function extent(numbers: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return [low, high];
}

/** Draws figures in a box; a range without width puts them in the middle. */
export function spark(
  points: readonly SparkPoint[],
  goal: number | null,
  range: SparkRange,
  box: SparkBox,
): Spark {
  const x = (day: number) =>
    place(day, range.days, box.room, box.width - box.room);
  const y = (value: number) =>
    place(value, range.values, box.height - box.room, box.room);
  const drawn = points.map(({ end, value, stated }) =>
    value === null ? null : { at: [x(end), y(value)] as const, stated },
  );
  const anew = startsAnew(points.map(({ end }) => end));
  const runs: string[][] = [];
  let open = false;
  for (const [i, point] of drawn.entries()) {
    if (point === null) {
      open = false;
      continue;
    }
    const at = `${point.at[0]} ${point.at[1]}`;
    if (open && anew[i] === false) runs[runs.length - 1]?.push(at);
    else runs.push([at]);
    open = true;
  }
  const path = runs
    .map((run) => `M${run.join("L")}${run.length === 1 ? "h0" : ""}`)
    .join("");
  const known = drawn.filter((point) => point !== null);
  return {
    path,
    hollow: known.filter(({ stated }) => stated).map(({ at }) => at),
    last: known.at(-1)?.at ?? null,
    goal: goal === null ? null : y(goal),
  };
}

function place(
  value: number,
  [from, to]: readonly [number, number],
  low: number,
  high: number,
): number {
  const share = to === from ? 0.5 : (value - from) / (to - from);
  return Math.round((low + share * (high - low)) * 10) / 10;
}
