import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

/** What the columns of a sheet of two counties are bound as: codes of the first row by column, and the questions. */
function columnsOf(title: string, ...heads: readonly string[]) {
  const { lines, questions } = bound([
    [title],
    ["县（市、区）", ...heads],
    ["尧都区", ...heads.map((_, at) => 30 - at)],
    ["曲沃县", ...heads.map((_, at) => 20 - at)],
  ]);
  return {
    codes: Object.fromEntries(
      lines.flatMap((line) => {
        const [cell = "", code = ""] = line.split(/[ |]/);
        return cell.endsWith("3") ? [[cell.slice(0, 1), code]] : [];
      }),
    ),
    questions,
  };
}

describe("整治完成数", () => {
  it.each([
    ["入河排污口整治进展", "入河排污口总数（个）", "water.outlets_done"],
    ["散乱污企业整治情况", "排查企业数（家）", "firm.scattered_done"],
    ["生态环境问题整改情况", "问题总数（个）", "rect.problems_done"],
  ])("under %s is of that", (title, first, code) => {
    for (const done of ["整治完成数（个）", "整治完成（个）"]) {
      const { codes, questions } = columnsOf(
        `临汾市2024年6月${title}`,
        first,
        done.replace("个", first.includes("家") ? "家" : "个"),
        "整治完成率（%）",
      );
      expect(questions).toEqual([]);
      expect(codes["C"]).toBe(code);
    }
  });

  it.each(["临汾市2024年6月黑臭水体整治情况", "临汾市2024年6月工作情况"])(
    "under %s is asked about",
    (title) => {
      const { codes, questions } = columnsOf(title, "整治完成数（个）");
      expect(codes).toEqual({});
      expect(questions).toEqual(["indicator B2 整治完成数（个）"]);
    },
  );
});

it.each(["本周新增完成（个）", "本旬新增（个）", "上周新增整治数（个）"])(
  "%s is of days that nobody dates, and asks for nothing",
  (week) => {
    const { codes, questions } = columnsOf(
      "临汾市入河排污口整治进展（截至2024年6月15日）",
      "入河排污口总数（个）",
      week,
    );
    expect(questions).toEqual([]);
    expect(codes).toEqual({ B: "water.outlets" });
  },
);

describe("排放量及减排情况", () => {
  const rows = (title: string, heads: readonly string[]) =>
    bound([
      [title],
      ["污染物", ...heads],
      ["二氧化硫", ...heads.map((_, at) => 30 - at)],
      ["氨氮", ...heads.map((_, at) => 20 - at)],
    ]);
  const codes = (lines: readonly string[]) =>
    lines.map((line) => line.split(/[ |]/)[1]).slice(0, lines.length / 2);

  it.each(["排放量及减排情况", "减排和排放情况", "排放、减排情况"])(
    "%s above years beside a fall: the amounts, and the fall",
    (words) => {
      const { lines, questions } = rows(
        `“十三五”期间山西省主要污染物${words}`,
        ["2019年（吨）", "2020年（吨）", "2020年较2015年下降（%）"],
      );
      expect(questions).toEqual([]);
      expect(codes(lines)).toEqual(["emis.so2", "emis.so2", "emis.so2_cut"]);
    },
  );

  it("without a word of a fall is asked about, but for what is to be done", () => {
    const { lines, questions } = rows(
      "山西省2023年主要污染物排放量与减排量情况",
      ["1-6月（吨）", "年度任务（吨）", "完成量（吨）"],
    );
    expect(questions).toEqual(["indicator B2 1-6月（吨）"]);
    expect(codes(lines)).toEqual(["emis.so2_saved", "emis.so2_saved"]);
  });

  it("排放总量减排 is one thing", () => {
    const { lines, questions } = rows(
      "山西省2023年主要污染物排放总量减排情况",
      ["1-6月（吨）"],
    );
    expect(questions).toEqual([]);
    expect(codes(lines)).toEqual(["emis.so2_saved"]);
  });
});

