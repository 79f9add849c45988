import type { Params } from "../../model/issue.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import type { Notice } from "./events.ts";

/** A call that did not come through, as a sentence to show. */
export interface Failure {
  readonly code: UiCode;
  readonly params: Params;
}

/** What browsers call the failures that a person can do something about. */
const known: Readonly<Record<string, UiCode>> = {
  QuotaExceededError: "ui.failure.storage_full",
  InvalidStateError: "ui.failure.storage_closed",
  TransactionInactiveError: "ui.failure.storage_closed",
  AbortError: "ui.failure.storage_refused",
  UnknownError: "ui.failure.storage_refused",
  NotReadableError: "ui.failure.file_unreadable",
  NotFoundError: "ui.failure.file_unreadable",
};

/** Errors from the worker keep their name on the way, so they are told apart by it. */
export function failureOf(error: unknown): Failure {
  const { name, message } =
    error instanceof Error ? error : { name: "", message: String(error) };
  return {
    code:
      known[name] ??
      (/dynamically imported module|module script/i.test(message)
        ? "ui.failure.app_changed"
        : "ui.notice.failed"),
    params: { why: message },
  };
}

export function failureNotice(error: unknown): Notice {
  return { tone: "error", ...failureOf(error), issues: [] };
}
