import type { CubeCell } from "../../worker/api.ts";
import { exactText } from "../format/figure.ts";

/** Id of a column of figures in `SheetView.ids`. */
export const figureId = (column: string): string => `p:${column}`;

/** All that is known of a figure as it is typed: digits, a placeholder, or nothing. */
export function typedText(cell: CubeCell | null): string {
  if (cell === null) return "";
  return cell.value === null ? cell.missing : exactText(cell.value);
}
