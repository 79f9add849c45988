import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printForm } from "../../src/lens/print-form.ts";
import type { CellReading, FormContext } from "../../src/lens/form-context.ts";
import { readForm } from "../../src/lens/read-form.ts";
import type { Cell } from "../../src/model/sheet.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const plain: FormContext = {
  expects: "number",
  stated: null,
  to: "个",
  falling: false,
  fallIsValue: false,
  limits: false,
  pairs: true,
  ranks: false,
  fractionFrom: null,
  plausible: null,
  date1904: false,
  catalog,
  words: matcher,
  plans: new Map(),
};

function textCell(raw: string): Cell {
  return {
    row: 0,
    column: 0,
    type: "text",
    value: raw,
    raw,
    format: "General",
    style: 0,
  };
}

function numberCell(value: number, format = "General"): Cell {
  return {
    ...textCell(String(value)),
    type: "number",
    value,
    format,
  };
}

function readText(raw: string, context: Partial<FormContext> = {}) {
  return readForm(textCell(raw), { ...plain, ...context, plans: new Map() });
}

function values(reading: CellReading): (number | string | null)[] | string {
  return reading.kind === "doubt"
    ? reading.what
    : reading.readings.map(({ value, missing }) =>
        value === null ? `(${missing})` : value,
      );
}

describe("reading", () => {
  test.each([
    ["1,234.5", "个", [1234.5]],
    ["２．５", "个", [2.5]],
    ["2.2万", "个", [22000]],
    ["2.2万个", "个", [22000]],
    ["↓4个", "个", [-4]],
    ["增加3个", "个", [3]],
    ["同比下降20%", "%", [-20]],
    ["－10.1%", "%", [-10.1]],
    ["+3.5%", "%", [3.5]],
    ["６３．６％", "%", [63.6]],
    ["1.5亿元", "万元", [15000]],
    ["下降2.1个百分点", "pp", [-2.1]],
    ["3.25（3.76）", "1", [3.25, 3.76]],
    ["3.25(—)", "1", [3.25, "(—)"]],
    ["断流", "mg/L", ["(断流)"]],
    ["—", "个", ["(—)"]],
    ["0.025L", "mg/L", ["(0.025L)"]],
    ["≥35", "%", ["(≥35)"]],
    ["近60%", "%", [60]],
    ["40余", "个", [40]],
    ["持平", "%", [0]],
    ["详见附件", "个", "value"],
    ["2019年", "个", "unit"],
    ["2021-06", "个", "value"],
    ["15吨", "个", "unit"],
  ])("%s in %s", (raw, to, expected) => {
    expect(values(readText(raw, { to }))).toEqual(expected);
  });

  test("a target may be a limit", () => {
    const read = readText("≥35%", { to: "%", limits: true });
    expect(values(read)).toEqual([35]);
    expect(read).toMatchObject({
      readings: [{ status: "normal", form: { kind: "fixed", why: "limit" } }],
    });
  });

  test("about sixty is an estimate that cannot be printed back", () => {
    expect(readText("近60%", { to: "%" })).toMatchObject({
      readings: [
        { status: "estimated", form: { kind: "fixed", why: "approximate" } },
      ],
    });
  });

  test("a fall is the value itself where the indicator is a reduction", () => {
    expect(
      values(readText("下降25.8%", { to: "%", fallIsValue: true })),
    ).toEqual([25.8]);
    expect(values(readText("上升3%", { to: "%", fallIsValue: true }))).toEqual([
      -3,
    ]);
  });

  test("number cells: percent formats, stated units, headers that say fall", () => {
    const read = (
      value: number,
      format: string,
      context: Partial<FormContext>,
    ) =>
      values(
        readForm(numberCell(value, format), {
          ...plain,
          ...context,
          plans: new Map(),
        }),
      );
    expect(read(0.636, "0.0%", { to: "%" })).toEqual([63.6]);
    expect(read(0.0365, "0.00%", { to: "pp" })).toEqual([3.65]);
    expect(read(12345, "General", { stated: "吨", to: "万吨" })).toEqual([
      1.2345,
    ]);
    expect(read(0.07, "0.00", { stated: "mg/m3", to: "μg/m3" })).toEqual([70]);
    expect(read(11.5, "0.0", { to: "%", falling: true })).toEqual([-11.5]);
    expect(read(-11.5, "0.0", { to: "%", falling: true })).toBe("sign");
    expect(read(0.636, "General", { to: "%", fractionFrom: 1 })).toBe("unit");
    expect(read(0.6, '0.0"%"', { to: "%", fractionFrom: 1 })).toEqual([0.6]);
    expect(read(63.6, "0.0%", { to: "%" })).toBe("unit");
    expect(read(5, ";;;", {})).toBe("hidden");
    expect(read(15000, '0!.0,"万"', {})).toEqual([15000]);
    expect(read(5, "General", { stated: "吨", to: "个" })).toBe("unit");
  });

  test("decimals are those of the value as it is shown", () => {
    const decimals = (cell: Cell, context: Partial<FormContext>) => {
      const read = readForm(cell, { ...plain, ...context, plans: new Map() });
      return read.kind === "read" ? read.readings[0]?.decimals : undefined;
    };
    expect(decimals(numberCell(0.636, "0.0%"), { to: "%" })).toBe(1);
    expect(decimals(numberCell(48, "0.0"), {})).toBe(1);
    expect(decimals(numberCell(48.25), {})).toBe(2);
    expect(decimals(numberCell(12345), { stated: "吨", to: "万吨" })).toBe(4);
    expect(decimals(textCell("2.2万"), {})).toBe(0);
    expect(decimals(textCell("63.60%"), { to: "%" })).toBe(2);
  });

  test.each([
    ["Ⅲ", "Ⅲ"],
    ["III类", "Ⅲ"],
    ["三类", "Ⅲ"],
    ["3类", "Ⅲ"],
    ["劣Ⅴ", "劣Ⅴ"],
    ["劣V类", "劣Ⅴ"],
    ["Ⅴ类", "Ⅴ"],
  ])("water class %s", (raw, value) => {
    expect(values(readText(raw, { expects: "class", to: "类" }))).toEqual([
      value,
    ]);
  });

  test("formulas keep their cached value and are read-only", () => {
    const read = readForm({ ...numberCell(5), formula: "A1+A2" }, plain);
    expect(values(read)).toEqual([5]);
    expect(read).toMatchObject({
      readings: [{ form: { kind: "fixed", why: "formula" } }],
    });
  });
});

