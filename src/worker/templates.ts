import type { Label } from "../model/indicator.ts";
import type { ShippedTemplate } from "./assets.ts";

/** A template that can be filled: shipped, or added by the user. */
export interface FillableTemplate {
  readonly id: string;
  readonly file: string;
  readonly title: Label;
  readonly description: Label;
  readonly own: boolean;
  readonly load: () => Promise<Uint8Array | null>;
}

export function shippedTemplate(asset: ShippedTemplate): FillableTemplate {
  const { id, name, title, description, load } = asset;
  return { id, file: name, title, description, own: false, load };
}
