import { escapeXml } from "./chart.ts";

/** What a range of cells accepts. Blanks are always accepted; anything else brings up a warning that can be overruled. */
export interface Validation {
  readonly range: string;
  readonly rule:
    | {
        readonly kind: "whole" | "decimal" | "date";
        /** Inclusive; dates as serials. */
        readonly min: number;
        readonly max: number;
      }
    | { readonly kind: "list"; readonly choices: readonly string[] };
  readonly message: string;
}

/** The `dataValidations` element of a sheet. exceljs is not used for it: it writes overlapping ranges. */
export function validationsXml(validations: readonly Validation[]): string {
  const items = validations.map(({ range, rule, message }) => {
    const formulas =
      rule.kind === "list"
        ? `<formula1>"${escapeXml(rule.choices.join(","))}"</formula1>`
        : `<formula1>${String(rule.min)}</formula1><formula2>${String(rule.max)}</formula2>`;
    return `<dataValidation type="${rule.kind}" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="请核对" error="${escapeXml(message)}" sqref="${range}">${formulas}</dataValidation>`;
  });
  return `<dataValidations count="${String(items.length)}">${items.join("")}</dataValidations>`;
}
