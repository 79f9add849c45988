import type { EngineApi, Refusal, StateInfo } from "../../worker/api.ts";
import type { CubeEdits } from "../grid/db-cube-grid.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";

/** Writes what was done in the data view to the journal, and tells what was not taken. */
export class DataChanges {
  constructor(
    private readonly host: EventTarget,
    private readonly engine: () => EngineApi,
    private readonly who: () => string,
  ) {}

  /** Runs a call that changes the journal. */
  async run(work: (engine: EngineApi, who: string) => Promise<StateInfo>) {
    await attempt(this.host, async () => {
      send(this.host, "db-changed", await work(this.engine(), this.who()));
    });
  }

  /** A setting of the journal; an empty text takes it away. */
  async set(name: string, text: string): Promise<void> {
    await this.run((engine, who) => engine.setSetting(name, text, who));
  }

  async edit({ edits, action }: CubeEdits): Promise<void> {
    const [only] = edits;
    if (only === undefined) return;
    await this.run(async (engine, who) => {
      if (edits.length > 1) {
        const { state: journal, refused } = await engine.editMany(
          edits,
          action,
          who,
        );
        if (refused.length > 0) this.#refused(refused);
        return journal;
      }
      const { state: journal, issues } = await engine.edit(
        only.key,
        only.text,
        who,
      );
      if (issues.length > 0)
        send(this.host, "db-notice", {
          tone: "warning",
          code: "ui.notice.edit_refused",
          params: { text: only.text },
          issues,
        });
      return journal;
    });
  }

  #refused(refused: readonly Refusal[]): void {
    send(this.host, "db-notice", {
      tone: "warning",
      code: "grid.refused",
      params: { n: refused.length },
      issues: refused.map(({ issue }) => issue),
    });
  }
}
