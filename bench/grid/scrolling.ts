import { median } from "../statistics.ts";
import type { BenchOptions } from "../options.ts";
import type { Section } from "../topic.ts";
import { type BenchApp, openData, showLargeSheet } from "./app.ts";

const wheel = 120;
const pause = 16;
const rowHeight = 24;

interface Scrolled {
  readonly framesPerSecond: number;
  /** Longest time between two frames, ms. */
  readonly longest: number;
  /** Share of frames in which a row in sight was not drawn yet. */
  readonly blank: number;
  readonly rows: number;
  /** Milliseconds of the page's main thread for each 120 px scrolled, whatever else the machine does. */
  readonly busy: number;
}

/** Turns the wheel over a large sheet and counts the frames the page makes. */
export async function scrolling(
  app: BenchApp,
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const size = quick
    ? { rows: 1_000, columns: 60 }
    : { rows: 100_000, columns: 60 };
  const found: Scrolled[] = [];
  const page = await openData(app);
  await showLargeSheet(page, size.rows, size.columns);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const threadTime = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime")?.value ?? NaN;
  };
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}: scrolling`);
    await page.locator(".ag-grid-viewport").evaluate((viewport) => {
      viewport.scrollTop = 0;
    });
    await page.waitForTimeout(300);
    const before = await threadTime();
    const watching = page.locator("db-cube-grid").evaluate(
      (element, seconds) =>
        new Promise<Omit<Scrolled, "busy">>((resolve) => {
          const root = element.shadowRoot;
          const viewport = root?.querySelector(".ag-grid-viewport");
          if (root === null || viewport == null)
            throw new Error("there is no grid");
          const times: number[] = [];
          let blank = 0;
          const frame = (now: number) => {
            times.push(now);
            const row = Math.floor(viewport.scrollTop / 24) + 10;
            if (root.querySelector(`[row-index="${String(row)}"]`) === null)
              blank += 1;
            const first = times[0] ?? now;
            if (now - first < seconds * 1000) {
              requestAnimationFrame(frame);
              return;
            }
            const gaps = times
              .slice(1)
              .map((time, i) => time - (times[i] ?? 0));
            resolve({
              framesPerSecond: (gaps.length / (now - first)) * 1000,
              longest: Math.max(...gaps),
              blank: blank / times.length,
              rows: viewport.scrollTop / 24,
            });
          };
          requestAnimationFrame(frame);
        }),
      quick ? 1 : 4,
    );
    let turning = true;
    void watching.finally(() => {
      turning = false;
    });
    while (turning) {
      void session
        .send("Input.dispatchMouseEvent", {
          type: "mouseWheel",
          x: 800,
          y: 500,
          deltaX: 0,
          deltaY: wheel,
        })
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    const seen = await watching;
    const events = (seen.rows * rowHeight) / wheel;
    found.push({
      ...seen,
      busy: (((await threadTime()) - before) * 1000) / events,
    });
  }
  await page.context().close();
  const rate = median(found.map(({ framesPerSecond }) => framesPerSecond));
  return {
    title: `Scrolling ${size.rows.toLocaleString("en")} rows × ${size.columns} columns, ${wheel} px an event`,
    table: {
      head: ["", "Median", "Worst"],
      rows: [
        line(
          "Frames a second",
          found.map(({ framesPerSecond }) => framesPerSecond),
          Math.min,
        ),
        line(
          "Longest frame, ms",
          found.map(({ longest }) => longest),
          Math.max,
        ),
        line(
          "Frames with a row not drawn yet, %",
          found.map(({ blank }) => blank * 100),
          Math.max,
        ),
        line(
          "Main thread for each event, ms of its own time",
          found.map(({ busy }) => busy),
          Math.max,
        ),
        line(
          "Rows scrolled past",
          found.map(({ rows }) => rows),
          Math.min,
        ),
      ],
    },
    notes: [
      `Wheel events every ${pause} ms, ${rounds} times; frames counted in the page. The sheet is handed to the grid of the built app, without a journal behind it. On a machine that others use as well frames are lost to them; the main thread's own time is not.`,
    ],
    demands: [
      {
        what: "Frames a second",
        value: rate,
        unit: "",
        sense: "atLeast",
        limit: 50,
      },
    ],
    data: found,
    crashes: [],
  };
}

function line(
  what: string,
  values: readonly number[],
  worst: (...values: number[]) => number,
): readonly string[] {
  return [what, median(values).toFixed(1), worst(...values).toFixed(1)];
}
