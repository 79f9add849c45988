import type { Page } from "playwright-core";

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** How far things moved since the page was opened without being asked to, and what moved most. */
export function layoutShifts(
  page: Page,
): Promise<{ readonly sum: number; readonly what: readonly string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const told = (entries: PerformanceEntryList) => {
          const shifts = (entries as unknown as Shift[]).filter(
            ({ hadRecentInput }) => !hadRecentInput,
          );
          // What lies in shadow roots is not named, only placed.
          const place = ({ x, y, width, height }: DOMRectReadOnly) =>
            [x, y, width, height].map(Math.round).join(" ");
          resolve({
            sum: shifts.reduce((sum, { value }) => sum + value, 0),
            what: shifts.flatMap(({ value, sources }) =>
              value < 0.005
                ? []
                : [
                    `${value.toFixed(3)} ${sources.map(({ previousRect, currentRect }) => `${place(previousRect)} → ${place(currentRect)}`).join("; ")}`,
                  ],
            ),
          });
        };
        const observer = new PerformanceObserver((list) => {
          told(list.getEntries());
          observer.disconnect();
        });
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => {
          told([]);
        }, 100);
      }),
  );
}
