import { InflateBudget, type InflateFailure } from "./inflate.ts";
import { inflateWhole } from "./inflate-stream.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limits } from "./limits.ts";
import { readXmlPart } from "./xml-part.ts";
import type { ZipDirectory, ZipEntry } from "./zip-directory.ts";

/** A link from one part of a package to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type, the same in transitional and strict files: `worksheet`. */
  readonly type: string;
  /** Path in the package; the target as written when external. */
  readonly target: string;
  readonly external: boolean;
}

/** A zip as an Open Packaging Conventions package. Names are found whatever their case. */
export class WorkbookPackage {
  readonly bytes: Uint8Array;
  readonly zip: ZipDirectory;
  readonly budget: InflateBudget;
  readonly issues: IssueList;
  readonly #entries = new Map<string, ZipEntry>();

  constructor(
    bytes: Uint8Array,
    zip: ZipDirectory,
    limits: Limits,
    issues: IssueList,
  ) {
    this.bytes = bytes;
    this.zip = zip;
    this.budget = new InflateBudget(limits);
    this.issues = issues;
    for (const entry of zip.entries) {
      const key = entryKey(entry.name);
      if (this.#entries.has(key))
        issues.add(
          "workbook.duplicate_entry",
          "warning",
          {},
          { part: entry.name },
        );
      else this.#entries.set(key, entry);
    }
  }

  find(path: string): ZipEntry | undefined {
    const key = steps([], path).join("/").toLowerCase();
    return this.#entries.get(key) ?? this.#entries.get(entryKey(path));
  }

  /** A whole part; null, with an issue, when it cannot be inflated or gives more than `most` bytes. */
  async read(entry: ZipEntry, most = Infinity): Promise<Uint8Array | null> {
    const { limits, left } = this.budget;
    const budget = new InflateBudget({
      ...limits,
      maxInflated: Math.min(most, left),
    });
    const result = await inflateWhole(this.bytes, entry, budget);
    this.budget.left -= budget.limits.maxInflated - Math.max(0, budget.left);
    if ("kind" in result) {
      this.reportFailure(result, entry);
      return null;
    }
    if (!result.crcHolds) this.reportChecksum(entry);
    return result.data;
  }

  /** A part that is walked as a whole. */
  readSmall(entry: ZipEntry): Promise<Uint8Array | null> {
    return this.read(entry, this.budget.limits.maxWalked);
  }

  reportFailure(failure: InflateFailure, entry: ZipEntry): void {
    const code =
      failure.kind === "bomb" || failure.kind === "tooLarge"
        ? "workbook.too_large"
        : failure.kind === "encrypted"
          ? "workbook.encrypted_part"
          : failure.kind === "method"
            ? "workbook.unknown_compression"
            : "workbook.damaged_part";
    this.issues.add(code, "error", {}, { part: entry.name });
  }

  reportChecksum(entry: ZipEntry): void {
    this.issues.add("workbook.bad_checksum", "error", {}, { part: entry.name });
  }

  /** A small XML part, walked; false when it is not there or cannot be inflated. */
  async walk(
    entry: ZipEntry,
    handlers: Parameters<typeof readXmlPart>[1],
  ): Promise<boolean> {
    const data = await this.readSmall(entry);
    if (data === null) return false;
    const problem = readXmlPart(data, handlers);
    if (problem !== null)
      this.issues.add(
        "workbook.malformed_part",
        "warning",
        {},
        { part: entry.name },
      );
    return true;
  }

  /** The relationships of a part (`""` for the package), in file order. */
  async relationships(part: string): Promise<Relationship[]> {
    const cut = part.lastIndexOf("/") + 1;
    const entry = this.find(
      `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`,
    );
    const found: Relationship[] = [];
    if (entry === undefined) return found;
    await this.walk(entry, {
      open: ({ name, attributes }) => {
        if (name !== "Relationship") return;
        const target = attributes.get("Target") ?? "";
        const external =
          attributes.get("TargetMode")?.toLowerCase() === "external";
        const type = attributes.get("Type") ?? "";
        found.push({
          id: attributes.get("Id") ?? "",
          type: type.slice(type.lastIndexOf("/") + 1),
          target: external ? target : resolvePath(part, target),
          external,
        });
      },
    });
    return found;
  }
}

/** Entry names are compared without case, percent signs decoded, `.` and `..` resolved. */
function entryKey(name: string): string {
  return steps([], decodePercent(name)).join("/").toLowerCase();
}

/** The path a relationship's target names, seen from the part that holds it. */
export function resolvePath(part: string, target: string): string {
  const clean = target.replaceAll("\\", "/").replace(/[?#].*$/, "");
  const plain = decodePercent(clean);
  const from = plain.startsWith("/") ? [] : part.split("/").slice(0, -1);
  return steps(from, plain).join("/");
}

/** A way from a folder; one that leads out of the package stops at its root. */
function steps(from: readonly string[], way: string): string[] {
  const path = [...from];
  for (const step of way.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") path.pop();
    else path.push(step);
  }
  return path;
}

/** Targets are URIs; one with a stray `%` is taken as it stands. */
function decodePercent(text: string): string {
  if (!/%[0-9a-fA-F]{2}/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