describe("a title of a fall since a base year", () => {
  const keys = (title: string, ...heads: readonly string[]) => {
    const { lines, questions } = bound([
      [title],
      ["县（市、区）", ...heads],
      ["尧都区", ...heads.map((_, at) => 30 - at)],
    ]);
    return {
      questions,
      keys: lines.map((line) =>
        line.slice(3).replace("|141002|", "|").replace(/ = .*/, ""),
      ),
    };
  };

  it.each([
    ["2020年浓度（μg/m³）", "2024年浓度（μg/m³）"],
    ["2020年浓度", "2024年浓度"],
    ["2020年（微克/立方米）", "2024年（微克/立方米）"],
    ["2020年", "2024年"],
  ])("has levels beside it: %s, %s", (base, now) => {
    for (const fall of [
      "下降比例（%）",
      "降幅（%）",
      "2024年较2020年下降（%）",
    ])
      expect(
        keys("2024年临汾市PM2.5浓度较2020年下降情况表", base, now, fall),
      ).toEqual({
        questions: [],
        keys: [
          "air.pm25|2020|actual||",
          "air.pm25|2024|actual||",
          "air.pm25_cut|2024|actual||2020",
        ],
      });
  });

  it("is of the fall where no column is of one", () => {
    expect(
      keys("2024年临汾市PM2.5浓度较2020年下降比例情况表", "2024年", "目标"),
    ).toEqual({
      questions: [],
      keys: [
        "air.pm25_cut|2024|actual||2020",
        "air.pm25_cut|2024|target||2020",
      ],
    });
  });

  it("has 同比 of the level, and goals by their unit", () => {
    expect(
      keys(
        "2024年临汾市PM2.5浓度较2020年下降情况表",
        "同比下降（%）",
        "2025年目标（μg/m³）",
        "2025年下降目标（%）",
        "序时要求（%）",
      ),
    ).toEqual({
      questions: [],
      keys: [
        "air.pm25|2024|changeRate||",
        "air.pm25|2025|target||",
        "air.pm25_cut|2025|target||2020",
      ],
    });
  });

  it("that names no year is asked about once", () => {
    expect(
      bound([
        ["2024年各市PM2.5浓度下降情况表"],
        ["城市", "下降比例（%）"],
        ["太原市", 12],
        ["大同市", 9],
      ]).questions,
    ).toEqual(["indicator B2 下降比例（%）"]);
  });
});

