import type { CatalogInfo } from "./catalog-api.ts";
import type { FigureApi } from "./figure-api.ts";
import type { FileInput } from "./file-input.ts";
import type { FormulaApi } from "./formula-api.ts";
import type { JournalApi, StateInfo } from "./journal-api.ts";
import type { ProfileApi } from "./profile-api.ts";
import type { ProgressApi } from "./progress-api.ts";
import type { RankingApi } from "./ranking-api.ts";
import type { ReviewApi } from "./review-api.ts";
import type { TargetApi } from "./target-api.ts";
import type { TemplateApi } from "./template-api.ts";

export type * from "./catalog-api.ts";
export type * from "./figure-api.ts";
export type * from "./file-input.ts";
export type * from "./formula-api.ts";
export type * from "./journal-api.ts";
export type * from "./profile-api.ts";
export type * from "./progress-api.ts";
export type * from "./ranking-api.ts";
export type * from "./review-api.ts";
export type * from "./review-changes-api.ts";
export type * from "./review-sheet-api.ts";
export type * from "./target-api.ts";
export type * from "./template-api.ts";

/*
 * What crosses between the page and the worker that owns the engine and the
 * storage: structured-clonable data only. The page holds no figures of its own.
 */

/** The engine as the page sees it. Every call resolves; problems come back as issues. */
export interface EngineApi
  extends
    FigureApi,
    FormulaApi,
    JournalApi,
    ProfileApi,
    ProgressApi,
    RankingApi,
    ReviewApi,
    TargetApi,
    TemplateApi {
  open(): Promise<{ catalog: CatalogInfo; state: StateInfo }>;
  /** The shipped example workbooks, as files for `review`. */
  examples(): Promise<readonly FileInput[]>;
}
