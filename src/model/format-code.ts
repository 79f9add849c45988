/** One piece of a number format section. */
export type FormatToken =
  | { readonly type: "literal"; readonly text: string }
  /** `0`, `#` or `?`. */
  | { readonly type: "digit"; readonly text: "0" | "#" | "?" }
  | { readonly type: "point" }
  | { readonly type: "comma" }
  | { readonly type: "percent" }
  | { readonly type: "slash" }
  /** `E+` or `E-`. */
  | { readonly type: "exponent"; readonly plus: boolean }
  | { readonly type: "text" }
  | { readonly type: "general" }
  /** `yyyy`, `m`, `aaaa`, `e` …, lower case; `n` letters of `m` that mean minutes are `n`. */
  | { readonly type: "date"; readonly text: string }
  /** `[h]`, `[mm]`, `[ss]`: time that runs over the day. */
  | { readonly type: "elapsed"; readonly text: string }
  /** `.00` behind seconds. */
  | { readonly type: "fraction"; readonly decimals: number }
  | { readonly type: "half"; readonly text: "AM/PM" | "A/P" | "上午/下午" };

export interface FormatCondition {
  readonly operator: "<" | "<=" | "=" | "<>" | ">" | ">=";
  readonly limit: number;
}

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition: FormatCondition | null;
  /** Windows language id of `[$-804]`, in lower-case hexadecimal; empty when there is none. */
  readonly locale: string;
  /** 1 to 3 for `[DBNum1]` … : digits in Chinese characters; 0 for none. */
  readonly numerals: number;
}

/** The sections of a number format code, as they stand between its semicolons. */
export function parseFormatCode(code: string): readonly FormatSection[] {
  return splitSections(code).map(parseSection);
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code[at];
    if (char === '"') {
      const close = code.indexOf('"', at + 1);
      at = close < 0 ? code.length : close;
    } else if (char === "[") {
      const close = code.indexOf("]", at + 1);
      if (close > 0) at = close;
    } else if (isEscape(char)) at += 1;
    else if (char === ";") {
      sections.push(code.slice(start, at));
      start = at + 1;
    }
  }
  sections.push(code.slice(start));
  return sections;
}

/** `\` and, in East Asian editions, `!` show the next character; `_` leaves its width, `*` repeats it. */
function isEscape(char: string | undefined): boolean {
  return char === "\\" || char === "!" || char === "_" || char === "*";
}

const conditionPattern =
  /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function parseSection(code: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatCondition | null = null;
  let locale = "";
  let numerals = 0;
  let at = 0;
  const literal = (text: string): void => {
    const last = tokens.at(-1);
    if (last?.type === "literal")
      tokens[tokens.length - 1] = { type: "literal", text: last.text + text };
    else if (text !== "") tokens.push({ type: "literal", text });
  };
  while (at < code.length) {
    const char = code[at] ?? "";
    const rest = code.slice(at);
    if (char === '"') {
      const close = code.indexOf('"', at + 1);
      const end = close < 0 ? code.length : close;
      literal(code.slice(at + 1, end));
      at = end + 1;
    } else if (char === "\\" || char === "!") {
      literal(code.slice(at + 1, at + 2));
      at += 2;
    } else if (char === "_" || char === "*") {
      at += 2;
    } else if (char === "[") {
      const close = code.indexOf("]", at);
      if (close < 0) {
        literal(char);
        at += 1;
        continue;
      }
      const inner = code.slice(at + 1, close);
      at = close + 1;
      const test = conditionPattern.exec(inner);
      if (test !== null)
        condition = {
          operator: test[1] as FormatCondition["operator"],
          limit: Number(test[2]),
        };
      else if (/^(h+|m+|s+)$/i.test(inner)) {
        tokens.push({ type: "elapsed", text: inner.toLowerCase() });
        at += secondFraction(tokens, inner, code.slice(at));
      } else if (inner.startsWith("$")) {
        const dash = inner.lastIndexOf("-");
        literal(inner.slice(1, dash < 0 ? undefined : dash));
        if (dash >= 0) locale = inner.slice(dash + 1).toLowerCase();
      } else if (/^dbnum[123]$/i.test(inner)) numerals = Number(inner[5]);
    } else if (/^general/i.test(rest)) {
      tokens.push({ type: "general" });
      at += 7;
    } else if (/^G\/通用格式/.test(rest)) {
      tokens.push({ type: "general" });
      at += 6;
    } else if (/^(am\/pm)/i.test(rest)) {
      tokens.push({ type: "half", text: "AM/PM" });
      at += 5;
    } else if (rest.startsWith("上午/下午")) {
      tokens.push({ type: "half", text: "上午/下午" });
      at += 5;
    } else if (/^a\/p/i.test(rest)) {
      tokens.push({ type: "half", text: "A/P" });
      at += 3;
    } else if (/^e[+-]/i.test(rest)) {
      tokens.push({ type: "exponent", plus: code[at + 1] === "+" });
      at += 2;
    } else if (/^[ymdhsaegb]/i.test(rest)) {
      const run = (
        /^(y+|m+|d+|h+|s+|a+|e+|g+|b+)/i.exec(rest)?.[0] ?? char
      ).toLowerCase();
      tokens.push({ type: "date", text: run });
      at += run.length;
      at += secondFraction(tokens, run, code.slice(at));
    } else {
      if (char === "0" || char === "#" || char === "?")
        tokens.push({ type: "digit", text: char });
      else if (char === ".") tokens.push({ type: "point" });
      else if (char === ",") tokens.push({ type: "comma" });
      else if (char === "%") tokens.push({ type: "percent" });
      else if (char === "/") tokens.push({ type: "slash" });
      else if (char === "@") tokens.push({ type: "text" });
      else literal(char);
      at += 1;
    }
  }
  return { tokens: settle(tokens), condition, locale, numerals };
}

/** Takes the `.00` behind a seconds token; returns how many characters it has. */
function secondFraction(
  tokens: FormatToken[],
  run: string,
  rest: string,
): number {
  const match = /^s/i.test(run) ? /^\.(0+)/.exec(rest) : null;
  if (match === null) return 0;
  tokens.push({ type: "fraction", decimals: match[1]?.length ?? 0 });
  return match[0].length;
}

/**
 * Decides what depends on neighbours: `m` is minutes behind hours and before
 * seconds, and in a section with dates points, commas and slashes are plain
 * characters.
 */
function settle(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const dated = tokens.some(isDateToken);
  if (!dated) return tokens;
  const settled = tokens.map((token): FormatToken => {
    if (token.type === "point") return { type: "literal", text: "." };
    if (token.type === "comma") return { type: "literal", text: "," };
    if (token.type === "slash") return { type: "literal", text: "/" };
    return token;
  });
  const clock = settled.filter(isDateToken);
  const minutes = new Set<FormatToken>();
  clock.forEach((token, index) => {
    if (token.type !== "date" || !/^mm?$/.test(token.text)) return;
    const before = unitOf(clock[index - 1]);
    const after = unitOf(clock[index + 1]);
    if (before === "h" || after === "s") minutes.add(token);
  });
  return settled.map((token) =>
    token.type === "date" && minutes.has(token)
      ? { type: "date", text: token.text.replaceAll("m", "n") }
      : token,
  );
}

function unitOf(token: FormatToken | undefined): string {
  return token?.type === "date" || token?.type === "elapsed"
    ? (token.text[0] ?? "")
    : "";
}

/** A token that shows a part of a date or a time; `上午/下午` alone is none. */
export function isDateToken(token: FormatToken): boolean {
  return token.type === "date" || token.type === "elapsed";
}
