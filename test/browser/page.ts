import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { inject } from "vitest";

/** One Chromium for a test file; pages are made fresh, each with its own storage. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROME_BIN"];
  if (executablePath === undefined)
    throw new Error("CHROME_BIN is not set: run the tests with npm test");
  return chromium.launch({
    executablePath,
    headless: true,
    // Office screens have scroll bars that take room.
    ignoreDefaultArgs: ["--hide-scrollbars"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface AppPage {
  readonly page: Page;
  /** Errors the page logged or threw; a test ends with none. */
  readonly errors: readonly string[];
  /** Requests to anywhere but the app's own server; there must be none. */
  readonly foreign: readonly string[];
}

export async function openApp(
  browser: Browser,
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly dark?: boolean;
    readonly path?: string;
    /** Device pixels to a CSS pixel: how far the browser is zoomed. */
    readonly scale?: number;
    /** Where the app is served; unless said, where the browser tests serve it. */
    readonly url?: string;
  } = {},
): Promise<AppPage> {
  const {
    width = 1366,
    height = 768,
    dark = false,
    path = "",
    scale = 1,
    url = inject("appUrl"),
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? "dark" : "light",
    locale: "zh-CN",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address))
      foreign.push(address);
  });
  await page.goto(url + path);
  return { page, errors, foreign };
}

/** Drops files from disk onto the window, as a person drags them from a folder. */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      base64: (await readFile(path)).toString("base64"),
    })),
  );
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(
        new DragEvent(type, {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
          composed: true,
        }),
      );
  }, files);
}

/** A file that lies nowhere, to drop or to choose. */
export interface MadeFile {
  readonly name: string;
  readonly text: string;
}

/** Drops files made of text. */
export async function dropTexts(
  page: Page,
  files: readonly MadeFile[],
): Promise<void> {
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped)
      transfer.items.add(new File([text], name));
    document.body.dispatchEvent(
      new DragEvent("drop", {
        dataTransfer: transfer,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }, files);
}

/** Goes to a view by its word on the rail. */
export async function go(page: Page, view: string): Promise<void> {
  await page.getByRole("link", { name: view, exact: true }).click();
}

export async function setAsOf(page: Page, day: string): Promise<void> {
  await page.getByLabel("截至").fill(day);
  await page.getByLabel("截至").press("Tab");
}

/** Evaluated over the debugging protocol: the page's own policy lets no inline script in. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds wrong with the page as it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run: (options: object) => Promise<AxeResult> };
      }
    ).axe.run({ resultTypes: ["violations"] }),
  );
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`,
  );
}

/** Confirms the open review and waits until the figures are stored. */
export async function confirmImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.getByText(/^已导入/).waitFor();
}

export async function importExamples(page: Page): Promise<void> {
  await page.getByRole("button", { name: "打开示例" }).click();
  await confirmImport(page);
}

/** The text of every cell of the grid row whose cells hold these words. */
export async function gridRow(
  page: Page,
  ...words: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const rows = page.locator("[role=row][row-index]");
  await rows.first().waitFor();
  // Pinned and scrolling cells of one row lie in different containers.
  const found = await rows.evaluateAll((elements) => {
    const byIndex: Record<string, Record<string, string>> = {};
    for (const element of elements) {
      const cells = (byIndex[element.getAttribute("row-index") ?? ""] ??= {});
      for (const cell of element.querySelectorAll<HTMLElement>(
        "[role=gridcell]",
      ))
        cells[cell.getAttribute("col-id") ?? ""] = cell.innerText.trim();
    }
    return Object.values(byIndex);
  });
  const match = found.find((cells) => {
    const text = Object.values(cells).join(" ");
    return words.every((word) => text.includes(word));
  });
  if (match !== undefined) return match;
  throw new Error(`no row of the grid shows ${words.join(", ")}`);
}

/** All text of an element, through the shadow roots below it. */
export function shownText(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return "";
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
      const roots = [
        ...(node instanceof Element && node.shadowRoot !== null
          ? [node.shadowRoot]
          : []),
        ...node.childNodes,
      ];
      return roots.map(read).join(" ");
    };
    return read(element);
  });
}
