import type { Topic } from "../topic.ts";
import { startApp } from "./app.ts";
import { pasting } from "./pasting.ts";
import { scrolling } from "./scrolling.ts";
import { typing } from "./typing.ts";

/** The grid of the built app in a headless Chromium: scrolling, keys, a large paste. */
export const gridTopic: Topic = {
  name: "grid",
  async *run(options, say) {
    say("building the app");
    const app = await startApp();
    try {
      yield await scrolling(app, options, say);
      yield await typing(app, options, say);
      yield await pasting(app, options, say);
    } finally {
      await app.close();
    }
  },
};
