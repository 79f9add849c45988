import type { Matcher } from "../match/matcher.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import type { CellEdit } from "../model/sheet.ts";
import type { FillData, FillOptions, FillPorts } from "./fill-ports.ts";
import { applyMarks } from "./marks.ts";
import { dateWords, periodWords } from "./period-words.ts";
import { type FillPlan, planFill } from "./plan-fill.ts";
import { planRecords, type RecordPlan } from "./plan-records.ts";
import { createResolver } from "./resolve-value.ts";

/** What filling a template would write, and why. */
export interface TemplatePlan {
  /** Of the marks that name period, place and day. */
  readonly marks: {
    readonly edits: readonly CellEdit[];
    readonly issues: readonly Issue[];
  };
  readonly fill: FillPlan;
  readonly records: RecordPlan;
  /** Found while opening it. */
  readonly issues: readonly Issue[];
}

/** Why a template cannot be filled at all. */
export interface TemplateRefusal {
  readonly refused: readonly Issue[];
}

/** Opens a template, recognises it and looks up what belongs in each slot; touches no byte. */
export async function planTemplate(
  {
    catalog,
    matcher,
  }: { readonly catalog: Catalog; readonly matcher: Matcher },
  file: string,
  bytes: Uint8Array,
  data: FillData,
  { region, period, asOf, onConflict }: FillOptions,
  ports: Pick<FillPorts, "open" | "bind">,
): Promise<TemplatePlan | TemplateRefusal> {
  const { workbook, issues } = await ports.open(bytes, { file });
  if (workbook === null) return { refused: issues };
  if (!workbook.writable)
    return {
      refused: [
        ...issues,
        { code: "worker.template_not_writable", severity: "error", file },
      ],
    };
  const marked = applyMarks(
    workbook,
    {
      报告期: periodWords(period),
      地区: catalog.regions.get(region)?.name ?? region,
      填报日期: dateWords(asOf),
    },
    file,
  );
  const tables = ports.bind(marked.workbook, {
    region,
    period,
  });
  return {
    marks: marked,
    fill: planFill(
      tables,
      createResolver({ ...data, catalog, asOf }),
      data.records,
      { onConflict, file },
    ),
    records: planRecords(
      marked.workbook,
      tables,
      [...data.records.values()],
      matcher,
      file,
      { region, regions: catalog.regions },
    ),
    issues,
  };
}
