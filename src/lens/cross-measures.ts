import type { UnitCode } from "../model/codes.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Cell } from "../model/sheet.ts";
import type { SheetContext } from "./bind-context.ts";
import { isFigureless } from "./cell-says.ts";
import type { ColumnSays } from "./column-says.ts";
import { comesFromRow } from "./comes-from-row.ts";
import type { ComparedFigures } from "./compared-figures.ts";
import type { Measured, PlannedCells } from "./cross-plan.ts";
import type { CrossQuestions } from "./cross-questions.ts";
import { unitWritten } from "./read-written.ts";
import { unitOfMeasure } from "./resolve-measure.ts";
import type { RowRest, RowSays } from "./row-says.ts";
import { tidyWords } from "./naming-words.ts";
import type { Surroundings } from "./surroundings.ts";

/** Settles by the cells whether 同比 is a change or a rate of change, or asks. */
export class CrossMeasures {
  readonly #rows: readonly RowSays[];
  readonly #units: Surroundings["units"];
  readonly #context: SheetContext;
  readonly #questions: CrossQuestions;
  readonly #figures: ComparedFigures;
  /** The unit the cells of a column write behind their figures, by column and unit of the indicator. */
  readonly #written = new Map<string, UnitCode | null>();

  constructor(
    rows: readonly RowSays[],
    { units }: Pick<Surroundings, "units">,
    context: SheetContext,
    questions: CrossQuestions,
    figures: ComparedFigures,
  ) {
    this.#figures = figures;
    this.#rows = rows;
    this.#units = units;
    this.#context = context;
    this.#questions = questions;
  }

  /** Settles 同比 without a unit by what the cell itself says. */
  ofCell(
    cell: Cell | undefined,
    plan: PlannedCells,
    column: ColumnSays,
    row: RowSays,
  ): Measured | null {
    const { matcher } = this.#context;
    const { measureOpen, indicator } = plan.resolved;
    const unit = cell === undefined ? null : unitWritten(cell, matcher);
    if (unit === "%" && indicator.unit === "%") {
      // A share that rose by 5% rose by points, or by a twentieth.
      this.#questions.askForChange(column, row);
      return null;
    }
    if (measureOpen === "figures") {
      const settled = this.#byFigures(plan, column, row);
      if (settled === null) this.#questions.askForChange(column, row);
      return settled;
    }
    if (unit !== null) return plan.settledBy(unit);
    if (isFigureless(cell)) return null;
    // 持平, dashes and bare numbers change in the unit the other cells of the column write.
    const others = this.#unitOfColumn(
      column.column,
      indicator,
      comesFromRow(column, row.rest),
    );
    if (others !== null) return plan.settledBy(others);
    if (this.#changesByDays(column, indicator))
      return plan.settledBy(indicator.unit);
    // 单位：%、百分点: the shares are in the one, so what they changed by is in the other.
    if (
      indicator.unit === "%" &&
      this.#units.some(({ value }) => value === "pp")
    )
      return plan.settledBy("pp");
    const settled = this.#byFigures(plan, column, row);
    if (settled !== null) return settled;
    const placeholder =
      cell?.type === "text" && matcher.placeholder(cell.raw.trim()) !== null;
    if (!placeholder) this.#questions.askForChange(column, row);
    return null;
  }

  /** The same for what stands in brackets behind a figure. */
  inBrackets(
    cell: Cell | undefined,
    inner: PlannedCells,
    column: ColumnSays,
    row: RowSays,
  ): Measured | null {
    if (/[%％]\s*[）)]/.test(cell?.raw ?? "")) return inner.settledBy("%");
    this.#questions.askForChange(column, row);
    return null;
  }

  /** By what this year's and last year's figures come to. */
  #byFigures(
    plan: PlannedCells,
    column: ColumnSays,
    row: RowSays,
  ): Measured | null {
    const { resolved } = plan;
    const settled = this.#figures.settle(column, row, resolved);
    if (settled === null) return null;
    return plan.settledBy(
      settled === "changeRate"
        ? "%"
        : unitOfMeasure("change", resolved.indicator),
    );
  }

  /** The one unit written in a column for figures of an indicator's unit; null without one, or with several. */
  #unitOfColumn(
    column: number,
    { unit }: Indicator,
    /** Where rows say the measure, those of figures write the units of figures. */
    onlyChanges: boolean,
  ): UnitCode | null {
    const key = `${column} ${unit} ${String(onlyChanges)}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const { lines, matcher, catalog } = this.#context;
    const units = new Set(
      this.#rows.flatMap(({ row, rest }) => {
        if (onlyChanges && !saysChange(rest)) return [];
        const code = rest.facets.indicator[0]?.value;
        const own =
          code === undefined ? unit : catalog.indicators.get(code)?.unit;
        const cell = own === unit ? lines.cellAt(row, column) : undefined;
        return cell === undefined ? [] : (unitWritten(cell, matcher) ?? []);
      }),
    );
    const [first = null] = units;
    const only = units.size === 1 ? first : null;
    this.#written.set(key, only);
    return only;
  }

  /** 同比增减 of days under 单位：天 and nothing else: whole numbers there are days more or fewer. */
  #changesByDays(
    { column, head }: ColumnSays,
    { kind, unit }: Indicator,
  ): boolean {
    if (kind !== "days") return false;
    const words = tidyWords(head.text);
    if (!/增减|变化|变动|升降/.test(words) || /率|幅|比例/.test(words))
      return false;
    const units = this.#units;
    if (units.length === 0 || units.some(({ value }) => value !== unit))
      return false;
    const { lines } = this.#context;
    return this.#rows.every(({ row }) => {
      const cell = lines.cellAt(row, column);
      return isFigureless(cell) || /^[+-]?\d+$/.test(cell?.raw.trim() ?? "");
    });
  }
}

function saysChange({ facets }: RowRest): boolean {
  const measure = facets.measure[0]?.value;
  return measure === "change" || measure === "changeRate";
}
