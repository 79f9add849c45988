import { parseJson } from "../model/parse-json.ts";
import { checkStatusRules } from "../catalog/status-rules.ts";
import { checkTarget } from "../catalog/targets.ts";
import { statusRulesSetting } from "../dataset/describe.ts";
import type { Author, Journal } from "../dataset/journal.ts";
import type { PlainFacts } from "../dataset/plain-facts.ts";
import { contextOf, type Knowledge } from "../knowledge.ts";
import { parseIsoDate } from "../model/calendar.ts";
import type { StatusRules } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { Ledger } from "../model/ledger.ts";
import { type Observation, parseKeyText } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { checkBreakdown } from "../progress/check-breakdown.ts";
import { indexObservations } from "../progress/observation-index.ts";
import { lightRow } from "../progress/row.ts";
import { sheetTargets } from "../progress/sheet-targets.ts";
import { spreadTargets } from "../progress/spread-targets.ts";
import { inForce } from "../progress/targets-in-force.ts";
import { whatIf } from "../progress/what-if.ts";
import type { Supposition, WhatIfResult } from "./progress-api.ts";
import type { TargetChange, TargetList, TargetRow } from "./target-api.ts";
import { readTyped } from "./read-typed.ts";

/*
 * What the page does with targets: lists and changes them, sets the thresholds
 * they are judged by, and asks what would be if. Every change is one entry of
 * the journal, so undo takes it back whole.
 */

/** The shipped targets with the user's own in place of those they replace, without those taken off the list. */
export function targetsOf(
  { catalog }: Knowledge,
  journal: Journal,
): readonly Target[] {
  const { facts } = journal;
  const known = listsOf.get(facts);
  if (known?.shipped === catalog.targets) return known.targets;
  const { targets: own, removedTargets } = facts;
  const targets = [
    ...catalog.targets.filter(
      ({ id }) => !own.has(id) && !removedTargets.has(id),
    ),
    ...own.values(),
  ];
  listsOf.set(facts, { shipped: catalog.targets, targets });
  return targets;
}

/** One list for one state of the journal: whoever keeps rows compares by identity. */
const listsOf = new WeakMap<
  PlainFacts,
  { readonly shipped: readonly Target[]; readonly targets: readonly Target[] }
>();

/** The knowledge with the thresholds and labels that the user set, where those hold up. */
export function withOwnRules(
  knowledge: Knowledge,
  journal: Journal,
): Knowledge {
  const text = journal.facts.settings.get(statusRulesSetting) ?? "";
  if (text === "") return knowledge;
  const before = withRules.get(knowledge);
  if (before?.text === text) return before.knowledge;
  // Whatever another version wrote, rules that cannot be read are none.
  const { rules } = checkStatusRules(parseJson(text), statusRulesSetting);
  const own =
    rules === null
      ? knowledge
      : { ...knowledge, catalog: { ...knowledge.catalog, statusRules: rules } };
  withRules.set(knowledge, { text, knowledge: own });
  return own;
}

/** The last answer for each knowledge: the same rules are the same object, so that what is kept by them stays. */
const withRules = new WeakMap<
  Knowledge,
  { readonly text: string; readonly knowledge: Knowledge }
>();

/** Every target there is with where it stands on the day, those of sheets included (`stated` holds what they say of targets and baselines), and how parts fit their wholes. */
export function listTargets(
  knowledge: Knowledge,
  journal: Journal,
  stated: readonly Observation[],
  asOf: string,
): TargetList {
  const { catalog } = knowledge;
  const day = parseIsoDate(asOf);
  if (day === null) throw new Error(`not an ISO date: ${asOf}`);
  const own = journal.facts.targets;
  const shipped = new Set(catalog.targets.map(({ id }) => id));
  const listed = targetsOf(knowledge, journal);
  const current = listed.filter((target) => inForce(target, day));
  const replaced = new Set(current.flatMap(({ replaces }) => replaces ?? []));
  const standing = (target: Target): TargetRow["standing"] => {
    const until = parseIsoDate(target.until ?? "");
    if (until !== null && until < day) return "retired";
    if (!inForce(target, day)) return "notYet";
    if (replaced.has(target.id)) return "replaced";
    const deadline = parsePeriod(target.deadline);
    return deadline !== null && deadline.end <= day + 1 ? "over" : "inForce";
  };
  return {
    rows: [
      ...listed.map((target): TargetRow => ({
        target,
        origin: own.has(target.id) ? "own" : "shipped",
        overrides: own.has(target.id) && shipped.has(target.id),
        standing: standing(target),
        source: null,
      })),
      ...sheetTargets(indexObservations(stated), catalog).map(
        ({ target, observation }): TargetRow => ({
          target,
          origin: "sheet",
          overrides: false,
          standing: standing(target),
          source: observation?.source ?? null,
        }),
      ),
    ],
    findings: checkBreakdown(
      spreadTargets(
        current.filter(({ id }) => !replaced.has(id)),
        catalog,
      ),
      catalog,
    ),
  };
}

