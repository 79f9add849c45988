import type { Params } from "../model/issue.ts";

/**
 * A message that counts several things names those there are:
 * `[{a} values| and |{b} records]` without records is `{a} values`. Every
 * second part joins its neighbours. Where all counts are 0 the first is said,
 * and a count that is not known stays, so that a gap is seen.
 */
export function countsThatAre(text: string, params: Params): string {
  return text.replace(/\[([^[\]|]*(?:\|[^[\]|]*)+)\]/g, (_, list: string) => {
    const parts = list.split("|");
    const things = parts.filter((_, at) => at % 2 === 0);
    const joints = parts.filter((_, at) => at % 2 === 1);
    return (
      things.reduce((said, thing, at) => {
        if (isNone(thing, params)) return said;
        return said === "" ? thing : said + (joints[at - 1] ?? "") + thing;
      }, "") ||
      (things[0] ?? "")
    );
  });
}

function isNone(thing: string, params: Params): boolean {
  const [, name = ""] = /\{(\w+)\}/.exec(thing) ?? [];
  return String(params[name]) === "0";
}
