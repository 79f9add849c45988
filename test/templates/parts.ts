import { strFromU8, unzipSync } from "fflate";

/** The parts of a package as text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, data]) => [
      path,
      strFromU8(data),
    ]),
  );
}

/** Texts of the parts whose path starts so, in order of path. */
export function partsUnder(
  parts: ReadonlyMap<string, string>,
  prefix: string,
): readonly string[] {
  return [...parts]
    .filter(([path]) => path.startsWith(prefix) && !path.endsWith(".rels"))
    .map(([, text]) => text);
}
