import fc from "fast-check";
import { encodeEntry, entryId } from "../../src/dataset/canonical.ts";
import {
  type Entry,
  type EntryBody,
  type Stored,
  currentSchema,
  editActions,
} from "../../src/dataset/entry.ts";
import {
  type BureauRecord,
  type FieldValue,
  type Observation,
  type ObservationKey,
  keyText,
  measures,
} from "../../src/model/observation.ts";
import { regionLevels } from "../../src/model/region.ts";
import { type Target, partRules, pathKinds } from "../../src/model/target.ts";

export const shaOf = (digit: string): string => digit.repeat(64);

/** `pm("140100", 48)` is PM2.5 of Taiyuan in 2019. */
export function pm(
  region: string,
  value: number | string | null,
  file = "2019.xlsx",
  cell = "B5",
): Observation {
  return {
    key: pmKey(region),
    value,
    missing: value === null ? "断流" : "",
    decimals: typeof value === "number" ? 0 : null,
    unit: "μg/m3",
    status: value === null ? "missing" : "normal",
    source: { file, sha: shaOf("a"), sheet: "空气", cell },
  };
}

export function pmKey(region: string): ObservationKey {
  return {
    indicator: "air.pm25",
    region,
    period: "2019",
    measure: "actual",
    variant: "",
    base: "",
  };
}

export const taiyuan = "140100";
export const taiyuanKey = keyText(pmKey(taiyuan));

export function store(
  lamport: number,
  body: EntryBody,
  who = "王",
  at = 0,
): Stored {
  const entry: Entry = { schema: currentSchema, lamport, who, at, ...body };
  return { id: entryId(encodeEntry(entry)), entry };
}

export function importOf(
  observations: readonly Observation[],
  records: readonly BureauRecord[] = [],
  file = "2019.xlsx",
): EntryBody {
  return {
    kind: "import",
    file,
    sha: shaOf("a"),
    observations,
    records,
    assume: {},
  };
}

export function editOf(region: string, value: number | null): EntryBody {
  return {
    kind: "edit",
    key: pmKey(region),
    value,
    missing: "",
    decimals: value === null ? null : 0,
    unit: "μg/m3",
    status: value === null ? "missing" : "normal",
  };
}

/** Several values typed in one step. */
export function editsOf(
  values: readonly (readonly [region: string, value: number | null])[],
): EntryBody {
  return {
    kind: "edits",
    action: "paste",
    observations: values.map(([region, value]) => ({
      key: pmKey(region),
      value,
      missing: "",
      decimals: value === null ? null : 0,
      unit: "μg/m3",
      status: value === null ? "missing" : "normal",
      source: { file: "", sha: "", sheet: "", cell: "" },
    })),
  };
}

export const undoOf = (target: Stored): EntryBody => ({
  kind: "undo",
  target: target.id,
});

export function taskOf(
  id: string,
  fields: Readonly<Record<string, FieldValue>>,
): BureauRecord {
  return {
    kind: "task",
    id,
    fields,
    source: { file: "台账.xlsx", sha: shaOf("b"), sheet: "台账", cell: "A3" },
  };
}

