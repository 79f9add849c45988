import * as v from "valibot";
import type { Unit } from "../model/unit.ts";
import { filledText, label, positiveDecimalText, texts } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { dropClaimed } from "./claimed-words.ts";

const schema: v.GenericSchema<unknown, Unit> = v.object(
  {
    code: filledText,
    label,
    dimension: filledText,
    factor: positiveDecimalText,
    aliases: texts,
  },
  "一行对象 / an object",
);

/** `data/units.json`. A spelling that two units claim is an issue: it could turn 吨 into 蒸吨. */
export function readUnits(sources: readonly ListSource[]): ReadList<Unit> {
  const list = readList(sources, schema, {
    field: "code",
    of: (unit) => unit.code,
  });
  return dropClaimed(list, (unit) => [unit.code, ...unit.aliases]);
}
