import { airRanking } from "./air-ranking.ts";
import { binding } from "./binding.ts";
import { emissionCuts } from "./emission-cuts.ts";
import { enforcement } from "./enforcement.ts";
import { ledger } from "./ledger.ts";
import { monthly } from "./monthly.ts";
import type { Template } from "./template.ts";
import { wasteSorting } from "./waste-sorting.ts";
import { waterSections } from "./water-sections.ts";

/** Every shipped template, in the order it is listed. */
export const allTemplates: readonly Template[] = [
  monthly,
  binding,
  airRanking,
  waterSections,
  emissionCuts,
  wasteSorting,
  ledger,
  enforcement,
];

/** The text of `templates/index.json`. */
export function templateIndex(): string {
  const rows = allTemplates.map(({ id, file, title, description }) => ({
    id,
    file,
    title,
    description,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
