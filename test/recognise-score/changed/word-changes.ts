import type { Catalog } from "../../../src/model/catalog.ts";
import { parsePeriod } from "../../../src/model/period.ts";
import type { Change } from "./change.ts";
import { type DraftSheet, type DraftTable, rowOf } from "./draft.ts";
import {
  areaAt,
  everySheet,
  onlyTable,
  reworded,
  rowsInserted,
  textCell,
  withCells,
  wordsAt,
} from "./edit-draft.ts";
import { headWords, isFree } from "./layout-changes.ts";
import type { Random } from "./random.ts";

const group = "words";

/** Header words that say the same of a figure, by what the labels of their columns have in common. */
const synonyms: readonly {
  readonly name: string;
  readonly words: readonly string[];
  /** Put in only; in other sheets they may be something else. */
  readonly only?: readonly string[];
  readonly fits: (labels: readonly Said[]) => boolean;
}[] = [
  {
    name: "同比",
    words: [
      "同比",
      "同比变化",
      "同比变化率",
      "同比变幅",
      "同比增减",
      "同比变化情况",
      "同比变化幅度",
      "较上年同期变化",
      "较上年同期",
      "较去年同期",
      "较去年同期变化",
      "较去年同期增减",
      "比去年同期增减",
      "比上年同期增减",
      "比上年同期",
      "与去年同期相比",
      "与上年同期相比",
      "与去年同期比较",
      "较上年同期升降",
      "变化率",
      "变化幅度",
      "升降幅度",
      "增减幅度",
      "增减幅",
      "增减率",
      "增减",
      "升降幅",
      "变幅",
    ],
    only: [
      "同比增幅",
      "同比增长率",
      "同比升降率",
      "同比升降幅度",
      "同比增减率",
    ],
    fits: (labels) => every(labels, ({ measure }) => measure === "changeRate"),
  },
  {
    name: "目标",
    words: [
      "目标",
      "目标值",
      "年度目标",
      "年度目标值",
      "考核目标",
      "目标任务",
      "任务目标",
      "年度任务",
      "任务",
      "任务数",
      "任务量",
      "计划",
      "计划数",
      "计划目标",
      "目标任务数",
      "年度计划",
      "目标要求",
      "控制目标",
      "年度任务数",
      "年度目标任务",
      "全年目标",
      "全年任务",
      "全年目标任务",
      "考核目标值",
      "下达目标",
      "下达任务",
      "下达任务数",
      "任务数量",
      "计划任务",
      "计划任务数",
    ],
    fits: (labels) =>
      every(
        labels,
        ({ measure, period }) => measure === "target" && period.length === 4,
      ),
  },
  {
    name: "完成率",
    words: [
      "完成率",
      "完成比例",
      "目标完成率",
      "完成进度",
      "完成百分比",
      "年度完成率",
      "目标完成比例",
      "完成占比",
      "完成目标比例",
    ],
    only: [
      "任务完成比例",
      "完成年度目标比例",
      "占年度目标比例",
      "完成年度任务比例",
      "完成率情况",
    ],
    fits: (labels) => every(labels, ({ measure }) => measure === "completion"),
  },
  {
    name: "排名",
    words: ["排名", "名次", "位次", "排序", "排位", "排名情况", "名次排名"],
    only: ["当前排名", "全市排名", "综合排名", "排名(名)", "由好到差排名"],
    fits: (labels) => every(labels, ({ measure }) => measure === "rank"),
  },
  {
    name: "变化排名",
    words: [
      "变化排名",
      "改善排名",
      "改善幅度排名",
      "变化率排名",
      "同比变化排名",
      "同比排名",
      "变化幅度排名",
      "同比改善排名",
      "降幅排名",
      "变幅排名",
      "同比变幅排名",
      "改善率排名",
      "改善程度排名",
      "变化情况排名",
    ],
    fits: (labels) => every(labels, ({ measure }) => measure === "changeRank"),
  },
  {
    name: "上年同期",
    words: [
      "上年同期",
      "去年同期",
      "同期",
      "上年同期值",
      "去年同期值",
      "上年同期数",
      "去年同期数",
      "同期值",
      "同期数",
      "上年同期浓度",
      "去年同期浓度",
      "上年同期数据",
      "去年同期数据",
    ],
    fits: (labels) => every(labels, ({ measure }) => measure === "previous"),
  },
  {
    name: "本月",
    words: [
      "本月",
      "当月",
      "本月值",
      "当月值",
      "本月数",
      "当月数",
      "本月数据",
      "当月数据",
      "本月情况",
      "本月实际",
      "当月实际",
    ],
    fits: (labels) =>
      every(
        labels,
        ({ measure, period }) =>
          measure === "actual" && /^\d{4}-\d\d$/.test(period),
      ),
  },
  {
    name: "累计",
    words: [
      "累计",
      "累计值",
      "累计数",
      "年初以来",
      "年初至今",
      "今年以来",
      "本年累计",
      "年累计",
      "年度累计",
      "全年累计",
      "累计情况",
      "1月至今",
      "年初累计",
      "今年累计",
      "当年累计",
    ],
    fits: (labels) =>
      every(
        labels,
        ({ measure, period }) =>
          measure === "actual" && /^(\d{4})-01\/\1-\d\d$/.test(period),
      ),
  },
  {
    name: "完成",
    words: [
      "实际",
      "实际值",
      "实际完成",
      "实际完成值",
      "实际完成数",
      "完成",
      "完成值",
      "完成数",
      "完成情况",
      "实际完成情况",
      "已完成",
      "已完成数",
      "累计完成",
      "累计完成数",
      "完成数量",
      "目前完成",
      "实绩",
      "当前值",
      "现状值",
      "完成量",
      "累计完成情况",
      "目前完成情况",
      "截至目前完成数",
    ],
    fits: (labels) => every(labels, ({ measure }) => measure === "actual"),
  },
  {
    name: "城市",
    words: [
      "城市",
      "地市",
      "设区市",
      "市",
      "市别",
      "地区",
      "各市",
      "城市名称",
      "行政区",
      "行政区划",
      "区域",
      "单位",
      "名称",
      "市(州)",
      "各地市",
      "市名",
      "地级市",
      "所在市",
      "辖区",
      "地区名称",
      "行政区名称",
    ],
    fits: (labels) =>
      every(labels, ({ region }) =>
        /^\d\d(?!00)\d\d00$|^\d\d0000$/.test(region),
      ) && labels.length > 0,
  },
  {
    name: "县区",
    words: [
      "县区",
      "区县",
      "县（市、区）",
      "县市区",
      "县(市、区)",
      "县（区）",
      "区（县）",
      "各县区",
      "县（区、市）",
      "区（市、县）",
      "行政区域",
      "行政区",
      "县（市）区",
      "县市",
      "县区名称",
      "县（市、区）名称",
      "各县（市、区）",
      "县别",
      "所属县区",
      "所在县区",
      "区域",
      "属地",
    ],
    fits: (labels) =>
      labels.length > 0 &&
      every(labels, ({ region }) => /^\d{4}(?!00)\d\d$/.test(region)),
  },
  {
    name: "序号",
    words: ["序号", "编号", "序", "No.", "序列", "№", "编 号"],
    fits: (labels) => labels.length === 0,
  },
  {
    name: "合计",
    words: ["合计", "总计", "小计", "共计", "合 计", "总 计", "合计数"],
    fits: (labels) => labels.length === 0,
  },
];

