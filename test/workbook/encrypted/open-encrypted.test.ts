import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import { rawBook, rows } from "../hostile/raw-book.ts";
import { compoundFile } from "../hostile/compound-file.ts";
import { noise } from "../hostile/not-workbooks.ts";
import { encryptedBiff, type BiffScheme } from "./encrypt-biff.ts";
import { agileStreams, sealed, standardStreams } from "./encrypt-package.ts";

async function open(bytes: Uint8Array, signal?: { aborted: boolean }) {
  const { workbook, issues } = await openWorkbook(bytes, {
    file: "a.xlsx",
    ...(signal === undefined ? {} : { signal }),
  });
  return { workbook, codes: issues.map(({ code }) => code) };
}

/** A workbook of several segments of 4,096 bytes. */
const book = rawBook({
  sheets: [
    [
      "甲",
      rows('<row r="1"><c r="A1"><v>12.5</v></c></row>', [
        "<row><c><v>0.25</v></c><c><v>7</v></c></row>",
        500,
      ]),
    ],
  ],
  parts: { "xl/media/image1.bin": noise(20_000) },
});

async function expectBook(bytes: Uint8Array): Promise<void> {
  const { workbook, codes } = await open(bytes);
  expect(codes).toEqual(["workbook.encrypted_read_only"]);
  const plain = await open(book);
  const [sheet] = workbook?.sheets ?? [];
  expect([...(sheet?.cells() ?? [])]).toEqual([
    ...(plain.workbook?.sheets[0]?.cells() ?? []),
  ]);
  expect([...(sheet?.cells() ?? [])].length).toBe(1001);
  expect(workbook?.writable).toBe(false);
}

describe("an .xlsx encrypted with the default password", () => {
  const hashes = ["SHA1", "SHA256", "SHA384", "SHA512"] as const;
  const sizes = [128, 192, 256] as const;
  it.each(
    hashes.flatMap((hash) => sizes.map((keyBits) => [hash, keyBits] as const)),
  )("the agile way is read (%s, %i bits)", async (hash, keyBits) => {
    await expectBook(sealed(agileStreams(book, { hash, keyBits })));
  });

  it.each(sizes)("the standard way is read (%i bits)", async (keyBits) => {
    await expectBook(sealed(standardStreams(book, { keyBits })));
  });

  it("the standard way is read where only the flags tell the cipher", async () => {
    const { info, encrypted } = standardStreams(book);
    info.writeUInt32LE(0, 20);
    await expectBook(sealed({ info, encrypted }));
  });

  it("is not written into: the refusal says what to do", async () => {
    const bytes = sealed(agileStreams(book));
    const { refused, ...patched } = await patchWorkbook(bytes, [
      { sheet: "甲", row: 0, column: 0, kind: "number", value: 1 },
    ]);
    expect(patched.bytes).toBe(bytes);
    expect(refused).toMatchObject([
      { issue: { code: "workbook.encrypted_read_only", cell: "A1" } },
    ]);
  });

  it("can be stopped while its password is tried, and while it is decrypted", async () => {
    const bytes = sealed(agileStreams(book, { turns: 100_000 }));
    const signal = { aborted: false };
    setTimeout(() => (signal.aborted = true), 1);
    const { workbook, codes } = await open(bytes, signal);
    expect(workbook).toBe(null);
    expect(codes).toEqual(["workbook.cancelled"]);
  });

  it.runIf(existsSync("../shared/corpus/poi/58616.xlsx"))(
    "is read where Excel itself wrote it",
    async () => {
      const file = new Uint8Array(
        readFileSync("../shared/corpus/poi/58616.xlsx"),
      );
      const { workbook, codes } = await open(file);
      expect(codes).toEqual(["workbook.encrypted_read_only"]);
      const sheet = workbook?.sheets[0];
      // As LibreOffice converts it.
      expect(sheet?.name).toBe("Template");
      expect(sheet?.cellAt(0, 0)?.value).toBe(
        "EPQ Manual Template v2.3.19 Daika",
      );
      expect(sheet?.cellAt(3, 3)?.value).toBe("Muangchonburi, Thailand");
    },
  );
});

