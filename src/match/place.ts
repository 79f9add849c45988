/** True for a place that the text leaves out: `(不含综改区)`, `除太原市外`. */
export function isExcludedPlace(folded: string, start: number): boolean {
  return /(?:不含|不包括|除去?|扣除|剔除|\([与和同])[^()]{0,8}$/.test(
    folded.slice(0, start),
  );
}

const leavesOut = /不含|不包括|除|扣|剔|含|以外|包括/;

/** What is taken away that is no place: dust, and what 消除 and 拆除 do away with. */
const noPlaces =
  /(?:扣除?|剔除?|除|[不未]?含)沙尘?|沙尘?(?:天气|过程)?(?:影响)?(?:前后)?[扣剔]除?|[消拆解清去免删根铲]除/g;

/**
 * How sure a region's name is where it stands. 1 as the whole text, 0.9 in a
 * title or an office's name, 0.7 where the text excludes or adds something
 * (`太原市（不含综改区）`), 0.5 as part of a name of something else
 * (`太原路`, `大同煤矿集团`).
 */
export function placeConfidence(
  folded: string,
  start: number,
  end: number,
  full: boolean,
): number {
  if (start === 0 && end === folded.length) return 1;
  const after = folded.slice(end);
  if (
    /^(?:镇|乡|街道|路|街|村|桥|水库|湖|大学|学院|断面|曲|口|站|岭|山|河)/.test(
      after,
    )
  )
    return 0.5;
  if (
    /(?:公司|工厂|集团|煤矿|矿业|煤业|电厂|水泥厂|化工厂|钢厂|学校|医院|合作社)/.test(
      after,
    )
  )
    return 0.5;
  if (leavesOut.test(folded) && leavesOut.test(folded.replace(noPlaces, "")))
    return 0.7;
  // 中阳楼街道, 阳泉曲镇: a town that only begins like a county.
  if (folded.length <= 8 && /(?<![各乡])镇$|街道$|(?<!各)乡$/.test(folded))
    return 0.5;
  // 太原市区 is the town of it, 晋城市本级 what the city itself sees to.
  if (/^(?:市?本级|市?直属?(?:单位)?$)/.test(after)) return 0.6;
  if (
    /^(?:市区|区)(?![县市域、，,(（])/.test(after) &&
    !/区$/.test(folded.slice(start, end))
  )
    return 0.6;
  if (/(?:原|非|除)$/.test(folded.slice(0, start))) return 0.5;
  return full ||
    /^(?:市|省|县|区|各|[\s()（）,、:：的]|全|\d)/.test(after) ||
    after === ""
    ? 0.9
    : 0.85;
}
