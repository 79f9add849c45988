/** 省直部门, 省属企业, 中央驻晋企业: who answers for work beside the places of a list, and is none itself. */
export function isNoPlace(text: string): boolean {
  return offices.test(text.replace(/[\s（()）]/g, ""));
}

const offices =
  /^(?:(?:省|自治区|中央|国家)(?:直|属|级|管|市直)?(?:各|有关|相关)*(?:部门|单位|机关|企业|厅局|直属单位)(?:[和与及、]?(?:单位|企业|部门))?|(?:中央|央企)?驻[\u4e00-\u9fff]{1,2}(?:央企|企业|单位)|中央驻[\u4e00-\u9fff]{1,2}(?:企业|单位)|央企|省直)$/;
