import type { Catalog } from "../model/catalog.ts";
import { formulaName } from "../model/indicator.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Language } from "../text/message.ts";
import type { Labels } from "../text/spoken.ts";

/** The labels of a catalog; a code it does not hold stays as it is. */
export function labelsOf(catalog: Catalog): Labels {
  const byFormulaName = new Map(
    [...catalog.indicators.values()].map((indicator) => [
      formulaName(indicator.code),
      indicator.label,
    ]),
  );
  return {
    indicator: (code, language) =>
      catalog.indicators.get(code)?.label[language] ?? code,
    region: (code, language) => {
      const region = catalog.regions.get(code);
      if (region === undefined) return code;
      return language === "en" && region.english !== ""
        ? region.english
        : region.name;
    },
    unit: (code, language) =>
      code === "1" ? "" : (catalog.units.get(code)?.label[language] ?? code),
    status: (code, language) => catalog.statusRules.labels[code][language],
    formulaName: (name, language) =>
      byFormulaName.get(name)?.[language] ?? name,
  };
}

/** A unit as it stands behind a figure: `%` and Chinese close up, other units behind a space; empty for pure numbers. */
export function unitSuffix(
  labels: Labels,
  unit: UnitCode,
  language: Language,
): string {
  const label = labels.unit(unit, language);
  return label === "" || label === "%" || language === "zh"
    ? label
    : ` ${label}`;
}
