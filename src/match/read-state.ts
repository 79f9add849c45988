import type { Catalog, LedgerState } from "../model/catalog.ts";
import { fold, normalise } from "./normalise.ts";

/**
 * Reads a cell as a ledger state. Only the whole text counts, less a remark in
 * brackets and the full stop: 未完成 holds 完成 and is none.
 */
export function createStateReader(
  catalog: Catalog,
): (text: string) => LedgerState | null {
  const known = new Map<string, LedgerState>();
  for (const state of catalog.ledgerStates)
    for (const text of [
      state.code,
      state.label.zh,
      state.label.en,
      ...state.aliases,
    ])
      if (!known.has(plain(text))) known.set(plain(text), state);
  return (text) => {
    const whole = plain(text);
    return (
      known.get(whole) ?? known.get(whole.replace(/\([^()]*\)$/, "")) ?? null
    );
  };
}

function plain(text: string): string {
  return fold(normalise(text)).replace(/[。.;,、]+$/, "");
}