interface Said {
  readonly measure: string;
  readonly period: string;
  readonly region: string;
}

function every(labels: readonly Said[], is: (one: Said) => boolean): boolean {
  return labels.every(is);
}

/** Words of headers, names of indicators, regions, units and periods said otherwise. */
export const wordChanges: readonly Change[] = [
  ...synonyms.flatMap(({ name, words, only = [], fits }) =>
    [...words, ...only].map((word): Change => ({
      group,
      name: `${name} as ${word}`,
      apply: (draft) =>
        everySheet(draft, (sheet) => {
          const free = isFree(sheet);
          const stub = name === "合计";
          return reworded(
            sheet,
            (row, column) =>
              free(row, column) &&
              (stub
                ? isInStub(sheet, row, column)
                : isInHead(sheet, row, column)),
            (text, row, column) => {
              const match = /^(\s*)([^()（）[\]]*?)(\s*(?:[(（[].*)?)$/s.exec(
                text,
              );
              const own = (match?.[2] ?? "").replace(/\s/g, "");
              if (!words.includes(own) || own === word) return text;
              // A goal of the year is another thing than one of the sheet's months.
              if (name === "目标" && /年/.test(own) !== /年/.test(word))
                return text;
              if (own === "单位" || own === "名称") return text;
              const said = saidBelow(sheet, row, column);
              if (!stub && !fits(said)) return text;
              if (
                !stub &&
                name !== "序号" &&
                said.length === 0 &&
                !isStubHead(sheet, row, column)
              )
                return text;
              if (stub && (word === "小计" || own === "小计")) return text;
              if (
                name === "序号" &&
                headWords(sheet, tableAt(sheet, row) ?? none).some((other) =>
                  /[编文]号/.test(other),
                )
              )
                return text;
              // Two columns of one name would be another sheet.
              if (
                headWords(sheet, tableAt(sheet, row) ?? none).some(
                  (other) => other.replace(/\s/g, "") === word,
                )
              )
                return text;
              return `${word}${match?.[3] ?? ""}`;
            },
          );
        }),
    })),
  ),
  ...[0, 1, 2, 3].map((round): Change => ({
    group,
    name: `indicators by other names, ${String(round + 1)}`,
    apply: (draft, { catalog, random }) =>
      everySheet(draft, (sheet) => {
        const free = isFree(sheet);
        const chosen = new Map<string, string>();
        return reworded(
          sheet,
          (row, column) =>
            free(row, column) &&
            (isInHead(sheet, row, column) || isInStub(sheet, row, column)),
          (text, row, column) =>
            renamed(
              text,
              indicatorsOf(sheet, row, column),
              catalog,
              random,
              chosen,
            ),
        );
      }),
  })),
  {
    group,
    name: "regions by their full names",
    apply: (draft, { catalog }) =>
      everySheet(draft, (sheet) =>
        regionsRenamed(sheet, catalog, (label) => label.name),
      ),
  },
  {
    group,
    name: "regions by their short names",
    apply: (draft, { catalog }) =>
      everySheet(draft, (sheet) =>
        regionsRenamed(sheet, catalog, (label) => label.short),
      ),
  },
  {
    group,
    name: "regions with their city before",
    apply: (draft, { catalog }) =>
      everySheet(draft, (sheet) =>
        regionsRenamed(sheet, catalog, ({ name, code, level }) =>
          level === "county"
            ? (catalog.regions.get(`${code.slice(0, 4)}00`)?.name ?? "") + name
            : level === "city"
              ? (catalog.regions.get(`${code.slice(0, 2)}0000`)?.name ?? "") +
                name
              : name,
        ),
      ),
  },
  ...(
    [
      [
        "μg/m3",
        [
          "微克/立方米",
          "ug/m3",
          "μg/m³",
          "微克每立方米",
          "μg／m³",
          "µg/m3",
          "ug/m³",
        ],
      ],
      ["mg/m3", ["毫克/立方米", "mg/m³", "毫克每立方米"]],
      ["天", ["日", "d"]],
      ["万元", ["万元人民币"]],
    ] as const
  ).flatMap(([unit, spellings]) =>
    spellings.map((spelling): Change => ({
      group,
      name: `${unit} as ${spelling}`,
      apply: (draft) =>
        everySheet(draft, (sheet) =>
          reworded(sheet, isFree(sheet), (text) => {
            if (unit === "天")
              return text.replace(
                /([(（](?:单位[:：])?)天([)）])/g,
                `$1${spelling}$2`,
              );
            if (unit === "万元")
              return text.replace(
                /([(（：:])万元(?=[)）]|$)/g,
                `$1${spelling}`,
              );
            const start = unit.startsWith("m") ? "mg|毫克" : "[μµu]g|微克";
            return text.replace(
              new RegExp(`(?:${start})\\s*[/每]\\s*(?:m[3³]|立方米)`, "g"),
              spelling,
            );
          }),
        ),
    })),
  ),
  {
    group,
    name: "units without brackets in a row of their own",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => unitsBelow(sheet, table, false)),
  },
  {
    group,
    name: "units in brackets in a row of their own",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => unitsBelow(sheet, table, true)),
  },
  ...(["单位：", "计量单位：", "（单位：", "数据单位:"] as const).map(
    (words): Change => ({
      group,
      name: `units in a line ${words}`,
      apply: (draft) =>
        onlyTable(draft, (sheet, table) => {
          const units = new Map<string, Set<string>>();
          const bare = reworded(
            sheet,
            (row, column) => isInHead(sheet, row, column),
            (text, row, column) =>
              areLevels(saidBelow(sheet, row, column))
                ? text.replace(bracketedUnit, (bracket, unit: string) => {
                    // 比例（%） without its % is open.
                    if (/^%|百分点$/.test(unit)) return bracket;
                    const named = units.get(unit) ?? new Set();
                    units.set(unit, named);
                    for (const code of indicatorsOf(sheet, row, column))
                      named.add(code);
                    return "";
                  }) || text
                : text,
          );
          if (bare === null || units.size === 0 || table.kind !== "figures")
            return null;
          if (units.size > 3 || unitLine(sheet, table)) return null;
          const said = unitWords(units);
          if (said === null) return null;
          const longer = rowsInserted(bare, table.top);
          return longer === null
            ? null
            : withCells(longer, [
                [
                  table.top,
                  table.right,
                  textCell(
                    `${words}${said}${words.startsWith("（") ? "）" : ""}`,
                  ),
                ],
              ]);
        }),
    }),
  ),
  ...periodSpellings(),
];