describe("a line of nothing but units", () => {
  it.each([
    "μg/m³（CO为mg/m³）",
    "（μg/m³，CO：mg/m³）",
    "微克/立方米（CO：毫克/立方米）",
    "单位：μg/m³（CO为mg/m³）",
    "除CO为mg/m³外，其余为μg/m³",
    "单位：除CO以mg/m³计外，其余污染物均为μg/m³",
  ])("%s holds with its exception", (line) => {
    const { lines, questions, tables } = bound([
      ["太原市2022年环境空气污染物浓度"],
      [null, null, null, line],
      ["季度", "PM2.5", "SO2", "CO"],
      ["一季度", 45, 20, 1.8],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(3);
    expect(
      tables[0]?.bindings.flatMap(({ role, unit }) =>
        role === "value" ? [unit] : [],
      ),
    ).toEqual(["μg/m3", "μg/m3", "mg/m3"]);
  });

  it("without the exception leaves 1.8 of CO in doubt", () => {
    const { questions } = bound([
      ["太原市2022年环境空气污染物浓度"],
      [null, null, null, "μg/m³"],
      ["季度", "PM2.5", "SO2", "CO"],
      ["一季度", 45, 20, 1.8],
    ]);
    expect(questions).toEqual(["unit D3 CO"]);
  });
});

describe("a noun and what it is counted by", () => {
  it("names the number", () => {
    const { codes, questions } = columnsOf(
      "临汾市2023年1-6月环境违法行为处罚情况统计",
      "立案处罚案件（件）",
      "处罚企业（家）",
      "检查企业（家）",
    );
    expect(questions).toEqual([]);
    expect(codes).toEqual({
      B: "enf.cases",
      C: "enf.firms",
      D: "enf.checked_firms",
    });
  });

  it("counted by visits is another number", () => {
    expect(
      columnsOf(
        "临汾市2023年1-6月环境违法行为处罚情况统计",
        "罚款（万元）",
        "检查企业（家次）",
      ),
    ).toEqual({
      codes: { B: "enf.fine" },
      questions: ["indicator C2 检查企业（家次）"],
    });
  });
});

it.each([
  "县级以上集中式饮用水水源达标率（%）",
  "县级及以上集中式饮用水水源水质达标率（%）",
  "集中式饮用水水源地达标率（%）",
  "饮用水源地水质达标率（%）",
])("%s is of the sources of drinking water", (name) => {
  expect(columnsOf("临汾市2023年水环境质量", name)).toEqual({
    codes: { B: "water.source_rate" },
    questions: [],
  });
});

it.each(["累计投入（万元）", "中央资金（万元）", "累计完成投资（亿元）"])(
  "%s is money that no list has, and asks for nothing",
  (money) => {
    expect(
      columnsOf(
        "临汾市2023年9月农村生活污水治理",
        "农村生活污水治理率（%）",
        money,
        "罚款（万元）",
      ),
    ).toEqual({
      codes: { B: "rural.sewage_rate", D: "enf.fine" },
      questions: [],
    });
  },
);

describe("words of checking in a title", () => {
  it.each([
    ["清洁取暖改造确村确户完成情况统计表", "已完成改造户数"],
    ["清洁取暖改造确村确户完成情况统计表", "已完成户数"],
    ["冬季清洁取暖散煤替代入户核查统计表", "已完成替代户数"],
  ])("leave its subject: %s, %s", (words, done) => {
    const { lines, questions } = bound([
      [`忻州市2023年${words}`],
      ["截至2023年10月31日", null, null, "单位：户"],
      ["县（市、区）", "年度任务", done, "完成率"],
      ["忻府区", "1.2万", "8650", "72%"],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B4 heat.homes|140902|2023|target|| = 12000",
      "C4 heat.homes|140902|2023-10|actual|| = 8650",
      "D4 heat.homes|140902|2023-10|completion|| = 72",
    ]);
  });
});

describe("到2025年下降目标", () => {
  const rows = (...heads: readonly string[]) =>
    bound([
      ["运城市2023年1-9月主要污染物减排任务完成情况"],
      ["污染物", ...heads],
      ["化学需氧量", ...heads.map((_, at) => 90 - at)],
      ["氨氮", ...heads.map((_, at) => 80 - at)],
    ]);

  it("counts from the year whose 排放基数 stands beside it", () => {
    const { lines, questions } = rows(
      "2020年排放基数（吨）",
      "到2025年下降目标（%）",
    );
    expect(questions).toEqual([]);
    expect(lines[1]).toBe("C3 emis.cod_cut|140800|2025|target||2020 = 89");
  });

  it("is asked about where two years could be meant", () => {
    const { lines, questions } = rows(
      "2015年排放基数（吨）",
      "2020年排放基数（吨）",
      "到2023年下降目标（%）",
    );
    expect(lines).toHaveLength(4);
    expect(questions).toHaveLength(2);
  });
});

describe("how much of a pollutant the water holds", () => {
  it.each(["氨氮（mg/L）", "化学需氧量(mg/L)", "氨氮浓度"])(
    "%s has no code and is no question",
    (head) => {
      const { lines, questions } = bound([
        ["2022年汾河流域水质状况"],
        ["流域", "优良断面数（个）", head],
        ["汾河流域", 18, "0.025L"],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toHaveLength(1);
    },
  );

  it("leaves what is emitted alone", () => {
    const { lines } = bound([
      ["2022年太原市主要污染物排放量"],
      ["城市", "化学需氧量（吨）", "氨氮（吨）"],
      ["太原市", 25, 18],
    ]);
    expect(lines).toHaveLength(2);
  });
});

describe("任务数 under a title of one kind of work", () => {
  const heads = ["任务数（台）", "完成数（台）", "完成率（%）"];

  it("is what is to be done of it", () => {
    const { lines, questions } = bound([
      ["2023年太原市燃煤锅炉淘汰进度"],
      ["县区", ...heads],
      ["小店区", 12, 10, 83.3],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B3 boiler.removed|140105|2023|target|| = 12",
      "C3 boiler.removed|140105|2023|actual|| = 10",
      "D3 boiler.removed|140105|2023|completion|| = 83.3",
    ]);
  });

  it.each(["2023年太原市督察整改进度", "2023年太原市PM2.5治理进度"])(
    "is not bound as a target of %s",
    (title) => {
      const { lines } = bound([
        [title],
        ["县区", ...heads],
        ["小店区", 12, 10, 83.3],
      ]);
      expect(lines.filter((line) => line.includes("|target|"))).toEqual([]);
    },
  );
});
