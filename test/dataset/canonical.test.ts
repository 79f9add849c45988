import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { DamagedEntryError } from "../../src/dataset/byte-reader.ts";
import {
  NewerEntryError,
  decodeEntry,
  encodeEntry,
  entryId,
} from "../../src/dataset/canonical.ts";
import { sha256Hex } from "../../src/dataset/hash.ts";
import { readEntry } from "../../src/dataset/read-entry.ts";
import { type Entry, currentSchema } from "../../src/dataset/entry.ts";
import type {
  BureauRecord,
  Observation,
  ObservationKey,
  Source,
} from "../../src/model/observation.ts";
import type { Target } from "../../src/model/target.ts";
import {
  anyEntry,
  editOf,
  editsOf,
  importOf,
  pm,
  shaOf,
  store,
  taiyuan,
  taiyuanKey,
  taskOf,
  undoOf,
} from "./samples.ts";

/** An import of three observations and a record, as schema 1 stored it. */
const ofSchema1 =
  "REJKRQEAAAAcAAAAAAAAAAEAAAAGAAAABgAAAAYAAAAEAAAACQAAAAIAAAACAAAA" +
  "QAAAAAYAAAAIAAAAQAAAAAgAAAAHAAAABgAAAAgAAAAFAAAABAAAAAUAAAABAAAA" +
  "AQAAAAIAAAAHAAAABAAAAAIAAAABAAAAAgAAADEAMQA0ADAAMQAwADAAMQA0ADAA" +
  "MgAwADAAMQA0ADAAMwAwADAAMgAwADEAOQAyADAAMQA5AC4AeABsAHMAeABBADMA" +
  "QgA1AGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBjAHQAdQBhAGwA" +
  "YQBpAHIALgBwAG0AMgA1AGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "ZABlAGEAZABsAGkAbgBlAG0AaQBzAHMAaQBuAGcAbgBvAHIAbQBhAGwAcAByAG8A" +
  "agBlAGMAdABzAHMAdABhAHQAZQB0AGEAcwBrALwDZwAvAG0AMwAUIGIh8FMmjfBT" +
  "Jo0uAHgAbABzAHgAjFsQYnRlOWWtZUFti3N6ehRsAAAAAAAA8D8AAAAAAAAAABoA" +
  "AAAGAAAACQAAAAAAAAADAAAABQQAAAAAAABNQAAAAAAAAAAAAAAAAAAAAAAVAAAA" +
  "AQAAAAAAAAELAAAAAAIAAAADAAAABAAAAAEFAAAAAQoAAAABAAAAAAEAAAAAAAAA" +
  "AAAZAAAAAAAAAAETAAAAAA8AAAAOAAAADwAAAAEGAAAAAQkAAAABGwAAAAEIAAAA" +
  "AQAAAAMAAAABEgAAAAEBAAAAARcAAAABDAAAAAEWAAAAAQcAAAANAAAABRQAAAAQ" +
  "AAAAAQAAAAAAAENAEQAAAAMYAAAA";

/** A target, as schema 2 stored it. */
const ofSchema2 =
  "REJKRQIAAwAQAAAAAAAAAAYAAAAEAAAACgAAAAQAAAACAAAAAgAAAAIAAAAIAAAA" +
  "BwAAAAYAAAACAAAABQAAAAQAAAABAAAAAgAAADEANAAwADEAMAAwADIAMAAyADAA" +
  "MgAwADIAMgAtADEAMQAtADAAOAAyADAAMgA1ADMAOQA0ADYAPAA9AGEAaQByAC4A" +
  "cABtADIANQBiAGkAbgBkAGkAbgBnAHMAdABvAHIAZQBkAHQAMQC8A2cALwBtADMA" +
  "nlu9ZQ9hwYmLc6GLElIAAAAAAAAQQAAAAAAAAPA/DgAAAAsAAAABCwAAAAgAAAAB" +
  "AAAAAAAAAAAAAAAHAAAABQAAAAwAAAABBgAAAAIAAAACAAAABAAAAAMAAAAJAAAA" +
  "AA8AAAANAAAACgAAAA==";

