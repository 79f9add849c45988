import { type Notice, send } from "./events.ts";
import { failureNotice } from "./failure.ts";

/** Does what may fail in a way nobody foresaw; `tell` is told of it. */
export async function attemptTelling(
  tell: (notice: Notice) => void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(failureNotice(error));
  }
}

/**
 * Does what an element asks of the engine; a failure is told in the corner of
 * the window. A dialog lies over it: there `AttemptController` tells.
 */
export function attempt(
  element: EventTarget,
  work: () => Promise<void>,
): Promise<void> {
  return attemptTelling((notice) => {
    send(element, "db-notice", notice);
  }, work);
}

export function tellFailure(element: EventTarget, error: unknown): void {
  send(element, "db-notice", failureNotice(error));
}
