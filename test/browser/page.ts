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
    args: [
      "--no-sandbox",
      "--disable-gpu",
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
  } = {},
): Promise<AppPage> {
  const { width = 1366, height = 768, dark = false, path = "" } = options;
  const url = inject("appUrl");
  const context = await browser.newContext({
    viewport: { width, height },
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
