import * as v from "valibot";
import type { LedgerState } from "../model/catalog.ts";
import { dropClaimed } from "./claimed-words.ts";
import { filledText, flag, label, texts } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";

const schema: v.GenericSchema<unknown, LedgerState> = v.object(
  { code: filledText, label, aliases: texts, done: flag },
  "一行对象 / an object",
);

/** `data/ledger-states.json`. */
export function readLedgerStates(
  sources: readonly ListSource[],
): ReadList<LedgerState> {
  const list = readList(sources, schema, {
    field: "code",
    of: (state) => state.code,
  });
  return dropClaimed(list, (state) => [state.code, ...state.aliases]);
}