const none: DraftTable = {
  kind: "card",
  top: 0,
  body: 0,
  bottom: 0,
  left: 0,
  right: -1,
  stub: [],
  title: [],
};

const bracketedUnit =
  /\s*[(（](?:单位[:：])?((?:[μµu]g|mg|微克|毫克)\s*\/\s*(?:m[3³]|立方米|[Ll])|%|百分点|个百分点|天|个|家|件|起|户|万元|吨|万吨|台|人)[)）]/g;

/** True for figures whose unit the name of what is measured settles: 同比 may be in % and in what it compares. */
function areLevels(labels: readonly Said[]): boolean {
  return every(labels, ({ measure }) =>
    ["actual", "target", "previous", "baseline"].includes(measure),
  );
}

/** How a line tells several units; null where it would not say which holds for what. */
function unitWords(
  units: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const ofCo = ([, codes]: [string, ReadonlySet<string>]): boolean =>
    [...codes].every((code) => code === "air.co");
  const co = [...units].find((one) => ofCo(one) && one[1].size > 0);
  const others = [...units].filter((one) => one !== co).map(([unit]) => unit);
  const kind = (unit: string): string =>
    /\//.test(unit) ? "concentration" : /吨/.test(unit) ? "mass" : unit;
  // Counts of several things need their names.
  if (others.filter((unit) => /^[个家件起户台人]$/.test(unit)).length > 1)
    return null;
  if (new Set(others.map(kind)).size < others.length) return null;
  const line = others.join("、");
  if (co === undefined) return line;
  return others.length === 0 ? co[0] : `${line}（CO为${co[0]}）`;
}

