import { type TemplateResult, html, nothing } from "lit";
import type { RegionInfo } from "../../worker/api.ts";
import type { Names } from "../state/names.ts";
import { regionsInUse } from "./regions-in-use.ts";

/**
 * `<option>`s of the country and its provinces, and of the cities and counties
 * of those provinces that have figures, targets or the one chosen: a list of
 * all three thousand would hide the few that matter.
 */
export function regionOptions(
  names: Names,
  chosen: string,
  everywhere: string,
  withData: readonly string[],
): TemplateResult {
  const regions = regionsInUse(names.catalog, [...withData, chosen]);
  const inside = new Map<string, RegionInfo[]>();
  for (const region of regions) {
    const siblings = inside.get(region.parent);
    if (siblings === undefined) inside.set(region.parent, [region]);
    else siblings.push(region);
  }
  const option = (region: RegionInfo) =>
    html`<option value=${region.code} ?selected=${region.code === chosen}>
      ${names.region(region.code)}
    </option>`;
  const group = (parent: RegionInfo) => {
    const children = inside.get(parent.code) ?? [];
    return children.length === 0
      ? nothing
      : html`<optgroup label=${names.region(parent.code)}>
          ${children.map(option)}
        </optgroup>`;
  };
  const top = regions.filter(
    ({ parent, level }) => parent === "" || level === "province",
  );
  const cities = regions.filter(({ level }) => level === "city");
  return html`<option value="" ?selected=${chosen === ""}>${everywhere}</option>
    ${top.map(option)}
    ${top.filter(({ level }) => level === "province").map(group)}
    ${cities.map(group)}`;
}
