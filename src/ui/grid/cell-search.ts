import type { CellEdit, EditAction } from "../../worker/api.ts";
import type { Spot } from "./areas.ts";
import type { FindRequest } from "./db-find-bar.ts";
import { Finding } from "./finding.ts";
import type { SheetView } from "./sheet-view.ts";

export interface CellSearchHost {
  readonly view: () => SheetView;
  readonly active: () => Spot | null;
  readonly edit: (edits: readonly CellEdit[], action: EditAction) => void;
  /** A cell was found and is to be looked at. */
  readonly show: (spot: Spot) => void;
  /** All were replaced, this many. */
  readonly replaced: (n: number) => void;
  /** The counts changed. */
  readonly counted: () => void;
}

/** Does what the find bar asks. */
export class CellSearch {
  readonly #finding = new Finding();

  constructor(private readonly host: CellSearchHost) {}

  /** Place of the last find, from 1; 0 before the first. */
  get at(): number {
    return this.#finding.at;
  }

  get found(): number {
    return this.#finding.found;
  }

  async run({ does, what, by }: FindRequest): Promise<void> {
    const { host } = this;
    if (does === "one" || does === "all") this.#replace(does, what, by);
    const to = await this.#finding.look(
      host.view(),
      what,
      does === "look" || does === "all" ? null : host.active(),
      does === "previous",
    );
    if (to !== null && does !== "all") host.show(to);
    host.counted();
  }

  #replace(does: "one" | "all", what: string, by: string): void {
    const { host } = this;
    const view = host.view();
    const found = this.#finding.replacements(
      view,
      what,
      by,
      does === "one" ? host.active() : null,
    );
    host.edit(
      found.map(({ spot, text }) => ({
        key: view.key(spot) ?? "",
        unit: view.series(spot)?.item.unit ?? "",
        text,
      })),
      "replace",
    );
    if (does === "all") host.replaced(found.length);
  }
}
