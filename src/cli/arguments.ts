import { parseArgs } from "node:util";
import type { Catalog } from "../model/catalog.ts";
import type { IsoDate, PeriodCode, RegionCode } from "../model/codes.ts";
import { parseIsoDate } from "../model/calendar.ts";
import { parsePeriod } from "../model/period.ts";
import type { Assumptions } from "../engine.ts";
import { Refusal } from "./context.ts";

const options = {
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
  store: { type: "string" },
  profile: { type: "string" },
  assume: { type: "string" },
  targets: { type: "string" },
  formulas: { type: "string" },
  prefer: { type: "string", default: "latest" },
  force: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  "over-formula": { type: "boolean", default: false },
  output: { type: "string", short: "o" },
  sheet: { type: "string" },
  "as-of": { type: "string" },
  data: { type: "string", multiple: true, default: [] as string[] },
  region: { type: "string", multiple: true, default: [] as string[] },
  period: { type: "string" },
  "on-conflict": { type: "string", default: "write" },
  name: { type: "string", default: "{region}-{period}.xlsx" },
} as const;

export type Options = ReturnType<typeof readArguments>["values"];

/** Options that take every following word up to the next option: `--data a.xlsx b.xlsx`. */
const listOptions = new Set(["--data", "--region"]);

/**
 * Splits the words of a command line.
 * @throws Refusal for an unknown option or a missing value.
 */
export function readArguments(words: readonly string[]) {
  try {
    return parseArgs({
      args: repeatLists(words),
      options,
      allowPositionals: true,
    });
  } catch (error) {
    throw new Refusal("cli.bad_option", {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function repeatLists(words: readonly string[]): string[] {
  const spread: string[] = [];
  let list = "";
  let taken = 0;
  for (const word of words) {
    if (listOptions.has(word)) {
      list = word;
      taken = 0;
      spread.push(word);
    } else if (word.startsWith("-") && word !== "-") {
      list = "";
      spread.push(word);
    } else if (list !== "" && taken > 0) {
      spread.push(list, word);
    } else {
      taken += 1;
      spread.push(word);
    }
  }
  return spread;
}

/** One of the words allowed for an option. @throws Refusal otherwise. */
export function choice<const T extends string>(
  name: string,
  text: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((word) => word === text);
  if (found === undefined)
    throw new Refusal("cli.bad_option", {
      detail: `--${name} ${text} (${allowed.join(" | ")})`,
    });
  return found;
}

export function dateArgument(text: string): IsoDate {
  if (parseIsoDate(text) === null) throw new Refusal("cli.bad_date", { text });
  return text;
}

export function periodArgument(text: string): PeriodCode {
  const period = parsePeriod(text);
  if (period === null) throw new Refusal("cli.bad_period", { text });
  return period.code;
}

/** A region by code, name, short name or alias; a name of several regions is refused with their codes. */
export function regionArgument(text: string, catalog: Catalog): RegionCode {
  if (catalog.regions.has(text)) return text;
  const named = [...catalog.regions.values()].filter(
    (region) =>
      region.name === text ||
      region.short === text ||
      region.traditional === text ||
      region.english.toLowerCase() === text.toLowerCase() ||
      region.aliases.includes(text),
  );
  const [first] = named;
  if (first === undefined || named.length > 1)
    throw new Refusal("cli.unknown_region", {
      text,
      candidates: named.map(({ code }) => code).join(" "),
    });
  return first.code;
}

/** `region=140000,period=2019`. */
export function assumeArgument(
  text: string | undefined,
  catalog: Catalog,
): Assumptions {
  const assume: { region?: RegionCode; period?: PeriodCode } = {};
  for (const part of text === undefined ? [] : text.split(",")) {
    const [name = "", value = ""] = part.split("=", 2);
    if (name === "region") assume.region = regionArgument(value, catalog);
    else if (name === "period") assume.period = periodArgument(value);
    else throw new Refusal("cli.bad_option", { detail: `--assume ${part}` });
  }
  return assume;
}
