import type { Notice } from "../state/events.ts";

/** Said when the browser could not draw a picture. */
export const pictureFailed: Notice = {
  tone: "error",
  code: "views.picture.failed",
  params: {},
  issues: [],
};
