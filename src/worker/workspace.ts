import type { Journal } from "../dataset/journal.ts";
import { type Knowledge, ledgerOf, withSpellings } from "../knowledge.ts";
import type { LedgerBook } from "../ledger/ledger-book.ts";
import { createMatcher } from "../match/matcher.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Target } from "../model/target.ts";
import { FormulaShelf } from "./formula-shelf.ts";
import type { HostParts } from "./host-parts.ts";
import type { StateInfo } from "./journal-api.ts";
import { KeptRows, type ShownObservation } from "./kept-rows.ts";
import { savedAliases } from "./profile-shelf.ts";
import { targetsOf, withOwnRules } from "./target-desk.ts";

/** An open journal with what it is read by and what is kept of it from call to call: every part of the host works on it. */
export class Workspace {
  readonly journal: Journal;
  readonly parts: HostParts;
  readonly formulas = new FormulaShelf();
  readonly #shipped: Knowledge;
  #knowledge: Knowledge;
  #aliases = "[]";
  #kept: KeptRows | null = null;
  /** The knowledge with the names of people's formulas, for the catalog they make. */
  #taught: Knowledge | null = null;

  constructor(journal: Journal, shipped: Knowledge, parts: HostParts) {
    this.journal = journal;
    this.parts = parts;
    this.#shipped = shipped;
    this.#knowledge = shipped;
    this.learnAliases();
  }

  /** The shipped lists with the spellings that people added. */
  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** Spellings that people added hold beside those of the lists. */
  learnAliases(): void {
    const aliases = savedAliases(this.journal.facts);
    const text = JSON.stringify(aliases);
    if (text === this.#aliases) return;
    this.#aliases = text;
    this.#knowledge = withSpellings(this.#shipped, aliases);
  }

  /** The code lists with the computed indicators that users wrote. */
  catalog(): Catalog {
    return this.formulas.catalog(...this.written());
  }

  /** What the formulas are read against, and where they are written. */
  written(): Parameters<FormulaShelf["catalog"]> {
    return [
      withOwnRules(this.#knowledge, this.journal).catalog,
      this.journal.facts.settings,
    ];
  }

  /** The indicators that users' formulas give. */
  formulaCodes(): readonly IndicatorCode[] {
    return this.formulas.codes(...this.written());
  }

  /** What sheets are read with: a column may be named for an indicator that somebody wrote. */
  learned(): Knowledge {
    const known = this.#knowledge;
    const catalog = this.catalog();
    if (catalog.indicators === known.catalog.indicators)
      return { ...known, catalog };
    if (
      this.#taught?.catalog !== catalog ||
      this.#taught.issues !== known.issues
    )
      this.#taught = { ...known, catalog, matcher: createMatcher(catalog) };
    return this.#taught;
  }

  /** What is stated of some indicators, or of all, with what people's formulas give where no number is. */
  figures(indicators?: readonly IndicatorCode[]): Iterable<ShownObservation> {
    return this.kept().figures(this.catalog(), this.formulaCodes(), indicators);
  }

  /** The values and what is computed from them, kept from call to call. */
  kept(): KeptRows {
    this.#kept ??= new KeptRows(this.journal, this.#knowledge.catalog, () =>
      this.ledger(),
    );
    return this.#kept;
  }

  /** The records of ledgers, with the spellings of places in force. */
  ledger(): LedgerBook {
    return ledgerOf(this.#knowledge, (day) => this.journal.recordsOn(day));
  }

  targets(): readonly Target[] {
    return targetsOf(this.#knowledge, this.journal);
  }

  /** True for a region that is the scope or lies in it; the empty scope holds all. */
  isInScope(region: string, scope: string): boolean {
    if (scope === "" || region === scope) return true;
    const parent = this.#knowledge.catalog.regions.get(region)?.parent ?? "";
    return parent !== "" && this.isInScope(parent, scope);
  }

  author(who: string): { readonly who: string; readonly at: number } {
    return { who, at: this.parts.now() };
  }

  state(): StateInfo {
    const { journal } = this;
    const kept = this.kept();
    const days = kept.dataDays();
    return {
      observations: journal.valueCount,
      records: journal.records.size,
      targets: this.targets().length,
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
      persistent: this.parts.store.persistent,
    };
  }
}

/** The one workspace, once its journal is open. */
export type OpenWorkspace = () => Promise<Workspace>;
