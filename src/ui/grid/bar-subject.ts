import { paramWords } from "../format/param-words.ts";
import type { Spot } from "./areas.ts";
import type { BarSubject } from "./db-formula-bar.ts";
import type { Item } from "./sheet.ts";
import type { Say, SheetView } from "./sheet-view.ts";

/** What the formula bar says about a cell. */
export function barSubject(view: SheetView, spot: Spot, say: Say): BarSubject {
  const cell = view.cell(spot);
  const item = view.series(spot)?.item ?? null;
  const formula = item === null ? "" : formulaOf(view, item, say);
  return {
    address: view.address(spot),
    text: view.exact(spot),
    unit: item === null ? "" : view.names.unit(item.unit),
    source:
      cell === null || cell.computed === true
        ? ""
        : cell.source < 0
          ? say("grid.bar.typed")
          : view.source(cell),
    original: cell === null ? "" : view.original(cell),
    formula: formula === "" ? "" : say("grid.bar.formula", { formula }),
    editable: view.key(spot) !== null && cell?.computed !== true,
  };
}

/** How a figure is computed, in words; empty for those that are stated. */
function formulaOf({ names }: SheetView, item: Item, say: Say): string {
  switch (item.measure) {
    case "actual": {
      const formula = names.indicatorInfo(item.indicator)?.formula ?? "";
      return formula === ""
        ? ""
        : String(paramWords("", { formula }, names)["formula"]);
    }
    case "previous":
    case "change":
    case "changeRate":
    case "completion":
    case "rank":
    case "changeRank":
      return say(`grid.formula.${item.measure}`);
    default:
      return "";
  }
}
