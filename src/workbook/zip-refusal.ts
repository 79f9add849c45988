import type { Limits } from "./limits.ts";
import type { ZipDirectory } from "./zip-directory.ts";

/**
 * Why a zip is not to be inflated, told from its directory alone: all of it is
 * encrypted, or it says itself that it grows too large. Null when it may be.
 */
export function zipRefusal(
  zip: ZipDirectory,
  limits: Limits,
): {
  readonly code: "workbook.password" | "workbook.too_large";
  readonly params: Readonly<Record<string, string>>;
} | null {
  const files = zip.entries.filter(({ name }) => !name.endsWith("/"));
  if (files.length > 0 && files.every(({ flags }) => (flags & 1) !== 0))
    return { code: "workbook.password", params: {} };
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= limits.maxInflated) return null;
  const { name } = files.reduce((a, b) => (b.size > a.size ? b : a));
  return { code: "workbook.too_large", params: { part: name } };
}
