import type { RawLists } from "../model/catalog.ts";

/** One list as it was handed in, with the file name that issues show. */
export interface ListSource {
  readonly file: string;
  readonly list: unknown;
}

/** The file each list is kept in; additions carry these names too. */
export const listFiles: Readonly<Record<keyof RawLists, string>> = {
  indicators: "indicators.json",
  regions: "regions.csv",
  regionsOfChina: "regions-china.csv",
  units: "units.json",
  targets: "targets.json",
  statusRules: "status-rules.json",
  placeholders: "placeholders.json",
  records: "records.json",
  ledgerStates: "ledger-states.json",
  measures: "measures.json",
  variants: "variants.json",
  standards: "standards.json",
};

/** The shipped list, then what each addition says to it: `additions[1]/units.json`. */
export function sourcesOf(
  name: keyof RawLists,
  lists: RawLists,
  additions: readonly Partial<RawLists>[],
): ListSource[] {
  const file = listFiles[name];
  const sources: ListSource[] = [{ file, list: lists[name] }];
  additions.forEach((addition, index) => {
    const list = addition[name];
    if (list !== undefined)
      sources.push({ file: `additions[${index + 1}]/${file}`, list });
  });
  return sources;
}
