import type { Binding } from "../model/binding.ts";
import type { RegionCode, UnitCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Measure, ObservationKey } from "../model/observation.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import { MergeIndex } from "../table/merge-index.ts";
import type { SheetContext } from "./bind-context.ts";
import { BindingList } from "./binding-list.ts";
import { CERTAIN } from "./certain.ts";
import { type ColumnSays, readColumns } from "./column-says.ts";
import { fractionDecimals } from "./fraction-doubt.ts";
import { Questions } from "./questions.ts";
import type { CellReading, FormContext } from "./form-context.ts";
import { readForm } from "./read-form.ts";
import { unitWritten } from "./read-written.ts";
import { liesIn } from "./region-tree.ts";
import { type Resolution, type Resolved, resolveCell } from "./resolve-cell.ts";
import { unitOfMeasure } from "./resolve-measure.ts";
import { takeApart } from "./written-number.ts";
import { RowReader, type RowRest, type RowSays } from "./row-says.ts";
import type { Surroundings } from "./surroundings.ts";

export interface CrossBindings {
  readonly bindings: Binding[];
  readonly questions: Questions;
  readonly columns: readonly ColumnSays[];
  readonly rows: readonly RowSays[];
}

/** Crossings without a stored cell are bound only in tables up to this width. */
const widestOpen = 256;

/**
 * Binds every body cell of a table to an observation: facets of its column,
 * its row and the surroundings merged, whichever way the table is turned.
 */
export function bindCross(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
): CrossBindings {
  return new CrossBinder(table, surroundings, context).bind();
}

class CrossBinder {
  readonly #table: Table;
  readonly #surroundings: Surroundings;
  readonly #context: SheetContext;
  readonly #merges: MergeIndex;
  readonly #questions = new Questions();
  readonly #list: BindingList;
  readonly #columns: readonly ColumnSays[];
  readonly #columnRegions: readonly (Guess<RegionCode> | null)[];
  readonly #rows: readonly RowSays[];
  readonly #topics: ReadonlySet<string>;
  readonly #resolutions = new Map<RowRest, (Resolution | undefined)[]>();
  readonly #formContexts = new Map<Resolved, Map<Measure, FormContext>>();
  readonly #reasons = new Map<Resolved, Map<string, readonly string[]>>();

