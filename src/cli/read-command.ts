import { type Knowledge, read, type Reading } from "../engine.ts";
import type { Binding, BoundTable } from "../model/binding.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { cellRef, rangeText } from "../model/sheet.ts";
import { assumeArgument, type Options } from "./arguments.ts";
import { bindingLine } from "./binding-line.ts";
import {
  type ExitCode,
  issueJson,
  type Output,
  Refusal,
  report,
} from "./context.ts";
import { checkSenders } from "./check-senders.ts";
import { readInputs } from "./files.ts";
import { withJournalProfiles } from "./profile-option.ts";
import { openStore } from "./store.ts";

/** `dabiao read FILE…`: what was recognised, cell by cell. */
export async function readCommand(
  knowledge: Knowledge,
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (paths.length === 0)
    throw new Refusal("cli.missing_argument", { what: "FILE" });
  const assume = assumeArgument(options.assume, knowledge.catalog);
  const { files, issues } = await readInputs(paths);
  const store =
    options.store === undefined ? null : await openStore(options.store);
  const known =
    store === null ? knowledge : withJournalProfiles(knowledge, store.journal);
  const found: Reading[] = [];
  for (const { name, bytes } of files)
    found.push(await read(known, name, bytes, { assume }));
  const checked = checkSenders(
    known,
    found,
    assume,
    store?.journal.state ?? null,
  );
  const readings = checked.readings.map((reading, at) => ({
    path: files[at]?.path ?? reading.file,
    reading,
  }));
  if (options.json)
    output.print(
      JSON.stringify(
        {
          files: [
            ...readings.map(({ path, reading }) => ({
              file: path,
              tables: reading.tables.map(tableJson),
              issues: reading.issues.map((issue) =>
                issueJson(issue, output.language),
              ),
            })),
            ...issues.map((issue) => ({
              file: issue.file ?? "",
              tables: [],
              issues: [issueJson(issue, output.language)],
            })),
          ],
        },
        null,
        1,
      ),
    );
  else
    for (const { path, reading } of readings)
      printReading(path, reading, knowledge.catalog, output);
  const all: Issue[] = [
    ...(store?.issues ?? []),
    ...issues,
    ...checked.issues,
    ...readings.flatMap(({ reading }) => reading.issues),
  ];
  return report(output, all);
}

function tableJson(table: BoundTable) {
  return {
    sheet: table.sheet,
    range: rangeText(table.range),
    title: table.title,
    orientation: table.orientation,
    bindings: table.bindings.map(bindingJson),
    unmatched: table.unmatched,
  };
}

function bindingJson(binding: Binding) {
  const { target } = binding;
  return {
    cell: cellRef(binding.row, binding.column),
    ...(binding.slots > 1 ? { slot: binding.slot } : {}),
    ...(binding.role === "value" ? {} : { role: binding.role }),
    ...(target.type === "observation"
      ? target.key
      : { kind: target.kind, record: target.record, field: target.field }),
    value: binding.value,
    missing: binding.missing === "" ? null : binding.missing,
    // The unit of `value`; what the sheet itself states stands beside it.
    unit: binding.valueUnit ?? binding.unit,
    statedUnit: binding.unit,
    raw: binding.raw,
    form: binding.form.kind,
    decimals: binding.decimals,
    writable: binding.writable,
    status: binding.status,
    confidence: binding.confidence,
    reasons: binding.reasons,
  };
}

function printReading(
  path: string,
  reading: Reading,
  catalog: Catalog,
  output: Output,
): void {
  const zh = output.language === "zh";
  output.print(path);
  for (const table of reading.tables) {
    const values = table.bindings.filter(({ role }) => role === "value");
    output.print(
      zh
        ? `  ${table.sheet} ${rangeText(table.range)} ${table.title}：识别 ${values.length} 个数值，待确认 ${table.unmatched.length} 处`
        : `  ${table.sheet} ${rangeText(table.range)} ${table.title}: ${values.length} values recognised, ${table.unmatched.length} to confirm`,
    );
    for (const binding of values)
      output.print(`    ${bindingLine(binding, catalog, output.language)}`);
    for (const { cell, text, role, candidates } of table.unmatched)
      output.print(
        `    ? ${cell} ${text} (${role})${candidates.length === 0 ? "" : `: ${candidates.join(" / ")}`}`,
      );
  }
}
