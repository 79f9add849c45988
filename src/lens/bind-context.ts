import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode, RegionCode, Sha256 } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { Profiles } from "../model/profile.ts";
import type { SheetView } from "../model/sheet.ts";
import type { Lines } from "../table/lines.ts";
import type { Matcher } from "../match/matcher.ts";
import type { TableAnswers } from "./table-answers.ts";

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
  /** What was answered before, by the form of the table. */
  readonly profiles?: Profiles;
  /** SHA-256 of the file: some answers hold for one file only. */
  readonly sha?: Sha256;
}

/** The same for one sheet. */
export interface SheetContext extends BindContext {
  readonly sheet: SheetView;
  /** The other sheets of the workbook that are seen. */
  readonly others: readonly SheetView[];
  /** The sheet's cells, read once. */
  readonly lines: Lines;
  readonly date1904: boolean;
  /** True where no other sheet of the workbook holds anything. */
  readonly alone: boolean;
  /** What a person said of the table in hand. */
  readonly answers?: TableAnswers;
  /** Collects the issues of the sheet. */
  report(issue: Omit<Issue, "file" | "sheet">): void;
}
