import type { Reading } from "../engine.ts";
import { compareImport } from "../dataset/diff.ts";
import type { Stored } from "../dataset/entry.ts";
import { statedByKey } from "../dataset/stated-by-key.ts";
import { saysNothing, saysSame } from "../dataset/statement.ts";
import {
  type Decimal,
  decimalOf,
  decimalText,
  divideHalfEven,
  subtractDecimals,
  trimDecimal,
} from "../model/decimal.ts";
import { keyText, type Observation } from "../model/observation.ts";
import type { HeldObservation, State } from "../model/state.ts";
import { formsOf } from "./review-forms.ts";
import type {
  ReviewChange,
  ReviewChanges,
  ReviewConflict,
  ReviewMissing,
  Stated,
} from "./review-changes-api.ts";

/** What importing the readings, in this order, would do to the state. `entries` are those in force. */
export function changesOf(
  readings: readonly Reading[],
  state: State,
  entries: readonly Stored[],
): ReviewChanges {
  const stated = statedByKey(readings);
  const { fresh, same, different } = compareImport(
    state,
    [...stated.values()].map(lastSaid),
  );
  return {
    fresh: fresh.length,
    same: same.length,
    different: different.map(changeOf),
    conflicts: [...stated].flatMap(([key, list]) => conflictOf(key, list)),
    missing: readings.flatMap((reading) => missingIn(reading, entries)),
  };
}

/** What holds of the statements at one key: the last that says something, or the first. */
function lastSaid(list: readonly Observation[]): Observation {
  const said = list.findLast((one) => !saysNothing(one)) ?? list[0];
  if (said === undefined) throw new Error("nothing is stated at a key");
  return said;
}

function changeOf({
  observation,
  held,
}: {
  readonly observation: Observation;
  readonly held: HeldObservation;
}): ReviewChange {
  const { indicator, region, period, measure } = observation.key;
  return {
    key: keyText(observation.key),
    indicator,
    region,
    period,
    measure,
    unit: observation.unit,
    held: { ...statedBy(held), edited: held.edited },
    found: statedBy(observation),
    ...difference(held, observation),
  };
}

function statedBy({ source, value, missing, decimals }: Observation): Stated {
  const { file, sheet, cell } = source;
  return { file, sheet, cell, value, missing, decimals };
}

function difference(
  held: Observation,
  found: Observation,
): Pick<ReviewChange, "delta" | "rate"> {
  if (typeof held.value !== "number" || typeof found.value !== "number")
    return { delta: "", rate: "" };
  const old = decimalOf(held.value);
  const delta = trimDecimal(subtractDecimals(decimalOf(found.value), old));
  return { delta: decimalText(delta), rate: percentOf(delta, old) };
}

/** `part` in % of `whole` with one decimal; empty when the whole is 0. */
function percentOf(part: Decimal, whole: Decimal): string {
  if (whole.digits === 0n) return "";
  const scale = BigInt(Math.max(part.scale, whole.scale));
  const up = ({ digits, scale: own }: Decimal): bigint =>
    digits * 10n ** (scale - BigInt(own));
  const base = up(whole);
  const magnitude = base < 0n ? -base : base;
  return decimalText({
    digits: divideHalfEven(up(part) * 1000n, magnitude),
    scale: 1,
  });
}

/** Files, or cells of one file, that state one key differently. */
function conflictOf(
  key: string,
  list: readonly Observation[],
): ReviewConflict[] {
  const saying = list.filter((observation) => !saysNothing(observation));
  const [first] = saying;
  if (first === undefined || saying.every((other) => saysSame(first, other)))
    return [];
  const { indicator, region, period, measure } = first.key;
  const options = saying.filter(
    (one, at) =>
      !saying
        .slice(at + 1)
        .some(
          (later) =>
            later.source.file === one.source.file && saysSame(later, one),
        ),
  );
  return [
    {
      key,
      indicator,
      region,
      period,
      measure,
      unit: first.unit,
      options: options.map(statedBy),
    },
  ];
}

/** Compares a file with the last import of the same form: who and what was there and is not now. */
function missingIn(
  reading: Reading,
  entries: readonly Stored[],
): ReviewMissing[] {
  if (reading.observations.length === 0) return [];
  const forms = new Set(formsOf(reading.tables));
  const last = entries.findLast(
    ({ entry }) =>
      entry.kind === "import" &&
      entry.sha !== reading.sha &&
      (entry.assume["forms"] ?? "").split(" ").some((form) => forms.has(form)),
  )?.entry;
  if (last?.kind !== "import") return [];
  const now = pairsOf(reading.observations);
  const before = pairsOf(last.observations);
  const regions = [...before.regions].filter((code) => !now.regions.has(code));
  const indicators = [...before.indicators].filter(
    (code) => !now.indicators.has(code),
  );
  const others = [...before.pairs.values()].filter(
    ([indicator, region]) =>
      !now.pairs.has(`${indicator}|${region}`) &&
      !regions.includes(region) &&
      !indicators.includes(indicator),
  );
  return regions.length + indicators.length + others.length === 0
    ? []
    : [
        {
          file: reading.file,
          last: last.file,
          at: last.at,
          regions,
          indicators,
          others,
        },
      ];
}

function pairsOf(observations: readonly Observation[]) {
  const regions = new Set<string>();
  const indicators = new Set<string>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const { key, value } of observations) {
    if (value === null) continue;
    regions.add(key.region);
    indicators.add(key.indicator);
    pairs.set(`${key.indicator}|${key.region}`, [key.indicator, key.region]);
  }
  return { regions, indicators, pairs };
}
