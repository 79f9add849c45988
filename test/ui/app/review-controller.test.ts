import { expect, it } from "vitest";
import { ReviewController } from "../../../src/ui/app/review-controller.ts";
import type { EngineApi, WorkProgress } from "../../../src/worker/api.ts";

it("is not busy again when progress arrives after the result", async () => {
  let late: ((progress: WorkProgress) => void) | undefined;
  const engine: Pick<EngineApi, "review"> = {
    review: (_files, _assume, onProgress) => {
      late = onProgress;
      return Promise.resolve({
        id: "1",
        files: [],
        questions: [],
        answered: [],
        unsaved: 0,
        cancelled: false,
      });
    },
  };
  const controller = new ReviewController(
    {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    },
    () => engine as EngineApi,
  );
  await controller.start([]);
  expect(controller.work).toBe(null);
  late?.({ done: 0, total: 1, doing: "worker.reading", file: "a.xlsx" });
  expect(controller.work).toBe(null);
  expect(controller.review?.id).toBe("1");
});