/** An import of an observation and a dated record, as schema 2 stored it. */
const ofBatchlessSchema2 =
  "REJKRQIAAAAVAAAAAAAAAAEAAAAGAAAABAAAAAkAAAAHAAAAAgAAAAIAAABAAAAA" +
  "BgAAAAgAAABAAAAABgAAAAUAAAAEAAAABQAAAAIAAAAHAAAABAAAAAEAAAACAAAA" +
  "MQAxADQAMAAxADAAMAAyADAAMQA5ADIAMAAxADkALgB4AGwAcwB4ADIAMAAyADEA" +
  "LQAwADcAQQAzAEIANQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YwB0AHUAYQBsAGEAaQByAC4AcABtADIANQBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAG4AbwByAG0AYQBsAHMAdABhAHQAZQB0AGEAcwBrALwDZwAvAG0A" +
  "MwDwUyaN8FMmjS4AeABsAHMAeACMWxBidGU5ZYtzenoUbAAAAAAAAPA/AAAAAAAA" +
  "AAATAAAABAAAAAgAAAAAAAAAAQAAAAEAAAAAAAAATUABAAABCgAAAAECAAAAAQMA" +
  "AAABCQAAAAEAAAAAAQAAAAABAAAAAAEPAAAAAQwAAAABBAAAAAEIAAAAARQAAAAB" +
  "BwAAAAEAAAABAAAAAQ4AAAABAQAAAAERAAAAAQsAAAABEAAAAAEGAAAAAQUAAAAN" +
  "AAAAAxIAAAA=";

/** The same as schema 3 stored it. */
const ofSchema3 =
  "REJKRQMAAAAVAAAAAAAAAAEAAAAGAAAABAAAAAkAAAAHAAAAAgAAAAIAAABAAAAA" +
  "BgAAAAgAAABAAAAABgAAAAUAAAAEAAAABQAAAAIAAAAHAAAABAAAAAEAAAACAAAA" +
  "MQAxADQAMAAxADAAMAAyADAAMQA5ADIAMAAxADkALgB4AGwAcwB4ADIAMAAyADEA" +
  "LQAwADcAQQAzAEIANQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEAYQBhAGEA" +
  "YwB0AHUAYQBsAGEAaQByAC4AcABtADIANQBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIAYgBiAGIA" +
  "YgBiAGIAYgBiAG4AbwByAG0AYQBsAHMAdABhAHQAZQB0AGEAcwBrALwDZwAvAG0A" +
  "MwDwUyaN8FMmjS4AeABsAHMAeACMWxBidGU5ZYtzenoUbAAAAAAAAPA/AAAAAAAA" +
  "AAATAAAABAAAAAgAAAAAAAAAAQAAAAEAAAAAAAAATUABAAABCgAAAAECAAAAAQMA" +
  "AAABCQAAAAEAAAAAAQAAAAABAAAAAAEPAAAAAQwAAAABBAAAAAEIAAAAARQAAAAB" +
  "BwAAAAEAAAABAAAAAQ4AAAABAQAAAAERAAAAAQsAAAABEAAAAAEGAAAAAQUAAAAN" +
  "AAAAAxIAAAA=";

