import { sniff, sniffCompound } from "./sniff.ts";

/** The code of why a file that does not begin as a zip is not written into; null for a zip behind something else. */
export function patchRefusal(bytes: Uint8Array): string | null {
  const kind = sniff(bytes);
  if (kind === "zip") return null;
  if (kind === "empty") return "workbook.empty_file";
  return kind === "cfb" && sniffCompound(bytes) === "password"
    ? "workbook.encrypted_read_only"
    : "workbook.read_only_format";
}
