import { describe, expect, it } from "vitest";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { drawnProfile } from "../../src/lens/drawn-tables.ts";
import type { BoundTable } from "../../src/model/binding.ts";
import { keyText } from "../../src/model/observation.ts";
import type { Profile, Profiles } from "../../src/model/profile.ts";
import { cellRef, parseRange } from "../../src/model/sheet.ts";
import { linesOf } from "../../src/table/lines.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { sheetOf, type TestCell, workbookOf } from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

const bound = (rows: Rows, profiles: Profiles = new Map()) =>
  bindWorkbook(workbookOf(sheetOf(rows)), {
    file: "表.xlsx",
    catalog,
    matcher,
    profiles,
  });

function drawn(rows: Rows, range: string): Profile {
  const at = parseRange(range);
  const profile =
    at === null
      ? null
      : drawnProfile(at, linesOf(sheetOf(rows), false), matcher);
  if (profile === null) throw new Error(`nothing can be drawn at ${range}`);
  return profile;
}

const by = (profile: Profile): Profiles => new Map([[profile.form, profile]]);

const keys = (
  tables: readonly BoundTable[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tables.flatMap(({ bindings }) =>
      bindings.flatMap(({ row, column, role, target }) =>
        role === "value" && target.type === "observation"
          ? [[cellRef(row, column), keyText(target.key)]]
          : [],
      ),
    ),
  );

/** A table that nobody recognises: its words are none of the lists. */
const odd = (month: number, down: Rows = []): Rows => [
  [`2021年${month}月情况`],
  ...down,
  ["甲组", "乙物"],
  ["太原市", 40],
  ["大同市", 30],
];

describe("a table that a person draws", () => {
  it("is read where none was found, and found again further down with more rows", () => {
    expect(bound(odd(6)).tables).toEqual([]);
    const profile = drawn(odd(6), "A2:B4");
    expect(profile).toMatchObject({
      answers: [],
      drawn: [["甲组", "乙物"]],
    });
    const { tables, issues } = bound(odd(6), by(profile));
    expect(issues.map(({ code }) => code)).not.toContain("table.none_found");
    expect(tables).toMatchObject([
      {
        title: "2021年6月情况",
        ask: {
          drawn: true,
          edges: { top: 1, left: 0, bottom: 3, right: 1, headerRows: 1 },
        },
      },
    ]);
    const later: Rows = [...odd(7, [[], ["报送：某人"]]), ["阳泉市", 35]];
    const [next] = bound(later, by(profile)).tables;
    expect(next?.ask?.edges).toMatchObject({
      top: 3,
      bottom: 6,
      headerRows: 1,
    });
  });

  it("goes on to be recognised: what it does not know is asked, what it knows is bound", () => {
    const rows: Rows = [
      ["2021年6月情况"],
      [],
      ["地区", "PM2.5浓度(μg/m3)"],
      ["太原市", 40],
      [],
      ["地区", "气溶胶(μg/m3)"],
      ["太原市", 50],
    ];
    const profile = drawn(rows, "A3:B4");
    const { tables } = bound(rows, by(profile));
    const own = tables.filter(({ ask }) => ask?.drawn === true);
    expect(keys(own)).toEqual({ B4: "air.pm25|140100|2021-06|actual||" });
    // The one that was recognised there by itself gives way.
    const ranges = tables.map(({ ask }) => ask?.edges.top);
    expect(ranges.filter((top) => top === 2)).toHaveLength(1);
  });

  it("ends where the person ended it, on the next sheet too", () => {
    const rows = (count: number): Rows => [
      ["甲组", "PM2.5浓度(μg/m3)"],
      ...Array.from({ length: count }, (_, i) => [`点位${i}`, 30 + i]),
    ];
    const profile = drawn(rows(5), "A1:B5");
    expect(profile.shape).toEqual({ bottom: -1 });
    const [table] = bound(rows(8), by(profile)).tables;
    expect(table?.ask?.edges.bottom).toBe(7);
  });

  it("ends before a note, and before an empty row", () => {
    const rows: Rows = [["甲组", "乙物"], ["太原市", 40], ["注：初步数据"]];
    expect(drawn(rows, "A1:B2").shape).toBeUndefined();
    expect(bound(rows, by(drawn(rows, "A1:B2"))).tables[0]?.range.bottom).toBe(
      2,
    );
    const apart: Rows = [...rows.slice(0, 2), [], ["大同市", 30]];
    expect(drawn(apart, "A1:B2").shape).toBeUndefined();
    expect(drawn(apart, "A1:B4").shape).toEqual({ bottom: 2 });
  });

  it("has no header without words", () => {
    const rows: Rows = [
      [1, 2],
      [3, 4],
    ];
    expect(
      drawnProfile(
        { top: 0, left: 0, bottom: 1, right: 1 },
        linesOf(sheetOf(rows), false),
        matcher,
      ),
    ).toBeNull();
  });

  it("is not found where only some of its header stands", () => {
    const profile = drawn(odd(6), "A2:B4");
    const other: Rows = [
      ["甲组", "丁物"],
      ["太原市", 40],
    ];
    expect(bound(other, by(profile)).tables).toEqual([]);
  });
});
