import { type RegionLevel, regionLevels } from "../model/region.ts";
import {
  type Comparator,
  type PartRule,
  type PathKind,
  type Target,
  partRules,
  pathKinds,
} from "../model/target.ts";
import { type ByteReader, oneOf } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

const comparators = [
  ">=",
  "<=",
  ">",
  "<",
  "=",
] as const satisfies readonly Comparator[];
const forces = [
  "binding",
  "expected",
  "unknown",
] as const satisfies readonly Target["force"][];
const confidences = [
  "stored",
  "unverified",
  "user",
] as const satisfies readonly Target["confidence"][];

export function writeTarget(writer: ByteWriter, target: Target): void {
  writer.text(target.id);
  writer.text(target.indicator);
  writer.text(target.region);
  writer.text(target.variant);
  writer.text(target.base);
  writer.text(target.comparator);
  writer.text(target.goal);
  writer.text(target.unit);
  writer.u8(target.baseline === null ? 0 : 1);
  if (target.baseline !== null) {
    writer.text(target.baseline.value);
    writer.text(target.baseline.period);
  }
  writer.text(target.from);
  writer.text(target.deadline);
  writer.text(target.declared);
  writer.text(target.force);
  writer.u8(target.cumulative ? 1 : 0);
  writer.text(target.plan);
  writer.text(target.source);
  writer.text(target.confidence);
  writeMore(writer, target);
}

/** What targets have since schema 3; an empty text is a field that is not there. */
function writeMore(writer: ByteWriter, target: Target): void {
  writer.text(target.remark ?? "");
  writer.text(target.path ?? "");
  writer.u32(target.milestones?.length ?? 0);
  for (const { period, goal } of target.milestones ?? []) {
    writer.text(period);
    writer.text(goal);
  }
  writer.text(target.replaces ?? "");
  writer.text(target.until ?? "");
  writer.text(target.partOf ?? "");
  writer.text(target.weight ?? "");
  writer.text(target.parts ?? "");
  writer.text(target.each ?? "");
  writer.u8(target.only === undefined ? 0 : 1);
  if (target.only === undefined) return;
  writer.text(target.only.indicator);
  writer.text(target.only.comparator);
  writer.text(target.only.value);
  writer.text(target.only.unit);
  writer.text(target.only.period);
}

/** A target as `schema` stored it. */
export function readTarget(reader: ByteReader, schema: number): Target {
  const target = readFirst(reader);
  return schema < 3 ? target : { ...target, ...readMore(reader) };
}

function readMore(reader: ByteReader): Partial<Target> {
  const remark = reader.text();
  const path = choice<PathKind>(reader.text(), pathKinds);
  const milestones = Array.from({ length: reader.count(8) }, () => ({
    period: reader.text(),
    goal: reader.text(),
  }));
  const replaces = reader.text();
  const until = reader.text();
  const partOf = reader.text();
  const weight = reader.text();
  const parts = choice<PartRule>(reader.text(), partRules);
  const each = choice<RegionLevel>(reader.text(), regionLevels);
  const only =
    reader.u8() === 1
      ? {
          indicator: reader.text(),
          comparator: oneOf(reader.text(), comparators),
          value: reader.text(),
          unit: reader.text(),
          period: reader.text(),
        }
      : null;
  return {
    ...(remark === "" ? {} : { remark }),
    ...(path === null ? {} : { path }),
    ...(milestones.length === 0 ? {} : { milestones }),
    ...(replaces === "" ? {} : { replaces }),
    ...(until === "" ? {} : { until }),
    ...(partOf === "" ? {} : { partOf }),
    ...(weight === "" ? {} : { weight }),
    ...(parts === null ? {} : { parts }),
    ...(each === null ? {} : { each }),
    ...(only === null ? {} : { only }),
  };
}

function choice<Choice extends string>(
  text: string,
  choices: readonly Choice[],
): Choice | null {
  return text === "" ? null : oneOf(text, choices);
}

function readFirst(reader: ByteReader): Target {
  return {
    id: reader.text(),
    indicator: reader.text(),
    region: reader.text(),
    variant: reader.text(),
    base: reader.text(),
    comparator: oneOf(reader.text(), comparators),
    goal: reader.text(),
    unit: reader.text(),
    baseline:
      reader.u8() === 1
        ? { value: reader.text(), period: reader.text() }
        : null,
    from: reader.text(),
    deadline: reader.text(),
    declared: reader.text(),
    force: oneOf(reader.text(), forces),
    cumulative: reader.u8() === 1,
    plan: reader.text(),
    source: reader.text(),
    confidence: oneOf(reader.text(), confidences),
  };
}
