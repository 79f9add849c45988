/**
 * `of:=SUM([.A1:.B2];[$'表 2'.C$3])` as `SUM(A1:B2,'表 2'!C$3)`. A formula in
 * another notation is given as it stands, without its prefix.
 */
export function fromOpenFormula(text: string): string {
  const [, prefix = "", body = ""] = /^(\w+:)?=?([^]*)$/.exec(text) ?? [];
  if (prefix !== "of:" && prefix !== "oooc:" && prefix !== "") return body;
  return body.replace(
    /"(?:[^"]|"")*"|\[([^\]]*)\]|;/g,
    (whole, reference?: string) =>
      reference !== undefined ? plainReference(reference) : whole === ";" ? "," : whole, // prettier-ignore
  );
}

/** `.A1:.B2`, `$表1.A1`, `$'a b'.A1:.B2`: the reference in A1 form. */
function plainReference(text: string): string {
  const found = /^(?:(\$?(?:'(?:[^']|'')*'|[^.'\[\]]+)))?\.([^:]+)(?::(?:\$?(?:'(?:[^']|'')*'|[^.'\[\]]+))?\.([^:]+))?$/.exec(text); // prettier-ignore
  if (found === null) return text;
  const [, sheet, from = "", to] = found;
  const prefix = sheet === undefined ? "" : `${sheet.replace(/^\$/, "")}!`;
  return prefix + from + (to === undefined ? "" : `:${to}`);
}

/** The sheet and the cells of an absolute address such as `$'表 2'.$A$1:.$B$5`, as `Sheet` and `A1:B5`. */
export function odsAddress(
  text: string,
): { readonly sheet: string; readonly cells: string } | null {
  const reference = plainReference(text.trim());
  const cut = reference.lastIndexOf("!");
  if (cut < 0) return null;
  const sheet = reference
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return { sheet, cells: reference.slice(cut + 1) };
}
