/*
 * npm run screenshots [-- OUT] [--only WORD] [--set full|sized|empty|odd] [--url URL]
 *
 * Takes pictures of every view of the built app, in both themes and languages,
 * full, empty and with odd sheets, at three sizes, and prints what is cut
 * without a tooltip and how far things jumped while they loaded.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { serveBuiltApp } from "./browser/built-app.ts";
import { openApp, openBrowser } from "./browser/page.ts";
import { cutTexts } from "./screenshots/cut-text.ts";
import {
  fillWithExamples,
  fillWithOddSheets,
  manyTargets,
} from "./screenshots/fill-app.ts";
import { layoutShifts } from "./screenshots/layout-shifts.ts";
import { settledPicture } from "./screenshots/settle.ts";
import {
  emptyShots,
  fullShots,
  oddShots,
  type Shot,
  sizedShots,
} from "./screenshots/shots.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    set: { type: "string", default: "" },
    looks: { type: "string", default: "" },
    url: { type: "string", default: "" },
  },
});
const out = positionals[0] ?? "test/shots";
/** Layout shift that nobody sees. */
const mostJump = 0.02;

interface Look {
  readonly theme: "light" | "dark";
  readonly language: "zh" | "en";
}
const looks: readonly Look[] = (["light", "dark"] as const)
  .flatMap((theme) =>
    (["zh", "en"] as const).map((language) => ({ theme, language })),
  )
  .filter(
    ({ theme, language }) =>
      values.looks === "" ||
      values.looks.split(",").includes(`${theme}-${language}`),
  );

interface Set {
  readonly name: string;
  readonly shots: readonly Shot[];
  readonly looks: readonly Look[];
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly fill: (page: Page) => Promise<void>;
}

const sets: readonly Set[] = [
  {
    name: "full",
    shots: fullShots,
    looks,
    width: 1366,
    height: 768,
    scale: 1,
    fill: fillWithExamples,
  },
  {
    name: "1920",
    shots: sizedShots,
    looks: looks.filter(
      ({ theme, language }) => (theme === "light") === (language === "zh"),
    ),
    width: 1920,
    height: 1080,
    scale: 1,
    fill: fillWithExamples,
  },
  {
    // A 1366 × 768 screen zoomed to 150 %, as projected.
    name: "zoom150",
    shots: sizedShots,
    looks: looks.filter(({ theme }) => theme === "light"),
    width: 911,
    height: 512,
    scale: 1.5,
    fill: fillWithExamples,
  },
  {
    name: "empty",
    shots: emptyShots,
    looks,
    width: 1366,
    height: 768,
    scale: 1,
    fill: () => Promise.resolve(),
  },
  {
    name: "odd",
    shots: oddShots,
    looks: looks.filter(
      ({ theme, language }) => (theme === "light") === (language === "zh"),
    ),
    width: 1366,
    height: 768,
    scale: 1,
    fill: async (page) => {
      await fillWithOddSheets(page);
      await importTargets(page);
    },
  },
];

async function importTargets(page: Page): Promise<void> {
  const { name, text } = manyTargets();
  await page.evaluate(() => {
    location.hash = "#/targets?tab=list";
  });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "导入目标…" }).click(),
  ]);
  await chooser.setFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await page.getByRole("button", { name: /^导入 \d+ 个目标/ }).click();
  await page.waitForTimeout(1500);
}

const own = values.url === "" ? await serveBuiltApp() : null;
const url = own?.url ?? values.url;
process.env["CHROME_BIN"] ??= "/usr/bin/chromium";
const browser = await openBrowser();
let taken = 0;
try {
  for (const set of sets)
    if (values.set === "" || values.set.split(",").includes(set.name))
      await take(set);
} finally {
  await browser.close();
  await own?.stop();
}
console.log(`${taken} pictures in ${out}`);

async function take(set: Set): Promise<void> {
  const shots = set.shots.filter(
    ({ name }) => values.only === "" || values.only.split(",").includes(name),
  );
  if (shots.length === 0) return;
  const { page, errors } = await openApp(browser, { ...set, url });
  // What tsx calls in functions that are handed to the page.
  await page.addInitScript("globalThis.__name = (f) => f");
  await set.fill(page);
  for (const { theme, language } of set.looks) {
    await page.evaluate(
      (preferences) => {
        localStorage.setItem("dabiao.preferences", JSON.stringify(preferences));
      },
      { theme, language, who: "", reader: false },
    );
    const folder = join(out, set.name);
    await mkdir(folder, { recursive: true });
    for (const shot of shots) {
      const name = `${shot.name}.${theme}-${language}`;
      try {
        await page.goto("about:blank");
        await page.goto(`${url}#/${shot.route}`);
        await page.locator("main > *").first().waitFor();
        await settledPicture(page);
        const jumped = await layoutShifts(page);
        await shot.act?.(page);
        await writeFile(
          join(folder, `${name}.png`),
          await settledPicture(page),
        );
        taken++;
        const cut = await cutTexts(page);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth,
        );
        const jumps = jumped.sum > mostJump ? jumped.what : [];
        if (cut.length + jumps.length + errors.length > 0 || wide)
          console.log(
            [
              `${set.name}/${name}${wide ? " · wider than the window" : ""}`,
              ...jumps.map((text) => `  jumped ${text}`),
              ...cut.map((text) => `  cut ${text}`),
              ...errors.map((text) => `  error ${text}`),
            ].join("\n"),
          );
        (errors as string[]).length = 0;
        if (shot.prints === true && theme === "light" && set.name === "full")
          await writeFile(
            join(folder, `${name}.pdf`),
            await page.pdf({ preferCSSPageSize: true, printBackground: true }),
          );
      } catch (error) {
        console.log(
          `${set.name}/${name} · not taken: ${String(error).slice(0, 300)}`,
        );
      }
    }
  }
  await page.context().close();
}
