import * as v from "valibot";
import type { Placeholder } from "../model/catalog.ts";
import { filledText, flag, label } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";

const schema: v.GenericSchema<unknown, Placeholder> = v.object(
  { text: filledText, reason: label, excluded: flag },
  "一行对象 / an object",
);

/** `data/placeholders.json`. */
export function readPlaceholders(
  sources: readonly ListSource[],
): ReadList<Placeholder> {
  return readList(sources, schema, {
    field: "text",
    of: (placeholder) => placeholder.text,
  });
}