const decimalTextOf = fc
  .tuple(fc.integer({ min: 0, max: 99999 }), fc.integer({ min: 0, max: 3 }))
  .map(([whole, decimals]) => (whole / 10 ** decimals).toFixed(decimals));

const written = fc.oneof(
  fc.record({
    to: fc.constant("%"),
    text: fc
      .tuple(
        fc.constantFrom(
          "",
          "-",
          "+",
          "↓",
          "↑",
          "下降",
          "上升",
          "同比下降",
          "－",
        ),
        decimalTextOf,
        fc.constantFrom("%", " %", ""),
      )
      .map((parts) => parts.join("")),
  }),
  fc.record({
    to: fc.constant("个"),
    text: fc
      .tuple(
        fc.constantFrom("", "减少", "增加", "↓"),
        decimalTextOf,
        fc.constantFrom("", "个", "万", "万个"),
      )
      .map((parts) => parts.join("")),
  }),
  fc.record({
    to: fc.constant("万元"),
    text: fc
      .tuple(decimalTextOf, fc.constantFrom("万元", "元", "亿元", ""))
      .map((parts) => parts.join("")),
  }),
  fc.record({
    to: fc.constant("个"),
    text: fc
      .integer({ min: 1000, max: 9999999 })
      .map((value) => value.toLocaleString("en-US")),
  }),
  fc.record({
    to: fc.constant("1"),
    text: fc
      .tuple(decimalTextOf, fc.constantFrom("（", "(", " （"), decimalTextOf)
      .map(([a, open, b]) => `${a}${open}${b}${open === "(" ? ")" : "）"}`),
  }),
);

/** Zero has no direction: 下降0% may only be printed as it is. */
function withoutZeroSigns(text: string): boolean {
  return !/^[-－]0*\.?0*%?$/.test(text.replace(" ", ""));
}

