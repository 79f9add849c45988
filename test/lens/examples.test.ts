import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { putValues } from "../../src/lens/put.ts";
import type { Binding, BoundTable } from "../../src/model/binding.ts";
import { keyText, parseKeyText } from "../../src/model/observation.ts";
import { cellRef, type WorkbookView } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook } from "../../src/workbook/patch.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const assume = { region: "140000", period: "2021-06" };

interface Figure {
  readonly id: string;
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly measure: string;
  readonly variant: string;
  readonly base: string;
  readonly value: number | string;
}

function workbooksIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".xlsx"))
        .map((name) => `${folder}/${name}`)
    : [];
}

async function open(bytes: Uint8Array, file: string): Promise<WorkbookView> {
  const { workbook, issues } = await openWorkbook(bytes, { file });
  if (workbook === null)
    throw new Error(`${file}: ${issues.map(({ code }) => code).join(" ")}`);
  return workbook;
}

function place({ sheet, row, column, slot }: Binding): string {
  return `${sheet}!${cellRef(row, column)}#${slot}`;
}

function values(tables: readonly BoundTable[]): Binding[] {
  return tables.flatMap(({ bindings }) =>
    bindings.filter(({ role }) => role === "value"),
  );
}

const examples = workbooksIn("data/examples");
const templates = workbooksIn("templates");

test("every published figure is bound in some example, and nothing is asked", async () => {
  const found = new Map<string, unknown[]>();
  const questions: string[] = [];
  for (const file of examples) {
    const workbook = await open(readFileSync(file), file);
    const { tables } = bindWorkbook(workbook, { file, catalog, matcher });
    for (const { target, value } of values(tables)) {
      if (target.type !== "observation") continue;
      const key = keyText(target.key);
      found.set(key, [...(found.get(key) ?? []), value]);
    }
    for (const { sheet, unmatched } of tables)
      for (const { cell, text, role } of unmatched)
        questions.push(`${file} ${sheet}!${cell} ${role} ${text}`);
  }
  const figures = JSON.parse(
    readFileSync("test/fixtures/published-figures.json", "utf8"),
  ) as readonly Figure[];
  const missing = figures.filter((figure) => {
    const { indicator, region, period, measure, variant, base } = figure;
    const key = [indicator, region, period, measure, variant, base].join("|");
    return !found
      .get(keyText(parseKeyText(key)))
      ?.includes(Number(figure.value));
  });
  console.log(
    `${figures.length - missing.length} of ${figures.length} published figures bound`,
  );
  expect(examples.length).toBeGreaterThan(0);
  expect(missing.map(({ id }) => id)).toEqual([]);
  expect(questions).toEqual([]);
});

test("filling an example or a template with what it holds edits nothing", async () => {
  let bindings = 0;
  for (const file of [...examples, ...templates]) {
    const workbook = await open(readFileSync(file), file);
    const { tables } = bindWorkbook(workbook, {
      file,
      catalog,
      matcher,
      assume,
    });
    const { edits, refused } = putValues(
      tables,
      (_, { value, missing }) => ({ value, missing }),
      { onConflict: "write" },
    );
    expect(edits).toEqual([]);
    expect(refused).toEqual([]);
    bindings += values(tables).length;
  }
  console.log(`GetPut held for ${bindings} bound cells of real files`);
  expect(bindings).toBeGreaterThan(0);
});

const classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"];
const states = ["达到序时进度", "完成整改", "尚未启动"];

function another(binding: Binding): number | string {
  const { target, form, row, column } = binding;
  const n = row * 31 + column;
  if (form.kind === "class") return classes[n % 6] ?? "Ⅰ";
  if (target.type === "observation") {
    const unit = catalog.indicators.get(target.key.indicator)?.unit ?? "";
    // Things are counted in whole numbers.
    const counted = catalog.units.get(unit)?.dimension === "count";
    return 1 + (n % 97) + (counted ? 0 : (n % 4) / 4);
  }
  switch (target.fieldType) {
    case "number":
      return n;
    case "date":
      return `2021-0${1 + (n % 9)}-15`;
    case "state":
      return states[n % 3] ?? "";
    case "class":
      return classes[n % 6] ?? "Ⅰ";
    case "text":
      return `第${n}项`;
  }
}

test("every writable slot of the templates and examples, changed through the package, reads back", async () => {
  let written = 0;
  let refusals = 0;
  for (const file of [...templates, ...examples]) {
    const bytes = new Uint8Array(readFileSync(file));
    const context = { file, catalog, matcher, assume };
    const before = bindWorkbook(await open(bytes, file), context);
    const identifying = new Set(
      [...catalog.recordKinds.values()].flatMap(({ code, fields }) =>
        fields.filter((f) => f.identifies).map((f) => `${code}.${f.code}`),
      ),
    );
    const { edits, refused } = putValues(
      before.tables,
      (target, binding) =>
        // Another name would make it another record.
        target.type === "field" &&
        identifying.has(`${target.kind}.${target.field}`)
          ? undefined
          : { value: another(binding) },
      { onConflict: "write" },
    );
    const patched = await patchWorkbook(bytes, edits, { file });
    expect(patched.refused).toEqual([]);
    const after = bindWorkbook(await open(patched.bytes, file), context);
    const read = new Map(
      values(after.tables).map((binding) => [place(binding), binding]),
    );
    const refusedAt = new Set(refused.map(({ binding }) => place(binding)));
    for (const binding of values(before.tables)) {
      const now = read.get(place(binding));
      if (!binding.writable) continue;
      expect(now?.target).toEqual(binding.target);
      if (
        refusedAt.has(place(binding)) ||
        (binding.target.type === "field" &&
          identifying.has(`${binding.target.kind}.${binding.target.field}`))
      ) {
        refusals += 1;
        expect(now?.value).toEqual(binding.value);
      } else {
        written += 1;
        expect(now?.value).toEqual(another(binding));
      }
    }
  }
  console.log(`PutGet held for ${written} written slots, ${refusals} kept`);
  expect(templates.length).toBeGreaterThan(0);
  expect(written).toBeGreaterThan(0);
});
