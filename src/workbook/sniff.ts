import { compoundNames } from "./compound-directory.ts";
import { zerosEncoding } from "./wide-zeros.ts";
import { findEndRecord } from "./zip-directory.ts";

/** What a file is, told from its bytes alone. */
export type FileKind =
  | "empty"
  | "zip"
  /** Compound file: .xls, .et, encrypted packages, old Word and others. */
  | "cfb"
  /** A bare BIFF stream, as very old editions wrote. */
  | "biff"
  | "html"
  | "xml2003"
  | "flatOds"
  | "text"
  | "pdf"
  | "image"
  | "archive"
  | "mail"
  | "xml"
  | "binary";

const magic: readonly (readonly [FileKind, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["cfb", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x42, 0x4d]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", [0x1f, 0x8b]],
  ["biff", [0x09, 0x08, 0x10, 0x00]],
  ["biff", [0x09, 0x08, 0x08, 0x00]],
  ["biff", [0x09, 0x04, 0x06, 0x00]],
  ["biff", [0x09, 0x02, 0x06, 0x00]],
  ["biff", [0x09, 0x00, 0x04, 0x00]],
];

export function sniff(bytes: Uint8Array): FileKind {
  if (isAllZero(bytes)) return "empty";
  for (const [kind, start] of magic)
    if (start.every((byte, index) => bytes[index] === byte)) {
      if (kind === "image" && start.length === 2 && !isBitmap(bytes)) continue;
      return kind;
    }
  // Something stands in front of the zip, as a mail gateway or a program may put there.
  if (findEndRecord(bytes) >= 0) return "zip";
  const text = headText(bytes);
  if (text === null) return "binary";
  const head = text.trimStart().toLowerCase();
  if (head === "") return "empty";
  if (head.startsWith("mime-version:")) return "mail";
  if (!head.startsWith("<")) return "text";
  if (
    head.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /<(?:\w+:)?workbook\b/.test(head)
  )
    return "xml2003";
  if (/<office:document\b/.test(head)) return "flatOds";
  if (/<(!doctype\s+html|html|table|head|body|meta|style|div)\b/.test(head))
    return "html";
  return "xml";
}

function isAllZero(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  let at = 0;
  while (at < length && ((byteOffset + at) & 3) !== 0)
    if (bytes[at++] !== 0) return false;
  // Four at a time: hundreds of megabytes of nothing come from broken disks.
  const words = new Uint32Array(buffer, byteOffset + at, (length - at) >> 2);
  for (let index = 0; index < words.length; index++)
    if (words[index] !== 0) return false;
  for (at += words.byteLength; at < length; at++)
    if (bytes[at] !== 0) return false;
  return true;
}

function isBitmap(bytes: Uint8Array): boolean {
  return (
    bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0 && bytes[14] === 40
  );
}

/** The first characters, if the bytes look like text at all; encodings are told apart later. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 8192);
  const wide = wideEncoding(head) ?? zerosEncoding(head);
  if (wide !== null) return new TextDecoder(wide).decode(head);
  if (head.some((byte) => byte < 0x20 && !isTextControl(byte))) return null;
  return new TextDecoder("latin1").decode(head).replace(/^ï»¿/, "");
}

function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
}

/** UTF-16 by its mark, or by a zero in every other byte of the start. */
export function wideEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head.length < 4) return null;
  const zeros = [0, 0];
  const checked = Math.min(head.length, 64) & ~1;
  for (let at = 0; at < checked; at++)
    if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = checked / 2;
  if (zeros[0] === 0 && (zeros[1] ?? 0) >= half * 0.4) return "utf-16le";
  if (zeros[1] === 0 && (zeros[0] ?? 0) >= half * 0.4) return "utf-16be";
  return null;
}

/**
 * What a compound file holds, by the names at its top (in capitals). Where the
 * directory cannot be followed, names are looked for at every place an entry
 * could stand.
 */
export function sniffCompound(
  bytes: Uint8Array,
): "password" | "xls" | "word" | "slides" | "damaged" | "binary" {
  const names = compoundNames(bytes);
  const holds = (name: string): boolean =>
    names === null ? holdsEntry(bytes, name) : names.has(name.toUpperCase());
  if (holds("EncryptedPackage")) return "password";
  if (["Workbook", "Book", "WORKBOOK", "BOOK"].some(holds)) return "xls";
  if (holds("WordDocument")) return "word";
  if (holds("PowerPoint Document")) return "slides";
  return names === null ? "damaged" : "binary";
}

function holdsEntry(bytes: Uint8Array, name: string): boolean {
  const wanted = new Uint8Array(name.length * 2 + 2);
  for (let index = 0; index < name.length; index++)
    wanted[index * 2] = name.charCodeAt(index);
  // Directory entries stand at multiples of 128 bytes, their name first.
  for (let at = 512; at + wanted.length <= bytes.length; at += 128) {
    let same = 0;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return true;
  }
  return false;
}
