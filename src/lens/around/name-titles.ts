import type { Facets } from "../../model/facets.ts";
import type { SheetContext } from "../bind-context.ts";

/** The name of a file without folders and extension. */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

/** What stands for a title where there is none: the nearer name of sheet and file that says something of figures, or both. */
export function nameTitles({ matcher, sheet, file }: SheetContext): string[] {
  const names = [baseName(file), sheet.name];
  const saying = names.filter((text) => saysWhat(matcher.read(text)));
  return saying.length > 0 ? saying.slice(-1) : names;
}

/** True for words about figures: an indicator, a statistic, a base year or a version. */
function saysWhat({ indicator, measure, base, variant }: Facets): boolean {
  return indicator.length + measure.length + base.length + variant.length > 0;
}
