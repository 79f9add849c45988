import { type Knowledge, read } from "../engine.ts";
import type { ShippedTemplate } from "./assets.ts";
import type { TemplateInfo } from "./api.ts";
import type { Label } from "../model/indicator.ts";

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

/** Counts the cells recognition would fill, under a region and a period that stand for any. */
export async function templateInfo(
  knowledge: Knowledge,
  template: FillableTemplate,
): Promise<TemplateInfo> {
  const { id, file, title, description, own } = template;
  const bytes = await template.load();
  const reading =
    bytes === null
      ? null
      : await read(knowledge, file, bytes, {
          assume: { region: "140000", period: "2021" },
        });
  const slots = (reading?.tables ?? []).reduce(
    (sum, { bindings }) =>
      sum +
      bindings.filter(({ writable, role }) => writable && role === "value")
        .length,
    0,
  );
  return {
    id,
    title: title.zh,
    file,
    sheets: reading?.workbook?.sheets.map(({ name }) => name) ?? [],
    description,
    slots,
    own,
  };
}
