import {
  civilDate,
  dayNumber,
  isoDate,
  pad,
  parseIsoDate,
  type DayNumber,
} from "./calendar.ts";
import type { IsoDate } from "./codes.ts";
import { decimalOf } from "./decimal.ts";

/** Last serial a spreadsheet shows as a date: 9999-12-31 in the 1900 system. */
const lastSerial1900 = 2958465;
const epoch1904 = dayNumber(1904, 1, 1);
/** Day of serial 0 for serials from 61 on: 1900-02-29, serial 60, never was. */
const epoch1900 = dayNumber(1899, 12, 30);

/** A serial taken apart; `day` may be the 1900 system's day 0 or its 29 February. */
export interface SerialParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday, as the spreadsheet counts it. */
  readonly weekday: number;
  /** Time of day in units of 10^-decimals seconds. */
  readonly ticks: number;
}

/**
 * What a spreadsheet shows for a serial, its time rounded half up to `decimals`
 * places of a second; null below 0 and after 9999-12-31.
 */
export function serialParts(
  serial: number,
  date1904: boolean,
  decimals = 0,
): SerialParts | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const { digits, scale } = decimalOf(serial);
  const unit = 10n ** BigInt(scale);
  const perDay = 86400n * 10n ** BigInt(decimals);
  const total = (2n * digits * perDay + unit) / (2n * unit);
  const whole = Number(total / perDay);
  const ticks = Number(total % perDay);
  const last = date1904 ? lastSerial1900 - 1462 : lastSerial1900;
  if (whole > last) return null;
  if (!date1904 && whole === 60)
    return { year: 1900, month: 2, day: 29, weekday: 3, ticks };
  if (!date1904 && whole === 0)
    return { year: 1900, month: 1, day: 0, weekday: 6, ticks };
  const days = dayOfSerial(whole, date1904);
  const weekday = date1904 ? (whole + 5) % 7 : (whole + 6) % 7;
  return { ...civilDate(days), weekday, ticks };
}

function dayOfSerial(whole: number, date1904: boolean): DayNumber {
  if (date1904) return epoch1904 + whole;
  return whole > 60 ? epoch1900 + whole : epoch1900 + 1 + whole;
}

/**
 * The day and the time (`HH:MM:SS`, rounded to the second) a serial stands for.
 * Null where there is no such day: below 0, after 9999-12-31, and in the 1900
 * system serial 0 (1900-01-00) and serial 60 (1900-02-29).
 */
export function serialToIso(
  serial: number,
  date1904: boolean,
): { readonly date: IsoDate; readonly time: string } | null {
  const parts = serialParts(serial, date1904);
  if (parts === null || parts.day === 0) return null;
  if (parts.year === 1900 && parts.month === 2 && parts.day === 29) return null;
  const { ticks } = parts;
  const time = [
    Math.floor(ticks / 3600),
    Math.floor(ticks / 60) % 60,
    ticks % 60,
  ]
    .map((part) => pad(part, 2))
    .join(":");
  return {
    date: isoDate(dayNumber(parts.year, parts.month, parts.day)),
    time,
  };
}

/**
 * The serial of an ISO day, with a time (`2021-06-30T08:30:00`) as a fraction
 * of the day. Null when the text is no such day or lies before the system's
 * first day (1900-01-01, 1904-01-01).
 */
export function isoToSerial(
  date: IsoDate | string,
  date1904: boolean,
): number | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(
      date,
    );
  const days = parseIsoDate(match?.[1] ?? "");
  if (match === null || days === null) return null;
  const seconds =
    Number(match[2] ?? 0) * 3600 +
    Number(match[3] ?? 0) * 60 +
    Number(match[4] ?? 0);
  if (seconds >= 86400) return null;
  let whole = date1904 ? days - epoch1904 : days - epoch1900;
  if (!date1904 && whole <= 60) whole -= 1;
  if (whole < (date1904 ? 0 : 1)) return null;
  return whole + seconds / 86400;
}
