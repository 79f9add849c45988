import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { type CellInput, day } from "../../../templates/make/cell.ts";
import { ledgerHead } from "../../../templates/make/ledger.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";

const lookBack = "督察“回头看”";
const jincheng = "大气整改攻坚";
const inspection = "百日攻坚";

/** One row in the columns of the ledger template; what the sources do not say is left as —. */
const tasks: readonly (readonly CellInput[])[] = [
  task(
    lookBack,
    "汾河流域国考断面退出劣Ⅴ",
    "汾河流域国考断面存在劣Ⅴ类水质",
    "水",
    "国考断面全部退出劣Ⅴ类",
    day(2020, 6, 30),
    "—",
    "—",
    "省生态环境厅",
    "完成整改",
    "截至2020年6月底已全部退出劣Ⅴ",
  ),
  task(
    lookBack,
    "焦化行业压减过剩产能",
    "焦化产能过剩，结构性污染突出",
    "大气",
    "按计划淘汰焦化产能",
    day(2020, 12, 31),
    "—",
    "—",
    "省工业和信息化厅",
    "达到序时进度",
    "2019年淘汰焦化产能1192万吨",
  ),
  task(
    lookBack,
    "“百日清理”违法排污整治",
    "督办问题5300个",
    "综合",
    "逐一整改销号",
    day(2020, 12, 31),
    "—",
    "—",
    "省生态环境厅",
    "达到序时进度",
    "已完成5294项",
  ),
  task(
    lookBack,
    "焦化违法企业挂牌督办",
    "10家焦化企业违法排污",
    "大气",
    "限期整改到位",
    day(2020, 12, 31),
    "—",
    "—",
    "省生态环境厅",
    "超过序时进度",
    "—",
  ),
  task(
    lookBack,
    "重点单位自动监控安装联网",
    "部分重点单位未按时限安装联网",
    "监控",
    "按时限完成安装联网",
    day(2022, 12, 31),
    "—",
    "太原市",
    "太原市生态环境局",
    "未达到序时进度",
    "对逾期未完成的依法处罚",
  ),
  task(
    jincheng,
    "通报环境问题整改",
    "生态环保部通报的1819个环境问题",
    "大气",
    "全部整改落实到位，挂账销号",
    day(2018, 6, 30),
    "—",
    "晋城市",
    "晋城市人民政府",
    "完成交账销号",
    "—",
  ),
  task(
    jincheng,
    "煤化工企业搬迁",
    "市区建成区周边10公里范围内1家煤化工企业",
    "大气",
    "完成搬迁",
    day(2021, 12, 31),
    "—",
    "晋城市",
    "晋城市人民政府",
    "达到序时进度",
    "—",
  ),
  task(
    jincheng,
    "钢铁铸造企业搬迁",
    "市区建成区周边10公里范围内7家钢铁铸造企业",
    "大气",
    "完成搬迁",
    day(2021, 12, 31),
    "—",
    "晋城市",
    "晋城市人民政府",
    "未达到序时进度",
    "—",
  ),
  task(
    jincheng,
    "建材企业搬迁",
    "市区建成区周边10公里范围内2家建材企业",
    "大气",
    "完成搬迁",
    day(2021, 12, 31),
    "—",
    "晋城市",
    "晋城市人民政府",
    "尚未启动",
    "—",
  ),
  task(
    inspection,
    "“散乱污”企业清零整治",
    "排查上报50家“散乱污”企业",
    "大气",
    "清理取缔33家，整改提升17家",
    day(2017, 8, 22),
    "金乡县",
    "济宁市",
    "金乡县环境保护局",
    "完成整改",
    "已100%完成清理整治任务",
  ),
];

function task(
  batch: string,
  name: string,
  problem: string,
  category: string,
  requirement: string,
  deadline: CellInput,
  county: string,
  city: string,
  lead: string,
  state: string,
  progress: string,
): readonly CellInput[] {
  return [
    null,
    batch,
    name,
    problem,
    category,
    requirement,
    deadline,
    county,
    city,
    lead,
    "—",
    "—",
    lead,
    "—",
    state,
    progress,
    "示意",
  ];
}

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  addDataSheet(book, {
    sheet: "整改任务台账",
    title: "督察整改任务台账（截至2020年7月）",
    illustrative:
      "（示意数据：任务取自公开文件，归类、部分时限、单位和完成情况为示意，不得引用）",
    unit: "山西省环境保护督察整改领导小组办公室",
    date: "2020年7月31日",
    head: ledgerHead,
    headHeight: 30,
    rowHeight: 48,
    rows: tasks.map((row, index) => [index + 1, ...row.slice(1)]),
    notes: [
      "任务来源：山西省督察整改情况（网页转载稿）、晋城市大气环境问题整改攻坚行动报道、金乡县工作简报第6期、山西省生态环境厅网站2022-06-22。",
    ],
  });
  return bookBytes(book);
}

export const ledgerTasks: Example = {
  file: "整改任务台账.xlsx",
  build,
};
