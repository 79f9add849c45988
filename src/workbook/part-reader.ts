import { joinBytes } from "./inflate.ts";
import { inflateStream } from "./inflate-stream.ts";
import type { WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";
import { Utf8Converter } from "./xml-encoding.ts";
import { walkXmlPart, type XmlHandlers } from "./xml-part.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Bytes handed on at a time, so that pauses come in time. */
const stride = 1 << 18;

/** How reading a part ended: to its end, short of it, given up by the reader, or stopped from outside. */
export type PartEnd = "whole" | "broken" | "refused" | "aborted";

/**
 * Hands a part on in UTF-8, piece by piece as it is inflated, with pauses in
 * between. `take` returns false to give up. What is wrong with the entry
 * becomes an issue.
 */
export async function streamPart(
  pkg: WorkbookPackage,
  entry: ZipEntry,
  pacer: Pacer,
  take: (piece: Uint8Array) => boolean,
): Promise<PartEnd> {
  const convert = new Utf8Converter();
  const before = pacer.done;
  const pieces = inflateStream(pkg.bytes, entry, pkg.budget);
  let given = 0;
  try {
    for (;;) {
      const next = await pieces.next();
      if (next.done) {
        const rest = convert.push(new Uint8Array(0), true);
        if ("kind" in next.value) {
          pkg.reportFailure(next.value, entry);
          return "broken";
        }
        if (!next.value.crcHolds) pkg.reportChecksum(entry);
        return take(rest) ? "whole" : "refused";
      }
      for (let at = 0; at < next.value.length; at += stride) {
        const part = next.value.subarray(at, at + stride);
        given += part.length;
        if (!take(convert.push(part, false))) return "refused";
        if (!pacer.due(part.length)) continue;
        const share = Math.min(1, given / Math.max(1, entry.size));
        pacer.done = before + share * entry.compressedSize;
        if (!(await pacer.pause())) return "aborted";
      }
    }
  } finally {
    pacer.done = before + entry.compressedSize;
    await pieces.return({ kind: "damaged" });
  }
}

/**
 * Walks an XML part that is read whole, with pauses. Null when it was stopped
 * from outside, false when the part cannot be inflated; malformed XML is an
 * issue.
 */
export async function walkPart(
  pkg: WorkbookPackage,
  entry: ZipEntry,
  pacer: Pacer,
  handlers: XmlHandlers,
): Promise<boolean | null> {
  const pieces: Uint8Array[] = [];
  const end = await streamPart(pkg, entry, pacer, (piece) => {
    pieces.push(piece);
    return true;
  });
  if (end === "aborted") return null;
  if (end !== "whole") return false;
  const walk = walkXmlPart(joinBytes(pieces), handlers);
  for (;;) {
    const next = walk.next();
    if (next.done) {
      if (next.value !== null)
        pkg.issues.add(
          "workbook.malformed_part",
          "warning",
          {},
          { part: entry.name },
        );
      return true;
    }
    if (!(await pacer.pause())) return null;
  }
}
