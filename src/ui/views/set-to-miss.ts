import { decimalNumber, decimalOf, roundDecimal } from "../../model/decimal.ts";
import type { ProgressRow } from "../../model/progress.ts";
import { isOpen, type Standpoint } from "./target-window.ts";

/** Why an open target is taken to be missed: it is out of reach, or its forecast lies on the wrong side. */
export type MissReason = "outOfReach" | "forecast";

/** Null when nothing says so; a target without a forecast may still be missed. A forecast is judged rounded, as its figure will be. */
export function setToMiss(
  row: ProgressRow,
  from: Standpoint,
): MissReason | null {
  if (row.targetId === null || !isOpen(row, from)) return null;
  if (row.remaining.kind === "outOfReach") return "outOfReach";
  const { forecast, target, comparator, decimals } = row;
  if (forecast === null || target === null) return null;
  const judged =
    decimals === null
      ? forecast
      : decimalNumber(roundDecimal(decimalOf(forecast), decimals));
  return holds(judged, comparator, target) ? null : "forecast";
}

function holds(value: number, comparator: string, goal: number): boolean {
  switch (comparator) {
    case "<=":
      return value <= goal;
    case ">=":
      return value >= goal;
    case "<":
      return value < goal;
    case ">":
      return value > goal;
    default:
      return value === goal;
  }
}
