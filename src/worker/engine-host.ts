import { Journal } from "../dataset/journal.ts";
import type { JournalStore } from "../dataset/store.ts";
import {
  fill,
  judge,
  type Knowledge,
  learn,
  read,
  type Reading,
} from "../engine.ts";
import { isoDate } from "../model/calendar.ts";
import type { RawLists } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { parseKeyText } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { Recalculate } from "../report/fill-template.ts";
import { periodWords } from "../report/period-words.ts";
import type {
  Assume,
  CellComment,
  CellEdit,
  CatalogInfo,
  Cube,
  EditAction,
  EngineApi,
  FileInput,
  FillRequest,
  FillResult,
  ImportResult,
  LogLine,
  Provenance,
  Refusal,
  RecordRow,
  Review,
  Scope,
  Series,
  StateInfo,
  TemplateCounts,
  TemplateInfo,
  WorkProgress,
} from "./api.ts";
import type { Asset, ShippedTemplate } from "./assets.ts";
import { catalogInfo } from "./catalog-info.ts";
import { cubeOf } from "./cube.ts";
import { dataDays, dataRegions } from "./data-days.ts";
import { provenanceOf } from "./provenance.ts";
import { readTyped } from "./read-typed.ts";
import { reviewFile } from "./review-file.ts";
import { seriesFor } from "./series.ts";
import {
  countTemplate,
  type FillableTemplate,
  shippedTemplate,
} from "./templates.ts";

/** What the host is given, so that it runs in a worker and in a test alike. */
export interface HostParts {
  readonly store: JournalStore;
  readonly lists: RawLists;
  readonly examples: readonly Asset[];
  readonly templates: readonly ShippedTemplate[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly recalculate?: Recalculate;
}

interface OpenReview {
  readonly files: readonly FileInput[];
  readonly assume: Assume;
  readonly readings: readonly Reading[];
}

/** The engine with its journal: what the page calls. */
export class EngineHost implements EngineApi {
  readonly #parts: HostParts;
  readonly #knowledge: Knowledge;
  readonly #reviews = new Map<string, OpenReview>();
  #journal: Promise<Journal> | null = null;
  #openIssues: readonly Issue[] = [];
  readonly #counts = new Map<string, TemplateCounts>();
  #reviewCount = 0;
  #stop = { aborted: false };

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#knowledge = learn(parts.lists);
  }

