import type { WorkbookView } from "../../model/sheet.ts";
import type { IssueList } from "../issue-list.ts";
import { CompoundFile } from "../legacy/cfb.ts";
import type { Limits } from "../limits.ts";
import { openZip } from "../open-zip.ts";
import type { Pacer } from "../pacer.ts";
import { viewOf } from "../zip-directory.ts";
import { readAgileInfo } from "./agile-info.ts";
import { agileKey } from "./agile-key.ts";
import type { PackageKey } from "./package-key.ts";
import { readStandardInfo } from "./standard-info.ts";
import { standardKey } from "./standard-key.ts";

/** Bytes of the stream that tells how a package is encrypted; it has some 2,000. */
const longestInfo = 1 << 16;

/**
 * Reads an encrypted .xlsx whose password is Excel's default one, as Excel
 * does without asking. Any other gets its sentence. Such a workbook is read
 * only: what is written would have to be encrypted again.
 */
export async function openEncrypted(
  bytes: Uint8Array,
  limits: Limits,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  if (bytes.length > limits.maxLegacy) {
    issues.add("workbook.too_large", "error", {}, { part: "EncryptedPackage" });
    return null;
  }
  const file = new CompoundFile(bytes);
  const key = await keyOf(file.stream("EncryptionInfo"), pacer);
  if (pacer.aborted) return null;
  if (key === null) {
    issues.add("workbook.password", "error");
    return null;
  }
  const stream = file.stream("EncryptedPackage") ?? new Uint8Array(0);
  const plain = await decryptPackage(stream, key, pacer);
  if (plain === null) return null;
  const view = await openZip(plain, limits, issues, pacer);
  if (view === null) return null;
  issues.add("workbook.encrypted_read_only", "info");
  return { ...view, writable: false };
}

/** The key that the default password opens; null when it opens none. */
async function keyOf(
  info: Uint8Array | null,
  pacer: Pacer,
): Promise<PackageKey | null> {
  if (info === null || info.length < 8 || info.length > longestInfo)
    return null;
  const version = viewOf(info);
  const major = version.getUint16(0, true);
  const minor = version.getUint16(2, true);
  if (major === 4 && minor === 4) {
    const agile = readAgileInfo(info.subarray(8));
    return agile === null ? null : agileKey(agile, pacer);
  }
  if (minor !== 2 || major < 2 || major > 4) return null;
  const standard = readStandardInfo(info.subarray(4));
  return standard?.cipher === "aes" ? standardKey(standard, pacer) : null;
}

/** The bytes of a package, as many as its first eight say and there are; null when it was told to stop. */
async function decryptPackage(
  stream: Uint8Array,
  { segment, decrypt }: PackageKey,
  pacer: Pacer,
): Promise<Uint8Array | null> {
  if (stream.length < 8) return new Uint8Array(0);
  const head = viewOf(stream);
  const size = head.getUint32(0, true) + head.getUint32(4, true) * 2 ** 32;
  const data = stream.subarray(8, 8 + ((stream.length - 8) & ~15));
  const plain = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += segment) {
    // A copy: the cipher wants its bytes at an address of fours.
    const piece = data.slice(at, at + segment);
    plain.set(decrypt(piece, at / segment), at);
    if (pacer.due(piece.length) && !(await pacer.pause())) return null;
  }
  return plain.subarray(0, Math.min(size, plain.length));
}
