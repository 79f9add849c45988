import type { Random } from "./random.ts";

/** What is put between, or in place of values. */
const fragments = [
  "<", ">", "&", '"', "'", "/", "</", "/>", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>",
  "&#0;", "&#xD800;", "&amp;", "&nope;", "\u0000", "\ufffe", "\u00ff", "é", "<c/>", "</c>", "<row>", "</row>",
  "<v>7</v>", "<c><v>7</v></c>", '<c r="A1"><v>7</v></c>', "</sheetData>", "<sheetData>", "<!DOCTYPE a>", "<x:c>",
]; // prettier-ignore
const values = [
  "", "0", "-1", "1", "7", "1e9", "1e999", "NaN", "A1", "XFD1048576", "A0", "ZZZZ9", "A1:XFD1048576", "s", "n", "b",
  "e", "str", "inlineStr", "d", "shared", "array", "__proto__", "rId1", "rId2", "rId99", "../../x", "true", "&lt;", "&x;", "甲",
]; // prettier-ignore

/**
 * An XML part with something wrong in it. Works on bytes as Latin-1, so that
 * characters are cut through too.
 */
export function mutatePart(
  part: Uint8Array,
  donor: Uint8Array,
  random: Random,
): Uint8Array {
  const text = Buffer.from(part).toString("latin1");
  return Uint8Array.from(
    Buffer.from(
      mutateText(text, Buffer.from(donor).toString("latin1"), random),
      "latin1",
    ),
  );
}

function mutateText(text: string, donor: string, random: Random): string {
  const at = random.int(text.length + 1);
  const size = 1 + random.int(random.chance(60) ? 12 : 400);
  const put = (from: number, to: number, what: string): string =>
    text.slice(0, from) + what + text.slice(to);
  switch (random.int(11)) {
    case 0: {
      const code = text.charCodeAt(at) || 0;
      return put(at, at + 1, String.fromCharCode(code ^ (1 << random.int(8))));
    }
    case 1:
      return put(at, at + size, "");
    case 2:
      return put(at, at, text.slice(at, at + size));
    case 3:
      return put(at, at, random.pick(fragments));
    case 4: {
      const from = random.int(donor.length + 1);
      return put(at, at + size, donor.slice(from, from + size));
    }
    case 5: {
      const [tag] = tags(text, random);
      return tag === undefined ? text : put(tag.start, tag.end, "");
    }
    case 6: {
      const [one, two] = tags(text, random);
      if (one === undefined || two === undefined) return text;
      return put(one.start, one.end, text.slice(two.start, two.end));
    }
    case 7: {
      const [tag] = tags(text, random);
      if (tag === undefined) return text;
      return put(tag.end, tag.end, text.slice(tag.start, tag.end));
    }
    case 8: {
      const [tag] = tags(donor, random);
      return tag === undefined
        ? text
        : put(at, at, donor.slice(tag.start, tag.end));
    }
    case 9:
      return text.slice(0, at);
    default: {
      const found = [...text.slice(at, at + 4000).matchAll(/="([^"<>]*)"/g)];
      if (found.length === 0) return text;
      const match = random.pick(found);
      const from = at + match.index + 2;
      return put(from, from + (match[1] ?? "").length, random.pick(values));
    }
  }
}

/** Two tags from somewhere in the text. */
function tags(
  text: string,
  random: Random,
): { readonly start: number; readonly end: number }[] {
  return [0, 1].flatMap(() => {
    const start = text.indexOf("<", random.int(text.length));
    const end = start < 0 ? -1 : text.indexOf(">", start);
    return end < 0 ? [] : [{ start, end: end + 1 }];
  });
}
