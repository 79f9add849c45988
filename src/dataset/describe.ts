import type { Params } from "../model/issue.ts";
import { parseKeyText } from "../model/observation.ts";
import type { FieldValue } from "../model/observation.ts";
import { parseAliasName } from "./alias-name.ts";
import type { Entry, SettingBody } from "./entry.ts";
import { formulaCode, formulaOf, isFormula } from "./formula-setting.ts";

/** The setting that holds a user's thresholds and labels as JSON; empty text is the shipped ones. */
export const statusRulesSetting = "status-rules";

/** What an entry did, as a message code with parameters. Codes stay codes: `text/` and its caller put labels in. */
export interface Described {
  readonly code: string;
  readonly params: Params;
}

/** Of an undo the target is described, with `journal.undo_…` or, when it undoes an undo, `journal.redo_…`. */
export function describeEntry(
  entry: Entry,
  find: (id: string) => Entry | undefined,
): Described {
  switch (entry.kind) {
    case "import":
      return {
        code: "journal.import",
        params: {
          file: entry.file,
          observations: entry.observations.length,
          records: entry.records.length,
        },
      };
    case "edit":
      return {
        code: entry.value === null ? "journal.clear" : "journal.edit",
        params: {
          indicator: entry.key.indicator,
          region: entry.key.region,
          period: entry.key.period,
          measure: entry.key.measure,
          value: entry.value ?? "",
        },
      };
    case "edits":
      return {
        code: `journal.edits_${entry.action}`,
        params: { n: entry.observations.length },
      };
    case "comment": {
      const { indicator, region, period } = parseKeyText(entry.key);
      return {
        code: "journal.comment",
        params: { indicator, region, period, text: entry.text },
      };
    }
    case "undo":
      return describeUndo(entry.target, find);
    case "target":
      return describeTarget(entry);
    case "targets":
      return {
        code:
          entry.file === "" ? "journal.targets" : "journal.targets_imported",
        params: {
          file: entry.file,
          count: entry.changes.filter(({ target }) => target !== null).length,
          removed: entry.changes.filter(({ target }) => target === null).length,
        },
      };
    case "setting": {
      if (isFormula(entry)) return describeFormula(entry);
      if (entry.name === statusRulesSetting)
        return {
          code:
            entry.text === ""
              ? "journal.status_rules_reset"
              : "journal.status_rules",
          params: {},
        };
      const alias = parseAliasName(entry.name);
      if (alias !== null)
        return {
          code: entry.text === "" ? "journal.alias_removed" : "journal.alias",
          params: { text: alias.text, [alias.role]: entry.text },
        };
      return {
        code: "journal.setting",
        params: { name: entry.name, text: entry.text },
      };
    }
    case "profile":
      return entry.json === ""
        ? { code: "journal.profile_removed", params: { name: entry.name } }
        : {
            code: "journal.profile",
            params: { name: profileName(entry.json) ?? entry.name },
          };
    case "decision": {
      const { indicator, region, period } = parseKeyText(entry.key);
      return {
        code: "journal.decision",
        params: { indicator, region, period },
      };
    }
    case "ledger":
      return {
        code: "journal.ledger",
        params: {
          kind: entry.recordKind,
          record: entry.record,
          field: entry.field,
          value: fieldText(entry.value),
        },
      };
    case "template":
      return {
        code:
          entry.sha === null ? "journal.template_removed" : "journal.template",
        params: { name: entry.name },
      };
    case "backup":
      return { code: "journal.backup", params: { entries: entry.entries } };
    case "batch": {
      const { files, observations, records } = entry;
      return {
        code: "journal.batch",
        params: { files, observations, records },
      };
    }
  }
}

function describeFormula(entry: SettingBody): Described {
  const formula = formulaOf(entry);
  return formula === null
    ? {
        code: "journal.formula_removed",
        params: { indicator: formulaCode(entry) },
      }
    : {
        code: "journal.formula",
        params: { name: formula.label.zh, formula: formula.text },
      };
}

/** The name a profile gives itself; null when its text has none. */
function profileName(json: string): string | null {
  const quoted = /"name":("(?:[^"\\]|\\.)*")/.exec(json)?.[1];
  const name: unknown = quoted === undefined ? null : JSON.parse(quoted);
  return typeof name === "string" ? name : null;
}

function describeTarget(entry: Entry & { readonly kind: "target" }): Described {
  if (entry.target?.until !== undefined)
    return {
      code: "journal.target_retired",
      params: {
        id: entry.id,
        indicator: entry.target.indicator,
        region: entry.target.region,
        until: entry.target.until,
      },
    };
  return entry.target === null
    ? { code: "journal.target_removed", params: { id: entry.id } }
    : {
        code: "journal.target",
        params: {
          id: entry.id,
          indicator: entry.target.indicator,
          region: entry.target.region,
          goal: `${entry.target.comparator}${entry.target.goal}`,
          unit: entry.target.unit,
        },
      };
}

function describeUndo(
  target: string,
  find: (id: string) => Entry | undefined,
): Described {
  let steps = 1;
  let at = find(target);
  const seen = new Set<string>([target]);
  while (at?.kind === "undo" && !seen.has(at.target)) {
    seen.add(at.target);
    at = find(at.target);
    steps += 1;
  }
  const verb = steps % 2 === 1 ? "undo" : "redo";
  if (at === undefined || at.kind === "undo")
    return { code: `journal.${verb}_unknown`, params: {} };
  const { code, params } = describeEntry(at, find);
  return { code: code.replace("journal.", `journal.${verb}_`), params };
}

function fieldText(value: FieldValue): string | number {
  return value.type === "missing" ? value.reason : value.value;
}
