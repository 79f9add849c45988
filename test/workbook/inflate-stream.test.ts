import { deflateSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { crc32 } from "../../src/workbook/crc32.ts";
import { inflateSteps } from "../../src/workbook/inflate-steps.ts";
import { inflateStream } from "../../src/workbook/inflate-stream.ts";
import {
  InflateBudget,
  InflateMeter,
  joinBytes,
  type InflateEnd,
} from "../../src/workbook/inflate.ts";
import { nativeInflater } from "../../src/workbook/native-inflater.ts";
import { defaultLimits, type Limits } from "../../src/workbook/limits.ts";
import type { ZipEntry } from "../../src/workbook/zip-directory.ts";

/** Bytes that deflate to about half their size, so that the platform's inflater is used. */
function content(size: number): Uint8Array {
  let seed = 7;
  return Uint8Array.from({ length: size }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 16) & 15;
  });
}

function entryOf(data: Uint8Array, whole: Uint8Array): ZipEntry {
  return {
    name: "a",
    flags: 0,
    method: 8,
    crc: crc32(whole),
    compressedSize: data.length,
    size: whole.length,
    start: 0,
    dataStart: 0,
    recordStart: 0,
    recordLength: 0,
  };
}

type Outcome = { readonly bytes: Uint8Array; readonly end: InflateEnd };

/** What fflate alone makes of an entry. */
function plain(data: Uint8Array, entry: ZipEntry): Outcome {
  const meter = new InflateMeter(new InflateBudget(defaultLimits));
  const run = inflateSteps(data);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = run.next();
    const bytes = joinBytes(pieces);
    if (next.done)
      return {
        bytes,
        end: next.value
          ? { crcHolds: crc32(bytes) === entry.crc }
          : { kind: "damaged" },
      };
    const failure = meter.take(next.value.piece.length, next.value.fed);
    if (failure !== null) return { bytes, end: failure };
    pieces.push(next.value.piece.slice());
  }
}

async function streamed(
  data: Uint8Array,
  entry: ZipEntry,
  limits: Limits = defaultLimits,
): Promise<Outcome> {
  const run = inflateStream(data, entry, new InflateBudget(limits));
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done) return { bytes: joinBytes(pieces), end: next.value };
    pieces.push(next.value.slice());
  }
}

const whole = content(600_000);
const packed = deflateSync(whole);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Node's own modules are hidden, as on a page. */
function onPage(): void {
  vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
}

describe.each([
  ["Node's", () => undefined],
  ["a page's", onPage],
])("inflating with %s inflater", (_name, prepare) => {
  beforeEach(prepare);

  it("is there", () => {
    expect(packed.length).toBeGreaterThan(64 * 1024);
    const entry = entryOf(packed, whole);
    expect(nativeInflater(packed, entry)).not.toBeNull();
  });

  it.each([0, 1, 17, whole.length + 1, 2 ** 32 + whole.length])(
    "is right where the size is declared as %s",
    async (size) => {
      const entry = { ...entryOf(packed, whole), size };
      const { bytes, end } = await streamed(packed, entry);
      expect(end).toEqual({ crcHolds: true });
      expect(crc32(bytes)).toBe(crc32(whole));
    },
  );

  it.each<[string, (data: Uint8Array) => Uint8Array]>([
    ["a sound stream", (data) => data],
    ["one cut short", (data) => data.slice(0, data.length - 5000)],
    ["one cut in its last byte", (data) => data.slice(0, -1)],
    [
      "one with bytes behind its end",
      (data) => joinBytes([data, content(90_000)]),
    ],
    [
      "one damaged in the middle",
      (data) =>
        data.map((byte, at) => (at > 70_000 && at < 70_400 ? 0xff : byte)),
    ],
    ["noise", () => content(90_000).map((byte) => byte * 17)],
  ])(
    "says what fflate says, and gives no less, for %s",
    async (_name, change) => {
      const data = change(packed);
      const entry = entryOf(data, whole);
      const expected = plain(data, entry);
      const found = await streamed(data, entry);
      expect(found.end).toEqual(expected.end);
      // Before a break it may come a little further.
      const same = found.bytes.subarray(0, expected.bytes.length);
      expect(crc32(same)).toBe(crc32(expected.bytes));
      expect(found.bytes.length).toBeLessThan(whole.length * 2);
    },
  );

  it("keeps the limits", async () => {
    const entry = entryOf(packed, whole);
    const small = { ...defaultLimits, maxInflated: 100_000 };
    expect((await streamed(packed, entry, small)).end).toEqual({
      kind: "tooLarge",
    });
    const strict = { ...defaultLimits, bombAfter: 1000, bombRatio: 1 };
    expect((await streamed(packed, entry, strict)).end).toMatchObject({
      kind: "bomb",
    });
    expect((await streamed(packed, { ...entry, crc: 1 })).end).toEqual({
      crcHolds: false,
    });
  });

  it("leaves nothing behind when it is given up", async () => {
    const rejected: unknown[] = [];
    const note = (reason: unknown) => rejected.push(reason);
    process.on("unhandledRejection", note);
    const run = inflateStream(
      packed,
      entryOf(packed, whole),
      new InflateBudget(defaultLimits),
    );
    await run.next();
    await run.return({ kind: "damaged" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", note);
    expect(rejected).toEqual([]);
  });
});

it("falls back to fflate where the platform has no inflater", async () => {
  onPage();
  vi.stubGlobal("DecompressionStream", undefined);
  expect(nativeInflater(packed, entryOf(packed, whole))).toBeNull();
  const { bytes, end } = await streamed(packed, entryOf(packed, whole));
  expect(end).toEqual({ crcHolds: true });
  expect(crc32(bytes)).toBe(crc32(whole));
});
