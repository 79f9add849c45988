import type { Messages } from "../message.ts";

export const catalogMessages: Messages = {
  "catalog.bad_field": {
    zh: {
      message: "{file} 第 {row} 行“{field}”有误：现为 {found}，应为 {expected}",
      hint: "该行未采用，其余照常；改正后重新载入",
    },
    en: {
      message:
        "{file} row {row}: field {field} holds {found}, expected {expected}",
      hint: "The row is left out, the rest is in use; correct it and load again",
    },
  },
  "catalog.duplicate": {
    zh: {
      message: "{file} 第 {row} 行“{field}”的 {found} 与 {first} 重复",
      hint: "保留先出现的一行；请改用别的代码或写法",
    },
    en: {
      message: "{file} row {row}: {found} in {field} repeats {first}",
      hint: "The first row stays; use another code or spelling",
    },
  },
  "catalog.unknown_code": {
    zh: {
      message: "{file} 第 {row} 行“{field}”的 {found} 在 {list} 中不存在",
      hint: "检查代码是否写错，或先在 {list} 中补充",
    },
    en: {
      message: "{file} row {row}: {found} in {field} is not in {list}",
      hint: "Check the code, or add it to {list} first",
    },
  },
  "catalog.unit_mismatch": {
    zh: {
      message:
        "{file} 第 {row} 行“{field}”的单位 {found} 不能换算为指标单位 {expected}",
      hint: "改用与指标同类的单位",
    },
    en: {
      message:
        "{file} row {row}: unit {found} in {field} does not convert into the indicator's unit {expected}",
      hint: "Use a unit of the same kind",
    },
  },
  "catalog.circular": {
    zh: {
      message: "{file} 第 {row} 行“{field}”循环引用：{found}",
      hint: "上级或公式不能最终指回自身",
    },
    en: {
      message: "{file} row {row}: {field} leads back to itself: {found}",
      hint: "A parent or a formula must not lead back to its own row",
    },
  },
  "catalog.shared_alias": {
    zh: {
      message:
        "{file} 第 {row} 行：别名“{found}”同时属于 {first} 和 {second}，且单位同类",
      hint: "含此写法的表头将请您选择；可删去其中一个别名",
    },
    en: {
      message:
        "{file} row {row}: spelling {found} belongs to both {first} and {second}, whose units are of one kind",
      hint: "You will be asked about headers with it; remove it from one of the two",
    },
  },
  "catalog.not_a_list": {
    zh: {
      message: "{file} 不是列表，未采用",
      hint: "文件内容应为一行一项的列表",
    },
    en: {
      message: "{file} is not a list and is not used",
      hint: "The file must hold a list with one item a row",
    },
  },
  "catalog.bad_csv": {
    zh: {
      message: "{file} 第 {row} 行的 CSV 格式有误（{found}）",
      hint: "检查引号是否成对、各行列数是否一致",
    },
    en: {
      message: "{file} row {row} is not well-formed CSV ({found})",
      hint: "Check that quotes are closed and that rows have the same columns",
    },
  },
  "catalog.missing_columns": {
    zh: {
      message: "{file} 缺少列：{columns}，未采用",
      hint: "首行应写齐这些列名",
    },
    en: {
      message: "{file} lacks the columns {columns} and is not used",
      hint: "The first line must name them",
    },
  },
};