/** Any text a cell can hold, lone surrogates included. */
const anyText = fc.oneof(
  fc.constantFrom("", "太原", "μg/m3", "—", "Ⅲ", "__proto__", "\ud800"),
  fc.string({ unit: "binary" }),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const value = fc.oneof(number, anyText, fc.constant(null));
const sha = fc.constantFrom(..."0123456789abcdef").map(shaOf);
const decimals = fc.option(fc.integer({ min: -6, max: 15 }), { nil: null });
const keyPart = anyText.map((text) => text.replaceAll("|", "/"));
const key: fc.Arbitrary<ObservationKey> = fc.record({
  indicator: keyPart,
  region: keyPart,
  period: keyPart,
  measure: fc.constantFrom(...measures),
  variant: keyPart,
  base: keyPart,
});
const source = fc.record({
  file: anyText,
  sha: anyText,
  sheet: anyText,
  cell: anyText,
});
const status = fc.constantFrom(
  "normal" as const,
  "provisional" as const,
  "estimated" as const,
  "missing" as const,
);
export const anyObservation: fc.Arbitrary<Observation> = fc.record({
  key,
  value,
  missing: anyText,
  decimals,
  unit: anyText,
  status,
  source,
});
const fieldValue: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      "text" as const,
      "date" as const,
      "state" as const,
      "class" as const,
    ),
    value: anyText,
  }),
  fc.record({ type: fc.constant("number" as const), value: number }),
  fc.record({
    type: fc.constant("missing" as const),
    value: fc.constant(null),
    reason: anyText,
  }),
);
const record: fc.Arbitrary<BureauRecord> = fc
  .record({
    kind: anyText,
    id: anyText,
    fields: fc.dictionary(anyText, fieldValue, { noNullPrototype: true }),
    asOf: fc.constantFrom("", "2021", "2021-06", "2021-01/2021-07"),
    place: fc.constantFrom("", "140000", taiyuan),
    source,
  })
  .map(({ asOf, place, ...rest }) => ({
    ...rest,
    ...(asOf === "" ? {} : { asOf }),
    ...(place === "" ? {} : { place }),
  }));
const filled = anyText.filter((text) => text !== "");
const comparator = fc.constantFrom(...([">=", "<=", ">", "<", "="] as const));
export const target: fc.Arbitrary<Target> = fc.record(
  {
    id: anyText,
    indicator: anyText,
    region: anyText,
    variant: anyText,
    base: anyText,
    comparator,
    goal: anyText,
    unit: anyText,
    baseline: fc.option(fc.record({ value: anyText, period: anyText }), {
      nil: null,
    }),
    from: anyText,
    deadline: anyText,
    declared: anyText,
    force: fc.constantFrom(...(["binding", "expected", "unknown"] as const)),
    cumulative: fc.boolean(),
    plan: anyText,
    source: anyText,
    confidence: fc.constantFrom(...(["stored", "unverified", "user"] as const)),
    remark: filled,
    path: fc.constantFrom(...pathKinds),
    milestones: fc.array(fc.record({ period: anyText, goal: anyText }), {
      minLength: 1,
      maxLength: 4,
    }),
    replaces: filled,
    until: filled,
    partOf: filled,
    weight: filled,
    parts: fc.constantFrom(...partRules),
    each: fc.constantFrom(...regionLevels),
    only: fc.record({
      indicator: anyText,
      comparator,
      value: anyText,
      unit: anyText,
      period: anyText,
    }),
  },
  {
    requiredKeys: [
      "id",
      "indicator",
      "region",
      "variant",
      "base",
      "comparator",
      "goal",
      "unit",
      "baseline",
      "from",
      "deadline",
      "declared",
      "force",
      "cumulative",
      "plan",
      "source",
      "confidence",
    ],
  },
);