  constructor(table: Table, surroundings: Surroundings, context: SheetContext) {
    this.#table = table;
    this.#surroundings = surroundings;
    this.#context = context;
    this.#list = new BindingList(context.sheet);
    this.#merges = new MergeIndex(context.sheet.merges);
    this.#columns = readColumns(table, context.matcher);
    const outer = surroundings.region?.value;
    this.#columnRegions = this.#columns.map((column) =>
      this.#regionOfColumn(column, outer),
    );
    const reader = new RowReader(table, context.matcher, outer);
    this.#rows = table.rows.map((row) => reader.read(row));
    this.#topics = topicsOf(
      this.#columns,
      new Set(this.#rows.map(({ rest }) => rest)),
    );
  }

  bind(): CrossBindings {
    const rows = this.#rows;
    this.#table.rows.forEach((row, index) => {
      const says = rows[index];
      if (says === undefined) return;
      this.#bindOrdinals(row.row, says);
      // A row without a name says nothing, where rows have names.
      if (row.path.length === 0 && this.#table.stubColumns.length > 0) return;
      this.#columns.forEach((column, at) => {
        this.#bindCrossing(says, column, at);
      });
    });
    this.#askForRegion();
    return {
      bindings: this.#list.all,
      questions: this.#questions,
      columns: this.#columns,
      rows,
    };
  }

  /** One question when nothing in or around the table names a place. */
  #askForRegion(): void {
    const named =
      this.#surroundings.region !== null ||
      this.#columnRegions.some((guess) => guess !== null) ||
      this.#rows.some(({ region, unknown }) => region !== null || unknown);
    if (!named) this.#questions.ask(this.#wholeTable(), "region");
  }

  #regionOfColumn(
    column: ColumnSays,
    outer: RegionCode | undefined,
  ): Guess<RegionCode> | null {
    const [best] = column.facets.region;
    if (best === undefined) return null;
    if (best.confidence >= CERTAIN) return best;
    return this.#context.matcher.region(best.words, outer)[0] ?? best;
  }

  #resolution(column: ColumnSays, at: number, rest: RowRest): Resolution {
    let list = this.#resolutions.get(rest);
    if (list === undefined) {
      list = [];
      this.#resolutions.set(rest, list);
    }
    const known = list[at];
    if (known !== undefined) return known;
    const resolution = resolveCell(column, rest, {
      catalog: this.#context.catalog,
      surroundings: this.#surroundings,
      topics: this.#topics,
    });
    list[at] = resolution;
    return resolution;
  }

  #bindCrossing(row: RowSays, column: ColumnSays, at: number): void {
    if (column.kind === "skip") return;
    const anchor = this.#anchor(row.row, column.column);
    if (anchor === null) return;
    const cell = this.#context.sheet.cellAt(anchor.row, anchor.column);
    if (cell === undefined && this.#columns.length > widestOpen) return;
    if (column.kind === "ordinal") {
      this.#list.addOrdinal(cell, row.region?.value ?? "");
      return;
    }
    const resolution = this.#resolution(column, at, row.rest);
    const aggregate = row.aggregate || column.kind === "aggregate";
    if (resolution.kind === "doubt") {
      if (aggregate) return;
      const { doubt } = resolution;
      if (!this.#isWorthAsking(cell, column, row)) return;
      const at =
        doubt.at === "column"
          ? column.head
          : doubt.at === "row"
            ? row.head
            : this.#wholeTable();
      this.#questions.ask(at, doubt.role, doubt.candidates);
      return;
    }
    const region = aggregate
      ? { value: row.region?.value ?? "", confidence: 1, words: "" }
      : this.#region(row, column, at);
    if (region === null) return;
    this.#bindCell(
      cell,
      anchor,
      row,
      column,
      resolution.resolved,
      region,
      aggregate,
    );
  }

  /** The first cell of a merge; null for a merge that begins outside the body. */
  #anchor(row: number, column: number): { row: number; column: number } | null {
    const merge = this.#merges.at(row, column);
    if (merge === undefined) return { row, column };
    const { body } = this.#table;
    return merge.top < body.top || merge.left < body.left
      ? null
      : { row: merge.top, column: merge.left };
  }

  /** Figures are asked about; empty cells only where the header says a part of what they hold; words never. */
  #isWorthAsking(
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): boolean {
    // What a sheet computes from its own cells is nothing new.
    if (cell?.formula !== undefined && !cell.formula.includes("!"))
      return false;
    if (isFigureless(cell)) {
      const { facets } = column;
      return (
        !row.unknown &&
        facets.indicator.length + facets.measure.length + facets.unit.length > 0
      );
    }
    return cell?.type !== "text" || takeApart(cell.raw) !== null;
  }

  #region(
    row: RowSays,
    column: ColumnSays,
    at: number,
  ): Guess<RegionCode> | null {
    const across = this.#columnRegions[at] ?? null;
    const down = row.region;
    const { catalog } = this.#context;
    if (row.unknown) {
      this.#questions.ask(
        row.head,
        "region",
        row.regions.map(({ value }) => value),
      );
      return null;
    }
    let region: Guess<RegionCode> | null;
    if (across !== null && down !== null && across.value !== down.value) {
      if (liesIn(across.value, down.value, catalog)) region = across;
      else if (liesIn(down.value, across.value, catalog)) region = down;
      else {
        this.#questions.ask(column.head, "region", [across.value, down.value]);
        return null;
      }
    } else {
      region = across ?? down ?? this.#surroundings.region;
    }
    if (region === null) {
      this.#questions.ask(this.#wholeTable(), "region");
      return null;
    }
    if (region.confidence < CERTAIN) {
      const at2 =
        region === down
          ? row.head
          : region === across
            ? column.head
            : this.#wholeTable();
      this.#questions.ask(
        at2,
        "region",
        region === down
          ? row.regions.map(({ value }) => value)
          : [region.value],
      );
      return null;
    }
    return region;
  }

  #wholeTable(): HeaderText {
    return (
      this.#table.title[0] ?? {
        text: "",
        row: this.#table.headerRows.top,
        column: this.#table.range.left,
      }
    );
  }

  /** One context for all cells of a kind, so that what follows from it is worked out once. */
  #formContext(
    resolved: Resolved,
    measure: Measure,
    stated: UnitCode | null,
    to: UnitCode,
  ): FormContext {
    let contexts = this.#formContexts.get(resolved);
    if (contexts === undefined) {
      contexts = new Map();
      this.#formContexts.set(resolved, contexts);
    }
    let made = contexts.get(measure);
    if (made === undefined) {
      made = this.#makeFormContext(resolved, measure, stated, to);
      contexts.set(measure, made);
    }
    return made;
  }

  #makeFormContext(
    resolved: Resolved,
    measure: Measure,
    stated: UnitCode | null,
    to: UnitCode,
  ): FormContext {
    const { matcher, catalog, date1904 } = this.#context;
    return {
      expects:
        to === resolved.indicator.unit &&
        resolved.indicator.kind === "class" &&
        isLevel(measure)
          ? "class"
          : "number",
      stated,
      to,
      falling: resolved.falling,
      fallIsValue: resolved.fallIsValue,
      limits: measure === "target",
      pairs: measure === "actual",
      fractionFrom:
        to === "%" ? fractionDecimals(measure, resolved.indicator) : null,
      date1904,
      catalog,
      words: matcher,
    };
  }

  #bindCell(
    cell: Cell | undefined,
    anchor: { readonly row: number; readonly column: number },
    row: RowSays,
    column: ColumnSays,
    resolved: Resolved,
    region: Guess<RegionCode>,
    aggregate: boolean,
  ): void {
    const chosen = this.#chooseMeasure(cell, resolved, column);
    if (chosen === null) return;
    const { measure, stated, to } = chosen;
    const reading = readForm(
      cell,
      this.#formContext(resolved, measure, stated, to),
    );
    if (reading.kind === "doubt") {
      if (!aggregate) this.#askAbout(reading, cell, column, row);
      return;
    }
    if (cell?.type === "error")
      this.#context.report({
        code: "lens.error_cell",
        severity: "warning",
        cell: cellRef(anchor.row, anchor.column),
        params: { cell: cellRef(anchor.row, anchor.column), error: cell.raw },
      });
    const key: ObservationKey = {
      indicator: resolved.indicator.code,
      region: region.value,
      period: resolved.period,
      measure,
      variant: resolved.variant,
      base: resolved.base,
    };
    reading.readings.forEach((slot, index) => {
      this.#list.add(anchor, {
        target: {
          type: "observation",
          key: index === 0 ? key : { ...key, measure: "previous" },
        },
        role: aggregate ? "aggregate" : "value",
        unit: stated ?? to,
        valueUnit: to,
        reading: slot,
        raw: cell?.raw ?? "",
        confidence: Math.min(resolved.confidence, region.confidence),
        reasons: this.#reasonsOf(resolved, region.words),
      });
    });
  }

  #reasonsOf(resolved: Resolved, region: string): readonly string[] {
    let known = this.#reasons.get(resolved);
    if (known === undefined) {
      known = new Map();
      this.#reasons.set(resolved, known);
    }
    let reasons = known.get(region);
    if (reasons === undefined) {
      reasons = [...resolved.reasons, `region=${region}`];
      known.set(region, reasons);
    }
    return reasons;
  }

  /** Settles 同比 without a unit by what the cell itself says. */
  #chooseMeasure(
    cell: Cell | undefined,
    resolved: Resolved,
    column: ColumnSays,
  ): { measure: Measure; stated: UnitCode | null; to: UnitCode } | null {
    if (!resolved.measureOpen)
      return {
        measure: resolved.measure,
        stated: resolved.stated,
        to: resolved.to,
      };
    const unit =
      cell === undefined ? null : unitWritten(cell, this.#context.matcher);
    if (unit === null) {
      const placeholder =
        cell?.type === "text" &&
        this.#context.matcher.placeholder(cell.raw.trim()) !== null;
      if (!isFigureless(cell) && !placeholder)
        this.#questions.ask(column.head, "measure", ["change", "changeRate"]);
      return null;
    }
    const measure: Measure = unit === "%" ? "changeRate" : "change";
    return {
      measure,
      stated: null,
      to: unitOfMeasure(measure, resolved.indicator),
    };
  }

  #askAbout(
    reading: CellReading & { readonly kind: "doubt" },
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (reading.what === "unit") {
      const ofColumn =
        column.facets.unit.length > 0 || row.rest.facets.indicator.length === 0;
      this.#questions.ask(
        ofColumn ? column.head : row.head,
        "unit",
        reading.candidates,
      );
      return;
    }
    if (reading.what === "sign") {
      this.#questions.ask(column.head, "measure", ["change", "changeRate"]);
      return;
    }
    if (cell !== undefined)
      this.#questions.ask(
        { text: cell.raw.trim(), row: cell.row, column: cell.column },
        "value",
      );
  }

  #bindOrdinals(row: number, says: RowSays): void {
    this.#table.stubColumns.forEach((column, index) => {
      const path = this.#table.stubHeaders[index] ?? [];
      if (columnRole(path, this.#context.matcher) !== "ordinal") return;
      if (this.#merges.covered(row, column)) return;
      this.#list.addOrdinal(
        this.#context.sheet.cellAt(row, column),
        says.region?.value ?? "",
      );
    });
  }
}

function isLevel(measure: Measure): boolean {
  return (
    measure === "actual" ||
    measure === "target" ||
    measure === "previous" ||
    measure === "baseline" ||
    measure === "forecast"
  );
}

function isFigureless(cell: Cell | undefined): boolean {
  return cell === undefined || cell.type === "blank" || cell.raw.trim() === "";
}

/** The topics of the indicators that columns and rows name for certain. */
function topicsOf(
  columns: readonly ColumnSays[],
  rests: ReadonlySet<RowRest>,
): Set<string> {
  const topics = new Set<string>();
  const add = (guess: Guess<string> | undefined): void => {
    const topic = guess?.value.split(".")[0];
    if (
      guess !== undefined &&
      topic !== undefined &&
      guess.confidence >= CERTAIN
    )
      topics.add(topic);
  };
  for (const column of columns) add(column.facets.indicator[0]);
  for (const rest of rests) add(rest.facets.indicator[0]);
  return topics;
}