  async open(): Promise<{ catalog: CatalogInfo; state: StateInfo }> {
    await this.#ready();
    return {
      catalog: catalogInfo(this.#knowledge.catalog, [
        ...this.#knowledge.issues,
        ...this.#openIssues,
      ]),
      state: await this.state(),
    };
  }

  /** Calls that come while the journal is being opened wait for the same one. */
  #ready(): Promise<Journal> {
    this.#journal ??= Journal.open(this.#parts.store).then(
      ({ journal, issues }) => {
        this.#openIssues = issues;
        return journal;
      },
      (refusal: unknown) => {
        this.#journal = null;
        throw refusal;
      },
    );
    return this.#journal;
  }

  async review(
    files: readonly FileInput[],
    assume: Assume,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<Review> {
    this.#reviewCount += 1;
    return this.#recognise(
      `review-${this.#reviewCount}`,
      files,
      assume,
      onProgress,
    );
  }

  async reassume(id: string, assume: Assume): Promise<Review> {
    const open = this.#openReview(id);
    return this.#recognise(
      id,
      open.files,
      { ...open.assume, ...assume },
      () => undefined,
    );
  }

  async #recognise(
    id: string,
    files: readonly FileInput[],
    assume: Assume,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<Review> {
    const journal = await this.#ready();
    const stop = { aborted: false };
    this.#stop = stop;
    const readings: Reading[] = [];
    for (const [done, { name, bytes }] of files.entries()) {
      if (stop.aborted) break;
      onProgress({
        done,
        total: files.length,
        doing: "worker.reading",
        file: name,
      });
      await macrotask();
      const reading = await read(this.#knowledge, name, bytes, {
        assume,
        signal: stop,
      });
      if (!stop.aborted) readings.push(reading);
    }
    this.#reviews.set(id, { files, assume, readings });
    const sizes = new Map(files.map(({ name, bytes }) => [name, bytes.length]));
    return {
      id,
      files: readings.map((reading) =>
        reviewFile(
          reading,
          sizes.get(reading.file) ?? 0,
          journal.state,
          journal.importsOf(reading.sha).length > 0,
        ),
      ),
      cancelled: stop.aborted,
    };
  }

  #openReview(id: string): OpenReview {
    const open = this.#reviews.get(id);
    if (open === undefined) throw new Error(`no review ${id} is open`);
    return open;
  }

  async importReview(
    id: string,
    files: readonly string[],
    who: string,
  ): Promise<ImportResult> {
    const journal = await this.#ready();
    const { readings, files: inputs, assume } = this.#openReview(id);
    const conflictsBefore = journal.state.conflicts.length;
    let observations = 0;
    let records = 0;
    for (const reading of readings) {
      const input = inputs.find(({ name }) => name === reading.file);
      if (!files.includes(reading.file) || input === undefined) continue;
      if (reading.observations.length + reading.records.length === 0) continue;
      const { entry } = await journal.importFile({
        file: reading.file,
        bytes: input.bytes,
        observations: reading.observations,
        records: reading.records,
        assume: { ...assume },
        ...this.#author(who),
      });
      if (entry === null) continue;
      observations += reading.observations.length;
      records += reading.records.length;
    }
    this.#reviews.delete(id);
    return {
      observations,
      records,
      conflicts: journal.state.conflicts.length - conflictsBefore,
      issues: [],
    };
  }

  async discardReview(id: string): Promise<void> {
    this.#reviews.delete(id);
  }

  async cancel(): Promise<void> {
    this.#stop.aborted = true;
  }

  async examples(): Promise<readonly FileInput[]> {
    return Promise.all(
      this.#parts.examples.map(async ({ name, load }) => ({
        name,
        bytes: await load(),
      })),
    );
  }

  async state(): Promise<StateInfo> {
    const journal = await this.#ready();
    const { state } = journal;
    const days = dataDays(state.observations.values());
    return {
      observations: state.observations.size,
      records: state.records.size,
      targets: this.#targets(journal).length,
      conflicts: state.conflicts.length,
      entries: journal.entries().length,
      canUndo: journal.canUndo,
      canRedo: journal.canRedo,
      undoes: journal.undoes,
      lastBackup: journal.lastBackup,
      entriesSinceBackup: journal.entriesSinceBackup,
      latestDay: days[0] ?? null,
      dataDays: days,
      dataRegions: dataRegions(state.observations.values()),
      persistent: this.#parts.store.persistent,
    };
  }

  /** The shipped targets with the user's own in place of those they replace. */
  #targets(journal: Journal) {
    const own = journal.state.targets;
    return [
      ...this.#knowledge.catalog.targets.filter(({ id }) => !own.has(id)),
      ...own.values(),
    ];
  }

  async progress({ region, asOf }: Scope): Promise<readonly ProgressRow[]> {
    const journal = await this.#ready();
    const rows = judge(
      this.#knowledge,
      journal.state.observations.values(),
      asOf,
      { targets: this.#targets(journal) },
    );
    return rows.filter((row) => this.#inScope(row.region, region));
  }

  #inScope(region: string, scope: string): boolean {
    if (scope === "" || region === scope) return true;
    const parent = this.#knowledge.catalog.regions.get(region)?.parent ?? "";
    return parent !== "" && this.#inScope(parent, scope);
  }

  async cube({ region, asOf }: Scope): Promise<Cube> {
    const journal = await this.#ready();
    const { indicators, regions } = this.#knowledge.catalog;
    // Regions and periods are few beside the figures that name them.
    const inRegion = remembered((code) => this.#inScope(code, region));
    const begun = remembered((period) => {
      const start = parsePeriod(period)?.start;
      return start === undefined || isoDate(start) <= asOf;
    });
    return cubeOf(
      {
        state: journal.state,
        imported: (key) => journal.imported(key),
        comments: journal.facts.comments,
      },
      { indicators: [...indicators.keys()], regions: [...regions.keys()] },
      (key) => inRegion(key.region) && begun(key.period),
    );
  }

  async series(
    indicator: string,
    region: string,
    variant: string,
    asOf: string,
  ): Promise<Series> {
    const journal = await this.#ready();
    return seriesFor(
      journal.state,
      this.#knowledge.catalog,
      this.#targets(journal),
      { indicator, region, variant, asOf },
    );
  }

  async records(kind: string): Promise<readonly RecordRow[]> {
    const { state } = await this.#ready();
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
  }

  async provenance(key: string): Promise<Provenance> {
    const journal = await this.#ready();
    return provenanceOf(journal.entries(), key, this.#parts.store);
  }

  async edit(
    key: string,
    text: string,
    who: string,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }> {
    const journal = await this.#ready();
    const { catalog } = this.#knowledge;
    const parsed = parseKeyText(key);
    const typed = readTyped(text, parsed, catalog);
    if ("code" in typed) return { state: await this.state(), issues: [typed] };
    await journal.edit({
      key: parsed,
      value: typed.value,
      missing: typed.missing,
      decimals: typed.decimals,
      unit:
        journal.state.observations.get(key)?.unit ??
        catalog.indicators.get(parsed.indicator)?.unit ??
        "",
      ...this.#author(who),
    });
    return { state: await this.state(), issues: [] };
  }

  async editMany(
    edits: readonly CellEdit[],
    action: EditAction,
    who: string,
  ): Promise<{ state: StateInfo; refused: readonly Refusal[] }> {
    const journal = await this.#ready();
    const { catalog } = this.#knowledge;
    const refused: Refusal[] = [];
    const taken: Parameters<Journal["editMany"]>[1][number][] = [];
    for (const { key, text, unit } of edits) {
      const parsed = parseKeyText(key);
      const typed = readTyped(text, parsed, catalog);
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
      await journal.editMany(action, taken, this.#author(who));
    return { state: await this.state(), refused };
  }

  async comments(key: string): Promise<readonly CellComment[]> {
    const journal = await this.#ready();
    return journal.facts.comments.get(key) ?? [];
  }

  async comment(key: string, text: string, who: string): Promise<StateInfo> {
    const journal = await this.#ready();
    await journal.comment(key, text, this.#author(who));
    return this.state();
  }

  async settings(prefix: string): Promise<Readonly<Record<string, string>>> {
    const journal = await this.#ready();
    return Object.fromEntries(
      [...journal.facts.settings].flatMap(([name, text]) =>
        name.startsWith(prefix) && text !== ""
          ? [[name.slice(prefix.length), text]]
          : [],
      ),
    );
  }

  async setSetting(
    name: string,
    text: string,
    who: string,
  ): Promise<StateInfo> {
    const journal = await this.#ready();
    await journal.setSetting(name, text, this.#author(who));
    return this.state();
  }

  async undo(who: string): Promise<StateInfo> {
    const journal = await this.#ready();
    await journal.undoLast(who, this.#parts.now());
    return this.state();
  }

  async redo(who: string): Promise<StateInfo> {
    const journal = await this.#ready();
    await journal.redoLast(who, this.#parts.now());
    return this.state();
  }

  async log(): Promise<readonly LogLine[]> {
    const journal = await this.#ready();
    return journal.log();
  }

  async #fillable(): Promise<readonly FillableTemplate[]> {
    const journal = await this.#ready();
    const own = [...journal.facts.templates].map(
      ([name, sha]): FillableTemplate => ({
        id: `own:${sha}`,
        file: name,
        title: { zh: name, en: name },
        description: { zh: "", en: "" },
        own: true,
        load: () => this.#parts.store.getBlob(sha),
      }),
    );
    return [...this.#parts.templates.map(shippedTemplate), ...own];
  }

  async templates(): Promise<readonly TemplateInfo[]> {
    return (await this.#fillable()).map(
      ({ id, file, title, description, own }) => ({
        id,
        title,
        file,
        description,
        own,
        counts: this.#counts.get(id) ?? null,
      }),
    );
  }

  /** Kept by id, which stands for the bytes: an own template's is its hash, a shipped one's file is the build's. */
  async countTemplate(id: string): Promise<TemplateCounts | null> {
    const known = this.#counts.get(id);
    if (known !== undefined) return known;
    const template = (await this.#fillable()).find((own) => own.id === id);
    if (template === undefined) return null;
    await macrotask();
    const counts = await countTemplate(this.#knowledge, template);
    this.#counts.set(id, counts);
    return counts;
  }

  async addTemplate(file: FileInput, who: string): Promise<readonly Issue[]> {
    const journal = await this.#ready();
    const reading = await read(this.#knowledge, file.name, file.bytes);
    if (reading.workbook === null) return reading.issues;
    if (!reading.workbook.writable)
      return [
        {
          code: "worker.template_not_writable",
          severity: "error",
          file: file.name,
        },
      ];
    await journal.addTemplate(file.name, file.bytes, this.#author(who));
    return reading.issues.filter(({ severity }) => severity !== "info");
  }

  async fill(request: FillRequest): Promise<FillResult> {
    const journal = await this.#ready();
    const template = (await this.#fillable()).find(
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
    const { catalog } = this.#knowledge;
    const filled = await fill(
      this.#knowledge,
      template.file,
      bytes,
      {
        observations: journal.state.observations,
        records: journal.state.records,
        targets: this.#targets(journal),
      },
      request,
      this.#parts.recalculate,
    );
    const region = catalog.regions.get(request.region)?.name ?? "";
    return {
      ...filled,
      bytes: filled.bytes ?? new Uint8Array(),
      name: template.file.replace(
        /(\.[^.]+)$/,
        `-${region}${periodWords(request.period)}$1`,
      ),
    };
  }

  async backup(who: string): Promise<{ name: string; bytes: Uint8Array }> {
    const journal = await this.#ready();
    const bytes = await journal.backup(this.#author(who));
    const day = isoDate(Math.floor(this.#parts.now() / 86_400_000));
    return { name: `dabiao-${day}.dabiao`, bytes };
  }

  async restore(
    bytes: Uint8Array,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }> {
    const journal = await this.#ready();
    const { issues } = await journal.restore(bytes);
    return { state: await this.state(), issues };
  }

  #author(who: string): { readonly who: string; readonly at: number } {
    return { who, at: this.#parts.now() };
  }
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

/** Lets waiting messages in, so that a cancel is heard. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