/** Any body of any kind. */
export const anyBody: fc.Arbitrary<EntryBody> = fc.oneof(
  fc.record({
    kind: fc.constant("import" as const),
    file: anyText,
    sha,
    observations: fc.array(anyObservation, { maxLength: 20 }),
    records: fc.array(record, { maxLength: 5 }),
    assume: fc.dictionary(anyText, anyText, { noNullPrototype: true }),
  }),
  fc.record({
    kind: fc.constant("edit" as const),
    key,
    value,
    missing: anyText,
    decimals,
    unit: anyText,
    status,
  }),
  fc.record({ kind: fc.constant("undo" as const), target: sha }),
  fc.record({
    kind: fc.constant("target" as const),
    id: anyText,
    target: fc.option(target, { nil: null }),
  }),
  fc.record({
    kind: fc.constant("setting" as const),
    name: anyText,
    text: anyText,
  }),
  fc.record({
    kind: fc.constant("profile" as const),
    name: anyText,
    json: anyText,
  }),
  fc.record({
    kind: fc.constant("decision" as const),
    key: key.map(keyText),
    chosen: sha,
    sheet: anyText,
    cell: anyText,
  }),
  fc.record({
    kind: fc.constant("ledger" as const),
    recordKind: anyText,
    record: anyText,
    field: anyText,
    value: fieldValue,
  }),
  fc.record({
    kind: fc.constant("template" as const),
    name: anyText,
    sha: fc.option(sha, { nil: null }),
  }),
  fc.record({
    kind: fc.constant("targets" as const),
    file: anyText,
    changes: fc.array(
      fc.record({ id: anyText, target: fc.option(target, { nil: null }) }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant("batch" as const),
    entries: fc.array(sha, { maxLength: 4 }),
    files: fc.nat(),
    observations: fc.nat(),
    records: fc.nat(),
  }),
  fc.record({
    kind: fc.constant("backup" as const),
    entries: fc.nat(),
  }),
  fc.record({
    kind: fc.constant("edits" as const),
    action: fc.constantFrom(...editActions),
    observations: fc.array(anyObservation, { maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant("comment" as const),
    key: key.map(keyText),
    text: anyText,
  }),
);

export const anyEntry: fc.Arbitrary<Entry> = fc
  .tuple(anyBody, fc.nat(), anyText, fc.integer({ min: 0, max: 4102444800000 }))
  .map(([body, lamport, who, at]) => ({
    schema: currentSchema,
    lamport,
    who,
    at,
    ...body,
  }));

/**
 * Entries as several people would write them over few keys: imports, edits,
 * decisions and undos of each other, some at the same Lamport time.
 */
export const anyJournal: fc.Arbitrary<readonly Stored[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom(
        "import",
        "import",
        "edit",
        "edits",
        "undo",
        "decision",
        "ledger",
        "setting",
      ),
      step: fc.integer({ min: 0, max: 2 }),
      at: fc.nat({ max: 1000 }),
      regions: fc.subarray(["140100", "140200", "140300"], { minLength: 1 }),
      values: fc.array(fc.constantFrom<(number | null)[]>(57, 58, 59.5, null), {
        minLength: 3,
        maxLength: 3,
      }),
      pick: fc.nat(),
    }),
    { maxLength: 14 },
  )
  .map((steps) => {
    const entries: Stored[] = [];
    let lamport = 1;
    for (const { what, step, at, regions, values, pick } of steps) {
      lamport += step;
      const earlier = entries[pick % Math.max(entries.length, 1)];
      const region = regions[0] ?? taiyuan;
      const first = values[0] ?? null;
      if (what === "import")
        entries.push(
          store(
            lamport,
            importOf(
              regions.map((code, at) => pm(code, values[at] ?? null)),
              [taskOf("1", { state: { type: "state", value: String(first) } })],
            ),
            "李",
            at,
          ),
        );
      else if (what === "edit")
        entries.push(store(lamport, editOf(region, first), "王", at));
      else if (what === "edits")
        entries.push(
          store(
            lamport,
            editsOf(regions.map((code, i) => [code, values[i] ?? null])),
            "王",
            at,
          ),
        );
      else if (what === "setting")
        entries.push(
          store(
            lamport,
            { kind: "setting", name: region, text: String(first) },
            "王",
            at,
          ),
        );
      else if (what === "ledger")
        entries.push(
          store(
            lamport,
            {
              kind: "ledger",
              recordKind: "task",
              record: "1",
              field: "state",
              value: { type: "state", value: String(first) },
            },
            "王",
            at,
          ),
        );
      else if (earlier !== undefined)
        entries.push(
          store(
            lamport,
            what === "undo"
              ? undoOf(earlier)
              : {
                  kind: "decision",
                  key: keyText(pmKey(region)),
                  chosen: earlier.id,
                  sheet: "",
                  cell: "",
                },
            "王",
            at,
          ),
        );
    }
    return entries;
  });
