import { placeOfRecord } from "../match/record-place.ts";
import type { Binding } from "../model/binding.ts";
import type { Catalog, RecordKind } from "../model/catalog.ts";
import type { BureauRecord } from "../model/observation.ts";
import type { SheetContext } from "./bind-context.ts";
import type { Bindings } from "./binding-columns.ts";
import { CERTAIN } from "./certain.ts";
import type { Surroundings } from "./surroundings.ts";

/** Records looked at to tell whether a ledger says where they lie. */
const sample = 60;

/** A place by its last word, known or not: 四平市铁东区, but not 各县区, 重点区域 or 小区. */
const placeName =
  /(?:(?![全各本我辖省市县区旗盟])\p{Script=Han}){2,}(?:[省市县旗盟]|自治州|(?<![地小社])区(?!域))/u;

/** Whose a ledger is, where a person must be asked; `candidates` are the places its sheet may name. */
export interface PlaceAsked {
  readonly candidates: readonly string[];
}

/**
 * Null unless the number of its records is a figure of a region, its sheet is
 * not sure to name one, known or not, and most records name none either: such
 * a ledger would count nowhere.
 */
export function placeAsked(
  bindings: Bindings,
  kind: RecordKind,
  { region, headings }: Surroundings,
  { matcher, catalog }: SheetContext,
): PlaceAsked | null {
  if (!isCounted(kind, catalog)) return null;
  if (region !== null && region.confidence >= CERTAIN) return null;
  if (region === null && headings.some((text) => placeName.test(text)))
    return null;
  const records = fieldsOfRecords(bindings.all());
  const placed = records.filter(
    (fields) => placeOfRecord({ fields }, matcher, catalog.regions) !== null,
  );
  if (records.length === 0 || placed.length * 2 >= records.length) return null;
  return {
    candidates: region === null || region.value === "" ? [] : [region.value],
  };
}

function isCounted({ code }: RecordKind, { indicators }: Catalog): boolean {
  for (const { counts } of indicators.values())
    if (counts?.kind === code && counts.part === "all") return true;
  return false;
}

/** The words in the fields of the first records. */
function fieldsOfRecords(
  bindings: readonly Binding[],
): readonly BureauRecord["fields"][] {
  const records = new Map<
    string,
    Record<string, { readonly type: "text"; readonly value: string }>
  >();
  for (const { target, value } of bindings) {
    if (target.type !== "field") continue;
    let fields = records.get(target.record);
    if (fields === undefined) {
      if (records.size === sample) break;
      records.set(target.record, (fields = {}));
    }
    if (target.fieldType === "text" && typeof value === "string")
      fields[target.field] = { type: "text", value };
  }
  return [...records.values()];
}
