import { parseJson } from "../../model/parse-json.ts";
import type { ColumnSort } from "./column-sort.ts";

/** A column whose cells must show one text; column as in `SheetView.ids`, text as it is typed. */
export interface ValueFilter {
  readonly column: string;
  readonly text: string;
}

/** How a person arranged the rows and columns of a sheet. Columns are named as in `SheetView.ids`. */
export interface Arrangement {
  readonly sort: ColumnSort | null;
  readonly hidden: readonly string[];
  /** The last column that stays in sight at the left beside the headings; empty for none. */
  readonly frozen: string;
  readonly value: ValueFilter | null;
}

export const plainArrangement: Arrangement = {
  sort: null,
  hidden: [],
  frozen: "",
  value: null,
};

/** Names of the filters of a route that say how a sheet is arranged; a change of layout ends them. */
export const arrangementFilters = [
  "sort",
  "order",
  "hide",
  "freeze",
  "at",
  "is",
] as const;

/** Filters of a route: what they are set to, empty for not at all. */
export type Filters = Readonly<Record<string, string>>;

export function arrangementOf(filters: Filters): Arrangement {
  const { sort = "", order, hide = "", freeze = "", at = "", is } = filters;
  const hidden = hide === "" ? [] : parseJson(hide);
  return {
    sort: sort === "" ? null : { id: sort, descending: order === "desc" },
    hidden: Array.isArray(hidden)
      ? hidden.filter((id): id is string => typeof id === "string")
      : [],
    frozen: freeze,
    value: at === "" ? null : { column: at, text: is ?? "" },
  };
}

export function sortFilters(sort: ColumnSort | null): Filters {
  return {
    sort: sort?.id ?? "",
    order: sort?.descending === true ? "desc" : "",
  };
}

export function hiddenFilters(hidden: readonly string[]): Filters {
  return { hide: hidden.length === 0 ? "" : JSON.stringify(hidden) };
}

export function valueFilters(value: ValueFilter | null): Filters {
  return { at: value?.column ?? "", is: value?.text ?? "" };
}
