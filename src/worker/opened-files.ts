import type { Reading } from "../engine.ts";
import type { Knowledge } from "../knowledge.ts";
import type { JournalStore } from "../dataset/store.ts";
import type { Sha256 } from "../model/codes.ts";
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
    const reading = known ?? this.#read(sha, file);
    this.#readings.delete(sha);
    this.#readings.set(sha, reading);
    reading.catch(() => this.#readings.delete(sha));
    for (const [oldest] of this.#readings) {
      if (this.#readings.size <= most) break;
      this.#readings.delete(oldest);
    }
    return reading;
  }
  async #read(sha: Sha256, file: string): Promise<Reading | null> {
    const bytes = await this.store.getBlob(sha);
    if (bytes === null) return null;
    const { read } = await import("../engine.ts");
    return read(this.knowledge, file, bytes);
  }
}
