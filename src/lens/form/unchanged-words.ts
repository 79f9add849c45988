const cleared = /^(?:动态|全部)?清零$|^归零$/;

/** True for 动态清零, as a goal 0. */
export function isCleared(text: string): boolean {
  return cleared.test(text);
}

/** 持平 and the like. */
export const unchanged =
  /^(同比|环比|(与|较|比)?(上年|去年|上月)(同期|同月)?)?(持平|无变化|不变|没有变化|未变)$/;

/** 基本持平: hardly a change, and perhaps not 0. */
export const nearlyUnchanged = /^(基本|大致|大体)(持平|不变)$/;

/** True for 持平, 基本持平 and the like. */
export function isUnchanged(text: string): boolean {
  return unchanged.test(text) || nearlyUnchanged.test(text);
}
