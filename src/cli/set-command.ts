import { decimalText, parseDecimal } from "../model/decimal.ts";
import { parseIsoDate } from "../model/calendar.ts";
import { type CellEdit, parseCellRef } from "../model/sheet.ts";
import { patchWorkbook } from "../workbook/patch.ts";
import type { Options } from "./arguments.ts";
import {
  type ExitCode,
  issueJson,
  type Output,
  Refusal,
  report,
  say,
} from "./context.ts";
import { readInputs, writeOutput } from "./files.ts";

/** `dabiao set FILE 'Sheet!B5=3.14' … -o OUT`: writes cells and nothing else; formulas only with `--over-formula`. */
export async function setCommand(
  words: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const [path, ...assignments] = words;
  if (path === undefined)
    throw new Refusal("cli.missing_argument", { what: "FILE" });
  if (assignments.length === 0)
    throw new Refusal("cli.missing_argument", { what: "Sheet!B5=3.14" });
  if (options.output === undefined && !options["dry-run"])
    throw new Refusal("cli.missing_argument", { what: "-o OUT" });
  const edits = assignments.map((text): CellEdit => ({
    ...parseAssignment(text),
    overFormula: options["over-formula"],
  }));
  const { files, issues } = await readInputs([path]);
  const [file] = files;
  if (file === undefined) {
    report(output, issues);
    return 2;
  }
  const patched = await patchWorkbook(file.bytes, edits, { file: file.name });
  const problems = patched.issues;
  const failed = patched.refused.length === edits.length;
  if (!failed && options.output !== undefined && !options["dry-run"])
    await writeOutput(options.output, patched.bytes, options.force);
  const counts = {
    file: options.output ?? file.path,
    written: edits.length - patched.refused.length,
    unchanged: 0,
    empty: 0,
    refused: patched.refused.length,
  };
  if (options.json)
    output.print(
      JSON.stringify(
        {
          ...counts,
          closure: patched.closure,
          issues: problems.map((issue) => issueJson(issue, output.language)),
        },
        null,
        1,
      ),
    );
  else
    say(output, options["dry-run"] ? "cli.would_write" : "cli.written", counts);
  const code = report(output, problems);
  return failed ? 2 : patched.refused.length > 0 ? 1 : code;
}

/** Splits at the `=` that follows the cell reference; sheet names are quoted as in a formula. */
export function parseAssignment(text: string): CellEdit {
  const match =
    /^(?:'((?:[^']|'')*)'|([^!']+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})=([\s\S]*)$/.exec(
      text,
    );
  const address = match === null ? null : parseCellRef(match[3] ?? "");
  if (match === null || address === null)
    throw new Refusal("cli.bad_edit", { edit: text });
  const sheet = (match[1] ?? "").replaceAll("''", "'") || (match[2] ?? "");
  const place = { sheet, ...address, reason: "set" };
  const value = match[4] ?? "";
  if (value === "") return { ...place, kind: "clear" };
  if (value.startsWith("@")) {
    const date = value.slice(1);
    if (parseIsoDate(date) === null)
      throw new Refusal("cli.bad_date", { text: date });
    return { ...place, kind: "date", value: date };
  }
  if (value.length >= 2 && value.startsWith('"') && value.endsWith('"'))
    return {
      ...place,
      kind: "text",
      value: value.slice(1, -1).replaceAll('""', '"'),
    };
  const decimal = parseDecimal(value);
  const number = Number(value);
  if (decimal === null || !Number.isFinite(number))
    throw new Refusal("cli.bad_edit", { edit: text });
  return {
    ...place,
    kind: "number",
    value: number,
    text: decimalText(decimal),
  };
}
