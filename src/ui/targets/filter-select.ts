import { html, type TemplateResult } from "lit";
import { send } from "../state/events.ts";
import { valueOf } from "../state/value-of.ts";

type RouteFilters = Readonly<Record<string, string>>;

/** A choice of a list that narrows 目标 by a filter of the route. */
export function filterOption(
  filters: RouteFilters,
  filter: string,
  value: string,
  words: string,
): TemplateResult {
  return html`<option
    value=${value}
    ?selected=${(filters[filter] ?? "") === value}
  >
    ${words}
  </option>`;
}

/** Puts the value of a list that changed into the route. */
export function filterBy(
  host: HTMLElement,
  filters: RouteFilters,
  filter: string,
  event: Event,
): void {
  send(host, "db-navigate", {
    view: "targets",
    filters: { ...filters, [filter]: valueOf(event) },
  });
}
