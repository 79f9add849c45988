/**
 * Goals that say no number: `zero` (清零), `all` done (全部完成), each `onTime`
 * (按期完成).
 */
export type Closing = "zero" | "all" | "onTime";

const when =
  /^(?:(?:确保|力争|争取|于|在)*)((?:(?:19|20)\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|上半年|(?:第)?[一二三四]季度|年底|年末|底)?)(?:之前|以前|前|内)?/;

const zero =
  /^(?:实现|确保|力争|任务|问题)*(?:全部|动态|全面)?(?:清零|归零|清仓见底)(?:目标)?$|^全面消除$|^clear(?:ed)?$/i;
const onTime =
  /^(?:全部|均|都|应)*(?:按期|按时|如期|限期|时限内|期限内|按时限|按期限|按规定时限)(?:全部)?(?:完成(?:整改|销号|交账销号)?|整改完成|整改到位|办结|销号|交账销号)$|^(?:each )?(?:done )?on time$/i;
const all =
  /^(?:全部|全面)(?:完成(?:整改|销号|交账销号)?|整改完成|整改到位|办结|销号|交账销号|完成整改任务)$|^all done$/i;

/** A goal of closing things and the words of time before it (`6月底` of `6月底前清零`); null for other texts. */
export function readClosing(
  text: string,
): { readonly closing: Closing; readonly when: string } | null {
  const plain = text.replace(/[\s“”"]/g, (mark) => (mark === " " ? " " : ""));
  const whole = plain.trim();
  const before = when.exec(whole);
  for (const [words, time] of [
    [whole, ""],
    [whole.slice(before?.[0].length ?? 0).trim(), before?.[1] ?? ""],
  ] as const) {
    if (zero.test(words)) return { closing: "zero", when: time };
    if (onTime.test(words)) return { closing: "onTime", when: time };
    if (all.test(words)) return { closing: "all", when: time };
  }
  return null;
}
