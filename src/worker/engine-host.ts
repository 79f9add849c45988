import { formulaSetting } from "../dataset/formula-setting.ts";
import { Journal } from "../dataset/journal.ts";
import type { JournalStore } from "../dataset/store.ts";
import {
  fill,
  type Knowledge,
  learn,
  ledgerOf,
  read,
  type Reading,
  withSpellings,
} from "../engine.ts";
import type { LedgerBook } from "../ledger/ledger-book.ts";
import { createMatcher, type Matcher } from "../match/matcher.ts";
import { isoDate, parseIsoDate } from "../model/calendar.ts";
import type { Catalog, RawLists, StatusRules } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import {
  keyText,
  type Observation,
  type ObservationKey,
  parseKeyText,
  type Source,
} from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { TableShape } from "../model/profile.ts";
import type { ProgressRow } from "../model/progress.ts";
import type { State } from "../model/state.ts";
import type { Target } from "../model/target.ts";
import { lightRow, plainRow } from "../progress/row.ts";
import type { Recalculate } from "../report/fill-template.ts";
import { periodWords } from "../report/period-words.ts";
import type { CellRange } from "../model/sheet.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type {
  Assume,
  CellComment,
  CellEdit,
  CatalogInfo,
  Changed,
  Cube,
  EditAction,
  EngineApi,
  FileInput,
  FillRequest,
  FillResult,
  ImportResult,
  LogLine,
  NextRank,
  Provenance,
  RankChoice,
  Ranking,
  RankRequest,
  Refusal,
  RecordRow,
  RowOutlook,
  RowName,
  Review,
  Scope,
  Series,
  SeriesRequest,
  SheetExcerpt,
  StateInfo,
  Supposition,
  TargetChange,
  TargetList,
  TargetReview,
  TemplateCounts,
  TemplateInfo,
  Trend,
  WhatIfResult,
  WorkProgress,
} from "./api.ts";
import type { Asset, ShippedTemplate } from "./assets.ts";
import { catalogInfo } from "./catalog-info.ts";
import { cubeOf } from "./cube.ts";
import type {
  FormulaChanged,
  FormulaDraft,
  FormulaInfo,
  FormulaPreview,
  FormulaReport,
  PartsReport,
} from "./formula-api.ts";
import { FormulaShelf } from "./formula-shelf.ts";
import { KeptRows, type ShownObservation } from "./kept-rows.ts";
import { partsReport } from "./parts-report.ts";
import { OpenedFiles } from "./opened-files.ts";
import {
  bodiesOf,
  savedAliases,
  savedProfiles,
  sharedText,
  shelfOf,
} from "./profile-shelf.ts";
import { outlooksOf } from "./outlooks.ts";
import { previewFormula } from "./preview-formula.ts";
import { provenanceOf } from "./provenance.ts";
import { rankChoices } from "./rank-choices.ts";
import { nextRankOf } from "./next-rank.ts";
import { rankingOf } from "./ranking.ts";
import { readTargetFile } from "./read-target-file.ts";
import { readTyped } from "./read-typed.ts";
import type {
  ImportChoices,
  ProfileChange,
  ProfileOutcome,
  Profiles,
  ReviewChanges,
  ReviewChoice,
  ReviewRows,
  ReviewSheetPlace,
  ReviewTablePlace,
} from "./review-api.ts";
import { changesOf } from "./review-changes.ts";
import { reviewFile } from "./review-file.ts";
import { importSession } from "./review-import.ts";
import { reviewRows } from "./review-rows.ts";
import { ReviewSession } from "./review-session.ts";
import { seriesFor } from "./series.ts";
import { sheetExcerpt } from "./sheet-excerpt.ts";
import {
  changeTargets,
  listTargets,
  retireTarget,
  reviseTarget,
  setStatusRules,
  suppose,
  targetsOf,
  withOwnRules,
} from "./target-desk.ts";
import {
  countTemplate,
  type FillableTemplate,
  shippedTemplate,
} from "./templates.ts";
import { trendsOf } from "./trends.ts";
import { WithComputed } from "./with-computed.ts";

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

