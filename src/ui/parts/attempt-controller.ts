import { css, html, nothing, type ReactiveControllerHost } from "lit";
import { attemptTelling } from "../state/attempt.ts";
import type { Notice } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import { describe } from "../../text/words.ts";
import { issueList } from "./issue-list.ts";

/** The look of what an attempt came to. */
export const attemptStyles = css`
  .said {
    display: grid;
    gap: 6px;
    padding: 6px 8px;
    border-left: 3px solid var(--good);
    background: var(--good-soft);
  }
  .said.warning {
    border-left-color: var(--behind);
    background: var(--behind-soft);
  }
  .said.error {
    border-left-color: var(--far);
    background: var(--far-soft);
  }
`;

/**
 * What a person asks of the engine from a dialog, one thing at a time, and what
 * came of it: the corner of the window, where notices stand, lies behind it.
 * Buttons stay enabled meanwhile, so that the focus stays where it is.
 */
export class AttemptController {
  readonly #host: ReactiveControllerHost;
  #said: Notice | null = null;
  #busy = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** What is to be told, until the next attempt. */
  say(notice: Notice | null): void {
    this.#said = notice;
    this.#host.requestUpdate();
  }

  /** Does the work unless other work is in hand; a failure is told. */
  async do(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.say(null);
    await attemptTelling((notice) => {
      this.say(notice);
    }, work);
    this.#busy = false;
    this.#host.requestUpdate();
  }

  /** What was said last, with its issues. */
  told(names: Names) {
    if (this.#said === null) return nothing;
    const { tone, code, params, issues } = this.#said;
    return html`<div
      class="said ${tone}"
      role=${tone === "error" ? "alert" : "status"}
    >
      <p>${describe(code, params, names.language)}</p>
      ${issues.length === 0 ? nothing : issueList(issues, names)}
    </div>`;
  }
}
