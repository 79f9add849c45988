import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("captions of tables beside each other", () => {
  it("head each its own table, whatever they name", () => {
    const { tables, lines, questions } = bound([
      ["2022年9月大同市空气质量"],
      ["一、PM10", undefined, undefined, "二、优良天数比例", undefined],
      ["县区", "浓度（μg/m³）", undefined, "县区", "比例（%）"],
      ["平城区", 61, undefined, "平城区", 93.3],
      ["新荣区", 66, undefined, "新荣区", 90],
    ]);
    expect(tables).toHaveLength(2);
    expect(questions).toEqual([]);
    expect(lines).toEqual([
      "B4 air.pm10|140213|2022-09|actual|| = 61",
      "B5 air.pm10|140212|2022-09|actual|| = 66",
      "E4 air.good_rate|140213|2022-09|actual|| = 93.3",
      "E5 air.good_rate|140212|2022-09|actual|| = 90",
    ]);
  });
});

describe("the day figures were taken on", () => {
  it.each([
    ["2023年一季度各市重点工作", "（截至2023年3月31日）", "2023-01/2023-03"],
    ["2023年1—9月各市重点工作", "截至2023年9月底", "2023-01/2023-09"],
    ["2023年各市重点工作", "（截至2023年9月15日）", "2023-09-15"],
  ])("%s, %s", (title, line, period) => {
    const { lines } = bound([
      [title],
      [line],
      ["城市", "淘汰燃煤锅炉（台）"],
      ["太原市", 12],
    ]);
    expect(lines).toEqual([`B4 boiler.removed|140100|${period}|actual|| = 12`]);
  });

  it("is no second period of one title", () => {
    const { lines, questions } = bound([
      ["2023年上半年各市淘汰燃煤锅炉情况（截至6月30日）"],
      ["城市", "淘汰燃煤锅炉（台）"],
      ["太原市", 12],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toContain("|2023-01/2023-06|");
  });
});

describe("rises and falls among levels", () => {
  it.each(["↓3.2", "下降3", "35↓", "减少2个"])(
    "%s is no number of sections",
    (text) => {
      const { lines, questions } = bound([
        ["2022年各市断面"],
        ["城市", "优良断面数（个）"],
        ["太原市", 12],
        ["大同市", text],
      ]);
      expect(lines).toHaveLength(1);
      expect(questions).toEqual([`value B4 ${text}`]);
    },
  );

  it("are what a change states", () => {
    const { lines, questions } = bound([
      ["2022年各市断面"],
      ["城市", "优良断面数（个）", "同比（个）"],
      ["大同市", 8, "↓4个"],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toBe("C3 water.good_n|140200|2022|change|| = -4");
  });
});

describe("单位 over places", () => {
  it("heads the places, and 市本级 is asked about", () => {
    const { lines, questions } = bound([
      ["阳泉市2023年3月执法情况"],
      ["单位", "立案（起）"],
      ["阳泉市本级", 5],
      ["城区", 3],
      ["盂县", 2],
    ]);
    expect(lines).toEqual([
      "B4 enf.cases|140302|2023-03|actual|| = 3",
      "B5 enf.cases|140322|2023-03|actual|| = 2",
    ]);
    expect(questions).toEqual(["region A3 阳泉市本级"]);
  });

  it("still heads units", () => {
    const { lines } = bound([
      ["太原市2022年指标"],
      ["指标", "单位", "2022年"],
      ["PM2.5", "mg/m³", 0.042],
    ]);
    expect(lines).toEqual(["C3 air.pm25|140100|2022|actual|| = 42"]);
  });
});

describe("the town of a city", () => {
  it.each(["大同市区", "晋城市本级"])("%s is asked about", (place) => {
    const { lines, questions } = bound([
      ["2022年6月空气质量"],
      ["地区", "PM2.5"],
      [place, 33],
    ]);
    expect(lines).toEqual([]);
    expect(questions).toHaveLength(1);
  });
});

describe("two figures in a cell", () => {
  it("are asked about once for their column", () => {
    const { lines, questions } = bound([
      ["2020年大同市治理情况"],
      ["项目", "完成情况"],
      ["燃煤锅炉超低排放改造", "36台0.25万蒸吨"],
      ["燃气锅炉低氮改造", "512台、1.1万蒸吨"],
      ["工业炉窑深度治理", "175座"],
    ]);
    expect(lines).toEqual(["B5 boiler.kilns|140200|2020|actual|| = 175"]);
    expect(questions).toEqual(["value B2 完成情况"]);
  });

  it("as ranges are", () => {
    const { questions } = bound([
      ["2020年6月大同市空气质量预报"],
      ["日期", "AQI"],
      ["6月1日", "50-60"],
      ["6月2日", "70~90"],
    ]);
    expect(questions).toEqual(["value B2 AQI"]);
  });
});

describe("全省平均 in a column beside cities", () => {
  it("is no figure of theirs", () => {
    const { lines, questions } = bound([
      ["2022年6月各市优良天数比例（%）"],
      ["城市", "优良天数比例", "全省平均", "较全省平均"],
      ["太原市", 60, 70, -10],
      ["大同市", 88, 70, 18],
    ]);
    expect(lines.map((line) => line.split("|")[1])).toEqual([
      "140100",
      "140200",
    ]);
    expect(questions).toEqual(["region C2 全省平均"]);
  });
});

describe("2021年同期 on a sheet of 2022", () => {
  it("is last year's figure of its months", () => {
    const { lines, questions } = bound([
      ["太原市2022年1—8月优良天数"],
      ["县区", "2022年1—8月", "2021年同期"],
      ["小店区", 160, 151],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toBe(
      "C3 air.good_days|140105|2022-01/2022-08|previous|| = 151",
    );
  });
});

describe("the card of an enterprise", () => {
  it("holds states that are spelt as indicators are", () => {
    const { lines } = bound([
      ["一企一册"],
      ["企业名称", "某焦化有限公司", "所在县区", "清徐县"],
      ["联网状态", "已联网", "绩效等级", "B级"],
      ["存在问题", "无组织排放", "完成时限", "2023年10月底前"],
    ]);
    expect(lines).toContain("B3 enterprise#某焦化有限公司.networked = 已联网");
    expect(lines).toContain(
      "D4 enterprise#某焦化有限公司.deadline = 2023-10-31",
    );
  });
});

describe("浓度 below places across", () => {
  it("is that of the title", () => {
    const { lines, questions } = bound([
      ["2022年8月各市PM10"],
      ["项目", "太原市", "大同市"],
      ["浓度（μg/m³）", 60, 40],
      ["同比（%）", -5, 2],
    ]);
    expect(questions).toEqual([]);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe("B3 air.pm10|140100|2022-08|actual|| = 60");
  });
});

describe("年均 below months", () => {
  it.each(["年均", "全年平均", "年平均值"])("%s is the year", (words) => {
    const { lines, questions } = bound([
      ["大同市2022年SO2浓度"],
      ["月份", "SO2（μg/m³）"],
      ["1月", 30],
      [words, 14],
    ]);
    expect(questions).toEqual([]);
    expect(lines[1]).toBe("B4 air.so2|140200|2022|actual|| = 14");
  });
});

describe("同比 of a share in percent formats", () => {
  it("may be points or a rate, and is asked about", () => {
    const { lines, questions } = bound([
      ["2023年一季度各市优良天数比例"],
      ["城市", "优良天数比例", "同比"],
      [
        "太原市",
        { value: 0.714, format: "0.0%" },
        { value: 0.05, format: "0.0%" },
      ],
    ]);
    expect(lines).toHaveLength(1);
    expect(questions).toEqual(["measure C2 同比"]);
  });

  it("is a rate for anything else", () => {
    const { lines } = bound([
      ["2023年一季度各市PM2.5"],
      ["城市", "PM2.5", "同比"],
      ["太原市", 41, { value: 0.05, format: "0.0%" }],
    ]);
    expect(lines[1]).toContain("|changeRate|");
  });
});

describe("a title that breaks a goal down", () => {
  it("names what its years are of", () => {
    const { lines, questions } = bound([
      ["山西省“十四五”优良天数比例目标分解表（%）"],
      ["城市", "2020年基数", "2021年", "2025年"],
      ["太原市", 61, 62, 68],
    ]);
    expect(questions).toEqual([]);
    expect(lines.map((line) => line.split("|").slice(2, 4))).toEqual([
      ["2020", "baseline"],
      ["2021", "target"],
      ["2025", "target"],
    ]);
  });

  it("动态清零 is the goal of none", () => {
    const { lines, questions } = bound([
      ["太原市2022年水环境目标"],
      ["指标", "年度目标", "完成情况"],
      ["劣Ⅴ类断面（个）", "动态清零", 0],
    ]);
    expect(questions).toEqual([]);
    expect(lines[0]).toBe("B3 water.worse5_n|140100|2022|target|| = 0");
  });
});
