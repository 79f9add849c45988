import type { Messages } from "../message.ts";

export const workerMessages: Messages = {
  "worker.reading": {
    zh: { message: "正在识别 {file}" },
    en: { message: "Reading {file}" },
  },
  "worker.importing": {
    zh: { message: "正在导入 {file}" },
    en: { message: "Importing {file}" },
  },
  "worker.no_such_target": {
    zh: {
      message: "没有编号为 {id} 的目标",
      hint: "目标可能已被删除，请刷新目标列表",
    },
    en: {
      message: "There is no target {id}",
      hint: "It may have been removed; load the list again",
    },
  },
  "worker.computed": {
    zh: {
      message: "“{indicator}”由公式算得，不能直接填写",
      hint: "修改公式，或修改它所用的数据",
    },
    en: {
      message: "“{indicator}” is computed by a formula and cannot be typed",
      hint: "Change the formula, or the figures it is made of",
    },
  },
  "worker.not_a_number": {
    zh: {
      message: "“{text}”不是数值",
      hint: "输入数字；没有数值时输入 — 或清空",
    },
    en: {
      message: "“{text}” is not a number",
      hint: "Type a number; type — or clear the cell when there is none",
    },
  },
  "worker.not_a_class": {
    zh: {
      message: "“{text}”不是水质类别",
      hint: "输入 Ⅰ、Ⅱ、Ⅲ、Ⅳ、Ⅴ 或 劣Ⅴ",
    },
    en: {
      message: "“{text}” is not a water class",
      hint: "Type Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ or 劣Ⅴ",
    },
  },
  "worker.no_such_template": {
    zh: { message: "找不到模板 {file}", hint: "重新添加该模板后再填报" },
    en: {
      message: "The template {file} was not found",
      hint: "Add it again, then fill it",
    },
  },
  "worker.no_such_review": {
    zh: { message: "这次识别已失效", hint: "重新拖入文件" },
    en: {
      message: "This review is no longer open",
      hint: "Drop the files again",
    },
  },
  "worker.template_not_writable": {
    zh: {
      message: "{file} 不能作为模板：只有 .xlsx 和 .xlsm 可以原样填报",
      hint: "在 Excel 或 WPS 中另存为 .xlsx 后再添加",
    },
    en: {
      message:
        "{file} cannot be a template: only .xlsx and .xlsm can be filled as they are",
      hint: "Save it as .xlsx first",
    },
  },
};
