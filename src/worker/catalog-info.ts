import type { Catalog } from "../model/catalog.ts";
import { statuses } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import type { CatalogInfo } from "./catalog-api.ts";

/** The part of the code lists that the page shows. */
export function catalogInfo(
  catalog: Catalog,
  issues: readonly Issue[],
): CatalogInfo {
  return {
    indicators: [...catalog.indicators.values()].map(
      ({ code, label, unit, direction, decimals, formula, counts }) => ({
        code,
        label,
        unit,
        direction,
        decimals,
        topic: code.split(".")[0] ?? "",
        formula,
        ...(counts === undefined ? {} : { counts }),
      }),
    ),
    units: [...catalog.units.values()].map(({ code, label, dimension }) => ({
      code,
      label,
      dimension,
    })),
    regions: [...catalog.regions.values()].map(
      ({ code, parent, level, name, short, english }) => ({
        code,
        parent,
        level,
        name,
        short,
        english,
      }),
    ),
    targetRegions: [...new Set(catalog.targets.map(({ region }) => region))],
    statuses: statuses.map((code) => ({
      code,
      label: catalog.statusRules.labels[code],
    })),
    variants: catalog.variants.map(({ code, label }) => ({ code, label })),
    recordKinds: [...catalog.recordKinds.values()].map(
      ({ code, label, fields }) => ({
        code,
        label,
        fields: fields.map((field) => ({
          code: field.code,
          label: field.label,
          type: field.type,
        })),
      }),
    ),
    issues,
  };
}