function unitLine(sheet: DraftSheet, table: DraftTable): boolean {
  return [...sheet.cells].some(
    ([place, cell]) => rowOf(place) < table.top && /单位/.test(cell.raw),
  );
}

function unitsBelow(
  sheet: DraftSheet,
  table: DraftTable,
  inBrackets: boolean,
): DraftSheet | null {
  if (table.kind !== "figures" || table.top === table.body) return null;
  const units = new Map<number, string>();
  const bare = reworded(
    sheet,
    (row, column) => isInHead(sheet, row, column),
    (text, row, column) =>
      // A unit over several columns is not that of the rates among them.
      isOverOne(sheet, table, row, column) &&
      text.replace(bracketedUnit, "") !== ""
        ? text.replace(bracketedUnit, (_, unit: string) => {
            units.set(column, unit);
            return "";
          })
        : text,
  );
  if (bare === null) return null;
  const longer = rowsInserted(bare, table.body);
  if (longer === null) return null;
  return withCells(
    {
      ...longer,
      // Names of rows span the new line too.
      merges: longer.merges.map((merge) =>
        merge.bottom === table.body - 1 &&
        merge.top >= table.top &&
        table.stub.includes(merge.left)
          ? { ...merge, bottom: table.body }
          : merge,
      ),
    },
    [...units].map(([column, unit]) => [
      table.body,
      column,
      textCell(inBrackets ? `（${unit}）` : unit),
    ]),
  );
}

