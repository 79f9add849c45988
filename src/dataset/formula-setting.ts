import { parseJson } from "../model/parse-json.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { UserFormula } from "../model/user-formula.ts";
import type { EntryBody, SettingBody } from "./entry.ts";

/*
 * A formula is a setting of its own name, so that the last word holds and older
 * versions keep what they do not know. An empty text takes it away.
 */
const prefix = "formula:";

type Setting = Pick<SettingBody, "name" | "text">;

/** True for an entry that sets or removes a formula. */
export function isFormula(entry: EntryBody): boolean {
  return entry.kind === "setting" && entry.name.startsWith(prefix);
}

/** The indicator that a formula's setting is about. */
export function formulaCode({ name }: Pick<Setting, "name">): IndicatorCode {
  return name.slice(prefix.length);
}

/** The setting that keeps a formula; null removes it. */
export function formulaSetting(
  code: IndicatorCode,
  formula: UserFormula | null,
): Setting {
  if (formula === null) return { name: prefix + code, text: "" };
  const { label, text, unit, direction, decimals } = formula;
  return {
    name: prefix + code,
    text: JSON.stringify({ label, text, unit, direction, decimals }),
  };
}

/** The formula a setting keeps; null when it removes one or cannot be read. */
export function formulaOf(setting: Setting): UserFormula | null {
  if (setting.text === "") return null;
  const said = parseJson(setting.text);
  if (typeof said !== "object" || said === null) return null;
  const held = said as Readonly<Record<string, unknown>>;
  const { label, text, unit, direction, decimals } = held;
  if (
    typeof text !== "string" ||
    typeof unit !== "string" ||
    typeof label !== "object" ||
    label === null ||
    !("zh" in label && "en" in label) ||
    typeof label.zh !== "string" ||
    typeof label.en !== "string" ||
    (direction !== "up" && direction !== "down" && direction !== "none") ||
    !(decimals === null || isDecimals(decimals))
  )
    return null;
  return {
    code: formulaCode(setting),
    label: { zh: label.zh, en: label.en },
    text,
    unit,
    direction,
    decimals,
  };
}

function isDecimals(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9;
}

/** The formulas among settings in force, by indicator; null for one that cannot be read. */
export function formulasOf(
  settings: ReadonlyMap<string, string>,
): ReadonlyMap<IndicatorCode, UserFormula | null> {
  const formulas = new Map<IndicatorCode, UserFormula | null>();
  for (const [name, text] of settings)
    if (name.startsWith(prefix) && text !== "")
      formulas.set(formulaCode({ name }), formulaOf({ name, text }));
  return formulas;
}
