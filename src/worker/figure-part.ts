import type { Journal } from "../dataset/journal.ts";
import { isoDate } from "../model/calendar.ts";
import type { Issue } from "../model/issue.ts";
import {
  keyText,
  type Observation,
  type ObservationKey,
  parseKeyText,
} from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import { cubeOf } from "./cube.ts";
import type { FigureApi, Refusal } from "./figure-api.ts";
import type { ShownObservation } from "./kept-rows.ts";
import type { OpenedFiles } from "./opened-files.ts";
import { provenanceOf } from "./provenance.ts";
import { readTyped } from "./read-typed.ts";
import { sheetExcerpt } from "./sheet-excerpt.ts";
import type { OpenWorkspace, Workspace } from "./workspace.ts";

/** The figures and records that are held; `files` opens those they came from. */
export function figurePart(open: OpenWorkspace, files: OpenedFiles): FigureApi {
  const excerpt: FigureApi["excerpt"] = async (source) => {
    const reading = await files.open(source);
    return reading === null ? null : sheetExcerpt(reading, source);
  };
  return {
    async cube({ region, asOf }) {
      const space = await open();
      const { journal } = space;
      const catalog = space.catalog();
      const { indicators, regions } = catalog;
      const kept = space.kept();
      const codes = space.formulaCodes();
      // Regions and periods are few beside the figures that name them.
      const inRegion = remembered((code) => space.isInScope(code, region));
      const begun = remembered((period) => {
        const start = parsePeriod(period)?.start;
        return start === undefined || isoDate(start) <= asOf;
      });
      return cubeOf(
        {
          observations: withFormulas(
            kept.observations(inRegion),
            codes.length === 0 ? [] : kept.computed(codes, catalog),
            inRegion,
          ),
          conflicts: journal.conflicts,
          imported: (key) => journal.imported(key),
          comments: journal.facts.comments,
        },
        { indicators: [...indicators.keys()], regions: [...regions.keys()] },
        (key) => begun(key.period),
      );
    },

    async edit(key, text, who) {
      const space = await open();
      const { journal } = space;
      const { catalog } = space.knowledge;
      const parsed = parseKeyText(key);
      const typed = typedValue(space, parsed, text);
      if ("code" in typed) return { state: space.state(), issues: [typed] };
      await journal.edit({
        key: parsed,
        value: typed.value,
        missing: typed.missing,
        decimals: typed.decimals,
        unit:
          journal.state.observations.get(key)?.unit ??
          catalog.indicators.get(parsed.indicator)?.unit ??
          "",
        ...space.author(who),
      });
      return { state: space.state(), issues: [] };
    },

    async editMany(edits, action, who) {
      const space = await open();
      const { journal } = space;
      const { catalog } = space.knowledge;
      const refused: Refusal[] = [];
      const taken: Parameters<Journal["editMany"]>[1][number][] = [];
      for (const { key, text, unit } of edits) {
        const parsed = parseKeyText(key);
        const typed = typedValue(space, parsed, text);
        if ("code" in typed) {
          refused.push({ key, text, issue: typed });
          continue;
        }
        taken.push({
          key: parsed,
          ...typed,
          unit:
            journal.state.observations.get(key)?.unit ??
            (catalog.units.has(unit)
              ? unit
              : (catalog.indicators.get(parsed.indicator)?.unit ?? "")),
        });
      }
      if (taken.length > 0)
        await journal.editMany(action, taken, space.author(who));
      return { state: space.state(), refused };
    },

    async comments(key) {
      return (await open()).journal.facts.comments.get(key) ?? [];
    },

    async comment(key, text, who) {
      const space = await open();
      await space.journal.comment(key, text, space.author(who));
      return space.state();
    },

    async records(kind) {
      const { state } = (await open()).journal;
      return [...state.records.values()]
        .filter((record) => kind === "" || record.kind === kind)
        .map(({ id, kind: own, fields, source }) => ({
          id,
          kind: own,
          fields: Object.fromEntries(
            Object.entries(fields).map(([code, { value }]) => [code, value]),
          ),
          source,
        }));
    },

    async provenance(key) {
      const { journal } = await open();
      return provenanceOf(journal.entries(), key, excerpt);
    },

    excerpt,
  };
}

/** What a person typed at a key; an issue when it is no value for it. */
function typedValue(
  space: Workspace,
  key: ObservationKey,
  text: string,
): ReturnType<typeof readTyped> {
  return isComputed(space, key)
    ? computedOnly(key)
    : readTyped(text, key, space.knowledge.catalog);
}

/** An actual that a person's formula gives, and no file states. */
function isComputed(space: Workspace, key: ObservationKey): boolean {
  return (
    key.measure === "actual" &&
    space.formulaCodes().includes(key.indicator) &&
    typeof space.journal.state.observations.get(keyText(key))?.value !==
      "number"
  );
}

function computedOnly({ indicator }: ObservationKey): Issue {
  return {
    code: "worker.computed",
    severity: "error",
    params: { indicator },
  };
}

/** What is stated, a number or not, and what formulas give where no number is. */
function* withFormulas(
  stated: Iterable<ShownObservation>,
  computed: Iterable<Observation>,
  inScope: (region: string) => boolean,
): IterableIterator<ShownObservation> {
  yield* stated;
  for (const one of computed)
    if (inScope(one.key.region))
      yield { ...one, edited: false, computed: true };
}

/** Asks about each text once. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) known.set(text, (answer = ask(text)));
    return answer;
  };
}
