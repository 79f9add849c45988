import {
  agileStreams,
  sealed as encrypted,
  standardStreams,
} from "../encrypted/encrypt-package.ts";
import { compoundFile } from "./compound-file.ts";
import { goodCells, refused, type HostileFile } from "./hostile-file.ts";
import { rawBook, rels } from "./raw-book.ts";
import { bytesOf, rawZip } from "./raw-zip.ts";

/** Files that are something else, or nothing, under the name of a workbook. */
export function* notWorkbooks(): Iterable<HostileFile> {
  yield refused("no bytes", "workbook.empty_file", () => new Uint8Array(0));
  yield refused("one zero", "workbook.empty_file", () => new Uint8Array(1));
  yield refused("one letter", "workbook.is_plain_text", () => bytesOf("A"));
  yield refused("PK and no more", "workbook.is_plain_text", () =>
    bytesOf("PK"),
  );
  yield refused("a zip signature and no more", "workbook.damaged_zip", () =>
    bytesOf("PK\u0003\u0004"),
  );
  yield refused(
    "eight megabytes of zeros",
    "workbook.empty_file",
    () => new Uint8Array(8 << 20),
  );
  yield refused(
    "half a gigabyte of zeros behind a compound header",
    "workbook.damaged_zip",
    () => {
      const bytes = new Uint8Array(500 << 20);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      return bytes;
    },
  );
  yield refused(
    "half a gigabyte of zeros",
    "workbook.empty_file",
    () => new Uint8Array(500 << 20),
  );
  yield refused("noise", "workbook.not_a_workbook", () => noise(100_000));
  yield {
    name: "an error page",
    make: () =>
      bytesOf(
        "<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not Found</h1></body></html>",
      ),
    opens: false,
    issues: [],
    mayAlso: [
      "workbook.is_titled_page",
      "workbook.is_web_page",
      "workbook.no_sheets",
      "workbook.unreadable",
    ],
    complains: true,
  };
  yield {
    name: "a page with a table",
    make: () =>
      bytesOf(
        "<html><body><table><tr><td>地区</td><td>12.5</td></tr></table></body></html>",
      ),
    opens: true,
    issues: [],
    count: 2,
  };
  yield refused("a Word document", "workbook.is_word", () =>
    rawZip([
      { name: "[Content_Types].xml", data: "<Types/>" },
      {
        name: "_rels/.rels",
        data: rels(["officeDocument", "word/document.xml"]),
      },
      { name: "word/document.xml", data: "<document/>" },
      {
        name: "word/embeddings/Microsoft_Excel_Worksheet.xlsx",
        data: rawBook(),
      },
    ]),
  );
  yield refused("a presentation", "workbook.is_slides", () =>
    rawZip([
      {
        name: "_rels/.rels",
        data: rels(["officeDocument", "ppt/presentation.xml"]),
      },
      { name: "ppt/presentation.xml", data: "<presentation/>" },
    ]),
  );
  yield refused("a binary workbook", "workbook.xlsb", () =>
    rawZip([
      {
        name: "_rels/.rels",
        data: rels(["officeDocument", "xl/workbook.bin"]),
      },
      { name: "xl/workbook.bin", data: noise(300) },
    ]),
  );
  yield refused("a zip of workbooks", "workbook.zip_of_files", () =>
    rawZip([{ name: "上报/太原市.xlsx", data: rawBook() }]),
  );
  yield refused(
    "a zip in a zip in a zip",
    "workbook.zip_without_workbook",
    () => {
      let bytes = rawBook();
      for (let depth = 0; depth < 50; depth++)
        bytes = rawZip([{ name: "a.zip", data: bytes, method: 0 }]);
      return bytes;
    },
  );
  yield refused("a zip of nothing", "workbook.zip_without_workbook", () =>
    rawZip([]),
  );
  yield* compoundFiles();
}

function* compoundFiles(): Iterable<HostileFile> {
  const sealed = () =>
    compoundFile([
      { name: "EncryptionInfo", data: noise(5000) },
      { name: "EncryptedPackage", data: noise(9000) },
    ]);
  const utf16 = (text: string) => Buffer.from(`${text}\0`, "utf16le");
  yield refused("an encrypted package", "workbook.password", sealed);
  yield refused(
    "an encrypted package of another password",
    "workbook.password",
    () =>
      encrypted(
        agileStreams(rawBook(), { password: "Passw0rd", turns: 100_000 }),
      ),
  );
  yield refused(
    "an encrypted package that wants a password tried four billion times",
    "workbook.password",
    () => encrypted(agileStreams(rawBook(), { stated: "4294967295" })),
  );
  yield {
    name: "an encrypted package of the default password",
    make: () =>
      encrypted(standardStreams(rawBook({ parts: { "a.bin": noise(5000) } }))),
    opens: true,
    issues: ["workbook.encrypted_read_only"],
    cells: goodCells,
  };
  yield refused(
    "an encrypted package whose name stands in a later sector of the directory",
    "workbook.password",
    () =>
      compoundFile([
        ...Array.from({ length: 40 }, (_, index) => ({ name: `s${index}` })),
        { name: "EncryptedPackage", data: noise(9000) },
      ]),
  );
  yield refused(
    "an encrypted package whose directory is far into the file",
    "workbook.password",
    () =>
      compoundFile([
        { name: "EncryptionInfo", data: new Uint8Array(9 << 20) },
        { name: "EncryptedPackage", data: noise(9000) },
      ]),
  );
  yield refused(
    "an encrypted package cut behind its directory",
    "workbook.password",
    () => sealed().subarray(0, -512),
  );
  yield refused(
    "an encrypted package cut before its directory",
    "workbook.damaged_zip",
    () => sealed().subarray(0, 6000),
  );
  yield refused("a compound header and no more", "workbook.damaged_zip", () =>
    sealed().subarray(0, 512),
  );
  yield refused(
    "a Word file that mentions an encrypted package",
    "workbook.is_word",
    () => {
      const text = new Uint8Array(8192);
      text.set(utf16("EncryptedPackage"), 1024);
      text.set(utf16("EncryptedPackage"), 2001);
      return compoundFile([{ name: "WordDocument", data: text }]);
    },
  );
  yield refused("a compound file of anything", "workbook.not_a_workbook", () =>
    compoundFile([
      {
        name: "Attachments",
        inside: [
          { name: "Workbook", data: noise(5000) },
          { name: "EncryptedPackage", data: noise(5000) },
        ],
      },
    ]),
  );
  yield refused("an old workbook of noise", "workbook.unreadable", () =>
    compoundFile([{ name: "Workbook", data: noise(9000) }]),
  );
  yield refused(
    "a compound file whose directory runs in a circle",
    "workbook.damaged_zip",
    () => {
      const bytes = Uint8Array.from(sealed());
      const view = new DataView(bytes.buffer);
      const directory = view.getUint32(48, true);
      bytes.fill(0, (directory + 1) * 512, (directory + 2) * 512);
      const fat = (view.getUint32(76, true) + 1) * 512;
      view.setUint32(fat + directory * 4, directory, true);
      return bytes;
    },
  );
}

/** Bytes without meaning, the same every time, zeros and signatures not among the first. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed >>> 0;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  bytes.set([1, 2, 3, 4].slice(0, length));
  return bytes;
}
