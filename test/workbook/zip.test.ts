import fc from "fast-check";
import { unzipSync, zipSync, type Zippable } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { crc32 } from "../../src/workbook/crc32.ts";
import { InflateBudget } from "../../src/workbook/inflate.ts";
import { inflateWhole } from "../../src/workbook/inflate-stream.ts";
import { defaultLimits } from "../../src/workbook/limits.ts";
import {
  readZipDirectory,
  type ZipDirectory,
} from "../../src/workbook/zip-directory.ts";
import { rewriteZip } from "../../src/workbook/zip-rewrite.ts";

function directory(bytes: Uint8Array): ZipDirectory {
  const zip = readZipDirectory(bytes, defaultLimits);
  if ("kind" in zip) throw new Error(`no zip: ${zip.kind}`);
  return zip;
}

async function content(bytes: Uint8Array, index: number): Promise<Uint8Array> {
  const entry = directory(bytes).entries[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  const result = await inflateWhole(
    bytes,
    entry,
    new InflateBudget(defaultLimits),
  );
  if ("kind" in result) throw new Error(result.kind);
  expect(result.crcHolds).toBe(true);
  return result.data;
}

const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}\.xml$/),
    data: fc.uint8Array({ maxLength: 3000 }),
    level: fc.constantFrom(0 as const, 6 as const),
    extra: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
);