/** Sets and removes targets as one action. Nothing is changed when one of them does not hold up; the issues say which (`row` counts from 1). */
export async function changeTargets(
  knowledge: Knowledge,
  journal: Journal,
  changes: readonly TargetChange[],
  file: string,
  author: Author,
): Promise<readonly Issue[]> {
  const known = new Set(targetsOf(knowledge, journal).map(({ id }) => id));
  const issues: Issue[] = [];
  const checked: { readonly id: string; readonly target: Target | null }[] = [];
  for (const [at, { id, target }] of changes.entries()) {
    if (target === null) {
      if (known.has(id)) checked.push({ id, target });
      else issues.push(noTarget(id));
      continue;
    }
    const result = checkTarget(
      { ...target, id, confidence: "user" },
      contextOf(knowledge),
      {
        file,
        row: at + 1,
      },
    );
    issues.push(...result.issues);
    if (result.target !== null) checked.push({ id, target: result.target });
  }
  if (issues.length > 0 || checked.length === 0) return issues;
  const [only] = checked;
  if (checked.length > 1 || file !== "")
    await journal.changeTargets(checked, file, author);
  else if (only !== undefined)
    await journal.append({ kind: "target", ...only }, author);
  return issues;
}

/** Puts the last day a target is in force; a day already set is replaced. */
export async function retireTarget(
  knowledge: Knowledge,
  journal: Journal,
  id: string,
  until: string,
  author: Author,
): Promise<readonly Issue[]> {
  const target = targetsOf(knowledge, journal).find((one) => one.id === id);
  if (target === undefined) return [noTarget(id)];
  return changeTargets(
    knowledge,
    journal,
    [{ id, target: { ...target, until } }],
    "",
    author,
  );
}

/** A new version in force from a day on: the old one stays what held before. */
export async function reviseTarget(
  knowledge: Knowledge,
  journal: Journal,
  id: string,
  change: Partial<Target>,
  from: string,
  author: Author,
): Promise<readonly Issue[]> {
  const targets = targetsOf(knowledge, journal);
  const target = targets.find((one) => one.id === id);
  if (target === undefined) return [noTarget(id)];
  const root = id.replace(/#\d+$/, "");
  const taken = new Set(targets.map((one) => one.id));
  let version = 2;
  while (taken.has(`${root}#${version}`)) version += 1;
  const next = `${root}#${version}`;
  return changeTargets(
    knowledge,
    journal,
    [
      {
        id: next,
        target: {
          ...target,
          ...change,
          id: next,
          declared: from,
          replaces: id,
        },
      },
    ],
    "",
    author,
  );
}

function noTarget(id: string): Issue {
  return { code: "worker.no_such_target", severity: "error", params: { id } };
}

/** Sets the thresholds and labels, or with null goes back to the shipped ones. */
export async function setStatusRules(
  journal: Journal,
  rules: StatusRules | null,
  author: Author,
): Promise<readonly Issue[]> {
  if (rules === null) {
    await journal.setSetting(statusRulesSetting, "", author);
    return [];
  }
  const checked = checkStatusRules(rules, statusRulesSetting);
  if (checked.rules === null) return checked.issues;
  await journal.setSetting(
    statusRulesSetting,
    JSON.stringify(checked.rules),
    author,
  );
  return [];
}

/** What the rows and ranks would be with some values as typed; nothing is stored. A text that is no value for its key is an issue and is not supposed. */
export function suppose(
  knowledge: Knowledge,
  journal: Journal,
  figures: (indicators: ReadonlySet<IndicatorCode>) => Iterable<Observation>,
  supposed: readonly Supposition[],
  asOf: string,
  ledger: Ledger,
): WhatIfResult {
  const { catalog } = knowledge;
  const issues: Issue[] = [];
  const values = supposed.flatMap(({ key: text, text: typed }) => {
    const key = parseKeyText(text);
    const read = readTyped(typed, key, catalog);
    if ("code" in read) issues.push(read);
    return "code" in read || typeof read.value !== "number"
      ? []
      : [{ key, value: read.value }];
  });
  const { rows, before, ...rest } = whatIf({
    observations: figures,
    supposed: values,
    targets: targetsOf(knowledge, journal),
    catalog,
    ledger,
    asOf,
  });
  return {
    ...rest,
    rows: rows.map(lightRow),
    before: before.map(lightRow),
    issues,
  };
}
