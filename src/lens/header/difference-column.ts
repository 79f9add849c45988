import { CERTAIN } from "../certain.ts";
import type { Head } from "./head.ts";
import { sameGroup } from "./same-group.ts";

/** True for a change without a unit in the group of another one in %. */
export function isDifference(index: number, columns: readonly Head[]): boolean {
  const here = columns[index];
  if (here === undefined || !isChange(here) || statesUnit(here)) return false;
  const leaf = here.texts.at(-1) ?? "";
  if (!/增减|变化|变动|升降|差/.test(leaf) || /率|幅|比例/.test(leaf))
    return false;
  return [index - 1, index + 1].some((at) => {
    const other = columns[at];
    return (
      other !== undefined &&
      sameGroup(here, other) &&
      isChange(other) &&
      statesUnit(other) &&
      other.facets.unit[0]?.value === "%"
    );
  });
}

/** False for a unit that the words only imply. */
function statesUnit({ facets }: Head): boolean {
  return (facets.unit[0]?.confidence ?? 0) >= CERTAIN;
}

function isChange({ facets }: Head): boolean {
  const measure = facets.measure[0]?.value;
  return measure === "change" || measure === "changeRate";
}
