import { median } from "../statistics.ts";
import type { BenchOptions } from "../options.ts";
import type { Section } from "../topic.ts";
import { type BenchApp, openData } from "./app.ts";

interface Pasted {
  /** Milliseconds from the paste until the journal's entry is stored. */
  readonly stored: number;
  /** Until the cells in sight show the new figures. */
  readonly shown: number;
}

/** Pastes a block of text over as many figures that the journal holds. */
export async function pasting(
  app: BenchApp,
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const size = quick ? { rows: 20, columns: 50 } : { rows: 200, columns: 50 };
  const page = await openData(app);
  say("filling the journal");
  await page.evaluate(async ({ rows, columns }) => {
    const app = document.querySelector("db-app");
    const { engine } = app as unknown as {
      engine: {
        editMany(
          edits: readonly object[],
          action: string,
          who: string,
        ): Promise<{ state: object }>;
      };
    };
    const edits = [];
    for (let r = 0; r < rows; r += 1)
      for (let c = 0; c < columns; c += 1) {
        const month = String((c % 12) + 1).padStart(2, "0");
        const year = String(2015 + Math.floor(c / 12));
        edits.push({
          key: `air.pm25|140100|${year}-${month}|actual|v${String(r)}|`,
          text: String(30 + ((r + c) % 40)),
          unit: "μg/m3",
        });
      }
    const { state } = await engine.editMany(edits, "paste", "");
    app?.dispatchEvent(new CustomEvent("db-changed", { detail: state }));
    location.hash = "#/data?region=140100&indicator=air.pm25";
  }, size);
  const first = page.locator('[row-id$="|v0|@140100"] [col-id="p:2015-01"]');
  await first.waitFor({ state: "attached" });
  await page.locator(".ag-grid-viewport").evaluate((viewport) => {
    viewport.scrollTo(0, 0);
  });
  const found: Pasted[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}: pasting`);
    await first.click();
    await page.waitForTimeout(1500);
    found.push(
      await page.locator("db-cube-grid").evaluate(
        async (element, { rows, columns, add }) => {
          const root = element.shadowRoot;
          const field = root?.querySelector(".cell-input");
          const { selection } = element as unknown as {
            selection: { active: { row: number; column: number } };
          };
          if (root == null || field == null)
            throw new Error("there is no grid");
          const text = Array.from({ length: rows }, (_, r) =>
            Array.from({ length: columns }, (_column, c) =>
              String(30 + ((r + c + add) % 40)),
            ).join("\t"),
          ).join("\r\n");
          const cell = root.querySelector<HTMLElement>(
            `[row-index="${String(selection.active.row)}"] [col-id="p:2015-01"]`,
          );
          const app = document.querySelector("db-app");
          const { engine } = app as unknown as {
            engine: { editMany: (...args: unknown[]) => Promise<unknown> };
          };
          const real = engine.editMany;
          let stored = 0;
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const from = performance.now();
          engine.editMany = async (...args) => {
            const result = await real(...args);
            stored = performance.now() - from;
            return result;
          };
          field.dispatchEvent(
            new ClipboardEvent("paste", {
              clipboardData,
              bubbles: true,
              cancelable: true,
              composed: true,
            }),
          );
          const wanted = String(30 + (add % 40));
          await new Promise<void>((resolve) => {
            const look = () => {
              if (stored > 0 && cell?.innerText === wanted) resolve();
              else requestAnimationFrame(look);
            };
            look();
          });
          engine.editMany = real;
          return { stored, shown: performance.now() - from };
        },
        { ...size, add: round * 7 },
      ),
    );
  }
  await page.context().close();
  const shown = found.map((one) => one.shown);
  const stored = found.map((one) => one.stored);
  const cells = size.rows * size.columns;
  return {
    title: `Pasting ${cells.toLocaleString("en")} cells`,
    table: {
      head: ["", "Median, ms", "Worst, ms"],
      rows: [
        ["Until the journal's entry is stored", ...both(stored)],
        ["Until the cells show it", ...both(shown)],
      ],
    },
    notes: [
      "Text of the clipboard in, one entry of the journal in IndexedDB and the figures on screen out.",
    ],
    demands: [
      {
        what: "Paste including journal",
        value: median(shown),
        unit: " ms",
        sense: "atMost",
        limit: 300,
      },
    ],
    data: found,
    crashes: [],
  };
}

function both(values: readonly number[]): readonly string[] {
  return [median(values).toFixed(0), Math.max(...values).toFixed(0)];
}
