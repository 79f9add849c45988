import { serialParts, serialToIso } from "../../model/date-serial.ts";
import {
  rangeText,
  type CellRange,
  type DefinedName,
} from "../../model/sheet.ts";
import type { PlannedWrite } from "../edit-planner.ts";
import { AllowedItems } from "./allowed-items.ts";
import { boundsText, hasTwoBounds, keepsTo } from "./bounds.ts";
import { readRuleFormula } from "./rule-formula.ts";
import type { Validation } from "./sheet-rules.ts";
import type { RuleValue, SheetValues } from "./sheet-values.ts";

/** A value that breaks its cell's rule, and what the rule allows. */
export interface BrokenRule {
  readonly value: string;
  readonly allowed: string;
}

/** Judges writes into one sheet by the rules on their cells. What would have to be calculated is not judged. */
export class RuleJudge {
  readonly #sheet: string;
  readonly #names: readonly DefinedName[];
  readonly #date1904: boolean;
  readonly #values: SheetValues;
  /** Lists that stand in cells, by sheet and range; null for those that are not there. */
  readonly #lists = new Map<string, AllowedItems | null>();

  constructor(
    sheet: string,
    names: readonly DefinedName[],
    date1904: boolean,
    values: SheetValues,
  ) {
    this.#sheet = sheet;
    this.#names = names;
    this.#date1904 = date1904;
    this.#values = values;
  }

  /** Null for a value that keeps to its rule, or that cannot be judged. An empty cell breaks none. */
  async broken(
    { row, column, content }: PlannedWrite,
    rule: Validation,
  ): Promise<BrokenRule | null> {
    if (content.kind === "empty") return null;
    const value: RuleValue =
      content.kind === "text" ? content.text : Number(content.digits);
    const [origin] = rule.ranges;
    const down = row - (origin?.top ?? row);
    const right = column - (origin?.left ?? column);
    const written = content.kind === "text" ? content.text : content.digits;
    if (rule.type === "list") {
      const list = await this.#list(rule.formulas[0], down, right);
      return list === null || list.isEmpty || list.has(value)
        ? null
        : { value: written, allowed: String(list) };
    }
    const first = await this.#bound(rule.formulas[0], down, right);
    const second = hasTwoBounds(rule.operator)
      ? await this.#bound(rule.formulas[1], down, right)
      : 0;
    const measured = rule.type === "textLength" ? [...written].length : value;
    const fits =
      typeof measured === "number" &&
      (rule.type !== "whole" || Number.isInteger(measured)) &&
      (first === null ||
        second === null ||
        keepsTo(rule.operator, measured, first, second));
    if (fits) return null;
    const shown = (bound: number | null, formula: string): string =>
      bound === null ? formula : this.#boundText(rule, bound);
    return {
      value:
        typeof value === "number"
          ? this.#boundText(rule, value, written)
          : written,
      allowed: boundsText(
        rule.operator,
        shown(first, rule.formulas[0]),
        shown(second, rule.formulas[1]),
      ),
    };
  }

  /** A number as a person reads it under a rule: a day, a time, or the number. */
  #boundText(
    { type }: Validation,
    value: number,
    digits = String(value),
  ): string {
    if (type === "date") {
      const day = serialToIso(value, this.#date1904);
      if (day === null) return digits;
      return day.time === "00:00:00" ? day.date : `${day.date} ${day.time}`;
    }
    if (type === "time") {
      const ticks = serialParts(value, this.#date1904)?.ticks;
      if (ticks === undefined || value >= 1) return digits;
      return [Math.floor(ticks / 3600), Math.floor(ticks / 60) % 60]
        .map((part) => String(part).padStart(2, "0"))
        .join(":");
    }
    return digits;
  }

  #read(formula: string, down: number, right: number) {
    return readRuleFormula(formula, this.#sheet, down, right, this.#names);
  }

  async #list(
    formula: string,
    down: number,
    right: number,
  ): Promise<AllowedItems | null> {
    const read = this.#read(formula, down, right);
    if (read.kind === "texts") return new AllowedItems(read.items, false);
    if (read.kind === "number") return new AllowedItems([read.value], false);
    return read.kind === "cells"
      ? this.#cellList(read.sheet, read.range)
      : null;
  }

  async #cellList(
    sheet: string,
    range: CellRange,
  ): Promise<AllowedItems | null> {
    const key = `${sheet}!${rangeText(range)}`;
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const values = await this.#values.in(sheet, range);
    const list = values === null ? null : new AllowedItems(values, true);
    this.#lists.set(key, list);
    return list;
  }

  /** A bound that needs no calculation: a number, or a cell that holds one; null for any other. */
  async #bound(
    formula: string,
    down: number,
    right: number,
  ): Promise<number | null> {
    const read = this.#read(formula, down, right);
    if (read.kind === "number") return read.value;
    if (read.kind !== "cells" || read.range.top !== read.range.bottom)
      return null;
    const [value] = (await this.#values.in(read.sheet, read.range)) ?? [];
    return typeof value === "number" ? value : null;
  }
}
