import type { Knowledge } from "../knowledge.ts";
import type { Matcher } from "../match/matcher.ts";
import type { FillData } from "../report/fill-ports.ts";
import { periodWords } from "../report/period-words.ts";
import { macrotask } from "./macrotask.ts";
import { savedProfiles } from "./profile-shelf.ts";
import type { TemplateApi, TemplateCounts } from "./template-api.ts";
import { type FillableTemplate, shippedTemplate } from "./templates.ts";
import { WithComputed } from "./with-computed.ts";
import type { OpenWorkspace, Workspace } from "./workspace.ts";

/** Report templates, shipped and added, and filling them. */
export function templatePart(open: OpenWorkspace): TemplateApi {
  /** By what sheets are read with: other spellings and formulas find other slots. */
  const counted = new WeakMap<Matcher, Map<string, TemplateCounts>>();
  const countsBy = ({ matcher }: Knowledge): Map<string, TemplateCounts> => {
    const counts = counted.get(matcher) ?? new Map<string, TemplateCounts>();
    counted.set(matcher, counts);
    return counts;
  };
  return {
    async templates() {
      const space = await open();
      const counts = countsBy(space.learned());
      return fillable(space).map(({ id, file, title, description, own }) => ({
        id,
        title,
        file,
        description,
        own,
        counts: counts.get(id) ?? null,
      }));
    },

    /** Kept by id, which stands for the bytes: an own template's is its hash, a shipped one's file is the build's. */
    async countTemplate(id) {
      const space = await open();
      const learned = space.learned();
      const all = countsBy(learned);
      const known = all.get(id);
      if (known !== undefined) return known;
      const template = fillable(space).find((own) => own.id === id);
      if (template === undefined) return null;
      await macrotask();
      const { countTemplate } = await import("./count-template.ts");
      const counts = await countTemplate(learned, template);
      all.set(id, counts);
      return counts;
    },

    async addTemplate(file, who) {
      const space = await open();
      const { read } = await import("../engine.ts");
      const reading = await read(space.learned(), file.name, file.bytes);
      if (reading.workbook === null) return reading.issues;
      if (!reading.workbook.writable)
        return [
          {
            code: "worker.template_not_writable",
            severity: "error",
            file: file.name,
          },
        ];
      await space.journal.addTemplate(file.name, file.bytes, space.author(who));
      return reading.issues.filter(({ severity }) => severity !== "info");
    },

    async checkFill(request) {
      const space = await open();
      const template = fillable(space).find(
        ({ id }) => id === request.template,
      );
      await macrotask();
      const bytes = await template?.load();
      if (template === undefined || bytes == null) return null;
      const { checkFill } = await import("../engine.ts");
      return checkFill(
        knowledgeOf(space),
        template.file,
        bytes,
        dataOf(space),
        request,
      );
    },

    async fill(request) {
      const space = await open();
      const template = fillable(space).find(
        ({ id }) => id === request.template,
      );
      const bytes = template === undefined ? null : await template.load();
      if (template === undefined || bytes === null)
        return {
          name: "",
          bytes: new Uint8Array(),
          written: 0,
          unchanged: 0,
          empty: [],
          refused: [],
          closure: [],
          issues: [
            {
              code: "worker.no_such_template",
              severity: "error",
              file: template?.file ?? request.template,
            },
          ],
        };
      const { fill } = await import("../engine.ts");
      const filled = await fill(
        knowledgeOf(space),
        template.file,
        bytes,
        dataOf(space),
        request,
        space.parts.recalculate,
      );
      const { regions } = space.knowledge.catalog;
      const region = regions.get(request.region)?.name ?? "";
      return {
        ...filled,
        bytes: filled.bytes ?? new Uint8Array(),
        name: template.file.replace(
          /(\.[^.]+)$/,
          `-${region}${periodWords(request.period)}$1`,
        ),
      };
    },
  };
}

/** What templates are recognised with: sheets that were answered for too. */
function knowledgeOf(space: Workspace): Knowledge {
  return { ...space.learned(), profiles: savedProfiles(space.journal.facts) };
}

/** What templates are filled from. */
function dataOf(space: Workspace): FillData {
  const { observations, records } = space.journal.state;
  return {
    observations,
    statedOf: (indicator) =>
      space.kept().figures(space.catalog(), [], [indicator]),
    computed: new WithComputed(
      new Map(),
      space.kept().computed(space.formulaCodes(), space.catalog()),
    ),
    records,
    targets: space.targets(),
  };
}

/** The templates that are shipped, and those that people added. */
function fillable({ journal, parts }: Workspace): FillableTemplate[] {
  const own = [...journal.facts.templates].map(
    ([name, sha]): FillableTemplate => ({
      id: `own:${sha}`,
      file: name,
      title: { zh: name, en: name },
      description: { zh: "", en: "" },
      own: true,
      load: () => parts.store.getBlob(sha),
    }),
  );
  return [...parts.templates.map(shippedTemplate), ...own];
}
