import type { Params } from "../model/issue.ts";

/** Why a file of another kind is not read. */
export interface OtherKind {
  readonly code: string;
  readonly params?: Params;
}

const old = (kind: string): OtherKind => ({
  code: "workbook.is_old_office",
  params: { kind },
});

const starts: readonly (readonly [OtherKind, readonly number[]])[] = [
  [
    { code: "workbook.is_shortcut" },
    [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  ],
  [old("Lotus 1-2-3"), [0x00, 0x00, 0x02, 0x00, 0x04, 0x04]],
  [old("Lotus 1-2-3"), [0x00, 0x00, 0x02, 0x00, 0x06, 0x04]],
  [old("Lotus 1-2-3"), [0x00, 0x00, 0x1a, 0x00]],
  [old("Microsoft Works"), [0xff, 0x00, 0x02, 0x00, 0x04, 0x04]],
  [old("Quattro Pro"), [0x00, 0x00, 0x02, 0x00, 0x20, 0x51]],
];

/** Largest lock file; a workbook is larger. */
const lockSize = 1024;

/** Files that come beside workbooks or under their names, told by their first bytes and the mark in a lock file's name. */
export function otherKind(bytes: Uint8Array, file: string): OtherKind | null {
  const name = file.slice(
    Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1,
  );
  if (/^(~\$|\.~lock\.)/.test(name) && bytes.length <= lockSize)
    return { code: "workbook.is_lock_file" };
  for (const [kind, start] of starts)
    if (start.every((byte, index) => bytes[index] === byte)) return kind;
  if (isDbf(bytes)) return old("dBASE（.dbf）");
  const head = String.fromCharCode(...bytes.subarray(0, 32));
  return /^\[InternetShortcut\]/i.test(head)
    ? { code: "workbook.is_shortcut" }
    : null;
}

/** A header of descriptions of 32 bytes each, closed by a carriage return. */
function isDbf(bytes: Uint8Array): boolean {
  if (![0x02, 0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(bytes[0] ?? 0))
    return false;
  const [, , month = 0, day = 0] = bytes;
  const header = (bytes[8] ?? 0) | ((bytes[9] ?? 0) << 8);
  return (
    month <= 12 &&
    day <= 31 &&
    header >= 65 &&
    bytes.subarray(header - 2, header + 1).includes(0x0d)
  );
}

/** Zips of other spreadsheet programs, by an entry every one of them has and its `mimetype`. */
export function otherZipKind(
  holds: (name: string) => boolean,
  mimetype: string,
): OtherKind | null {
  if (holds("Index/Document.iwa") || holds("Index.zip"))
    return { code: "workbook.is_numbers" };
  return mimetype.startsWith("application/vnd.sun.xml.calc")
    ? old("OpenOffice 1.x（.sxc）")
    : null;
}
