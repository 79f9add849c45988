import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";

/** What is waited for: the words a person came for, not the frame around them. */
export type Useful = "empty" | "overview";

const wanted: Readonly<Record<Useful, readonly string[]>> = {
  empty: ["db-app", "db-empty", "button"],
  overview: ["db-app", "db-overview", ".behind table tbody tr"],
};

export interface FirstPaint {
  /** Milliseconds from the start of the navigation to the frame that shows it. */
  readonly useful: number;
  /** Milliseconds to the browser's own first contentful paint. */
  readonly contentful: number;
}

/** Opens the page anew, as from the address bar, and tells when it was of use. */
export async function firstPaint(
  context: BrowserContext,
  url: string,
  useful: Useful,
): Promise<FirstPaint> {
  const page = await context.newPage();
  // tsx keeps the names of functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name ??= (f) => f");
  await page.addInitScript(watch, wanted[useful]);
  await page.goto(url);
  await page.waitForFunction(() => "dabiaoUseful" in globalThis);
  const paint = await page.evaluate(() => ({
    useful: (globalThis as unknown as { dabiaoUseful: number }).dabiaoUseful,
    contentful:
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ??
      NaN,
  }));
  await page.close();
  return paint;
}

/** Runs in the page before anything else: looks through the shadow roots once a frame. */
function watch(path: readonly string[]): void {
  const found = (): boolean => {
    let root: Document | ShadowRoot = document;
    for (const [i, selector] of path.entries()) {
      const element: Element | null = root.querySelector(selector);
      if (element === null) return false;
      if (i === path.length - 1)
        return element.getBoundingClientRect().height > 0;
      if (element.shadowRoot === null) return false;
      root = element.shadowRoot;
    }
    return false;
  };
  const look = (): void => {
    requestAnimationFrame(() => {
      if (!found()) {
        look();
        return;
      }
      // What was there before this frame is on the screen after it.
      requestAnimationFrame((now) => {
        Object.assign(globalThis, { dabiaoUseful: now });
      });
    });
  };
  look();
}

export interface LoadedScript {
  readonly name: string;
  /** Bytes, gzip. */
  readonly size: number;
}

/** Listens for every script a page and its workers ask for. Call the result when all is loaded. */
export function scriptsOf(page: Page): () => Promise<readonly LoadedScript[]> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js"))
      asked.add(request.url());
  });
  return () => Promise.all([...asked].map(sizeOf));
}

/** Fetched once more: of an answer from the cache the browser gives no bytes. */
async function sizeOf(url: string): Promise<LoadedScript> {
  const answer = await fetch(url);
  const name = new URL(url).pathname.split("/").at(-1) ?? "";
  return {
    name: name.replace(/-[\w-]{8}\.js$/, ""),
    size: gzipSync(new Uint8Array(await answer.arrayBuffer()), { level: 9 })
      .length,
  };
}