describe("an encrypted .xlsx that is not to be opened", () => {
  const spoilt = (spoil: (xml: string) => string) => () =>
    sealed(agileStreams(book, { spoil }));
  const short = (length: number) => () => {
    const { info, encrypted } = agileStreams(book);
    const cut = Buffer.concat([info.subarray(0, length), Buffer.alloc(4096)]);
    return sealed({ info: cut, encrypted });
  };
  const standard = (change: (info: Buffer) => void) => () => {
    const { info, encrypted } = standardStreams(book);
    change(info);
    return sealed({ info, encrypted });
  };
  it.each<readonly [string, () => Uint8Array]>([
    [
      "has another password (agile)",
      () => sealed(agileStreams(book, { password: "达标2024" })),
    ],
    [
      "has another password (standard)",
      () => sealed(standardStreams(book, { password: "velvetsweatshop" })),
    ],
    [
      "asks for more turns than anybody has time for",
      () => sealed(agileStreams(book, { stated: "10000000" })),
    ],
    [
      "asks for turns that are no number",
      () => sealed(agileStreams(book, { stated: "-1" })),
    ],
    [
      "asks for turns without end",
      () => sealed(agileStreams(book, { stated: "1e999" })),
    ],
    ["says nothing of how", () => sealed({ ...agileStreams(book), info: Buffer.alloc(4096) })],
    ["has its information cut short", short(400)],
    ["has its information cut in the header", short(7)],
    [
      "has a megabyte of information",
      () => {
        const { info, encrypted } = agileStreams(book);
        const long = Buffer.concat([info, Buffer.alloc(1 << 20, 0x20)]);
        return sealed({ info: long, encrypted });
      },
    ],
    ["uses a cipher nobody knows", spoilt((xml) => xml.replaceAll('"AES"', '"RC2"'))],
    ["uses a hash nobody knows", spoilt((xml) => xml.replaceAll("SHA512", "WHIRLPOOL"))],
    ["has keys of absurd size", spoilt((xml) => xml.replaceAll('keyBits="256"', 'keyBits="4294967295"'))],
    ["has keys that are not base64", spoilt((xml) => xml.replace(/encryptedKeyValue="[^"]+"/, 'encryptedKeyValue="?"'))],
    ["has an empty verifier", spoilt((xml) => xml.replace(/encryptedVerifierHashInput="[^"]+"/, 'encryptedVerifierHashInput=""'))],
    ["has a verifier of three bytes", spoilt((xml) => xml.replace(/encryptedVerifierHashInput="[^"]+"/, 'encryptedVerifierHashInput="AAAA"'))],
    ["has another verifier", spoilt((xml) => xml.replace(/encryptedVerifierHashValue="[^"]{8}/, 'encryptedVerifierHashValue="AAAAAAAA'))],
    ["has no XML", spoilt(() => "EncryptionInfo")],
    ["has a standard header of absurd size", standard((info) => info.writeUInt32LE(0xffffffff, 8))],
    ["has a standard header of no size", standard((info) => info.writeUInt32LE(0, 8))],
    ["has a standard salt of absurd size", standard((info) => info.writeUInt32LE(0x7fffffff, 12 + info.readUInt32LE(8)))],
    ["has a standard cipher nobody knows", standard((info) => info.writeUInt32LE(0x6602, 20))],
    ["has another standard verifier", standard((info) => info.fill(0, 12 + info.readUInt32LE(8) + 20, 12 + info.readUInt32LE(8) + 36))],
  ])("gets the sentence on its password: it %s", async (_, make) => {
    const { workbook, codes } = await open(make());
    expect(workbook).toBe(null);
    expect(codes).toEqual(["workbook.password"]);
  }); // prettier-ignore

  it.each<readonly [string, (encrypted: Buffer) => Buffer]>([
    ["is cut short", (encrypted) => encrypted.subarray(0, 5000)],
    ["is cut in a block", (encrypted) => encrypted.subarray(0, 5001)],
    ["says it is empty", (encrypted) => Buffer.concat([Buffer.alloc(8), encrypted.subarray(8)])],
  ])("is called damaged where its password fits and the package %s", async (_, change) => {
    const { info, encrypted } = agileStreams(book);
    const { workbook, codes } = await open(
      sealed({ info, encrypted: change(encrypted) }),
    );
    expect(workbook).toBe(null);
    expect(codes).toEqual(["workbook.damaged_zip"]);
  }); // prettier-ignore

  it("is read to its end where it says it is longer than it is", async () => {
    const { info, encrypted } = agileStreams(book);
    encrypted.writeBigUInt64LE(2n ** 63n, 0);
    await expectBook(sealed({ info, encrypted }));
  });

  it("is a bomb as any other", async () => {
    const bomb = rawBook({
      sheets: [["甲", rows(["<row><c><v>1</v></c></row>", 2_000_000])]],
    });
    const { codes } = await open(sealed(agileStreams(bomb)));
    expect(codes).toContain("workbook.too_large");
  });
});

describe("an .xls encrypted with the default password", () => {
  const cases: readonly (readonly [BiffScheme, 5 | 8])[] = [
    ["xor", 5],
    ["xor", 8],
    ["rc4", 8],
    ["cryptoapi", 8],
    ["cryptoapi40", 8],
  ];
  it.each(cases)("is read: %s, BIFF %i", async (scheme, version) => {
    const bare = encryptedBiff(scheme, { version });
    const padded = new Uint8Array(Math.max(4096, bare.length));
    padded.set(bare);
    const name = version === 8 ? "Workbook" : "Book";
    for (const bytes of [bare, compoundFile([{ name, data: padded }])]) {
      const { workbook, codes } = await open(bytes);
      expect(codes).toEqual([]);
      const sheet = workbook?.sheets[0];
      expect(sheet?.name).toBe(version === 8 ? "表" : "A");
      expect(sheet?.cellAt(0, 0)?.value).toBe(12.5);
      for (let row = 0; row < 200; row++)
        expect(sheet?.cellAt(row, 1)?.value).toBe(row + 0.25);
      if (version === 8) expect(sheet?.cellAt(0, 2)?.value).toBe("达标");
    }
  });

  it.each(cases)(
    "is refused with another password: %s, BIFF %i",
    async (scheme, version) => {
      const bytes = encryptedBiff(scheme, { version, password: "Passw0rd" });
      const { workbook, codes } = await open(bytes);
      expect(workbook).toBe(null);
      expect(codes).toEqual(["workbook.password"]);
    },
  );

  it.each(cases)(
    "gives what there is, or says why not, wherever it is cut: %s, BIFF %i",
    async (scheme, version) => {
      const bytes = encryptedBiff(scheme, { version, rows: 5 });
      for (let length = 4; length < bytes.length; length++) {
        const { workbook, codes } = await open(bytes.slice(0, length));
        expect(workbook === null || codes.length > 0).toBe(true);
        expect(codes.length).toBeGreaterThan(0);
      }
    },
  );

  it("can be stopped while it is decrypted", async () => {
    const signal = { aborted: false };
    const bytes = encryptedBiff("rc4", { rows: 60_000 });
    setTimeout(() => (signal.aborted = true), 1);
    const { workbook, codes } = await open(bytes, signal);
    expect(workbook).toBe(null);
    expect(codes).toEqual(["workbook.cancelled"]);
  });
});
