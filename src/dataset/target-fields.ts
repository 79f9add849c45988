import type { Comparator, Target } from "../model/target.ts";
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
}

export function readTarget(reader: ByteReader): Target {
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
