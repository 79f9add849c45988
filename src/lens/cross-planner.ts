import type { RegionCode } from "../model/codes.ts";
import type { Cell } from "../model/sheet.ts";
import { parsePeriod, sameLastYear } from "../model/period.ts";
import type { SheetContext } from "./bind-context.ts";
import { isInBrackets } from "./bracket-columns.ts";
import { fallOnYear } from "./cell-says.ts";
import type { ColumnSays } from "./column-says.ts";
import { type CrossPlan, PlannedCells } from "./cross-plan.ts";
import type { FormContext } from "./form-context.ts";
import { asked, NamedCells } from "./named-cells.ts";
import type { PlainKinds } from "./plain-rows.ts";
import { type Resolved, resolveCell } from "./resolve-cell.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowRest, RowSays } from "./row-says.ts";
import { WholeCounts } from "./whole-counts.ts";

/** What is known of the cells of rows that say the same. */
export interface RowPlans {
  readonly rest: RowRest;
  readonly byColumn: (CrossPlan | undefined)[];
  /** Of their numbers, once there is more than one such row. */
  plain: PlainKinds | null;
  /** The places of those rows that were met. */
  readonly regions: Set<RegionCode>;
}

/** Tells what the cells of a table's crossings are, once for each column and kind of row. */
export class CrossPlanner {
  readonly #columns: readonly ColumnSays[];
  readonly #resolve: ResolveContext;
  readonly #context: SheetContext;
  readonly #named = new NamedCells();
  readonly #forms = new Map<string, FormContext>();
  readonly #plans = new Map<RowRest, RowPlans>();
  /** What changes of the figures of a crossing are bound as, where cells say that they are changes. */
  readonly #changes = new Map<PlannedCells, PlannedCells>();
  /** Those of goals that cells write as a fall. */
  readonly #cuts = new Map<PlannedCells, PlannedCells | null>();
  readonly #signatures = new Map<string, number>();
  #repeats = false;

  readonly #counts: WholeCounts;

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    resolve: ResolveContext,
    context: SheetContext,
  ) {
    this.#columns = columns;
    this.#counts = new WholeCounts(
      columns,
      rows,
      context.lines,
      context.catalog,
    );
    this.#resolve = resolve;
    this.#context = context;
  }

  /** True once two crossings state the same thing, if they are of one place. */
  get repeats(): boolean {
    return this.#repeats;
  }

  /** What is known of a kind of row; {@link planAt} fills it. */
  plansOf(rest: RowRest): RowPlans {
    let plans = this.#plans.get(rest);
    if (plans === undefined) {
      plans = { rest, byColumn: [], plain: null, regions: new Set() };
      this.#plans.set(rest, plans);
    }
    return plans;
  }

  /** What is known of a column's cells, and of what their brackets hold. */
  planAt(
    at: number,
    column: ColumnSays,
    { rest, byColumn }: RowPlans,
  ): CrossPlan {
    const known = byColumn[at];
    if (known !== undefined) return known;
    let plan = this.#plan(column, rest);
    const next = this.#columns[at + 1];
    if (
      plan.kind === "resolved" &&
      next !== undefined &&
      isInBrackets(this.#columns, at + 1)
    ) {
      const inner = this.#plan(next, rest);
      if (inner.kind === "doubt") plan = inner;
      else plan.cells.holdInBrackets(inner.cells);
    }
    byColumn[at] = plan;
    return plan;
  }

  #plan(column: ColumnSays, rest: RowRest): CrossPlan {
    const resolution = resolveCell(column, rest, this.#resolve, this.#named);
    if (resolution.kind === "doubt") return resolution;
    const { resolved } = resolution;
    const said =
      column.settled?.indicator ?? rest.settled?.indicator ?? resolved.unitSaid;
    if (said === undefined && this.#counts.contradict(resolved, column, rest))
      return asked(
        "indicator",
        column.facets.indicator.length > 0 ? "column" : "row",
        [resolved.indicator.code],
      );
    return { kind: "resolved", cells: this.#planOf(resolved) };
  }

  /** 同比下降4% as the goal of a level: the goal of its cut against the same time of the year before. */
  cutGoal(cell: Cell | undefined, plan: PlannedCells): PlannedCells | null {
    const { resolved } = plan;
    if (cell?.type !== "text" || resolved.measure !== "target") return null;
    if (cell.formula !== undefined || resolved.indicator.kind === "reduction")
      return null;
    if (!fallOnYear.test(cell.raw)) return null;
    const known = this.#cuts.get(plan);
    if (known !== undefined) return known;
    const { catalog } = this.#context;
    const indicator = catalog.indicators.get(`${resolved.indicator.code}_cut`);
    const period = parsePeriod(resolved.period);
    const base = period === null ? null : sameLastYear(period);
    let cut: PlannedCells | null = null;
    if (indicator !== undefined && base !== null) {
      const goal: Resolved = {
        ...resolved,
        indicator,
        base: base.code,
        stated: "%",
        to: indicator.unit,
        falling: false,
        turned: false,
        fallIsValue: true,
      };
      cut = this.#planOf(goal);
    }
    this.#cuts.set(plan, cut);
    return cut;
  }

  #planOf(resolved: Resolved): PlannedCells {
    return new PlannedCells(
      resolved,
      this.#signature(resolved),
      this.#context,
      this.#forms,
    );
  }

  /** The change that figures of a crossing are where their cells say so. */
  changeOf(plan: PlannedCells): PlannedCells {
    let changes = this.#changes.get(plan);
    if (changes === undefined) {
      const resolved: Resolved = {
        ...plan.resolved,
        measure: "change",
        measureOpen: "cell",
        stated: null,
        falling: false,
        turned: false,
        fallIsValue: false,
      };
      changes = this.#planOf(resolved);
      this.#changes.set(plan, changes);
    }
    return changes;
  }

  /** One number for all cells whose keys differ at most in their region. */
  #signature(resolved: Resolved): number {
    const { indicator, measure, period, variant, base } = resolved;
    const text = [indicator.code, measure, period, variant, base].join("\n");
    let number = this.#signatures.get(text);
    if (number === undefined) {
      number = this.#signatures.size;
      this.#signatures.set(text, number);
    } else this.#repeats = true;
    return number;
  }
}