/** True for the lowest name of one column. */
function isOverOne(
  sheet: DraftSheet,
  table: DraftTable,
  row: number,
  column: number,
): boolean {
  const { left, right, bottom } = areaAt(sheet, row, column);
  for (let below = bottom + 1; below < table.body; below += 1)
    if (wordsAt(sheet, below, column).trim() !== "") return false;
  return left === right;
}

function tableAt(sheet: DraftSheet, row: number): DraftTable | undefined {
  return sheet.tables.find(({ top, bottom }) => row >= top && row <= bottom);
}

function isInHead(sheet: DraftSheet, row: number, column: number): boolean {
  return sheet.tables.some(
    (table) =>
      row >= table.top &&
      row < table.body &&
      column >= table.left &&
      column <= table.right,
  );
}

function isInStub(sheet: DraftSheet, row: number, column: number): boolean {
  return sheet.tables.some(
    (table) =>
      table.kind === "figures" &&
      row >= table.body &&
      row <= table.bottom &&
      table.stub.includes(column),
  );
}

function isStubHead(sheet: DraftSheet, row: number, column: number): boolean {
  return sheet.tables.some(
    (table) =>
      table.kind === "figures" &&
      row >= table.top &&
      row < table.body &&
      table.stub.includes(column),
  );
}

/** What the labels below a header say; of the head of a column of names, those of its rows. */
function saidBelow(sheet: DraftSheet, row: number, column: number): Said[] {
  const { left, right } = areaAt(sheet, row, column);
  const ofStub = isStubHead(sheet, row, column);
  return sheet.marks
    .filter(
      (mark) =>
        mark.kind === "binding" &&
        mark.row > row &&
        (ofStub || (mark.column >= left && mark.column <= right)),
    )
    .map(({ label }) => ({
      measure: label.field === undefined ? (label.measure ?? "actual") : "",
      period: label.period ?? "",
      region: label.region ?? "",
    }));
}

function indicatorsOf(
  sheet: DraftSheet,
  row: number,
  column: number,
): Set<string> {
  const { left, right, top, bottom } = areaAt(sheet, row, column);
  const head = isInHead(sheet, row, column);
  return new Set(
    sheet.marks.flatMap((mark) =>
      mark.kind === "binding" &&
      mark.label.indicator !== undefined &&
      (head
        ? mark.row > row && mark.column >= left && mark.column <= right
        : mark.row >= top && mark.row <= bottom)
        ? [mark.label.indicator]
        : [],
    ),
  );
}

