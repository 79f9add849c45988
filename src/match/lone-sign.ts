/** ±% with nothing beside it. */
const loneSign = /^\s*±\s*[（(]?[%％][）)]?\s*$/;

/** ±% alone in a cell is what yearbooks head 同比 with; behind other words (上升或下降（±%）) it says how a fall is written. */
export function loneSignAsRate(text: string): string {
  return loneSign.test(text) ? "同比（%）" : text;
}
