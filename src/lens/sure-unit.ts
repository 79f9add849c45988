import type { UnitCode } from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";

/** The unit the words state, not one they only imply (比例 is mostly %). */
export function sureUnit({ unit }: Facets): Guess<UnitCode> | undefined {
  const [best] = unit;
  return best !== undefined && best.confidence >= CERTAIN ? best : undefined;
}
