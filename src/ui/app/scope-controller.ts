import type { StateInfo } from "../../worker/api.ts";
import { localDay } from "../format/time-text.ts";
import { loadPinyin } from "../grid/pinyin.ts";
import type { ScopeChange, ViewScope } from "../state/contexts.ts";
import { mayBePinyin } from "../state/search.ts";
import {
  chosenAfter,
  type ChosenScope,
  keepChosenScope,
  loadChosenScope,
} from "./chosen-scope.ts";
import { dayOfExamples } from "./import-notice.ts";

export interface ScopeHost {
  /** There is another scope to look at. */
  readonly look: (scope: ViewScope) => void;
  readonly failed: (error: unknown) => void;
}

/** What all views look at: what a person chose, and the rest from the data. */
export class ScopeController {
  scope: ViewScope;
  #chosen: ChosenScope = loadChosenScope();
  /** Null before the journal is open. */
  #journal: StateInfo | null = null;
  /** True while the day is the examples' and nobody chose it. */
  #examplesDay = false;

  constructor(private readonly host: ScopeHost) {
    const { region, month, toDate } = this.#chosen;
    this.scope = { region, asOf: "", search: "", spell: null, month, toDate };
  }

  /** Takes in the facts of the journal; the day follows the data until one was chosen. */
  follow(journal: StateInfo): void {
    this.#journal = journal;
    this.#show({});
  }

  /** True when another month is looked at, which outweighs a period chosen in a view. */
  change(change: ScopeChange): boolean {
    const before = this.#chosen;
    this.#chosen = chosenAfter(before, this.scope, change);
    if (this.#chosen.day !== before.day) this.#examplesDay = false;
    keepChosenScope(this.#chosen);
    const { search } = change;
    if (search !== undefined && mayBePinyin(search)) this.#spell();
    this.#show(search === undefined ? {} : { search });
    return (
      this.#chosen.month !== before.month ||
      this.#chosen.toDate !== before.toDate
    );
  }

  /** After an import: the day of the examples when `examples` are what was stored, else what it was. Gives it, null for none. */
  imported(journal: StateInfo, examples: boolean): string | null {
    if (this.#examplesDay) this.#chooseDay(null);
    const day = examples
      ? dayOfExamples(journal, this.#chosen.day !== null)
      : null;
    if (day !== null) this.#chooseDay(day);
    this.#examplesDay = day !== null;
    return day;
  }

  #chooseDay(day: string | null): void {
    this.#chosen = { ...this.#chosen, day };
    keepChosenScope(this.#chosen);
  }

  #spell(): void {
    if (this.scope.spell !== null) return;
    loadPinyin()
      .then((spell) => {
        this.#show({ spell });
      })
      .catch(this.host.failed);
  }

  #show(more: Partial<ViewScope>): void {
    const { region, month, toDate, day } = this.#chosen;
    const asOf = day ?? this.#journal?.latestDay ?? localDay(Date.now());
    const next = { ...this.scope, ...more, region, month, toDate, asOf };
    const same = (Object.keys(next) as (keyof ViewScope)[]).every(
      (part) => next[part] === this.scope[part],
    );
    if (same) return;
    this.scope = next;
    this.host.look(next);
  }
}
