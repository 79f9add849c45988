import type { Language } from "./message.ts";
import { periodText } from "./period-text.ts";

/** Records as a step lists them, a line each with id, cell and deadline apart by tabs, as words: `任务（台账.xlsx 台账!B5，2021年6月30日）、…`. */
export function recordsText(value: string, language: Language): string {
  const zh = language === "zh";
  return value
    .split("\n")
    .map((line) => {
      const [id = "", ...rest] = line.split("\t");
      const said = rest.map((one) =>
        /^\d{4}-\d\d-\d\d$/.test(one) ? periodText(one, language) : one,
      );
      const inside = said.filter((one) => one !== "").join(zh ? "，" : ", ");
      if (inside === "") return id;
      return zh ? `${id}（${inside}）` : `${id} (${inside})`;
    })
    .join(zh ? "、" : "; ");
}
