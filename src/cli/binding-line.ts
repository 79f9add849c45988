import type { Binding, BindingTarget } from "../model/binding.ts";
import type { Catalog } from "../model/catalog.ts";
import { cellRef } from "../model/sheet.ts";
import type { Language } from "../text/message.ts";
import { periodText } from "../text/period-text.ts";
import { describe } from "../text/words.ts";
import { labelsOf, unitSuffix } from "./labels.ts";

/** A binding in words, for people: cell, what it is of, value with its unit. Programs ask for `--json`. */
export function bindingLine(
  binding: Binding,
  catalog: Catalog,
  language: Language,
): string {
  const { target } = binding;
  const words =
    target.type === "field"
      ? fieldWords(target, catalog, language)
      : keyWords(target.key, catalog, language);
  return `${cellRef(binding.row, binding.column)} ${words.filter((word) => word !== "").join(" ")} = ${valueWords(binding, catalog, language)}`;
}

function valueWords(
  { value, missing, target, valueUnit, unit }: Binding,
  catalog: Catalog,
  language: Language,
): string {
  if (value === null) return missing === "" ? "—" : missing;
  const state =
    target.type === "field" && target.fieldType === "state"
      ? catalog.ledgerStates.find(({ code }) => code === value)
      : undefined;
  return state === undefined
    ? `${value}${unitSuffix(labelsOf(catalog), valueUnit ?? unit, language)}`
    : state.label[language];
}

function keyWords(
  {
    indicator,
    region,
    period,
    measure,
    variant,
    base,
  }: Extract<BindingTarget, { type: "observation" }>["key"],
  catalog: Catalog,
  language: Language,
): readonly string[] {
  const labels = labelsOf(catalog);
  return [
    labels.indicator(indicator, language),
    labels.region(region, language),
    periodText(period, language),
    describe(`ui.measure.${measure}`, {}, language),
    catalog.variants.find(({ code }) => code === variant)?.label[language] ??
      variant,
    base === ""
      ? ""
      : describe(
          "cli.against_base",
          { base: periodText(base, language) },
          language,
        ),
  ];
}

function fieldWords(
  { kind, record, field }: Extract<BindingTarget, { type: "field" }>,
  catalog: Catalog,
  language: Language,
): readonly string[] {
  const known = catalog.recordKinds.get(kind);
  return [
    known?.label[language] ?? kind,
    record,
    known?.fields.find(({ code }) => code === field)?.label[language] ?? field,
  ];
}
