import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode, RegionCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { SheetView } from "../model/sheet.ts";
import type { Lines } from "../table/lines.ts";
import type { Matcher } from "../match/matcher.ts";

/** What is said for sheets that do not say it themselves. */
export interface Assumed {
  readonly region?: RegionCode;
  readonly period?: PeriodCode;
}

/** What binding a workbook needs besides the workbook. */
export interface BindContext {
  /** File name: it may name the period and the region. */
  readonly file: string;
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  readonly assume?: Assumed;
}

/** The same for one sheet. */
export interface SheetContext extends BindContext {
  readonly sheet: SheetView;
  /** The sheet's cells, read once. */
  readonly lines: Lines;
  readonly date1904: boolean;
  /** Collects the issues of the sheet. */
  report(issue: Omit<Issue, "file" | "sheet">): void;
}
