import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Failure, failureOf } from "./failure.ts";

/**
 * Asks the engine when what is asked changes, and keeps the last answer until
 * the next one is there. An answer that was overtaken is dropped.
 */
export class Question<
  Asked extends readonly unknown[],
  Answer,
> implements ReactiveController {
  answer: Answer | undefined;
  /** Why the last call did not come through; null when all is well. */
  failure: Failure | null = null;
  pending = false;
  #asked: Asked | undefined;
  #turn = 0;

  /** `what` gives the arguments, or null while there is nothing to ask. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly what: () => Asked | null,
    private readonly ask: (asked: Asked) => Promise<Answer>,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const asked = this.what();
    if (asked === null) {
      this.#turn += 1;
      this.#asked = undefined;
      this.answer = undefined;
      this.pending = false;
      return;
    }
    const before = this.#asked;
    if (before !== undefined && asked.every((part, i) => part === before[i]))
      return;
    this.#asked = asked;
    void this.#run(asked);
  }

  async #run(asked: Asked): Promise<void> {
    const turn = ++this.#turn;
    this.pending = true;
    this.failure = null;
    try {
      const answer = await this.ask(asked);
      if (turn === this.#turn) this.answer = answer;
    } catch (error) {
      if (turn === this.#turn) this.failure = failureOf(error);
    }
    if (turn !== this.#turn) return;
    this.pending = false;
    this.host.requestUpdate();
  }
}
