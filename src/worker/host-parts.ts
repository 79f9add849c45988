import type { JournalStore } from "../dataset/store.ts";
import type { RawLists } from "../model/catalog.ts";
import type { Recalculate } from "../report/fill-template.ts";
import type { Asset, ShippedTemplate } from "./assets.ts";

/** What the host is given, so that it runs in a worker and in a test alike. */
export interface HostParts {
  readonly store: JournalStore;
  readonly lists: RawLists;
  readonly examples: readonly Asset[];
  readonly templates: readonly ShippedTemplate[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly recalculate?: Recalculate;
}
