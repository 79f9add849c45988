import type { UnitCode } from "../model/codes.ts";
import { parseDecimal } from "../model/decimal.ts";
import { describeFormat } from "../model/number-format.ts";
import type { Cell } from "../model/sheet.ts";
import {
  type CellReading,
  doubt,
  fixed,
  type FormContext,
  type FormWords,
  one,
} from "./form-context.ts";
import {
  doubtFields,
  isSignOpen,
  unitsInDoubt,
  scaled,
  valueDecimals,
} from "./number-forms.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";
import { readRank, type WrittenRank } from "./written-rank.ts";
import {
  plainDigits,
  takeApart,
  withoutArrow,
  type WrittenNumber,
} from "./written-number.ts";

/** Reads a text with one number in it: `63.6%`, `↓4个`, `2.2万`, `近60%`, `≥35`, and under 排名 `第3名`. */
export function readWritten(raw: string, context: FormContext): CellReading {
  const rank = context.ranks ? readRank(raw) : null;
  if (rank !== null) return readAsRank(rank);
  if (/^\s*\d+(\.\d+)?\s*L\s*$/i.test(raw))
    return one(fixed(null, raw.trim(), "limit"));
  const written = takeApart(raw);
  if (written === null) return doubt("value");
  if (written.base !== undefined && written.base !== context.base)
    return doubt("value");
  // ↓4个 as the number of sections itself: by how much it fell, and not that.
  if (context.level === true && written.direction !== "none")
    return doubt("value");
  const unit = suffixScale(written, context);
  if (unit === null)
    return isFollowedByFigure(written)
      ? doubt("value")
      : doubt("unit", [context.stated ?? context.to]);
  const sign = signOf(written, context);
  if (written.digits.startsWith("-") && isSignOpen(context))
    return doubt("sign");
  const scale =
    context.falling && written.direction === "none"
      ? multiplyScales(unit, "-1")
      : unit;
  const exact = parseDecimal(written.digits);
  if (exact === null) return doubt("value");
  const value = scaled(
    sign === -1 ? { ...exact, digits: -exact.digits } : exact,
    scale,
  );
  const decimals = valueDecimals(written.decimals, { kind: "text", scale });
  const bare = written.suffix.trim() === "" ? doubtFields(context) : {};
  const units = unitsInDoubt(value, bare, context);
  if (units !== null) return doubt("unit", units);
  if (written.kind === "approximate")
    return one({ ...fixed(value, "", "approximate", "estimated"), decimals });
  if (written.kind === "limit")
    return context.limits
      ? one({ ...fixed(value, "", "limit"), decimals })
      : one(fixed(null, raw.trim(), "limit"));
  return one({
    value,
    missing: "",
    form: {
      kind: "text",
      scale,
      decimals: written.decimals,
      prefix: written.prefix,
      suffix: written.suffix,
      sign,
      grouped: written.grouped,
      ...bare,
    },
    decimals,
    status: "normal",
  });
}

function readAsRank({ digits, prefix, suffix }: WrittenRank): CellReading {
  const exact = parseDecimal(digits);
  if (exact === null) return doubt("value");
  return one({
    value: scaled(exact, "1"),
    missing: "",
    form: {
      kind: "text",
      scale: "1",
      decimals: exact.scale,
      prefix,
      suffix,
      sign: 1,
      grouped: false,
    },
    decimals: exact.scale,
    status: "normal",
  });
}

/** `25-30`, `3/11`, `27（3）`: more than one figure. */
function isFollowedByFigure({ suffix }: WrittenNumber): boolean {
  return /\d/.test(plainDigits(suffix));
}

function signOf(written: WrittenNumber, context: FormContext): 1 | -1 {
  if (written.minus) return -1;
  if (written.direction === "none") return 1;
  return (written.direction === "fall") === context.fallIsValue ? 1 : -1;
}

const magnitudes: Readonly<Record<string, string>> = {
  千: "1000",
  万: "10000",
  百万: "1000000",
  千万: "10000000",
  亿: "100000000",
};

/** The factor to the value's unit that a suffix (`%`, `万`, `亿元`, `个`) calls for; null when it fits none. */
function suffixScale(
  written: WrittenNumber,
  context: FormContext,
): string | null {
  const text = withoutArrow(plainDigits(written.suffix)).trim();
  if (text === "") {
    const { stated, to } = context;
    return stated === null ? "1" : unitScale(stated, to, context.catalog);
  }
  const whole = knownUnit(text, context);
  if (whole !== null) return unitScale(whole, context.to, context.catalog);
  const match = /^(百万|千万|万|亿|千)(.*)$/.exec(text);
  const magnitude = magnitudes[match?.[1] ?? ""];
  if (match === null || magnitude === undefined) return null;
  const rest = (match[2] ?? "").trim();
  // 850万 where nobody states a unit is 850万元.
  const plain =
    rest === "" && context.stated === null && context.to.startsWith("万")
      ? context.to.slice(1)
      : "";
  if (plain !== "" && context.catalog.units.has(plain)) {
    const scale = unitScale(plain, context.to, context.catalog);
    return scale === null ? null : multiplyScales(scale, magnitude);
  }
  const unit =
    rest === "" ? (context.stated ?? context.to) : knownUnit(rest, context);
  // 2.2万 under a unit that has its own 万 may mean either.
  if (unit === null || /^[千百万亿]/.test(unit) || unit === "%") return null;
  const scale = unitScale(unit, context.to, context.catalog);
  return scale === null ? null : multiplyScales(scale, magnitude);
}

function knownUnit(text: string, context: FormContext): UnitCode | null {
  const best = context.words.unit(text)[0];
  return best !== undefined && best.confidence >= 0.95 ? best.value : null;
}

/** The unit written after a cell's figure (`↓4个`, `63.6%`); null when there is none. */
export function unitWritten(cell: Cell, words: FormWords): UnitCode | null {
  if (cell.type === "number")
    return describeFormat(cell.format).kind === "percent" ? "%" : null;
  if (cell.type !== "text") return null;
  const written = takeApart(cell.raw);
  if (written === null) return null;
  const text = withoutArrow(plainDigits(written.suffix)).trim();
  const best =
    words.unit(text)[0] ?? words.unit(text.replace(/^[千百万亿]+/, ""))[0];
  return best !== undefined && best.confidence >= 0.95 ? best.value : null;
}
