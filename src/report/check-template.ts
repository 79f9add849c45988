import type { Matcher } from "../match/matcher.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import type { FillData, FillOptions, FillPorts } from "./fill-ports.ts";
import type { EmptySlot } from "./plan-fill.ts";
import { planTemplate } from "./plan-template.ts";

/** What a template would lack, were it filled now. */
export interface TemplateCheck {
  /** Cells that would hold something of ours: those written, and those that hold it already. */
  readonly ready: number;
  /** Slots nothing is known for. */
  readonly empty: readonly EmptySlot[];
  /** Why it cannot be filled, and what is wrong with it. */
  readonly issues: readonly Issue[];
}

/** Says what filling a template would leave empty; touches no byte. */
export async function checkTemplate(
  knowledge: { readonly catalog: Catalog; readonly matcher: Matcher },
  file: string,
  bytes: Uint8Array,
  data: FillData,
  options: FillOptions,
  ports: Pick<FillPorts, "open" | "bind">,
): Promise<TemplateCheck> {
  const plan = await planTemplate(knowledge, file, bytes, data, options, ports);
  if ("refused" in plan) return { ready: 0, empty: [], issues: plan.refused };
  const { fill, records } = plan;
  return {
    ready: fill.edits.length + fill.unchanged + records.edits.length,
    empty: fill.empty,
    issues: [...plan.issues, ...plan.marks.issues, ...records.issues],
  };
}
