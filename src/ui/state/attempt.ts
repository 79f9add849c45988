import { send } from "./events.ts";
import { failureNotice } from "./failure.ts";

/**
 * Does what an element asks of the engine and what may fail in a way nobody
 * foresaw; that is told in the corner of the window. A dialog lies over it:
 * there `AttemptController` tells.
 */
export async function attempt(
  element: EventTarget,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    tellFailure(element, error);
  }
}

export function tellFailure(element: EventTarget, error: unknown): void {
  send(element, "db-notice", failureNotice(error));
}
