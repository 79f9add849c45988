import { type Knowledge, read, type Reading } from "../engine.ts";
import type { JournalStore } from "../dataset/store.ts";
import type { Source } from "../model/observation.ts";

/** Files kept open at most: the same few are looked into again and again. */
const most = 3;

/** Stored files as recognised, the last few kept so that the next look is at once. */
export class OpenedFiles {
  readonly #readings = new Map<string, Promise<Reading | null>>();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly store: JournalStore,
  ) {}

  /** Null when the file was not kept. */
  open({ sha, file }: Source): Promise<Reading | null> {
    const known = this.#readings.get(sha);
    const reading =
      known ??
      this.store
        .getBlob(sha)
        .then((bytes) =>
          bytes === null ? null : read(this.knowledge, file, bytes),
        );
    this.#readings.delete(sha);
    this.#readings.set(sha, reading);
    reading.catch(() => this.#readings.delete(sha));
    for (const [oldest] of this.#readings) {
      if (this.#readings.size <= most) break;
      this.#readings.delete(oldest);
    }
    return reading;
  }
}
