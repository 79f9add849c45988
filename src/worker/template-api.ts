import type { BindingTarget } from "../model/binding.ts";
import type { Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { ClosureItem } from "../model/sheet.ts";
import type { FileInput } from "./file-input.ts";

/** What recognition finds in a template. */
export interface TemplateCounts {
  readonly sheets: readonly string[];
  /** Writable cells. */
  readonly slots: number;
  /** Empty rows of the blocks it marks for records. */
  readonly recordRows: number;
}

export interface TemplateInfo {
  readonly id: string;
  readonly title: Label;
  readonly file: string;
  readonly description: Label;
  /** Null until `countTemplate` was asked about it once. */
  readonly counts: TemplateCounts | null;
  /** True when the user added it. */
  readonly own: boolean;
}

export interface FillRequest {
  readonly template: string;
  readonly region: string;
  readonly period: string;
  readonly asOf: string;
  /** What to do where the template's cell already holds a different value. */
  readonly onConflict: "keep" | "write" | "fail";
}

export interface FillResult {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly written: number;
  readonly unchanged: number;
  /** Slots with no data, by what is missing. */
  readonly empty: readonly {
    readonly cell: string;
    readonly sheet: string;
    readonly wants: string;
    readonly target: BindingTarget;
  }[];
  readonly refused: readonly {
    readonly cell: string;
    readonly sheet: string;
    readonly code: string;
    readonly value: string;
  }[];
  readonly closure: readonly ClosureItem[];
  readonly issues: readonly Issue[];
}

/** Report templates and filling them. */
export interface TemplateApi {
  /** At once; `counts` is there for those that were counted before. */
  templates(): Promise<readonly TemplateInfo[]>;
  /** Recognises one template; null when there is none with this id. */
  countTemplate(id: string): Promise<TemplateCounts | null>;
  /** Adds a template of the user's own; it is kept in the journal's blobs. */
  addTemplate(file: FileInput, who: string): Promise<readonly Issue[]>;
  fill(request: FillRequest): Promise<FillResult>;
}
