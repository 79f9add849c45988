import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { learn } from "../src/engine.ts";
import { measures } from "../src/model/observation.ts";
import { parseDecimal } from "../src/model/decimal.ts";
import { parsePeriod } from "../src/model/period.ts";
import { parseCellRef, type SheetView } from "../src/model/sheet.ts";
import { openWorkbook } from "../src/workbook/open.ts";
import {
  type Label,
  type LabelledFile,
  labelledFiles,
  shippedLists,
} from "./recognise-score/labels.ts";
import { type FileScore, scoreFile } from "./recognise-score/score-file.ts";
import { sumUp } from "./recognise-score/sum-up.ts";

/** What recognition reached last; raise these as it improves, never lower them. */
const floors: Readonly<
  Record<string, { recall: number; precision: number; questions: number }>
> = {
  a: { recall: 1, precision: 1, questions: 7 },
  b: { recall: 0.998, precision: 1, questions: 5 },
  c: { recall: 0.999, precision: 1, questions: 9 },
  d: { recall: 1, precision: 1, questions: 7 },
  e: { recall: 1, precision: 1, questions: 3 },
  f: { recall: 1, precision: 1, questions: 4 },
  g: { recall: 1, precision: 1, questions: 5 },
  h: { recall: 1, precision: 1, questions: 3 },
  i: { recall: 1, precision: 1, questions: 3 },
  j: { recall: 1, precision: 1, questions: 18 },
  k: { recall: 1, precision: 1, questions: 14 },
  l: { recall: 0.995, precision: 1, questions: 8 },
  m: { recall: 1, precision: 1, questions: 7 },
  n: { recall: 1, precision: 1, questions: 6 },
  o: { recall: 0.994, precision: 1, questions: 9 },
};

const files = labelledFiles();
const knowledge = learn(shippedLists());
const { catalog } = knowledge;

test("at least sixty files are labelled, and five of them hold nothing", () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
  expect(
    files.filter(({ labels }) =>
      labels.sheets.every(({ nothing }) => nothing === true),
    ).length,
  ).toBeGreaterThanOrEqual(5);
});

test("a spoilt label is missed and its binding is a silent error", async () => {
  const file = files.find(
    ({ labels }) => labels.file === "大同市生活垃圾分类推进情况.xlsx",
  );
  if (file === undefined) throw new Error("no such file");
  const [sheet] = file.labels.sheets;
  const [first, ...rest] = sheet?.bindings ?? [];
  if (sheet === undefined || first === undefined) throw new Error("no labels");
  const relabelled = (bindings: readonly Label[]): Promise<FileScore> =>
    scoreFile(
      {
        ...file,
        labels: { ...file.labels, sheets: [{ ...sheet, bindings }] },
      },
      knowledge,
    );
  const asItIs = await relabelled([first, ...rest]);
  const spoilt = await relabelled([{ ...first, region: "140100" }, ...rest]);
  const dropped = await relabelled(rest);
  expect(spoilt.right).toBe(asItIs.right - 1);
  expect(spoilt.missed.map(({ cell }) => cell)).toContain(first.cell);
  expect(spoilt.silent.length).toBe(asItIs.silent.length + 1);
  expect(dropped.silent.find(({ cell }) => cell === first.cell)?.expected).toBe(
    "",
  );
});

describe.each([..."abcdefghijklmno"])("set %s", (set) => {
  const own = files.filter((file) => file.set === set);

  test("labels name cells that hold something, and codes that exist", async () => {
    const faults: string[] = [];
    for (const file of own)
      for (const fault of await faultsOf(file))
        faults.push(`${file.labels.file} ${fault}`);
    expect(faults).toEqual([]);
  });

  test("recognition is no worse than it was", async () => {
    const scores: FileScore[] = [];
    for (const file of own) scores.push(await scoreFile(file, knowledge));
    const { recall, precision, questions } = sumUp(scores);
    const floor = floors[set];
    expect(
      scores
        .filter(({ failure }) => failure !== "")
        .map(({ file, failure }) => `${file}: ${failure}`),
    ).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(floor?.recall ?? 1);
    expect(precision).toBeGreaterThanOrEqual(floor?.precision ?? 1);
    expect(questions).toBeLessThanOrEqual(floor?.questions ?? 0);
  }, 300_000);
});

