/** What a function takes, for the reader of a formula and for whoever offers completions. */
export interface FormulaFunction {
  readonly name: string;
  /** Other spellings, the Chinese one first. */
  readonly also: readonly string[];
  /** As it is written, for a completion. */
  readonly form: string;
  readonly least: number;
  readonly most: number;
}

/** Functions a formula may call; `text/` says what each does under `formula.function_<name>`. */
export const formulaFunctions: readonly FormulaFunction[] = [
  fn("yoy", ["同比"], "yoy(x)", 1, 1),
  fn("mom", ["环比"], "mom(x)", 1, 1),
  fn("prev", ["上期"], "prev(x, n)", 1, 2),
  fn("lastyear", ["上年同期"], "lastyear(x)", 1, 1),
  fn("ytd", ["累计"], "ytd(x)", 1, 1),
  fn("at", ["取"], "at(x, region)", 2, 4),
  fn("total", ["汇总"], "total(x)", 1, 1),
  fn("sum", ["合计"], "sum(children, x)", 2, 50),
  fn("mean", ["平均"], "mean(children, x)", 2, 50),
  fn("min", ["最小"], "min(x, y)", 2, 50),
  fn("max", ["最大"], "max(x, y)", 2, 50),
  fn("count", ["个数"], "count(children, x)", 2, 2),
  fn("ratio", ["占比"], "ratio(x, y)", 2, 2),
  fn("abs", ["绝对值"], "abs(x)", 1, 1),
  fn("round", ["修约"], "round(x, n)", 1, 2),
  fn("if", ["如果"], "if(test, x, y)", 3, 3),
];

function fn(
  name: string,
  also: readonly string[],
  form: string,
  least: number,
  most: number,
): FormulaFunction {
  return { name, also, form, least, most };
}

const bySpelling = new Map(
  formulaFunctions.flatMap((one) =>
    [one.name, ...one.also].map((spelling) => [spelling, one] as const),
  ),
);

export function functionNamed(spelling: string): FormulaFunction | undefined {
  return bySpelling.get(spelling);
}

/** What stands for the parts of a region (`sum(children, x)`). */
export const childrenWords: ReadonlySet<string> = new Set(["children", "下级"]);

/** Words between conditions, as the parser has them. */
export const logicWords: ReadonlyMap<string, "and" | "or" | "not"> = new Map([
  ["and", "and"],
  ["且", "and"],
  ["or", "or"],
  ["或", "or"],
  ["not", "not"],
  ["非", "not"],
]);
