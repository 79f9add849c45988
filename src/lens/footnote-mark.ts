const marks =
  /(?:\s*(?:[*＊]+|[①-⑳]|(?<=\d)[¹²³⁴⁵⁶⁷⁸⁹]|[[［【〔]\s*注?\s*\d{1,2}\s*[\]］】〕]|[（(]注\s*\d{0,2}[）)]|注\s*\d{0,2}|[#※†‡☆★]))+\s*$/;

/**
 * A text without the footnote marks behind it (`41*`, `27①`, `27[1]`, `27注`),
 * and the marks. A text of marks alone keeps them.
 */
export function splitMark(text: string): {
  readonly body: string;
  readonly mark: string;
} {
  const at = marks.exec(text)?.index ?? text.length;
  return at === 0 || text.slice(0, at).trim() === ""
    ? { body: text, mark: "" }
    : { body: text.slice(0, at), mark: text.slice(at) };
}
