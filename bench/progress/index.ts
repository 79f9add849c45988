import type { Topic } from "../topic.ts";
import { keeping } from "./keeping.ts";

/** Statuses over many observations, kept up to date. */
export const progressTopic: Topic = {
  name: "progress",
  async *run(options, say) {
    yield await keeping(options, say);
  },
};
