import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inflateRawSync } from "node:zlib";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import {
  readZipDirectory,
  type ZipEntry,
} from "../../../src/workbook/zip-directory.ts";
import { rawZip, type RawEntry } from "../hostile/raw-zip.ts";
import { mutatePart } from "./mutate-part.ts";
import { mutateZip } from "./mutate-zip.ts";
import { Random } from "./random.ts";

export interface Mutant {
  readonly seed: number;
  /** The file it came of. */
  readonly file: string;
  readonly original: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Larger files would take the time of many small ones. */
const largest = 40_000;

/** Workbooks to mutate: our own, and the corpus where it is there. */
export function sourceFiles(): readonly string[] {
  return ["data/examples", "templates", "../shared/corpus"].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true })
          .map((name) => join(folder, String(name)))
          .filter((path) => /\.xls[xm]$/.test(path))
          .filter((path) => readFileSync(resolve(path)).length <= largest)
          .sort()
      : [],
  );
}

/** The mutant of a seed, out of the same files always the same. */
export function mutantOf(seed: number, files: readonly string[]): Mutant {
  const random = new Random(seed);
  const file = random.pick(files);
  const original = Uint8Array.from(readFileSync(file));
  const bytes = random.chance(35)
    ? mutateZip(original, random)
    : mutateParts(original, files, random);
  return { seed, file, original, bytes };
}

/** Parts whose mutation can matter to what is read. */
const read =
  /^(_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|(workbook|sharedstrings|styles)\.xml|worksheets\/.*\.xml(\.rels)?|tables\/.*|comments.*\.xml))$/i;

function mutateParts(
  original: Uint8Array,
  files: readonly string[],
  random: Random,
): Uint8Array {
  const parts = partsOf(original);
  const chosen = [...parts].filter(([name]) => read.test(name));
  if (chosen.length === 0) return mutateZip(original, random);
  // One part only: a fault in one must not be blamed for what another changed.
  const [name, entry] = random.pick(chosen);
  let content = contentOf(entry);
  for (let time = 1 + random.int(2); time > 0; time--) {
    const donors = random.chance(30)
      ? [...partsOf(readFileSync(random.pick(files))).values()]
      : [];
    const donor =
      donors.length > 0 ? random.pick(donors) : random.pick(chosen)[1];
    content = mutatePart(content, contentOf(donor), random);
  }
  return rawZip(
    [...parts].map(([one, kept]) =>
      one === name ? { name, data: content } : kept,
    ),
  );
}

function partsOf(bytes: Uint8Array): Map<string, RawEntry> {
  const zip = readZipDirectory(bytes, defaultLimits);
  if ("kind" in zip) return new Map<string, RawEntry>();
  return new Map(
    zip.entries
      .filter(({ method }) => method === 0 || method === 8)
      .map((entry) => [entry.name, rawEntry(bytes, entry)]),
  );
}

function rawEntry(bytes: Uint8Array, entry: ZipEntry): RawEntry {
  const { name, method, crc, size, dataStart, compressedSize } = entry;
  const packed = bytes.subarray(dataStart, dataStart + compressedSize);
  return { name, method, crc, size, packed };
}

function contentOf({ method, packed }: RawEntry): Uint8Array {
  if (packed === undefined) return new Uint8Array(0);
  return method === 0 ? packed : inflateRawSync(packed);
}
