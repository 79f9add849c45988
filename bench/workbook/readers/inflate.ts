import { unzipSync } from "fflate";
import type { Reader } from "./reader.ts";

/** The first floor: every entry inflated, nothing looked at. */
export const read: Reader = (bytes) => {
  const entries = unzipSync(bytes);
  return Promise.resolve(() => {
    if (Object.keys(entries).length === 0) throw new Error("an empty zip");
  });
};
