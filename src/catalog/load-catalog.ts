import type { Catalog, RawLists } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { checkCountedKinds } from "./counted-kinds.ts";
import { readIndicators } from "./indicators.ts";
import { readLedgerStates } from "./ledger-states.ts";
import { sourcesOf } from "./list-source.ts";
import { readMeasureWords } from "./measure-words.ts";
import { readPlaceholders } from "./placeholders.ts";
import { type ReadList, byKey } from "./read-list.ts";
import { readRecordKinds } from "./record-kinds.ts";
import { readRegions } from "./regions.ts";
import { readStandards } from "./standards.ts";
import { readStatusRules } from "./status-rules.ts";
import { readTargets } from "./targets.ts";
import { readUnits } from "./units.ts";
import { readVariants } from "./variants.ts";

/**
 * Checks the lists and puts them together. A bad row is left out with an issue
 * that names its file, row (1-based; the line of a CSV) and field, and the rest
 * goes on. Rows of `additions` (a user's extensions, later ones first in
 * force) replace rows with the same code.
 * @throws when there are no usable status rules.
 */
export function loadCatalog(
  lists: RawLists,
  additions: readonly Partial<RawLists>[] = [],
): { catalog: Catalog; issues: Issue[] } {
  const issues: Issue[] = [];
  const sources = (name: keyof RawLists) => sourcesOf(name, lists, additions);
  const take = <T>(list: ReadList<T>): T[] => {
    issues.push(...list.issues);
    return list.rows.map((row) => row.value);
  };
  const mapped = <T extends { readonly code: string }>(list: ReadList<T>) => {
    issues.push(...list.issues);
    return byKey(list.rows, (value) => value.code);
  };
  const units = mapped(readUnits(sources("units")));
  const recordKinds = mapped(readRecordKinds(sources("records")));
  const indicators = mapped(
    checkCountedKinds(
      readIndicators(sources("indicators"), units),
      recordKinds,
    ),
  );
  const regions = mapped(
    readRegions([...sources("regions"), ...sources("regionsOfChina")]),
  );
  const variants = mapped(readVariants(sources("variants")));
  const targets = take(
    readTargets(sources("targets"), { indicators, regions, units, variants }),
  );
  const { rules: statusRules, issues: ruleIssues } = readStatusRules(
    sources("statusRules"),
  );
  issues.push(...ruleIssues);
  const catalog: Catalog = {
    indicators,
    regions,
    units,
    targets,
    statusRules,
    placeholders: take(readPlaceholders(sources("placeholders"))),
    recordKinds,
    ledgerStates: take(readLedgerStates(sources("ledgerStates"))),
    measureWords: take(readMeasureWords(sources("measures"))),
    variants: [...variants.values()],
    standards: take(readStandards(sources("standards"))),
  };
  return { catalog, issues };
}
