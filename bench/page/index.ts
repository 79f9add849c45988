import type { Topic } from "../topic.ts";
import { openChromium } from "./chromium.ts";
import { paints, sizes } from "./loading.ts";
import { serveApp } from "./served-app.ts";

/** The built app in a Chromium: how much it loads, and how soon it is of use. */
export const pageTopic: Topic = {
  name: "page",
  async *run(options, say) {
    const app = await serveApp();
    try {
      const browser = await openChromium();
      try {
        yield await sizes(browser, app.url);
        yield await paints(browser, app.url, options, say);
      } finally {
        await browser.close();
      }
    } finally {
      await app.close();
    }
  },
};
