import { createContext } from "@lit/context";
import type { ProgressRow } from "../../model/progress.ts";
import type { Language } from "../../text/message.ts";
import type { Spell } from "../grid/find-cells.ts";
import type { EngineApi, StateInfo } from "../../worker/api.ts";
import type { Names } from "./names.ts";
import type { MonthChoice } from "./scope-period.ts";

/** What every view looks at: where, when, as of when, and which words rows must hold. */
export interface ViewScope extends MonthChoice {
  /** Region code; its direct children are included. Empty: everything. */
  readonly region: string;
  /** ISO day. */
  readonly asOf: string;
  /** Words of the search box, as typed. */
  readonly search: string;
  /** Spells Chinese for the search; null until somebody looks for letters. */
  readonly spell: Spell | null;
}

/** What the bar changes; the rest stays. */
export type ScopeChange = Partial<Omit<ViewScope, "spell">>;

export const engineContext = createContext<EngineApi>(Symbol("engine"));
export const languageContext = createContext<Language>(Symbol("language"));
export const namesContext = createContext<Names>(Symbol("names"));
export const scopeContext = createContext<ViewScope>(Symbol("scope"));
/** A new object after every change of the journal, so that views ask again. */
export const stateContext = createContext<StateInfo>(Symbol("state"));
/** True when grids are shown as plain tables, for screen readers. */
export const readerContext = createContext<boolean>(Symbol("reader"));
/** Rows as they would be, while somebody supposes values; null while nobody does. */
export const supposedContext = createContext<readonly ProgressRow[] | null>(
  Symbol("supposed"),
);
/** Who is working here; empty until they say. */
export const whoContext = createContext<string>(Symbol("who"));