/** The words with the name of the one indicator of their cells said otherwise. */
function renamed(
  text: string,
  indicators: ReadonlySet<string>,
  catalog: Catalog,
  random: Random,
  chosen: Map<string, string>,
): string {
  const [code] = indicators;
  const indicator = catalog.indicators.get(code ?? "");
  if (indicator === undefined || indicators.size > 1) return text;
  const names = [indicator.label.zh, ...indicator.aliases]
    .map(String)
    .filter((name) => /^(?=.*(\p{Script=Han}|\d)).+$/u.test(name));
  // The whole name before a unit or the end, so that no other name is torn.
  const own = [...names]
    .sort((a, b) => b.length - a.length)
    .find((name) => {
      if (!text.startsWith(name)) return false;
      const rest = text.slice(name.length);
      return rest === "" || /^\s*[(（\n]/.test(rest);
    });
  if (own === undefined) return text;
  const isSole = (name: string): boolean =>
    [...catalog.indicators.values()].filter(
      ({ label, aliases }) => label.zh === name || aliases.includes(name),
    ).length === 1;
  const others = names.filter(
    (name) => name !== own && isSole(name) && !/^[\dA-Za-z_]+$|^.$/.test(name),
  );
  if (others.length === 0) return text;
  const other =
    chosen.get(own) ?? others[Math.floor(random() * others.length)] ?? own;
  chosen.set(own, other);
  return other + text.slice(own.length);
}

function regionsRenamed(
  sheet: DraftSheet,
  catalog: Catalog,
  say: (region: {
    name: string;
    short: string;
    code: string;
    level: string;
  }) => string,
): DraftSheet | null {
  const byName = new Map<string, Set<string>>();
  for (const { label } of sheet.marks) {
    const region = catalog.regions.get(label.region ?? "");
    if (region === undefined) continue;
    for (const name of [region.name, region.short])
      if (name.length > 1)
        byName.set(name, (byName.get(name) ?? new Set()).add(region.code));
  }
  const free = isFree(sheet);
  return reworded(
    sheet,
    (row, column) =>
      free(row, column) &&
      (isInHead(sheet, row, column) || isInStub(sheet, row, column)),
    (text) => {
      const codes = byName.get(text.replace(/\s/g, ""));
      const [code] = codes ?? [];
      const region = catalog.regions.get(code ?? "");
      if (region === undefined || codes?.size !== 1) return text;
      const next = say({
        name: region.name,
        short: region.short === "" ? region.name : region.short,
        code: region.code,
        level: region.level,
      });
      return next.length < 2 ? text : next;
    },
  );
}

function periodSpellings(): Change[] {
  const range = /((?:19|20)\d\d)年1\s*[-—–~～至]\s*(\d{1,2})月份?/g;
  const month =
    /(?<![-—–~～至]\s*)((?:19|20)\d\d)年(\d{1,2})月份?(?!\s*[-—–~～至\d])/g;
  const year = /((?:19|20)\d\d)年(?!\d|\s*[一二三四第上下前度]|.?季)/g;
  const say = (
    name: string,
    pattern: RegExp,
    to: (...parts: string[]) => string,
  ): Change => ({
    group,
    name: `periods as ${name}`,
    apply: (draft) =>
      everySheet(draft, (sheet) =>
        reworded(sheet, isFree(sheet), (text) =>
          text.replace(pattern, (whole: string, ...parts: unknown[]) => {
            const words = parts.map(String);
            const next = to(...words);
            return next === "" ? whole : next;
          }),
        ),
      ),
  });
  const two = (digits = ""): string => digits.padStart(2, "0");
  return [
    say("2024年1-6月", range, (y, m) => `${y ?? ""}年1-${m ?? ""}月`),
    say("2024年1至6月", range, (y, m) => `${y ?? ""}年1至${m ?? ""}月`),
    say("2024年1～6月份", range, (y, m) => `${y ?? ""}年1～${m ?? ""}月份`),
    say("2024年1月-6月", range, (y, m) => `${y ?? ""}年1月-${m ?? ""}月`),
    say("2024年1月至6月", range, (y, m) => `${y ?? ""}年1月至${m ?? ""}月`),
    say(
      "2024年1月—2024年6月",
      range,
      (y, m) => `${y ?? ""}年1月—${y ?? ""}年${m ?? ""}月`,
    ),
    say("2024.1-6", range, (y, m) => `${y ?? ""}.1-${m ?? ""}`),
    say("2024.01-06", range, (y, m) => `${y ?? ""}.01-${two(m)}`),
    say("2024.1-2024.6", range, (y, m) => `${y ?? ""}.1-${y ?? ""}.${m ?? ""}`),
    say("2024年01-06月", range, (y, m) => `${y ?? ""}年01-${two(m)}月`),
    say("2024年前6个月", range, (y, m) => `${y ?? ""}年前${m ?? ""}个月`),
    say("2024年前6月", range, (y, m) => `${y ?? ""}年前${m ?? ""}月`),
    say("2024年上半年", range, (y, m) =>
      m === "6" ? `${y ?? ""}年上半年` : "",
    ),
    say("2024年前三季度", range, (y, m) =>
      m === "9" ? `${y ?? ""}年前三季度` : "",
    ),
    say("24年1-6月", range, (y, m) => `${y?.slice(2) ?? ""}年1-${m ?? ""}月`),
    say(
      "截至2024年6月底",
      range,
      (y, m) => `${y ?? ""}年1-${m ?? ""}月（累计）`,
    ),
    say("2024年6月份", month, (y, m) => `${y ?? ""}年${m ?? ""}月份`),
    say("2024年06月", month, (y, m) => `${y ?? ""}年${two(m)}月`),
    say("2024.6", month, (y, m) => `${y ?? ""}.${m ?? ""}`),
    say("2024.06", month, (y, m) => `${y ?? ""}.${two(m)}`),
    say("2024-06", month, (y, m) => `${y ?? ""}-${two(m)}`),
    say("2024/6", month, (y, m) => `${y ?? ""}/${m ?? ""}`),
    say("24年6月", month, (y, m) => `${y?.slice(2) ?? ""}年${m ?? ""}月`),
    say("2024 年 6 月", month, (y, m) => `${y ?? ""} 年 ${m ?? ""} 月`),
    say(
      "二〇二四年六月",
      month,
      (y, m) =>
        `${(y ?? "").replace(/\d/g, (d) => "〇一二三四五六七八九"[Number(d)] ?? d)}年${["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][Number(m)] ?? ""}月`,
    ),
    say("2024年度", year, (y) => `${y ?? ""}年度`),
    say("2024 年", year, (y) => `${y ?? ""} 年`),
    {
      group,
      name: "the period of the title in a line of its own",
      apply: (draft) => titlePeriod(draft, (period) => `（${period}）`),
    },
    {
      group,
      name: "the period of the title in a line 统计时段",
      apply: (draft) => titlePeriod(draft, (period) => `统计时段：${period}`),
    },
    {
      group,
      name: "the period of the title in a line 时间",
      apply: (draft) => titlePeriod(draft, (period) => `时间：${period}`),
    },
    {
      group,
      name: "the period of the title in the file's name",
      apply: (draft) => {
        let found = "";
        const bare = titlePeriod(draft, (period) => {
          found = period;
          return "";
        });
        return bare === null
          ? null
          : {
              ...bare,
              file: `${found}${draft.file.replace(titlePattern, "")}`,
            };
      },
    },
    {
      group,
      name: "the period of the title in the sheet's name",
      apply: (draft) => {
        if (draft.sheets.length > 1) return null;
        let found = "";
        const bare = titlePeriod(draft, (period) => {
          found = period;
          return "";
        });
        return bare === null
          ? null
          : {
              ...bare,
              sheets: bare.sheets.map((sheet) => ({ ...sheet, name: found })),
            };
      },
    },
    {
      group,
      name: "the period behind the title",
      apply: (draft) =>
        titlePeriod(draft, (period, rest) => `\n${rest}（${period}）`),
    },
  ];
}

const titlePattern =
  /(?:19|20)\d\d年(?:\s*\d{1,2}\s*[-—–~～至]\s*\d{1,2}月份?|\s*\d{1,2}月份?|上半年|前三季度|第?[一二三四]季度)?(?!\d)/;

/** Takes the period out of the only title; `say` gives the line that tells it, which goes below the title. */
function titlePeriod(
  draft: Parameters<Change["apply"]>[0],
  say: (period: string, rest: string) => string,
): ReturnType<Change["apply"]> {
  const [only, more] = draft.sheets.filter(({ tables }) => tables.length > 0);
  if (only === undefined || more !== undefined) return null;
  const name = draft.file.normalize("NFKC");
  return onlyTable(draft, (sheet, table) => {
    const [title, other] = table.title;
    if (title === undefined || other !== undefined) return null;
    const period = titlePattern.exec(title.text)?.[0];
    if (period === undefined || parsePeriod(period.slice(0, 4)) === null)
      return null;
    const rest = title.text.replace(titlePattern, "");
    if (/\d{4}/.test(rest) || rest.replace(/[\s()（）]/g, "").length < 4)
      return null;
    if (titlePattern.test(name.replace(period, ""))) return null;
    const line = say(period, rest);
    if (line.startsWith("\n"))
      return withCells(sheet, [
        [title.row, title.column, textCell(line.slice(1))],
      ]);
    const bare = withCells(sheet, [[title.row, title.column, textCell(rest)]]);
    if (line === "") return bare;
    const longer = rowsInserted(bare, title.row + 1);
    return longer === null
      ? null
      : withCells(longer, [[title.row + 1, title.column, textCell(line)]]);
  });
}
