import { SaxesParser } from "saxes";
import { crc32, inflateRawSync } from "node:zlib";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { xmlEncoding } from "../../../src/workbook/xml-encoding.ts";
import { readZipDirectory } from "../../../src/workbook/zip-directory.ts";

/** What a tolerant parser takes as the characters it is: nothing is lost by it. */
const harmless = /"]]>" is disallowed|disallowed character\.$/;

/** What is wrong with a part's XML behind its declaration, by a strict parser; null when nothing is. */
export function xmlFault(part: Uint8Array): string | null {
  let text: string;
  try {
    const { label } = xmlEncoding(part);
    text = new TextDecoder(label, { fatal: true }).decode(part);
  } catch {
    return "not in its encoding";
  }
  const parser = new SaxesParser({ xmlns: false });
  let fault: string | null = null;
  parser.on("error", ({ message }) => {
    if (!harmless.test(message)) fault ??= message;
  });
  parser.write(text.replace(/^\ufeff?<\?xml[^>]*>/, "")).close();
  return fault;
}

/** Parts by name in small letters, inflated by Node; a text says what is wrong with one. */
export function partContents(
  bytes: Uint8Array,
): Map<string, Uint8Array | string> {
  const zip = readZipDirectory(bytes, defaultLimits);
  const parts = new Map<string, Uint8Array | string>();
  if ("kind" in zip) return parts;
  for (const entry of zip.entries) {
    const name = entry.name.toLowerCase();
    if (parts.has(name)) continue;
    const { dataStart, compressedSize, method, crc, flags } = entry;
    const packed = bytes.subarray(dataStart, dataStart + compressedSize);
    if ((flags & 1) !== 0) parts.set(name, "encrypted");
    else
      try {
        const data = method === 0 ? packed : inflateRawSync(packed);
        parts.set(name, crc32(data) === crc ? data : "wrong check sum");
      } catch (error) {
        parts.set(name, String(error));
      }
  }
  return parts;
}
