import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Asks the engine when what is asked changes, and keeps the last answer until
 * the next one is there. An answer that was overtaken is dropped.
 */
export class Question<
  Asked extends readonly unknown[],
  Answer,
> implements ReactiveController {
  answer: Answer | undefined;
  /** The sentence of a failed call; empty when all is well. */
  failure = "";
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
    this.failure = "";
    try {
      const answer = await this.ask(asked);
      if (turn === this.#turn) this.answer = answer;
    } catch (error) {
      if (turn === this.#turn)
        this.failure = error instanceof Error ? error.message : String(error);
    }
    if (turn !== this.#turn) return;
    this.pending = false;
    this.host.requestUpdate();
  }
}
