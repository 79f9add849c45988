import { type Knowledge, read } from "../engine.ts";
import { countRecordRows } from "../report/plan-records.ts";
import { readCellLooks } from "../workbook/cell-looks.ts";
import type { TemplateCounts } from "./template-api.ts";
import { templatePreview } from "./template-preview.ts";
import type { FillableTemplate } from "./templates.ts";

/** Counts the cells recognition would fill, under a region and a period that stand for any. */
export async function countTemplate(
  knowledge: Knowledge,
  template: FillableTemplate,
): Promise<TemplateCounts> {
  const bytes = await template.load();
  if (bytes === null)
    return { sheets: [], slots: 0, recordRows: 0, preview: null };
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
    preview:
      workbook === null
        ? null
        : templatePreview(
            workbook,
            tables,
            workbook.looks ?? (await readCellLooks(bytes)),
          ),
  };
}
