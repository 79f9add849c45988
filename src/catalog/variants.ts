import * as v from "valibot";
import type { Variant } from "../model/catalog.ts";
import { dropClaimed } from "./claimed-words.ts";
import { filledText, label, texts } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";

const schema: v.GenericSchema<unknown, Variant> = v.object(
  { code: filledText, label, aliases: texts },
  "一行对象 / an object",
);

/** `data/variants.json`. */
export function readVariants(
  sources: readonly ListSource[],
): ReadList<Variant> {
  const list = readList(sources, schema, {
    field: "code",
    of: (variant) => variant.code,
  });
  return dropClaimed(list, (variant) => variant.aliases);
}
