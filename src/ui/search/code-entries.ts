import { measures } from "../../model/observation.ts";
import type { Names } from "../state/names.ts";
import { describe } from "../../text/words.ts";
import { nameKeys } from "./pinyin-keys.ts";
import type { SearchKeys } from "./search-keys.ts";

/** Roles whose codes are chosen from a list. */
export const listedRoles = ["indicator", "region", "measure", "unit"] as const;
export type ListedRole = (typeof listedRoles)[number];

/** One thing a person may choose. */
export interface CodeEntry {
  readonly role: ListedRole;
  readonly code: string;
  readonly label: string;
  /** The unit of an indicator, the parent of a region. */
  readonly hint: string;
  /** Every spelling it is found by. */
  readonly names: readonly string[];
}

/** The codes of a role as they are chosen from, in the order of the lists. */
export function codeEntries(names: Names, role: ListedRole): CodeEntry[] {
  const { catalog } = names;
  switch (role) {
    case "indicator":
      return catalog.indicators.map(({ code, label, unit }) => ({
        role,
        code,
        label: names.indicator(code),
        hint: names.unit(unit),
        names: [label.zh, label.en, code, code.replace(/^[^.]*\./, "")],
      }));
    case "region":
      return catalog.regions.map(({ code, name, short, english, parent }) => ({
        role,
        code,
        label: names.region(code),
        hint: parent === "" ? "" : names.region(parent),
        names: [name, short, english, code].filter((text) => text !== ""),
      }));
    case "unit":
      return catalog.units.map(({ code, label }) => ({
        role,
        code,
        label: names.unit(code) || names.label(label),
        hint: names.label(label),
        names: [code, label.zh, label.en],
      }));
    case "measure":
      return measures.map((code) => ({
        role,
        code,
        label: describe(`ui.measure.${code}`, {}, names.language),
        hint: "",
        names: [
          describe(`ui.measure.${code}`, {}, "zh"),
          describe(`ui.measure.${code}`, {}, "en"),
          code,
        ],
      }));
  }
}

/** Keys of entries, made once for each way of spelling. */
export class EntryKeys {
  readonly #keys = new Map<string, SearchKeys>();
  #make: (names: readonly string[]) => SearchKeys = nameKeys;

  /** From now on with pinyin too. */
  use(make: (names: readonly string[]) => SearchKeys): void {
    this.#make = make;
    this.#keys.clear();
  }

  of = ({ role, code, names }: CodeEntry): SearchKeys => {
    const id = `${role} ${code}`;
    let keys = this.#keys.get(id);
    if (keys === undefined) {
      keys = this.#make(names);
      this.#keys.set(id, keys);
    }
    return keys;
  };
}
