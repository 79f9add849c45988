import type { Reader } from "./reader.ts";

/** Each is loaded only in the process that measures it. */
const loaders = {
  dabiao: () => import("./dabiao.ts"),
  hucre: () => import("./hucre.ts"),
  "read-excel-file": () => import("./read-excel-file.ts"),
  sheetjs: () => import("./sheetjs.ts"),
  exceljs: () => import("./exceljs.ts"),
  inflate: () => import("./inflate.ts"),
  scan: () => import("./scan.ts"),
} satisfies Record<string, () => Promise<{ read: Reader }>>;

export type ReaderName = keyof typeof loaders;

export const readerNames = Object.keys(loaders) as ReaderName[];
export const peers = [
  "hucre",
  "read-excel-file",
  "sheetjs",
  "exceljs",
] as const;

export async function loadReader(name: ReaderName): Promise<Reader> {
  return (await loaders[name]()).read;
}
