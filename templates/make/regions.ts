/** The cities of Shanxi in the order of their administrative codes. */
export const cities = [
  "太原市",
  "大同市",
  "阳泉市",
  "长治市",
  "晋城市",
  "朔州市",
  "晋中市",
  "运城市",
  "忻州市",
  "临汾市",
  "吕梁市",
] as const;

/** Districts and counties of Datong in the order of their administrative codes. */
export const datongCounties = [
  "新荣区",
  "平城区",
  "云冈区",
  "云州区",
  "阳高县",
  "天镇县",
  "广灵县",
  "灵丘县",
  "浑源县",
  "左云县",
] as const;