/** What is wrong with the labels of a file themselves, whatever recognition makes of it. */
async function faultsOf({ path, labels }: LabelledFile): Promise<string[]> {
  if (!existsSync(path)) return ["is not there"];
  const { workbook } = await openWorkbook(new Uint8Array(readFileSync(path)), {
    file: labels.file,
  });
  if (workbook === null) return ["cannot be opened"];
  const faults: string[] = [];
  if (labels.why === "") faults.push("does not say why it is there");
  for (const sheet of labels.sheets) {
    const view =
      labels.sheets.length === 1 && workbook.sheets.length === 1
        ? workbook.sheets[0]
        : workbook.sheets.find(({ name }) => name === sheet.sheet);
    const say = (fault: string): void => {
      faults.push(`${sheet.sheet} ${fault}`);
    };
    if (view === undefined) {
      say("is no sheet of the file");
      continue;
    }
    const slots = sheet.slots ?? [];
    if (sheet.nothing === true && sheet.bindings.length + slots.length > 0)
      say("holds nothing and has labels");
    const seen = new Set<string>();
    for (const label of [...sheet.bindings, ...slots]) {
      const at = JSON.stringify({
        ...label,
        value: undefined,
        missing: undefined,
      });
      if (seen.has(at)) say(`${label.cell} is labelled twice`);
      seen.add(at);
      for (const fault of labelFaults(label)) say(`${label.cell} ${fault}`);
    }
    for (const label of sheet.bindings) {
      if (isEmpty(view, label.cell)) say(`${label.cell} is empty`);
      const hasValue = label.value !== undefined && label.value !== null;
      const hasReason = label.missing !== undefined && label.missing !== "";
      if (hasValue === hasReason)
        say(`${label.cell} needs a value or a reason`);
      if (hasValue && !plausible(label))
        say(`${label.cell} cannot be ${String(label.value)}`);
    }
    for (const { cell } of slots)
      if (!isEmpty(view, cell)) say(`${cell} is not empty`);
    for (const cell of [...sheet.aggregates, ...sheet.ordinals])
      if (isEmpty(view, cell)) say(`${cell} is empty`);
  }
  return faults;
}

function labelFaults(label: Label): string[] {
  if (label.field !== undefined) {
    const kinds = [...catalog.recordKinds.values()].filter(
      ({ code }) => label.kind === undefined || label.kind === code,
    );
    return kinds.some(({ fields }) =>
      fields.some(({ code }) => code === label.field),
    ) && (label.record ?? "") !== ""
      ? []
      : [`names no field: ${label.kind ?? ""}.${label.field}`];
  }
  const { indicator = "", region = "", period = "", measure } = label;
  const { variant = "", base = "" } = label;
  return [
    [catalog.indicators.has(indicator), `indicator ${indicator}`],
    [catalog.regions.has(region), `region ${region}`],
    [parsePeriod(period)?.code === period, `period ${period}`],
    [measures.some((one) => one === (measure ?? "actual")), "measure"],
    [
      variant === "" || catalog.variants.some(({ code }) => code === variant),
      `variant ${variant}`,
    ],
    [base === "" || parsePeriod(base) !== null, `base ${base}`],
  ]
    .filter(([fine]) => fine === false)
    .map(([, what]) => `has an unknown ${String(what)}`);
}

/** Figures are decimals; classes are written Ⅰ to Ⅴ or 劣Ⅴ. */
function plausible(label: Label): boolean {
  if (label.field !== undefined) return true;
  const indicator = catalog.indicators.get(label.indicator ?? "");
  const text = String(label.value);
  return indicator?.kind === "class"
    ? /^劣?[Ⅰ-Ⅴ]$/.test(text)
    : parseDecimal(text) !== null;
}

function isEmpty(view: SheetView, cell: string): boolean {
  const at = parseCellRef(cell);
  if (at === null) return true;
  const found = view.cellAt(at.row, at.column);
  return found === undefined || found.raw.trim() === "";
}
