/**
 * Rewrites nested style rules as plain ones, for browsers that do not know
 * nesting: `.a{color:red;&:hover{top:0}}` becomes
 * `.a{color:red}:is(.a):hover{top:0}`. `&` stands for `:is(parent)` as the
 * standard says, a nested selector without it for a descendant. At-rules keep
 * their place around what they hold; everything else is left as it is.
 */
export function unnestCss(text: string): string {
  return blocks(text)
    .map((block) => unnest(block, ""))
    .join("");
}

/** A rule with a body, or a run of declarations (`body` null). */
interface Block {
  readonly prelude: string;
  readonly body: string | null;
}

/** At-rules whose bodies are not style rules. */
const verbatim =
  /^@(?:-webkit-)?(?:keyframes|font-face|property|page|counter-style|font-feature-values)/;

function unnest({ prelude, body }: Block, parent: string): string {
  if (body === null) return parent === "" ? prelude : `${parent}{${prelude}}`;
  if (verbatim.test(prelude)) return `${prelude}{${body}}`;
  if (prelude.startsWith("@")) return `${prelude}{${inside(body, parent)}}`;
  return inside(
    body,
    parent === "" ? prelude : nestedSelector(prelude, parent),
  );
}

function inside(body: string, parent: string): string {
  return blocks(body)
    .map((block) => unnest(block, parent))
    .join("");
}

function nestedSelector(selectors: string, parent: string): string {
  const stands = `:is(${parent})`;
  return topLevelParts(selectors)
    .map((selector) =>
      selector.includes("&")
        ? selector.replaceAll("&", stands)
        : `${stands} ${selector}`,
    )
    .join(",");
}

/** Splits a style sheet or the body of a rule into its rules and runs of declarations, in order. */
function blocks(text: string): readonly Block[] {
  const found: Block[] = [];
  let start = 0;
  let declared = 0;
  let at = 0;
  const flush = (end: number) => {
    const run = text.slice(start, end).trim();
    if (run !== "") found.push({ prelude: run, body: null });
    start = end;
  };
  while (at < text.length) {
    const skipped = skip(text, at);
    if (skipped !== at) {
      at = skipped;
      continue;
    }
    const letter = text.charAt(at);
    if (letter === ";") declared = at + 1;
    if (letter === "{") {
      const close = closing(text, at);
      const prelude = text.slice(Math.max(start, declared), at).trim();
      flush(Math.max(start, declared));
      found.push({ prelude, body: text.slice(at + 1, close) });
      start = close + 1;
      declared = start;
      at = close;
    }
    at += 1;
  }
  flush(text.length);
  return found;
}

/** Where the block opened at `open` closes; the end of the text when it does not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const skipped = skip(text, at);
    if (skipped !== at) {
      at = skipped - 1;
      continue;
    }
    const letter = text.charAt(at);
    if (letter === "{") depth += 1;
    if (letter === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

/** The position after a comment, a string, or a parenthesis that begins at `at`; `at` itself otherwise. */
function skip(text: string, at: number): number {
  const letter = text.charAt(at);
  if (letter === "/" && text.charAt(at + 1) === "*") {
    const end = text.indexOf("*/", at + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (letter === '"' || letter === "'") {
    let end = at + 1;
    while (end < text.length && text.charAt(end) !== letter)
      end += text.charAt(end) === "\\" ? 2 : 1;
    return end + 1;
  }
  if (letter !== "(") return at;
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== ")") {
    const skipped = skip(text, end);
    end = skipped === end ? end + 1 : skipped;
  }
  return end + 1;
}

/** The parts between commas that lie outside brackets and strings. */
function topLevelParts(selectors: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < selectors.length) {
    const skipped = skip(selectors, at);
    if (skipped !== at) {
      at = skipped;
      continue;
    }
    if (selectors.charAt(at) === ",") {
      parts.push(selectors.slice(start, at).trim());
      start = at + 1;
    }
    at += 1;
  }
  parts.push(selectors.slice(start).trim());
  return parts;
}