describe("the canonical form", () => {
  test("decoding gives back what was encoded", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
      }),
      { numRuns: 300 },
    );
  });

  test("encoding what was decoded gives the same bytes", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const bytes = encodeEntry(entry);
        expect(encodeEntry(decodeEntry(bytes))).toEqual(bytes);
      }),
    );
  });

  test("the same entry has the same id whatever order its fields are in", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(entryId(encodeEntry(reversed(entry) as Entry))).toBe(
          entryId(encodeEntry(entry)),
        );
      }),
    );
  });

  test("entries that differ have different ids", () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        fc.pre(!Object.is(JSON.stringify(a), JSON.stringify(b)));
        expect(entryId(encodeEntry(a))).not.toBe(entryId(encodeEntry(b)));
      }),
    );
  });

  /** An import as schemas 2 and 3 could hold it. */
  const dated = store(
    1,
    importOf(
      [pm(taiyuan, 58)],
      [
        {
          ...taskOf("1", { state: { type: "state", value: "完成整改" } }),
          asOf: "2021-07",
        },
      ],
    ),
  ).entry;

  test.each<[string, string, string, Entry]>([
    [
      "an import of schema 1",
      ofSchema1,
      "02d47f5a40092c42",
      store(
        1,
        importOf(
          [pm(taiyuan, 58), pm("140200", null), pm("140300", "Ⅲ")],
          [
            taskOf("1", {
              state: { type: "state", value: "完成整改" },
              projects: { type: "number", value: 38 },
              deadline: { type: "missing", value: null, reason: "—" },
            }),
          ],
        ),
      ).entry,
    ],
    [
      "a target of schema 2",
      ofSchema2,
      "bfc964e2389d2f9a",
      {
        schema: currentSchema,
        lamport: 4,
        who: "王",
        at: 1,
        kind: "target",
        id: "t1",
        target: {
          id: "t1",
          indicator: "air.pm25",
          region: taiyuan,
          variant: "",
          base: "",
          comparator: "<=",
          goal: "39",
          unit: "μg/m3",
          baseline: { value: "46", period: "2020" },
          from: "2020",
          deadline: "2025",
          declared: "2022-11-08",
          force: "binding",
          cumulative: false,
          plan: "计划",
          source: "实施意见",
          confidence: "stored",
        },
      },
    ],
    ["an import of schema 2", ofBatchlessSchema2, "d580b3cd9b8281eb", dated],
    ["an import of schema 3", ofSchema3, "5081a4c68d5df433", dated],
  ])("%s is read as it was and keeps its id", (_, stored, name, entry) => {
    const bytes = Uint8Array.from(atob(stored), (c) => c.charCodeAt(0));
    const id = entryId(bytes);
    expect(id.slice(0, 16)).toBe(name);
    expect(readEntry(id, bytes)).toEqual({ id, entry });
  });

  test("an edit of schema 2 is read as it was and keeps its id", () => {
    const { entry } = store(2, editOf(taiyuan, 57.5));
    const bytes = encodeEntry(entry);
    new DataView(bytes.buffer, bytes.byteOffset).setUint16(4, 2, true);
    const id = entryId(bytes);
    expect(id.slice(0, 16)).toBe("d1e9533f956293ce");
    expect(readEntry(id, bytes)).toEqual({ id, entry });
  });

  test("stored bytes keep their ids", () => {
    const imported = store(
      1,
      importOf(
        [pm(taiyuan, 58), pm("140200", null), pm("140300", "Ⅲ")],
        [
          {
            ...taskOf("1", {
              state: { type: "state", value: "完成整改" },
              projects: { type: "number", value: 38 },
              deadline: { type: "missing", value: null, reason: "—" },
            }),
            asOf: "2021-07",
            place: taiyuan,
          },
        ],
      ),
    );
    const target: Target = {
      id: "t1",
      indicator: "air.pm25",
      region: taiyuan,
      variant: "",
      base: "",
      comparator: "<=",
      goal: "57",
      unit: "μg/m3",
      baseline: { value: "66", period: "2015" },
      from: "2015",
      deadline: "2020",
      declared: "",
      force: "binding",
      cumulative: false,
      plan: "十三五",
      source: "晋政发",
      confidence: "stored",
    };
    const ids = [
      imported,
      store(2, editOf(taiyuan, 57.5)),
      store(3, undoOf(imported)),
      store(4, { kind: "target", id: "t1", target }),
      store(5, { kind: "setting", name: "region", text: "140000" }),
      store(6, { kind: "profile", name: "月报", json: "{}" }),
      store(7, {
        kind: "decision",
        key: taiyuanKey,
        chosen: imported.id,
        sheet: "",
        cell: "",
      }),
      store(8, {
        kind: "ledger",
        recordKind: "task",
        record: "1",
        field: "state",
        value: { type: "state", value: "反弹" },
      }),
      store(9, { kind: "template", name: "调度表.xlsx", sha: shaOf("d") }),
      store(10, { kind: "backup", entries: 9 }),
      store(11, {
        kind: "targets",
        file: "目标.xlsx",
        changes: [
          { id: "t1", target: null },
          { id: "t2", target: { ...target, id: "t2", path: "compound" } },
        ],
      }),
      store(12, {
        kind: "batch",
        entries: [imported.id],
        files: 1,
        observations: 3,
        records: 1,
      }),
      store(
        13,
        editsOf([
          [taiyuan, 57],
          ["140200", null],
        ]),
      ),
      store(14, { kind: "comment", key: taiyuanKey, text: "核实过" }),
    ].map(({ id }) => id);
    expect(ids.map((id) => id.slice(0, 16))).toMatchInlineSnapshot(`
      [
        "a49b88ebcc58f5f3",
        "28bb6bbda194fefe",
        "dd6fe2e5f351915f",
        "6a654f2205595a08",
        "a7baf748111c382d",
        "8e067a5736671939",
        "2986db0ce192df13",
        "27c853fcb7930679",
        "5c2eac9a5b3869c8",
        "207fcc0f8390a5b7",
        "8f678e3aaea16c8b",
        "f31713d89ad8876e",
        "eb42b60fd5b43841",
        "87f958cfc0338fd8",
      ]
    `);
  });

  test("a number that is not finite is refused", () => {
    expect(() => store(1, importOf([pm(taiyuan, Number.NaN)]))).toThrow(
      "not a finite number: NaN",
    );
  });

  test("an entry without a Lamport time is refused", () => {
    expect(() => store(-1, importOf([]))).toThrow("not a Lamport time: -1");
  });

  test("an import of twenty thousand values is a few bytes a value", () => {
    const many = Array.from({ length: 20000 }, (_, row) =>
      pm(String(100000 + row), row / 10),
    );
    const bytes = encodeEntry(store(1, importOf(many)).entry);
    expect(bytes.length / many.length).toBeLessThan(40);
    expect(decodeEntry(bytes)).toEqual(store(1, importOf(many)).entry);
  });

  test("cut-off bytes are damaged, wherever they are cut", () => {
    const bytes = encodeEntry(
      store(3, importOf([pm(taiyuan, 58), pm("140200", "Ⅲ")])).entry,
    );
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decodeEntry(bytes.subarray(0, length))).toThrow(
        DamagedEntryError,
      );
  });

  test("any changed byte gives another entry or a damaged one, never another kind of error", () => {
    const bytes = encodeEntry(
      store(3, importOf([pm(taiyuan, 58), pm("140200", "Ⅲ")])).entry,
    );
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          try {
            decodeEntry(changed);
          } catch (error) {
            expect([DamagedEntryError.name, NewerEntryError.name]).toContain(
              (error as Error).name,
            );
          }
          expect(entryId(changed)).not.toBe(entryId(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("bytes after the end are damaged", () => {
    const bytes = encodeEntry(store(1, importOf([])).entry);
    expect(() => decodeEntry(new Uint8Array([...bytes, 0]))).toThrow(
      "1 bytes are left over",
    );
  });

  test("a schema from the future is told apart from damage", () => {
    const bytes = encodeEntry(store(1, importOf([])).entry);
    bytes[4] = 7;
    expect(() => decodeEntry(bytes)).toThrow(NewerEntryError);
  });

  test("a view into larger bytes decodes", () => {
    const { entry } = store(1, importOf([pm(taiyuan, 58)]));
    const bytes = encodeEntry(entry);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeEntry(larger.subarray(3))).toEqual(entry);
  });
});

test("SHA-256 agrees with the published vector", () => {
  expect(sha256Hex(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("an entry that names no SHA-256 is refused", () => {
  expect(() => store(1, { kind: "undo", target: "x" })).toThrow(
    'not a SHA-256: "x"',
  );
  expect(store(1, { kind: "undo", target: shaOf("c") }).id).toHaveLength(64);
});

test("every field of the model has its place in the bytes", () => {
  // A field added to the model fails the type check here until the codec holds it.
  expectTypeOf<keyof ObservationKey>().toEqualTypeOf<
    "indicator" | "region" | "period" | "measure" | "variant" | "base"
  >();
  expectTypeOf<keyof Observation>().toEqualTypeOf<
    "key" | "value" | "missing" | "decimals" | "unit" | "status" | "source"
  >();
  expectTypeOf<keyof Source>().toEqualTypeOf<
    "file" | "sha" | "sheet" | "cell"
  >();
  expectTypeOf<keyof BureauRecord>().toEqualTypeOf<
    "kind" | "id" | "fields" | "asOf" | "place" | "source"
  >();
  expectTypeOf<keyof Target>().toEqualTypeOf<
    | "id"
    | "indicator"
    | "region"
    | "variant"
    | "base"
    | "comparator"
    | "goal"
    | "unit"
    | "baseline"
    | "from"
    | "deadline"
    | "declared"
    | "force"
    | "cumulative"
    | "plan"
    | "source"
    | "confidence"
    | "remark"
    | "path"
    | "milestones"
    | "replaces"
    | "until"
    | "partOf"
    | "weight"
    | "parts"
    | "each"
    | "only"
  >();
});

/** The same value with the fields of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
}
