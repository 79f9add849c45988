import type { StatusCode } from "../../model/catalog.ts";
import type { Label } from "../../model/indicator.ts";
import type { Language } from "../../text/message.ts";
import { unitText } from "../format/unit-text.ts";
import type { Spell } from "../grid/find-cells.ts";
import { spelled } from "./search.ts";
import type {
  CatalogInfo,
  IndicatorInfo,
  RegionInfo,
} from "../../worker/api.ts";

/** The labels of the code lists in one language. An unknown code is its own label. */
export interface Names {
  readonly language: Language;
  readonly catalog: CatalogInfo;
  label(label: Label): string;
  indicator(code: string): string;
  indicatorInfo(code: string): IndicatorInfo | undefined;
  /** Full name: 太原市. */
  region(code: string): string;
  /** Short name where there is one: 太原. */
  regionShort(code: string): string;
  regionInfo(code: string): RegionInfo | undefined;
  status(code: StatusCode): string;
  /** As it is printed after a figure; empty for pure numbers. */
  unit(code: string): string;
  /** How a figure differs from the plain one; empty for the plain one. */
  variant(code: string): string;
  /** Label of a kind of record. */
  recordKind(code: string): string;
  /** Label of a record's field; any kind's where the kind is empty. */
  field(kind: string, code: string): string;
  /** Where a task stands, in words; what no list knows stays as it was written. */
  ledgerState(words: string): string;
  /** Every spelling of an indicator and a region, lower case, for the search box; in pinyin too when `spell` is there. */
  searchText(indicator: string, region: string, spell?: Spell | null): string;
}

export function namesOf(catalog: CatalogInfo, language: Language): Names {
  const indicators = new Map(catalog.indicators.map((i) => [i.code, i]));
  const regions = new Map(catalog.regions.map((r) => [r.code, r]));
  const statuses = new Map(catalog.statuses.map((s) => [s.code, s.label]));
  const units = new Map(catalog.units.map((u) => [u.code, u.label]));
  const variants = new Map(catalog.variants.map((v) => [v.code, v.label]));
  const label = (text: Label) => text[language] || text.zh || text.en;
  const states = new Map(catalog.ledgerStates.map((s) => [s.code, s.label]));
  const spellings = new Spellings();
  const english = (region: RegionInfo) => region.english || region.name;
  return {
    language,
    catalog,
    label,
    indicator: (code) => {
      const info = indicators.get(code);
      return info === undefined ? code : label(info.label);
    },
    indicatorInfo: (code) => indicators.get(code),
    region: (code) => {
      const info = regions.get(code);
      if (info === undefined) return code;
      return language === "zh" ? info.name : english(info);
    },
    regionShort: (code) => {
      const info = regions.get(code);
      if (info === undefined) return code;
      return language === "zh" ? info.short || info.name : english(info);
    },
    regionInfo: (code) => regions.get(code),
    status: (code) => {
      const text = statuses.get(code);
      return text === undefined ? code : label(text);
    },
    unit: (code) => {
      const text = units.get(code);
      if (code === "1" || language === "zh" || text === undefined)
        return unitText(code);
      return text.en.replace(/^(?=\d)/, "× ");
    },
    variant: (code) => {
      const text = variants.get(code);
      return text === undefined ? code : label(text);
    },
    recordKind: (code) => {
      const kind = catalog.recordKinds.find((known) => known.code === code);
      return kind === undefined ? code : label(kind.label);
    },
    field: (kind, code) => {
      const field = catalog.recordKinds
        .filter((known) => kind === "" || known.code === kind)
        .flatMap(({ fields }) => fields)
        .find((known) => known.code === code);
      return field === undefined ? code : label(field.label);
    },
    ledgerState: (words) => {
      const text = states.get(words);
      return text === undefined ? words : label(text);
    },
    searchText: (indicator, region, spell = null) => {
      const i = indicators.get(indicator);
      const r = regions.get(region);
      return (
        [indicator, i?.label.zh, i?.label.en, region, r?.name, r?.english]
          .filter((text) => text !== undefined)
          .join(" ")
          .toLowerCase() +
        spellings.of(i?.label.zh ?? "", spell) +
        spellings.of(r?.name ?? "", spell)
      );
    },
  };
}

/** Names are few and rows are many: each is spelled once. */
class Spellings {
  readonly #known = new Map<string, string>();

  of(name: string, spell: Spell | null): string {
    if (spell === null) return "";
    let letters = this.#known.get(name);
    if (letters === undefined) {
      letters = spelled(name, spell);
      this.#known.set(name, letters);
    }
    return letters;
  }
}
