import type { Matcher } from "../match/matcher.ts";
import type { Catalog } from "../model/catalog.ts";

export interface TargetListContext {
  readonly file: string;
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  /** What the sheet does not say and a person answered. */
  readonly assume?: { readonly region?: string; readonly period?: string };
}
