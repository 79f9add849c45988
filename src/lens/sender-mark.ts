import { normalise } from "../match/normalise.ts";
import type { Table } from "../model/table.ts";

/** Who filled a form in, where a line of it says so: of a telephone nobody else has the number. */
const telephone =
  /(?:电话|手机|联系方式)(?:号码)?\s*[:：]\s*([\d\-()（） ]{7,20})/;
const sender =
  /(?:填报|上报|报送|填表|编制|制表|审核|联系)(?:单位|部门|机构|人员?)[^:：]{0,8}[:：]\s*([^\s:：]+)/g;

const years = /(?<!\d)(?:19|20)\d{2}(?:年度?)?/g;
const days = /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?(?!\d)/g; // prettier-ignore
const parts =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:月份?|季度?|[上中下]?旬)|前?(?:上|下)半年|前[二三]季度|(?<=月)\d{1,2}[日号]/g;
/** Figures that go on with a date: 2021-06, 1-6月, 6月5. */
const joined =
  /(?<!\d)\d{1,2}[-~至到—–._/、]+(?=§)|(?<=§)[-~至到—–._/、]*\d{1,2}(?!\d)(?:[日号])?/g;
/** Words that say that a file went from hand to hand. */
const passedOn =
  /转发|回复|(?<![a-z])(?:fwd?|re)(?![a-z])|副本|最终|终稿|定稿|修改|修订|更新|[\s\-_+~—–.]/gi;

/**
 * What tells one sender's sheets of a form from another's: the telephone the
 * sheet gives, else the file's name with what its lines say of who filled it
 * in, dates and words of passing it on taken out. Two senders may have one
 * mark (`5月.csv`), one sender may have several.
 */
export function senderMark(
  { meta, outer, notes }: Pick<Table, "meta" | "outer" | "notes">,
  file: string,
): string {
  const lines = [...meta, ...outer, ...notes].map(({ text }) => text);
  for (const line of lines) {
    const number = telephone.exec(line)?.[1]?.replace(/\D/g, "") ?? "";
    if (number.length >= 7) return `☎${number}`;
  }
  const people = lines.flatMap((line) =>
    [...line.matchAll(sender)].map(([, name = ""]) => name),
  );
  return [withoutDates(file.replace(/\.[A-Za-z0-9]{1,5}$/, "")), ...people]
    .join("|")
    .slice(0, 400);
}

function withoutDates(name: string): string {
  let text = normalise(name)
    .replace(days, "§")
    .replace(years, "§")
    .replace(parts, "§");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(joined, "").replace(/§+/g, "§");
  }
  return text.replace(passedOn, "").replaceAll("§", "");
}
