import type { Facets } from "../../model/facets.ts";

/** 2021年1—6月 or 同比（%） under 项目: a period or a measure, and no indicator nobody knows. */
export function saysElse({ rest, period, measure, text }: Facets): boolean {
  return (
    rest === "" &&
    (period.length + measure.length > 0 ||
      // 浓度 and 数值 are those of the title.
      /(?:浓度|值)(?:[（(][^（()）]*[)）])?$/.test(text.trim()))
  );
}
