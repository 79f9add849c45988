import { type Knowledge, read } from "../engine.ts";
import { countRecordRows } from "../report/plan-records.ts";
import type { ShippedTemplate } from "./assets.ts";
import type { TemplateCounts } from "./template-api.ts";
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
export async function countTemplate(
  knowledge: Knowledge,
  template: FillableTemplate,
): Promise<TemplateCounts> {
  const bytes = await template.load();
  if (bytes === null) return { sheets: [], slots: 0, recordRows: 0 };
  const { workbook, tables } = await read(knowledge, template.file, bytes, {
    assume: { region: "140000", period: "2021" },
  });
  return {
    sheets: workbook?.sheets.map(({ name }) => name) ?? [],
    slots: tables.reduce(
      (sum, { bindings }) =>
        sum +
        bindings.filter(({ writable, role }) => writable && role === "value")
          .length,
      0,
    ),
    recordRows:
      workbook === null
        ? 0
        : countRecordRows(workbook, tables, knowledge.matcher),
  };
}
