const list =
  "amp:& lt:< gt:> quot:\" apos:' copy:© reg:® trade:™ deg:° plusmn:± sup1:¹ sup2:² sup3:³ micro:µ middot:· times:× divide:÷ frac12:½ frac14:¼ frac34:¾ laquo:« raquo:» sect:§ para:¶ yen:¥ cent:¢ pound:£ euro:€ bull:• hellip:… prime:′ Prime:″ permil:‰ mdash:— ndash:– lsquo:‘ rsquo:’ ldquo:“ rdquo:” sbquo:‚ bdquo:„ lsaquo:‹ rsaquo:› larr:← uarr:↑ rarr:→ darr:↓ harr:↔ le:≤ ge:≥ ne:≠ equiv:≡ asymp:≈ infin:∞ sum:∑ radic:√ minus:− alpha:α beta:β gamma:γ delta:δ Delta:Δ mu:μ pi:π sigma:σ Sigma:Σ omega:ω Omega:Ω lambda:λ theta:θ";

/** Named references seen in exported tables. */
export const htmlEntities: ReadonlyMap<string, string> = new Map([
  ...list.split(" ").map((entry): [string, string] => {
    const cut = entry.indexOf(":");
    return [entry.slice(0, cut), entry.slice(cut + 1)];
  }),
  ["nbsp", "\u00a0"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["thinsp", "\u2009"],
  ["shy", ""],
  ["zwnj", ""],
  ["zwj", ""],
  ["lrm", ""],
  ["rlm", ""],
]);