/** The engine with its journal: what the page calls. */
export class EngineHost implements EngineApi {
  readonly #parts: HostParts;
  readonly #shipped: Knowledge;
  /** The shipped lists with the spellings that people added. */
  #knowledge: Knowledge;
  #aliases = "[]";
  readonly #files: OpenedFiles;
  readonly #reviews = new Map<string, ReviewSession>();
  #journal: Promise<Journal> | null = null;
  #openIssues: readonly Issue[] = [];
  #kept: KeptRows | null = null;
  readonly #formulas = new FormulaShelf();
  /** The knowledge with the names of people's formulas, for the catalog they make. */
  #taught: Knowledge | null = null;
  /** By what sheets are read with: other spellings and formulas find other slots. */
  readonly #counts = new WeakMap<Matcher, Map<string, TemplateCounts>>();
  #reviewCount = 0;
  #stop = { aborted: false };

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#shipped = learn(parts.lists);
    this.#knowledge = this.#shipped;
    this.#files = new OpenedFiles(this.#shipped, parts.store);
  }

  async open(): Promise<{ catalog: CatalogInfo; state: StateInfo }> {
    const journal = await this.#ready();
    return {
      catalog: catalogInfo(this.#catalog(journal), [
        ...this.#knowledge.issues,
        ...this.#openIssues,
        ...this.#formulas.damaged(...this.#written(journal)),
      ]),
      state: await this.state(),
    };
  }

  /** Calls that come while the journal is being opened wait for the same one. */
  #ready(): Promise<Journal> {
    this.#journal ??= Journal.open(this.#parts.store).then(
      ({ journal, issues }) => {
        this.#openIssues = issues;
        this.#learnAliases(journal);
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

  async #recognise(
    id: string,
    files: readonly FileInput[],
    assume: Assume,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<Review> {
    const journal = await this.#ready();
    const stop = { aborted: false };
    this.#stop = stop;
    const profiles = savedProfiles(journal.facts);
    const readings: Reading[] = [];
    const looks = new Map<string, CellLooks>();
    for (const [done, { name, bytes }] of files.entries()) {
      if (stop.aborted) break;
      onProgress({
        done,
        total: files.length,
        doing: "worker.reading",
        file: name,
      });
      await macrotask();
      const reading = await read(this.#learned(journal), name, bytes, {
        assume,
        profiles,
        signal: stop,
      });
      if (stop.aborted) break;
      readings.push(reading);
      const { readCellLooks } = await import("../workbook/cell-looks.ts");
      looks.set(name, reading.workbook?.looks ?? (await readCellLooks(bytes)));
    }
    const session = new ReviewSession(
      id,
      files,
      assume,
      profiles,
      readings,
      looks,
    );
    session.doubt(journal.state, this.#learned(journal));
    this.#reviews.set(id, session);
    return { ...(await this.#shown(session)), cancelled: stop.aborted };
  }

  /** A review as the page sees it; of its files those named, or all. */
  async #shown(
    session: ReviewSession,
    names?: ReadonlySet<string>,
  ): Promise<Review> {
    const journal = await this.#ready();
    const sizes = new Map(
      session.files.map(({ name, bytes }) => [name, bytes.length]),
    );
    return {
      id: session.id,
      files: session.readings
        .filter(({ file }) => names === undefined || names.has(file))
        .map((reading) =>
          reviewFile(
            reading,
            sizes.get(reading.file) ?? 0,
            journal.state,
            journal.importsOf(reading.sha).length > 0,
            session.looks.get(reading.file),
          ),
        ),
      questions: session.questions,
      answered: session.answered,
      unsaved: session.changed.length,
      cancelled: false,
    };
  }

  #openReview(id: string): ReviewSession {
    const open = this.#reviews.get(id);
    if (open === undefined) throw new Error(`no review ${id} is open`);
    return open;
  }

  async answer(
    id: string,
    question: string,
    choice: ReviewChoice,
  ): Promise<Review> {
    const session = this.#openReview(id);
    const journal = await this.#ready();
    const names = session.answer(question, choice, this.#learned(journal));
    return this.#shown(session, names);
  }

  async takeBack(id: string, answer: string): Promise<Review> {
    const session = this.#openReview(id);
    const known = this.#learned(await this.#ready());
    return this.#shown(session, session.takeBack(answer, known));
  }

  async reshape(
    id: string,
    table: ReviewTablePlace,
    shape: TableShape | null,
  ): Promise<Review> {
    const session = this.#openReview(id);
    const known = this.#learned(await this.#ready());
    const names = session.reshape(table, shape, known);
    return this.#shown(session, names);
  }

  async drawTable(
    id: string,
    sheet: ReviewSheetPlace,
    range: CellRange,
  ): Promise<Review | null> {
    const session = this.#openReview(id);
    const known = this.#learned(await this.#ready());
    const names = session.draw(sheet, range, known);
    return names === null ? null : this.#shown(session, names);
  }

  async eraseTable(id: string, table: ReviewTablePlace): Promise<Review> {
    const session = this.#openReview(id);
    const known = this.#learned(await this.#ready());
    return this.#shown(session, session.erase(table, known));
  }

  async reviewRows(
    id: string,
    { file, sheet }: ReviewSheetPlace,
    top: number,
    bottom: number,
  ): Promise<ReviewRows> {
    const journal = await this.#ready();
    const session = this.#openReview(id);
    const reading = session.readings.find((one) => one.file === file);
    const view = reading?.workbook?.sheets[sheet];
    return reading === undefined || view === undefined
      ? { top, bottom, cells: [], bindings: [] }
      : reviewRows(
          reading,
          view,
          journal.state,
          session.looks.get(file) ?? [],
          top,
          bottom,
        );
  }

  async reviewed(id: string): Promise<Review> {
    return this.#shown(this.#openReview(id));
  }

  async changes(id: string, files: readonly string[]): Promise<ReviewChanges> {
    const journal = await this.#ready();
    return changesOf(
      this.#openReview(id).readings.filter(({ file }) => files.includes(file)),
      journal.state,
      journal.inForce(),
    );
  }

  async importReview(
    id: string,
    files: readonly string[],
    who: string,
    choices: ImportChoices = {},
  ): Promise<ImportResult> {
    const journal = await this.#ready();
    const result = await importSession(
      this.#openReview(id),
      files,
      choices,
      savedProfiles(journal.facts),
      journal,
      this.#author(who),
    );
    this.#reviews.delete(id);
    return result;
  }

  async issueWorkbook(
    table: readonly (readonly string[])[],
    title: string,
  ): Promise<Uint8Array> {
    const { issueWorkbook } = await import("./issue-workbook.ts");
    return issueWorkbook(table, title);
  }

  async profiles(): Promise<Profiles> {
    return shelfOf((await this.#ready()).facts);
  }

  async changeProfiles(
    change: ProfileChange,
    who: string,
  ): Promise<ProfileOutcome> {
    const journal = await this.#ready();
    const { bodies, issues } = bodiesOf(change, journal.facts, this.#knowledge);
    await journal.importAll([], () => bodies, this.#author(who));
    this.#learnAliases(journal);
    if (bodies.length > 0)
      for (const session of this.#reviews.values())
        session.refresh(savedProfiles(journal.facts), this.#learned(journal));
    return { ...shelfOf(journal.facts), issues };
  }

  async shareProfiles(ids: readonly string[]): Promise<string> {
    return sharedText((await this.#ready()).facts, ids);
  }

  /** Spellings that people added hold beside those of the lists. */
  #learnAliases(journal: Journal): void {
    const aliases = savedAliases(journal.facts);
    const text = JSON.stringify(aliases);
    if (text === this.#aliases) return;
    this.#aliases = text;
    this.#knowledge = withSpellings(this.#shipped, aliases);
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
    const kept = this.#keptRows(journal);
    const days = kept.dataDays();
    return {
      observations: journal.valueCount,
      records: journal.records.size,
      targets: this.#targets(journal).length,
      conflicts: journal.conflictCount,
      entries: journal.entries().length,
      canUndo: journal.canUndo,
      canRedo: journal.canRedo,
      undoes: journal.undoes,
      lastBackup: journal.lastBackup,
      entriesSinceBackup: journal.entriesSinceBackup,
      latestDay: days[0] ?? null,
      dataDays: days,
      dataMonths: kept.dataMonths(),
      dataRegions: kept.dataRegions(),
      persistent: this.#parts.store.persistent,
    };
  }

  /** The code lists with the computed indicators that users wrote. */
  #catalog(journal: Journal): Catalog {
    return this.#formulas.catalog(...this.#written(journal));
  }

  /** What the formulas are read against, and where they are written. */
  #written(journal: Journal): Parameters<FormulaShelf["catalog"]> {
    return [
      withOwnRules(this.#knowledge, journal).catalog,
      journal.facts.settings,
    ];
  }

  /** What sheets are read with: a column may be named for an indicator that somebody wrote. */
  #learned(journal: Journal): Knowledge {
    const known = this.#knowledge;
    const catalog = this.#catalog(journal);
    if (catalog.indicators === known.catalog.indicators)
      return { ...known, catalog };
    if (
      this.#taught?.catalog !== catalog ||
      this.#taught.issues !== known.issues
    )
      this.#taught = { ...known, catalog, matcher: createMatcher(catalog) };
    return this.#taught;
  }

  /** The state with what people's formulas give where nothing is stated. */
  #computedState(journal: Journal): State {
    const codes = this.#formulas.codes(...this.#written(journal));
    if (codes.length === 0) return journal.state;
    const { state } = journal;
    return {
      ...state,
      observations: new WithComputed(
        state.observations,
        this.#keptRows(journal).computed(codes, this.#catalog(journal)),
      ),
    };
  }

  /** The values and what is computed from them, kept from call to call. */
  #keptRows(journal: Journal): KeptRows {
    this.#kept ??= new KeptRows(journal, this.#knowledge.catalog, () =>
      this.#ledger(journal),
    );
    return this.#kept;
  }

  /** The records of ledgers, with the spellings of places in force. */
  #ledger(journal: Journal): LedgerBook {
    return ledgerOf(this.#knowledge, (day) => journal.recordsOn(day));
  }

  #targets(journal: Journal): readonly Target[] {
    return targetsOf(this.#knowledge, journal);
  }

  async targets(asOf: string): Promise<TargetList> {
    const journal = await this.#ready();
    return listTargets(this.#learned(journal), journal, asOf);
  }

  async setTarget(target: Target, who: string): Promise<Changed> {
    return this.setTargets([{ id: target.id, target }], "", who);
  }

  async setTargets(
    changes: readonly TargetChange[],
    file: string,
    who: string,
  ): Promise<Changed> {
    return this.#change((journal) =>
      changeTargets(
        this.#learned(journal),
        journal,
        changes,
        file,
        this.#author(who),
      ),
    );
  }

  async reviseTarget(
    id: string,
    change: Partial<Target>,
    from: string,
    who: string,
  ): Promise<Changed> {
    return this.#change((journal) =>
      reviseTarget(
        this.#learned(journal),
        journal,
        id,
        change,
        from,
        this.#author(who),
      ),
    );
  }

  async retireTarget(id: string, until: string, who: string): Promise<Changed> {
    return this.#change((journal) =>
      retireTarget(
        this.#learned(journal),
        journal,
        id,
        until,
        this.#author(who),
      ),
    );
  }

  async removeTarget(id: string, who: string): Promise<Changed> {
    return this.setTargets([{ id, target: null }], "", who);
  }

  async readTargets(file: FileInput, assume: Assume): Promise<TargetReview> {
    return readTargetFile(this.#learned(await this.#ready()), file, assume);
  }

  async statusRules(): Promise<{ inForce: StatusRules; shipped: StatusRules }> {
    const { catalog } = withOwnRules(this.#knowledge, await this.#ready());
    return {
      inForce: catalog.statusRules,
      shipped: this.#knowledge.catalog.statusRules,
    };
  }

  async setStatusRules(
    rules: StatusRules | null,
    who: string,
  ): Promise<Changed> {
    return this.#change((journal) =>
      setStatusRules(journal, rules, this.#author(who)),
    );
  }

  async whatIf(
    supposed: readonly Supposition[],
    asOf: string,
  ): Promise<WhatIfResult> {
    const journal = await this.#ready();
    return suppose(
      { ...this.#knowledge, catalog: this.#catalog(journal) },
      journal,
      supposed,
      asOf,
      this.#ledger(journal),
    );
  }

  async #change(
    work: (journal: Journal) => Promise<readonly Issue[]>,
  ): Promise<Changed> {
    const issues = await work(await this.#ready());
    return { state: await this.state(), issues };
  }

  async progress({ region, asOf }: Scope): Promise<readonly ProgressRow[]> {
    const journal = await this.#ready();
    const rows = this.#keptRows(journal).rows(
      asOf,
      this.#catalog(journal),
      this.#targets(journal),
    );
    return rows
      .filter((row) => this.#inScope(row.region, region))
      .map(lightRow);
  }

  async outlooks({ region, asOf }: Scope): Promise<readonly RowOutlook[]> {
    const journal = await this.#ready();
    return outlooksOf(
      this.#keptRows(journal).rows(
        asOf,
        this.#catalog(journal),
        this.#targets(journal),
      ),
      (code) => this.#inScope(code, region),
    );
  }

  async progressRow(name: RowName, asOf: string): Promise<ProgressRow | null> {
    const journal = await this.#ready();
    const { indicator, region } = name;
    const rows = this.#keptRows(journal).rows(
      asOf,
      this.#catalog(journal),
      this.#targets(journal),
      { region, indicators: [indicator] },
    );
    const row = rows.find(
      (one) =>
        one.targetId === name.targetId &&
        one.variant === name.variant &&
        one.base === name.base,
    );
    return row === undefined ? null : plainRow(row);
  }

  #inScope(region: string, scope: string): boolean {
    if (scope === "" || region === scope) return true;
    const parent = this.#knowledge.catalog.regions.get(region)?.parent ?? "";
    return parent !== "" && this.#inScope(parent, scope);
  }

  async cube({ region, asOf }: Scope): Promise<Cube> {
    const journal = await this.#ready();
    const catalog = this.#catalog(journal);
    const { indicators, regions } = catalog;
    const kept = this.#keptRows(journal);
    const codes = this.#formulas.codes(...this.#written(journal));
    // Regions and periods are few beside the figures that name them.
    const inRegion = remembered((code) => this.#inScope(code, region));
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
  }

  async series(request: SeriesRequest): Promise<Series> {
    const journal = await this.#ready();
    const catalog = this.#catalog(journal);
    const targets = this.#targets(journal);
    const kept = this.#keptRows(journal);
    return seriesFor(
      {
        observations: [
          ...kept.countedOf(
            request.indicator,
            request.region,
            catalog,
            parseIsoDate(request.asOf) ?? 0,
          ),
          ...kept.observationsOf(request.indicator, request.region, catalog),
        ],
        rows: kept.rows(request.asOf, catalog, targets, {
          region: request.region,
          indicators: [request.indicator],
        }),
        profile: (year) => kept.profile(request, year, catalog),
      },
      catalog,
      targets,
      request,
    );
  }

  async formulas(): Promise<readonly FormulaInfo[]> {
    const journal = await this.#ready();
    return this.#formulas.list(...this.#written(journal));
  }

  async setFormula(draft: FormulaDraft, who: string): Promise<FormulaChanged> {
    const journal = await this.#ready();
    const accepted = this.#formulas.accept(...this.#written(journal), draft);
    if ("severity" in accepted)
      return {
        state: await this.state(),
        formula: null,
        issues: [accepted],
      };
    const { name, text } = formulaSetting(accepted.code, accepted);
    await journal.setSetting(name, text, this.#author(who));
    return {
      state: await this.state(),
      formula: { ...accepted, issue: null },
      issues: [],
    };
  }

  async removeFormula(code: string, who: string): Promise<FormulaChanged> {
    const journal = await this.#ready();
    const known = (await this.formulas()).some((one) => one.code === code);
    const { name, text } = formulaSetting(code, null);
    if (known) await journal.setSetting(name, text, this.#author(who));
    return {
      state: await this.state(),
      formula: null,
      issues: known ? [] : [{ code: "formula.no_such", severity: "error" }],
    };
  }

  async checkFormula(
    text: string,
    options: { unit?: string; code?: string; caret?: number },
  ): Promise<FormulaReport> {
    const journal = await this.#ready();
    const { unit, ...rest } = options;
    return this.#formulas.report(...this.#written(journal), text, {
      ...rest,
      ...(unit === undefined ? {} : { declared: unit }),
    });
  }

  async previewFormula(
    draft: Parameters<EngineApi["previewFormula"]>[0],
    region: string,
  ): Promise<FormulaPreview | null> {
    const journal = await this.#ready();
    const { error, unit, names } = this.#formulas.check(
      ...this.#written(journal),
      draft.text,
      { declared: draft.unit, code: draft.code },
    );
    if (error !== null) return null;
    const named = new Set(
      names.flatMap(({ kind, code }) => (kind === "region" ? [code] : [])),
    );
    return previewFormula(
      this.#keptRows(journal).observations(
        (code) => named.has(code) || this.#inScope(code, region),
      ),
      this.#catalog(journal),
      {
        code: draft.code === "" ? "user.preview" : draft.code,
        // Nothing that a formula could name.
        label: { zh: "?", en: "?" },
        text: draft.text,
        unit,
        direction: "none",
        decimals: draft.decimals,
      },
      region,
    );
  }

  async parts(
    indicator: string,
    region: string,
    period: string,
    variant: string,
    base: string,
  ): Promise<PartsReport | null> {
    const journal = await this.#ready();
    const catalog = this.#catalog(journal);
    const key = { indicator, region, period, variant, base };
    const kept = this.#keptRows(journal);
    const found = kept.aggregate(catalog, key);
    if (found === null) return null;
    const stated = kept.statedAt({ ...key, measure: "actual" });
    return partsReport(
      found,
      typeof stated === "number" ? stated : null,
      { indicator, region, period },
      catalog,
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
    return provenanceOf(journal.entries(), key, (source) =>
      this.excerpt(source),
    );
  }

  async excerpt(source: Source): Promise<SheetExcerpt | null> {
    const reading = await this.#files.open(source);
    return reading === null ? null : sheetExcerpt(reading, source);
  }

  async rankChoices({ region, asOf }: Scope): Promise<readonly RankChoice[]> {
    const journal = await this.#ready();
    return rankChoices(
      this.#computedState(journal),
      this.#catalog(journal),
      asOf,
      (code) => this.#inScope(code, region),
    );
  }

  async ranking(request: RankRequest): Promise<Ranking> {
    const journal = await this.#ready();
    return rankingOf(
      this.#computedState(journal),
      this.#catalog(journal),
      request,
    );
  }

  async nextRank(
    figure: Parameters<EngineApi["nextRank"]>[0],
  ): Promise<NextRank | null> {
    const journal = await this.#ready();
    return nextRankOf(
      this.#computedState(journal).observations.values(),
      this.#catalog(journal),
      figure,
    );
  }

  async trends(
    indicators: readonly string[],
    { region, asOf }: Scope,
  ): Promise<readonly Trend[]> {
    const journal = await this.#ready();
    return trendsOf(
      this.#computedState(journal),
      this.#catalog(journal),
      indicators,
      asOf,
      (code) => this.#inScope(code, region),
    );
  }

  async edit(
    key: string,
    text: string,
    who: string,
  ): Promise<{ state: StateInfo; issues: readonly Issue[] }> {
    const journal = await this.#ready();
    const { catalog } = this.#knowledge;
    const parsed = parseKeyText(key);
    const typed = this.#isComputed(journal, parsed)
      ? computedOnly(parsed)
      : readTyped(text, parsed, catalog);
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
      const typed = this.#isComputed(journal, parsed)
        ? computedOnly(parsed)
        : readTyped(text, parsed, catalog);
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

  /** An actual that a person's formula gives, and no file states. */
  #isComputed(journal: Journal, key: ObservationKey): boolean {
    return (
      key.measure === "actual" &&
      this.#formulas.codes(...this.#written(journal)).includes(key.indicator) &&
      typeof journal.state.observations.get(keyText(key))?.value !== "number"
    );
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
    this.#learnAliases(journal);
    return this.state();
  }

  async redo(who: string): Promise<StateInfo> {
    const journal = await this.#ready();
    await journal.redoLast(who, this.#parts.now());
    this.#learnAliases(journal);
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

  #countsBy({ matcher }: Knowledge): Map<string, TemplateCounts> {
    const counts =
      this.#counts.get(matcher) ?? new Map<string, TemplateCounts>();
    this.#counts.set(matcher, counts);
    return counts;
  }

  async templates(): Promise<readonly TemplateInfo[]> {
    const counts = this.#countsBy(this.#learned(await this.#ready()));
    return (await this.#fillable()).map(
      ({ id, file, title, description, own }) => ({
        id,
        title,
        file,
        description,
        own,
        counts: counts.get(id) ?? null,
      }),
    );
  }

  /** Kept by id, which stands for the bytes: an own template's is its hash, a shipped one's file is the build's. */
  async countTemplate(id: string): Promise<TemplateCounts | null> {
    const learned = this.#learned(await this.#ready());
    const all = this.#countsBy(learned);
    const known = all.get(id);
    if (known !== undefined) return known;
    const template = (await this.#fillable()).find((own) => own.id === id);
    if (template === undefined) return null;
    await macrotask();
    const counts = await countTemplate(learned, template);
    all.set(id, counts);
    return counts;
  }

  async addTemplate(file: FileInput, who: string): Promise<readonly Issue[]> {
    const journal = await this.#ready();
    const reading = await read(this.#learned(journal), file.name, file.bytes);
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
      {
        ...this.#learned(journal),
        profiles: savedProfiles(journal.facts),
      },
      template.file,
      bytes,
      {
        observations: journal.state.observations,
        computed: new WithComputed(
          new Map(),
          this.#keptRows(journal).computed(
            this.#formulas.codes(...this.#written(journal)),
            this.#catalog(journal),
          ),
        ),
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
    this.#learnAliases(journal);
    return { state: await this.state(), issues };
  }

  #author(who: string): { readonly who: string; readonly at: number } {
    return { who, at: this.#parts.now() };
  }
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

/** Lets waiting messages in, so that a cancel is heard. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