describe("zip", () => {
  it("reads what was written", async () => {
    await fc.assert(
      fc.asyncProperty(files, async (list) => {
        const bytes = zipSync(
          Object.fromEntries(
            list.map(({ name, data, level }) => [name, [data, { level }]]),
          ) as Zippable,
        );
        expect(directory(bytes).entries.map(({ name }) => name)).toEqual(
          list.map(({ name }) => name),
        );
        for (const [index, { data }] of list.entries())
          expect(await content(bytes, index)).toEqual(data);
      }),
      { numRuns: 50 },
    );
  });

  it("copies every other entry as it lies, extra fields and what stands before included", async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.nat(),
        fc.uint8Array({ maxLength: 2000 }),
        fc.uint8Array({ maxLength: 40 }),
        async (list, pick, replacement, front) => {
          const zipped = zipSync(
            Object.fromEntries(
              list.map(({ name, data, level, extra }) => [
                name,
                [data, { level, extra: { 51966: extra }, comment: "c" }],
              ]),
            ) as Zippable,
            { mtime: "2020-01-01T00:00:00" },
          );
          const bytes = Uint8Array.of(...front, ...zipped);
          const before = directory(bytes);
          const chosen = before.entries[pick % list.length];
          if (chosen === undefined) throw new Error("nothing chosen");
          const out = await rewriteZip(
            bytes,
            before,
            new Map([[chosen, replacement]]),
          );
          const after = directory(out);
          expect(out.subarray(0, front.length)).toEqual(front);
          for (const [index, entry] of before.entries.entries()) {
            const now = after.entries[index];
            if (now === undefined) throw new Error("an entry is gone");
            if (entry === chosen)
              expect(await content(out, index)).toEqual(replacement);
            else
              expect(
                out.subarray(now.start, now.dataStart + now.compressedSize),
              ).toEqual(
                bytes.subarray(
                  entry.start,
                  entry.dataStart + entry.compressedSize,
                ),
              );
          }
          expect(
            Object.keys(unzipSync(out.subarray(front.length))).length,
          ).toBe(list.length);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps what stands behind the last record of the directory", async () => {
    const zipped = zipSync({ "a.xml": new Uint8Array(30).fill(65) });
    const before = directory(zipped);
    const signature = Uint8Array.of(0x50, 0x4b, 5, 5, 3, 0, 1, 2, 3);
    const signed = Uint8Array.of(
      ...zipped.subarray(0, before.endRecord),
      ...signature,
      ...zipped.subarray(before.endRecord),
    );
    const view = new DataView(signed.buffer);
    const size = before.endRecord - before.start + signature.length;
    view.setUint32(before.endRecord + signature.length + 12, size, true);
    const zip = directory(signed);
    const [entry] = zip.entries;
    if (entry === undefined) throw new Error("no entry");
    const out = await rewriteZip(
      signed,
      zip,
      new Map([[entry, Uint8Array.of(66)]]),
    );
    const after = directory(out);
    expect(
      out.subarray(after.endRecord - signature.length, after.endRecord),
    ).toEqual(signature);
    expect(await content(out, 0)).toEqual(Uint8Array.of(66));
  });

  it("never throws for damaged bytes", async () => {
    const zipped = zipSync({
      "a.xml": new Uint8Array(300).fill(65),
      "b.xml": new Uint8Array(20),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zipped.length - 1),
        fc.nat(255),
        fc.nat(zipped.length),
        async (at, byte, cut) => {
          const damaged = zipped.slice(0, cut);
          damaged[at] = byte;
          const zip = readZipDirectory(damaged, defaultLimits);
          if ("kind" in zip) return;
          for (const entry of zip.entries)
            await inflateWhole(
              damaged,
              entry,
              new InflateBudget(defaultLimits),
            );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("deflates by itself where the platform does not", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    const zipped = zipSync({ "a.xml": new Uint8Array(3000).fill(65) });
    const zip = directory(zipped);
    const [entry] = zip.entries;
    if (entry === undefined) throw new Error("no entry");
    const other = new Uint8Array(4000).fill(66);
    const out = await rewriteZip(zipped, zip, new Map([[entry, other]]));
    vi.unstubAllGlobals();
    expect(out.length).toBeLessThan(1000);
    expect(await content(out, 0)).toEqual(other);
  });

  it("writes content given in pieces as if it were whole, empty ones and large ones included", async () => {
    const zipped = zipSync({
      "a.xml": new Uint8Array(3000).fill(65),
      "b.xml": [new Uint8Array(30).fill(66), { level: 0 }],
    });
    const zip = directory(zipped);
    const pieces = [
      new Uint8Array(0),
      new Uint8Array(700_000).fill(67),
      Uint8Array.of(1, 2, 3),
      new Uint8Array(300_000).fill(68).subarray(1),
      new Uint8Array(0),
    ];
    const whole = new Uint8Array(Buffer.concat(pieces));
    for (const [index, entry] of zip.entries.entries()) {
      const out = await rewriteZip(zipped, zip, new Map([[entry, pieces]]));
      expect(await content(out, index)).toEqual(whole);
      expect(unzipSync(out)[entry.name]).toEqual(whole);
      const nothing = await rewriteZip(zipped, zip, new Map([[entry, []]]));
      expect((await content(nothing, index)).length).toBe(0);
    }
  });

  it("inflates what a size that lies declares too small or too large", async () => {
    const data = new Uint8Array(100_000).fill(65);
    const zipped = zipSync({ "a.xml": data });
    const [entry] = directory(zipped).entries;
    if (entry === undefined) throw new Error("no entry");
    for (const size of [0, 1, 99_999, 100_001, 0xfffffffe, 2 ** 52])
      expect(
        await inflateWhole(
          zipped,
          { ...entry, size },
          new InflateBudget(defaultLimits),
        ),
      ).toMatchObject({ data, crcHolds: true });
  });

  it("refuses entries that overlap", () => {
    const zipped = zipSync({
      "a.xml": new Uint8Array(30).fill(65),
      "b.xml": new Uint8Array(30).fill(66),
    });
    const { entries } = directory(zipped);
    const view = new DataView(zipped.buffer);
    view.setUint32(
      (entries[1]?.recordStart ?? 0) + 42,
      entries[0]?.start ?? 0,
      true,
    );
    expect(readZipDirectory(zipped, defaultLimits)).toMatchObject({
      kind: "overlap",
    });
  });

  it("reads and rewrites zip64 records", async () => {
    const bytes = toZip64(
      zipSync({
        "a.xml": [new Uint8Array(30).fill(65), { level: 0 }],
        "b.xml": new Uint8Array(3000).fill(66),
      }),
    );
    const zip = directory(bytes);
    expect(await content(bytes, 1)).toEqual(new Uint8Array(3000).fill(66));
    const [first] = zip.entries;
    if (first === undefined) throw new Error("no entry");
    const out = await rewriteZip(
      bytes,
      zip,
      new Map([[first, new Uint8Array(99).fill(67)]]),
    );
    expect(await content(out, 0)).toEqual(new Uint8Array(99).fill(67));
    expect(await content(out, 1)).toEqual(new Uint8Array(3000).fill(66));
  });

  it("stops where the budget ends, whatever sizes are declared", async () => {
    const zipped = zipSync({ "a.xml": new Uint8Array(1_000_000) });
    const [entry] = directory(zipped).entries;
    if (entry === undefined) throw new Error("no entry");
    const budget = new InflateBudget({
      ...defaultLimits,
      maxInflated: 500_000,
    });
    expect(await inflateWhole(zipped, { ...entry, size: 10 }, budget)).toEqual({
      kind: "tooLarge",
    });
    const strict = new InflateBudget({ ...defaultLimits, bombAfter: 1000 });
    expect(await inflateWhole(zipped, entry, strict)).toMatchObject({
      kind: "bomb",
    });
  });
});

/** The same zip with its end record's figures moved to zip64 records. */
function toZip64(bytes: Uint8Array): Uint8Array {
  const { start, endRecord, entries } = directory(bytes);
  const extra = new Uint8Array(56 + 20);
  const view = new DataView(extra.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setUint32(4, 44, true);
  view.setUint32(24, entries.length, true);
  view.setUint32(32, entries.length, true);
  view.setUint32(40, endRecord - start, true);
  view.setUint32(48, start, true);
  view.setUint32(56, 0x07064b50, true);
  view.setUint32(64, endRecord, true);
  const end = bytes.slice(endRecord);
  const endView = new DataView(end.buffer);
  endView.setUint16(8, 0xffff, true);
  endView.setUint16(10, 0xffff, true);
  endView.setUint32(12, 0xffffffff, true);
  endView.setUint32(16, 0xffffffff, true);
  return Uint8Array.of(...bytes.subarray(0, endRecord), ...extra, ...end);
}

it("crc32 knows the check value and goes on from a seed", () => {
  const digits = new TextEncoder().encode("123456789");
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(
    0xcbf43926,
  );
});
