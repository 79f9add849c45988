import { withoutItemNumber } from "./item-number.ts";

/** One pair of quotes around all the words. */
const quoted =
  /^[\s\u3000]*(?:"([^"]*)"|“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』)[\s\u3000]*$/;

/** The words of a cell without quotes around all of them (`“散乱污”企业` keeps its own) and without the number that says which of several it is. */
export function bareWords(text: string): string {
  const found = quoted.exec(text);
  const words = found?.slice(1).find((inside) => inside !== undefined);
  return withoutItemNumber(
    words === undefined || words.trim() === "" ? text : words,
  );
}
