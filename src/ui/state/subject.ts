import type { ProgressRow } from "../../model/progress.ts";
import type { HeldFigure, CubeRow, RecordRow } from "../../worker/api.ts";

/** What the inspector shows. */
export type Subject =
  | { readonly type: "progress"; readonly row: ProgressRow }
  | {
      readonly type: "cell";
      readonly row: CubeRow;
      readonly period: string;
      readonly cell: HeldFigure | null;
    }
  | { readonly type: "record"; readonly record: RecordRow };
