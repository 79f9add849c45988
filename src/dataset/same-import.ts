import { encodeEntry } from "./canonical.ts";
import { type ImportBody, currentSchema } from "./entry.ts";

/** True when both hold the same bytes' same observations and records, whoever imported them under whatever name. */
export function sameImport(a: ImportBody, b: ImportBody): boolean {
  if (
    a.sha !== b.sha ||
    a.observations.length !== b.observations.length ||
    a.records.length !== b.records.length
  )
    return false;
  const x = contentBytes(a);
  const y = contentBytes(b);
  return x.length === y.length && x.every((byte, at) => byte === y[at]);
}

function contentBytes(body: ImportBody): Uint8Array {
  return encodeEntry({
    schema: currentSchema,
    lamport: 0,
    who: "",
    at: 0,
    kind: "import",
    file: "",
    sha: body.sha,
    observations: Array.from(body.observations, (observation) => ({
      ...observation,
      source: { ...observation.source, file: "" },
    })),
    records: body.records.map((record) => ({
      ...record,
      source: { ...record.source, file: "" },
    })),
    assume: {},
  });
}
