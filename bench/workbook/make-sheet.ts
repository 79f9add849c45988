import { cellRef } from "../../src/model/sheet.ts";
import {
  cities,
  indicators,
  provinces,
  remarks,
  rivers,
  states,
} from "./bureau-words.ts";
import { seededRandom } from "./random.ts";
import { escapeXml, type StringTable } from "./string-table.ts";

/** Columns of the generated sheet. */
export const columnCount = 20;

/** Styles of `stylesXml`, by what they show. */
export const styles = {
  plain: 0,
  day: 1,
  cnDay: 2,
  fixed: 3,
  percent: 4,
  head: 5,
};

/**
 * Rows of a sheet such as a province would keep: ordinal, five shared texts,
 * two dates, ten measured numbers of which some are blank and some computed,
 * a verdict and a remark. Yields pieces of the worksheet part.
 */
export function* sheetXml(
  rows: number,
  strings: StringTable,
): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${cellRef(rows, columnCount - 1)}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="${columnCount}" width="12.6" customWidth="1"/></cols><sheetData>`;
  yield headRow(strings);
  const random = seededRandom(20210615);
  for (let row = 1; row <= rows; row++) yield bodyRow(row, strings, random);
  yield `</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

const heads = [
  "序号", "省份", "地市", "断面名称", "责任单位", "指标", "监测日期", "填报日期",
  "一季度", "二季度", "三季度", "四季度", "本年累计", "上年同期", "目标值",
  "基准值", "完成率", "同比", "评价", "备注",
]; // prettier-ignore

function headRow(strings: StringTable): string {
  const cells = heads.map(
    (text, column) =>
      `<c r="${cellRef(0, column)}" s="${styles.head}" t="s"><v>${strings.index(text)}</v></c>`,
  );
  return `<row r="1" spans="1:${columnCount}">${cells.join("")}</row>`;
}

function bodyRow(
  row: number,
  strings: StringTable,
  random: () => number,
): string {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (texts: readonly string[]): string =>
    texts[below(texts.length)] ?? "";
  const number = row + 1;
  const text = (column: string, value: string): string =>
    `<c r="${column}${number}" t="s"><v>${strings.index(value)}</v></c>`;
  const value = (column: string, style: number, digits: string): string =>
    `<c r="${column}${number}" s="${style}"><v>${digits}</v></c>`;
  const city = pick(cities);
  const cells = [
    `<c r="A${number}"><v>${row}</v></c>`,
    text("B", pick(provinces)),
    text("C", city),
    text("D", `${pick(rivers)}${city.slice(0, 2)}${below(400) + 1}号断面`),
    text("E", `${city}生态环境局第${below(40) + 1}监察大队`),
    text("F", pick(indicators)),
    value("G", styles.day, String(43831 + below(730))),
  ];
  if (random() < 0.9)
    cells.push(value("H", styles.cnDay, String(43831 + below(730))));
  for (const column of "IJKLMNOP") {
    const chance = random();
    if (chance < 0.04) continue;
    if (chance < 0.08) cells.push(`<c r="${column}${number}" s="3"/>`);
    else
      cells.push(
        value(column, styles.fixed, decimal(random() * 1000, 1 + below(5))),
      );
  }
  // Computed figures have all the digits of a double, as Excel stores them.
  cells.push(value("Q", styles.percent, String(random() * 1.2)));
  const change = String(random() * 2 - 1);
  cells.push(
    random() < 0.05
      ? `<c r="R${number}" s="4"><f>IF(N${number}=0,"",M${number}/N${number}-1)</f><v>${change}</v></c>`
      : value("R", styles.percent, change),
  );
  cells.push(text("S", pick(states)));
  if (random() < 0.3)
    cells.push(text("T", `${pick(remarks)}（编号${below(9000) + 1}）`));
  return `<row r="${number}" spans="1:${columnCount}">${cells.join("")}</row>`;
}

/** Rounded, without the zeros that a workbook never stores. */
function decimal(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="${escapeXml('yyyy"年"m"月"d"日"')}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[0, 14, 176, 2, 10, 0].map((format, index) => `<xf numFmtId="${format}" fontId="${index === 5 ? 1 : 0}" fillId="0" borderId="0" xfId="0"${format === 0 ? "" : ' applyNumberFormat="1"'}/>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