test("printing what was read gives the same text, for every written form", () => {
  let count = 0;
  fc.assert(
    fc.property(written, ({ to, text }) => {
      fc.pre(withoutZeroSigns(text));
      const read = readText(text, { to });
      expect(read.kind).toBe("read");
      if (read.kind !== "read") return;
      const printed = printForm(
        read.readings.map(({ form }) => form),
        read.readings,
      );
      expect(printed).toEqual({ kind: "text", value: text });
      count += 1;
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(0);
});

test("printing a class or a date gives the same text", () => {
  for (const raw of ["Ⅲ", "Ⅲ类", "II", "IV类", "二类", "5类", "劣Ⅴ", "劣V类"]) {
    const read = readText(raw, { expects: "class", to: "类" });
    if (read.kind !== "read") throw new Error(`not read: ${raw}`);
    expect(
      printForm(
        read.readings.map(({ form }) => form),
        read.readings,
      ),
    ).toEqual({ kind: "text", value: raw });
  }
  for (const raw of [
    "2022年6月30日",
    "2022-06-30",
    "2022.6.3",
    "2022/12/1",
    "2022年06月03日",
    "2022-12-31",
  ]) {
    const read = readText(raw, { expects: "date" });
    if (read.kind !== "read") throw new Error(`not read: ${raw}`);
    expect(values(read)).toMatchObject([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    ]);
    expect(
      printForm(
        read.readings.map(({ form }) => form),
        read.readings,
      ),
    ).toEqual({ kind: "text", value: raw });
  }
});

const amount = fc
  .tuple(
    fc.integer({ min: -99999, max: 99999 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([whole, decimals]) =>
    Number((whole / 10 ** decimals).toFixed(decimals)),
  );

test("reading what was printed gives the value, or printing refused", () => {
  let printedCount = 0;
  let refusedCount = 0;
  fc.assert(
    fc.property(written, amount, amount, ({ to, text }, a, b) => {
      const read = readText(text, { to });
      if (read.kind !== "read") return;
      const next = read.readings.map((_, index) => ({
        value: index === 0 ? a : b,
      }));
      const printed = printForm(
        read.readings.map(({ form }) => form),
        next,
      );
      if (printed.kind === "refused") {
        refusedCount += 1;
        return;
      }
      printedCount += 1;
      if (printed.kind !== "text") throw new Error("a text became a number");
      expect(values(readText(printed.value, { to }))).toEqual(
        next.map(({ value }) => value),
      );
    }),
    { numRuns: 500 },
  );
  expect(printedCount).toBeGreaterThan(0);
  expect(refusedCount).toBe(0);
});

test("number cells give back exactly what was put in, in any unit", () => {
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom(
        { stated: null, to: "个", format: "0" },
        { stated: "吨", to: "万吨", format: "General" },
        { stated: "mg/m3", to: "μg/m3", format: "0.000" },
        { stated: "亿元", to: "万元", format: "0.00" },
        { stated: null, to: "%", format: "0.0%" },
      ),
      (value, { stated, to, format }) => {
        const context = { ...plain, stated, to, plans: new Map() };
        const empty = readForm(
          { ...numberCell(0, format), type: "blank", value: null, raw: "" },
          context,
        );
        if (empty.kind !== "read") throw new Error("an empty cell was doubted");
        const printed = printForm(
          empty.readings.map(({ form }) => form),
          [{ value }],
        );
        if (printed.kind === "refused") {
          expect(to === "%" && Math.abs(value) > 1000).toBe(true);
          return;
        }
        if (printed.kind !== "number") throw new Error("not a number");
        expect(
          values(
            readForm(
              {
                ...numberCell(Number(printed.text), format),
                raw: printed.text,
              },
              context,
            ),
          ),
        ).toEqual([value]);
      },
    ),
    { numRuns: 500 },
  );
});

test("more decimals widen the text, fewer are filled with zeros", () => {
  const put = (raw: string, to: string, value: number) => {
    const read = readText(raw, { to });
    if (read.kind !== "read") throw new Error(`not read: ${raw}`);
    return printForm(
      read.readings.map(({ form }) => form),
      [{ value }],
    );
  };
  expect(put("63.6%", "%", 64.25)).toEqual({ kind: "text", value: "64.25%" });
  expect(put("63.6%", "%", 64)).toEqual({ kind: "text", value: "64.0%" });
  expect(put("↓4个", "个", 3)).toEqual({ kind: "text", value: "↑3个" });
  expect(put("下降20%", "%", 5)).toEqual({ kind: "text", value: "上升5%" });
  expect(put("1,234", "个", 98765)).toEqual({ kind: "text", value: "98,765" });
  expect(put("2.2万", "个", 15523)).toEqual({
    kind: "text",
    value: "1.5523万",
  });
});

test("read-only forms and values of another kind are refused", () => {
  expect(
    printForm([{ kind: "fixed", why: "formula" }], [{ value: 1 }]),
  ).toEqual({ kind: "refused", code: "lens.read_only" });
  expect(
    printForm(
      [{ kind: "number", scale: "1", decimals: null }],
      [{ value: "三" }],
    ),
  ).toEqual({ kind: "refused", code: "lens.wrong_kind" });
  expect(
    printForm([{ kind: "number", scale: "3", decimals: null }], [{ value: 1 }]),
  ).toEqual({ kind: "refused", code: "lens.cannot_hold" });
  expect(printForm([{ kind: "class", style: "Ⅲ" }], [{ value: "Ⅵ" }])).toEqual({
    kind: "refused",
    code: "lens.not_a_class",
  });
  expect(() => printForm([], [])).toThrow();
});
