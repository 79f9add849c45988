import type { Messages } from "../message.ts";

export const fillMessages: Messages = {
  "fill.no_slots": {
    zh: {
      message: "模板 {file} 中没有认出可填的单元格",
      hint: "检查表头是否写有指标和地区名称；表中没有写明的地区和期间，填报时选定，或在命令行用 --assume region=…,period=… 说明",
    },
    en: {
      message: "No cell of the template {file} was recognised as one to fill",
      hint: "Check that its headers name indicators and regions; what it does not name is chosen when filling, or given with --assume region=…,period=… on the command line",
    },
  },
  "fill.no_data": {
    zh: {
      message: "没有可填入 {file} 的数据：{slots} 个单元格均无对应数值",
      hint: "检查期间（{period}）和地区（{region}）是否与数据一致",
    },
    en: {
      message: "No data for {file}: none of its {slots} cells has a value",
      hint: "Check that the period ({period}) and the region ({region}) agree with the data",
    },
  },
  "fill.refused": {
    zh: {
      message: "单元格 {cell} 不能写入 {value}：{why}",
      hint: "该单元格保持原样",
    },
    en: {
      message: "Cell {cell} cannot take {value}: {why}",
      hint: "The cell was left as it is",
    },
  },
  "fill.conflict": {
    zh: {
      message: "单元格 {cell} 已有不同数值",
      hint: "填报时选“改为现有数据”覆盖或“保留模板中的”；命令行用 --on-conflict write 或 keep",
    },
    en: {
      message: "Cell {cell} already holds a different value",
      hint: "When filling, choose “Write the data” or “Keep what is there”; on the command line, --on-conflict write or keep",
    },
  },
  "fill.overwritten": {
    zh: { message: "单元格 {cell} 原有的数值已被覆盖" },
    en: { message: "The value that cell {cell} held was replaced" },
  },
  "fill.period_assumed": {
    zh: { message: "未指定期间，按数据采用 {period}" },
    en: { message: "No period was given; {period} is taken from the data" },
  },
  "fill.region_assumed": {
    zh: { message: "未指定地区，按数据采用 {region}" },
    en: { message: "No region was given; {region} is taken from the data" },
  },
  "fill.too_many_records": {
    zh: {
      message:
        "{name} 只有 {rows} 个空行，{records} 条记录中有 {left} 条未填入",
      hint: "在模板中增加空行，并扩大名称 {name} 的范围",
    },
    en: {
      message:
        "{name} has {rows} empty rows; {left} of {records} records were left out",
      hint: "Add empty rows to the template and extend the name {name}",
    },
  },
  "fill.unknown_mark": {
    zh: {
      message: "单元格 {cell} 中的标记 {mark} 不认识",
      hint: "可用的标记：报告期、地区、填报日期",
    },
    en: {
      message: "The mark {mark} in cell {cell} is not known",
      hint: "Known marks: 报告期, 地区, 填报日期",
    },
  },
  "fill.sources_disagree": {
    zh: {
      message:
        "{what} 在 {first} 与 {second} 中数值不同（{a} 与 {b}），采用 {b}",
      hint: "核对两份表；命令行可用 --prefer fail，遇到不一致即停止",
    },
    en: {
      message:
        "{what} differs between {first} and {second} ({a} and {b}); {b} is used",
      hint: "Compare the two sheets; on the command line, --prefer fail stops on disagreement",
    },
  },
  "fill.formula_differs": {
    zh: {
      message: "单元格 {cell} 的公式算得 {computed}，数据中为 {stated}",
      hint: "核对公式的口径与数据的来源",
    },
    en: {
      message:
        "The formula in {cell} gives {computed}; the data states {stated}",
      hint: "Check what the formula covers and where the figure comes from",
    },
  },
  "fill.recalculation_failed": {
    zh: {
      message: "模板中有 {count} 个公式无法在此重算，打开文件时由表格软件重算",
    },
    en: {
      message:
        "{count} formulas could not be recalculated here; the spreadsheet program does so on opening",
    },
  },
};
