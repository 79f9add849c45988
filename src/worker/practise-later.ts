import type { Knowledge } from "../knowledge.ts";
import type { practise } from "./practice.ts";

/**
 * Loads recognition and practises it, a step at a time: a step that gives a
 * promise is done when that is kept. Where it cannot be loaded nothing is
 * practised; whoever needs it next is told.
 */
export function* practiseLater(knowledge: Knowledge): Generator<unknown, void> {
  const loaded: { practise?: typeof practise } = {};
  yield import("./practice.ts").then(
    (code) => {
      loaded.practise = code.practise;
    },
    () => undefined,
  );
  if (loaded.practise !== undefined) yield* loaded.practise(knowledge);
}
