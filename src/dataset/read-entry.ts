import type { Sha256 } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import { DamagedEntryError } from "./byte-reader.ts";
import { NewerEntryError, decodeEntry, entryId } from "./canonical.ts";
import type { Stored } from "./entry.ts";

/** A stored entry checked against its name, or the issue that says why it cannot be used. */
export function readEntry(
  id: Sha256,
  bytes: Uint8Array,
): Stored | { readonly issue: Issue } {
  if (entryId(bytes) !== id) return { issue: damaged(id) };
  try {
    return { id, entry: decodeEntry(bytes) };
  } catch (error) {
    if (error instanceof DamagedEntryError) return { issue: damaged(id) };
    if (error instanceof NewerEntryError)
      return {
        issue: {
          code: "journal.newer_entry",
          severity: "error",
          params: { id, schema: error.schema },
        },
      };
    throw error;
  }
}

function damaged(id: Sha256): Issue {
  return { code: "journal.damaged_entry", severity: "error", params: { id } };
}
