import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { SheetContext } from "./bind-context.ts";
import { isPair, onYear, saysChange, saysOtherLevel } from "./cell-says.ts";
import type { ColumnSays } from "./column-says.ts";
import type { CrossList } from "./cross-list.ts";
import type { CrossMeasures } from "./cross-measures.ts";
import type { PlannedCells } from "./cross-plan.ts";
import type { CrossPlanner } from "./cross-planner.ts";
import type { CrossQuestions } from "./cross-questions.ts";
import type { FormContext, Reading } from "./form-context.ts";
import { readPlainNumber } from "./form/read-number-cell.ts";
import { isUnchanged } from "./form/unchanged-words.ts";
import { readForm } from "./read-form.ts";
import { unitWritten } from "./read-written.ts";
import { unitOfMeasure } from "./resolve-measure.ts";
import type { RowSays } from "./row-says.ts";

/** Where what cells hold goes, and what is asked of them. */
export interface BinderParts {
  readonly list: CrossList;
  readonly planner: CrossPlanner;
  readonly measures: CrossMeasures;
  readonly questions: CrossQuestions;
  /** Columns of two figures with a stroke between them. */
  readonly strokes: ReadonlySet<number>;
}

/** Reads the cells of resolved crossings and binds the figures they hold, or asks. */
export class CellBinder {
  readonly #context: SheetContext;
  readonly #list: CrossList;
  readonly #planner: CrossPlanner;
  readonly #measures: CrossMeasures;
  readonly #questions: CrossQuestions;
  readonly #strokes: ReadonlySet<number>;
  /** Readings of texts, by how they are read and by their number. */
  readonly #texts = new Map<FormContext, Map<number, Reading>>();

  constructor(
    { list, planner, measures, questions, strokes }: BinderParts,
    context: SheetContext,
  ) {
    this.#context = context;
    this.#list = list;
    this.#planner = planner;
    this.#measures = measures;
    this.#questions = questions;
    this.#strokes = strokes;
  }

  /** Binds a cell with a text that was read before. False for any other text. */
  bindKnown(
    cell: number,
    column: ColumnSays,
    row: number,
    plan: PlannedCells,
    region: Guess<RegionCode>,
  ): boolean {
    const { cells } = this.#context.lines;
    const { measured } = plan;
    if (measured === null || plan.inner !== null) return false;
    const form = plan.formContext(measured);
    const reading = this.#texts.get(form)?.get(cells.textAt(cell));
    if (reading === undefined) return false;
    const here = { row, column: column.column };
    this.#list.add(here, column, plan, measured, region, reading, false);
    return true;
  }

  /** `anchor`: where the cell begins, which is elsewhere if it is merged. */
  bind(
    cell: Cell | undefined,
    anchor: { readonly row: number; readonly column: number },
    row: RowSays,
    column: ColumnSays,
    plan: PlannedCells,
    region: Guess<RegionCode>,
    aggregate: boolean,
  ): void {
    const cut = this.#planner.cutGoal(cell, plan);
    if (cut !== null) {
      this.bind(cell, anchor, row, column, cut, region, aggregate);
      return;
    }
    if (saysOtherLevel(cell, plan)) {
      if (!aggregate) this.#questions.askForValue(cell, column, row);
      return;
    }
    const changed = saysChange(cell, plan)
      ? this.#planner.changeOf(plan)
      : null;
    if (changed !== null && cell !== undefined) {
      this.#bindChange(cell, anchor, row, column, changed, region, aggregate);
      return;
    }
    const measured =
      plan.measured ?? this.#measures.ofCell(cell, plan, column, row);
    if (measured === null) return;
    const { inner } = plan;
    const stroke = inner !== null && this.#strokes.has(column.column);
    if (stroke && /\d/.test(cell?.raw ?? "") && !isPair(cell)) {
      // Of a bare 198 beside 198/243 nobody says which side it is.
      if (!aggregate) this.#questions.askForValue(cell, column, row);
      return;
    }
    const plain = readPlainNumber(cell, plan.formContext(measured));
    if (plain !== null) {
      this.#list.add(anchor, column, plan, measured, region, plain, aggregate);
      return;
    }
    const held =
      inner === null || !isPair(cell)
        ? null
        : (inner.measured ??
          this.#measures.inBrackets(cell, inner, column, row));
    if (inner !== null && held === null && isPair(cell)) return;
    const reading = readForm(
      cell,
      inner === null || held === null
        ? plan.formContext(measured)
        : plan.pairContext(measured, inner.formContext(held)),
    );
    if (reading.kind === "doubt") {
      if (!aggregate) this.#questions.askAbout(reading, cell, column, row);
      return;
    }
    if (cell?.type === "error")
      this.#context.report({
        code: "lens.error_cell",
        severity: "warning",
        cell: cellRef(anchor.row, anchor.column),
        params: { cell: cellRef(anchor.row, anchor.column), error: cell.raw },
      });
    const [read, second] = reading.readings;
    if (read === undefined) return;
    // One number alone written there would be no two figures.
    const first: Reading =
      stroke && second === undefined
        ? { ...read, form: { kind: "fixed", why: "other" } }
        : read;
    this.#list.add(anchor, column, plan, measured, region, first, aggregate);
    if (second === undefined) {
      if (cell !== undefined && inner === null && !stroke)
        this.#keepText(cell, plan.formContext(measured), first);
      return;
    }
    if (inner === null || held === null)
      this.#list.add(
        anchor,
        column,
        plan,
        plan.previous(measured),
        region,
        second,
        aggregate,
      );
    else this.#list.add(anchor, column, inner, held, region, second, aggregate);
  }

  /** Keeps how a text was read for the cells that hold the same and are read the same way. */
  #keepText(
    { row, column, type, raw, formula }: Cell,
    form: FormContext,
    reading: Reading,
  ): void {
    // What these say hangs on the period too.
    if (type !== "text" || formula !== undefined || onYear.test(raw)) return;
    // Of a blank its format counts.
    if (raw.trim() === "") return;
    const { lines } = this.#context;
    const text = lines.cells.textAt(lines.indexAt(row, column));
    let texts = this.#texts.get(form);
    if (texts === undefined) {
      texts = new Map();
      this.#texts.set(form, texts);
    }
    texts.set(text, reading);
  }

  /** 同比下降6.2% in a cell below a figure: its change, read only where it writes no number. */
  #bindChange(
    cell: Cell,
    anchor: { readonly row: number; readonly column: number },
    row: RowSays,
    column: ColumnSays,
    plan: PlannedCells,
    region: Guess<RegionCode>,
    aggregate: boolean,
  ): void {
    const { indicator } = plan.resolved;
    const same = isUnchanged(cell.raw.trim());
    const unit = same
      ? unitOfMeasure("change", indicator)
      : unitWritten(cell, this.#context.matcher);
    if (unit === null || (unit === "%" && indicator.unit === "%")) {
      // A share that fell by 5% fell by points, or by a twentieth.
      if (!aggregate) this.#questions.askForChange(column, row);
      return;
    }
    const measured = plan.settledBy(unit);
    const read = readForm(cell, plan.formContext(measured));
    const [reading] = read.kind === "read" ? read.readings : [];
    if (reading === undefined) {
      if (!aggregate && read.kind === "doubt")
        this.#questions.askAt(anchor, cell);
      return;
    }
    this.#list.add(
      anchor,
      column,
      plan,
      measured,
      region,
      same ? { ...reading, form: { kind: "fixed", why: "other" } } : reading,
      aggregate,
    );
  }
}
