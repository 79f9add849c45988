import { withoutItemNumber } from "../match/item-number.ts";
import { toSimplified } from "../match/traditional.ts";

const metaLabel =
  /(填报|填表|制表|上报|报送|编制|统计|联系|审核|负责|经办|报告|数据|计量|浓度|金额|面积)?(单位|部门|机构|人|时间|日期|期间|时段|期|电话|区划|地区|年份|月份)(名称|（盖章）|\(盖章\)|（章）|\(章\))?\s*[:：]|(?:^|[\s\u3000（(])(?:制表|填表|填报|编制|拟稿|审核|复核|校核|审批|审定|签发|经办|值班员?)\s*[:：]|截[至止]\s*[:：]/;
const attachment =
  /^(?:(?:附件|附表|附|表)\s*[0-9０-９一二三四五六七八九十]*(?:-\d+)?|[（(]?(?:续上?表|接上[表页]|续)\s*\d*[）)]?)\s*[:：]?$/;
/** 共6家 below a list counts it. */
const count = /^[（(]?(?:以上)?共计?\s*\d+\s*[家个户项件条人宗名][）)。]?$/;
const note =
  /^[（(\[【]?\s*(注|备注|说明|填报说明|填表说明|数据来源|资料来源|来源|备注说明|注释|注意事项)\s*\d*\s*[:：]/;
const signature =
  /(填报人|填表人|制表人|审核人|负责人|经办人|联系电话|联系人|主管领导|分管领导|审批人|签字|盖章)[^:：]{0,6}[:：]|(?:制表|填表|拟稿|审核|复核|校核|审批|审定|签发|经办)\s*[:：]/;
const stamp =
  /^[（(【[]?\s*(?:内部(?:资料|文件|材料|使用|参考)|注意保存|仅供(?:内部)?参考|[请严不][勿禁得]外传|征求意见稿|送审稿|讨论稿|初稿)[^:：]*$/;

/** `填报单位：…`, `单位：μg/m³`, `填报时间：…`, also within brackets or after other words. */
export function isMeta(text: string): boolean {
  const words = toSimplified(text);
  return metaLabel.test(words) && !note.test(words);
}

/** `（内部资料，注意保存）`, `（征求意见稿）`: how a paper is to be kept or what has become of it. */
export function isStamp(text: string): boolean {
  return text.length <= longestStamp && stamp.test(toSimplified(text));
}

const longestStamp = 20;

/** `附件1`, `附表2`, `续表`. */
export function isAttachmentLabel(text: string): boolean {
  return attachment.test(text);
}

/** `表1 …`, `（一）…`, `二、…`: the number of a heading. */
const heading =
  /^(?:(?:附件|附表|表|图)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:-\d{1,2})?|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?=[、．:：]|\.(?!\d)))\s*[、.．:：]?\s*/;

/** A heading without its number. */
export function withoutNumber(title: string): string {
  return title.replace(heading, "");
}

/** True for a heading that is one of several: `表1 …`, `（一）…`. */
export function isNumbered(title: string): boolean {
  return heading.test(title);
}

const bracketedMeta = /[（(]([^（()）]*)[）)]/g;

/** The title in a text that holds meta words in brackets (`各市二氧化硫排放量（单位：吨）`); null when nothing else is there. */
export function titleBesideMeta(text: string): string | null {
  const title = text
    .replace(bracketedMeta, (bracket, inside: string) =>
      isMeta(inside) ? "" : bracket,
    )
    .trim();
  return title === "" || title === text.trim() || isMeta(title) ? null : title;
}

/** `注：…`, `数据来源：…`. */
export function isNote(text: string): boolean {
  const plain = toSimplified(text);
  return note.test(plain) || count.test(plain.trim());
}

/** `填报人：张三　审核人：`, as it stands below a table. */
export function isSignature(text: string): boolean {
  return /[:：]/.test(text) && signature.test(toSimplified(text));
}

const office =
  /(?:局|厅|委员会|办公室|中心|监测站|人民政府|专班|领导小组|指挥部|总队|支队|大队|公司)(?:[（(](?:盖?章|公章)[）)])?$/;
const printed =
  /^(?:(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:印发?|制)?$/;

/** An office, a day, or both, as they stand at the foot of a paper: `晋中市生态环境局`, `2021年8月5日印`. */
export function isSignOff(text: string): boolean {
  const words = text.trim().split(/[ \u3000]+/);
  const last = words.at(-1) ?? "";
  if (words.length === 1) return office.test(last) || printed.test(last);
  return (
    words.length === 2 && office.test(words[0] ?? "") && printed.test(last)
  );
}

/** 完成时限, 整改期限: a column of days by which the targets of the rows are due. */
export function isDeadline(header: string): boolean {
  return /(?:时限|期限)$/.test(
    header.replace(/[（(][^（()）]*[)）]$/, "").trim(),
  );
}

/** A year written as a bare number, as headers and stubs have it. */
export function isYearNumber(text: string): boolean {
  return /^(19|20)\d{2}$/.test(text);
}

/** True when a text is a figure with at most a few words around it: `63.6%`, `↓4个`, `约40`, `3.25（3.76）`. */
export function isFigureText(text: string): boolean {
  const plain = withoutItemNumber(text)
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/(?<=\d)\[\d{1,2}\]$/, "")
    .replace(/(?<=\d)(?:[μu]g|mg|微克|毫克)\/(?:m3|立方米|l|升)$/i, "")
    .replace(/^(?:较|比|与)(?:19|20)\d{2}年(?:底|末|同期)?(?:相比)?,?/, "");
  if (/^(?:同比|与?上年(?:同期)?)?(?:基本)?(?:持平|不变|无变化)$/.test(plain))
    return true;
  if (!/\d/.test(plain)) return false;
  if (/^(?:并列)?第-?\d{1,4}(?:\.\d+)?[名位]?(?:\(并列\))?$/.test(plain))
    return true;
  if (/^-?\d{1,4}(?:\.\d+)?\/\d{1,3}$/.test(plain)) return true;
  return (
    /^[^\dA-Za-zμ/]{0,6}\d[\d,]*(\.\d+)?[^\d]{0,6}(\([^()]{1,12}\))?$/.test(
      plain,
    ) &&
    !/^[第表附]/.test(plain) &&
    // 长三角地区41个城市: a place of so many.
    !/^[\u4e00-\u9fff]{3,}\d+个?(?:地级)?(?:城市|市|县区?)$/.test(plain) &&
    // 2.综合指数: a name with its number.
    !/^\d{1,2}[.、][\u4e00-\u9fff]/.test(plain) &&
    !/[年月日]$/.test(plain)
  );
}
