import { median, percentile } from "../statistics.ts";
import type { BenchOptions } from "../options.ts";
import type { Section } from "../topic.ts";
import { type BenchApp, openData, showLargeSheet } from "./app.ts";

const between = 60;
const keys = {
  "Arrow keys": ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"],
  "Shift and arrows": ["Shift+ArrowDown", "Shift+ArrowRight"],
  "Typing over a cell": ["4", "8", ".", "5", "Escape"],
  "A page down": ["PageDown", "PageUp"],
} as const;

/** Presses keys on a large sheet; time runs from the key's event until the frame that follows is made. */
export async function typing(
  app: BenchApp,
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const page = await openData(app);
  await showLargeSheet(page, quick ? 1_000 : 100_000, 60);
  await page.locator('[row-index="5"] [col-id^="p:"]').first().click();
  // The inspector opens once; after that the page keeps its shape.
  await page.waitForTimeout(1200);
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(globalThis, { keyTimes: found });
    const channel = new MessageChannel();
    let from = 0;
    channel.port1.onmessage = () => found.push(performance.now() - from);
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Shift") return;
        from = event.timeStamp;
        requestAnimationFrame(() => {
          channel.port2.postMessage(0);
        });
      },
      true,
    );
  });
  const times = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round += 1)
    for (const [kind, list] of Object.entries(keys)) {
      say(`round ${round} of ${rounds}: ${kind}`);
      for (let i = 0; i < (quick ? 4 : 40); i += 1) {
        await page.keyboard.press(list[i % list.length] ?? "ArrowDown");
        await page.waitForTimeout(between);
      }
      await page.keyboard.press("Escape");
      await page.waitForTimeout(between);
      const taken = await page.evaluate(() =>
        (globalThis as unknown as { keyTimes: number[] }).keyTimes.splice(0),
      );
      times.set(kind, [...(times.get(kind) ?? []), ...taken]);
    }
  await page.context().close();
  const all = [...times.values()].flat();
  return {
    title: "From a key to the repaint",
    table: {
      head: ["", "Median, ms", "95 of 100 within, ms", "Keys"],
      rows: [...times].map(([kind, taken]) => [
        kind,
        median(taken).toFixed(1),
        percentile(taken, 0.95).toFixed(1),
        String(taken.length),
      ]),
    },
    notes: [
      "Up to the frame after the key, waiting for the screen's next turn (16.7 ms apart) included.",
    ],
    demands: [
      {
        what: "Median",
        value: median(all),
        unit: " ms",
        sense: "atMost",
        limit: 16,
      },
      {
        what: "95 of 100",
        value: percentile(all, 0.95),
        unit: " ms",
        sense: "atMost",
        limit: 33,
      },
    ],
    data: Object.fromEntries(times),
    crashes: [],
  };
}
