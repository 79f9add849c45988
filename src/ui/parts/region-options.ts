import { type TemplateResult, html, nothing } from "lit";
import type { RegionInfo } from "../../worker/api.ts";
import type { Names } from "../state/names.ts";

/** `<option>`s of every region: provinces with their cities, then each city's counties. */
export function regionOptions(
  names: Names,
  chosen: string,
  everywhere: string,
): TemplateResult {
  const { regions } = names.catalog;
  const inside = (parent: RegionInfo) =>
    regions.filter((region) => region.parent === parent.code);
  const option = (region: RegionInfo) =>
    html`<option value=${region.code} ?selected=${region.code === chosen}>
      ${names.region(region.code)}
    </option>`;
  const group = (parent: RegionInfo) => {
    const children = inside(parent);
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
