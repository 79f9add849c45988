import * as v from "valibot";
import type { MeasureWord } from "../model/catalog.ts";
import { measures } from "../model/observation.ts";
import { filledText, oneOf } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";

const schema: v.GenericSchema<unknown, MeasureWord> = v.object(
  {
    text: filledText,
    measure: oneOf(measures),
    as: oneOf(["percent", "points", "absolute", "any"]),
  },
  "一行对象 / an object",
);

/** `data/measures.json`. */
export function readMeasureWords(
  sources: readonly ListSource[],
): ReadList<MeasureWord> {
  return readList(sources, schema, {
    field: "text",
    of: (word) => word.text,
  });
}
