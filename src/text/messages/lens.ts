import type { Messages } from "../message.ts";

export const lensMessages: Messages = {
  "lens.no_indicator": {
    zh: {
      message: "工作表“{sheet}”{cell} 处的表格没有认出任何指标，未读取",
      hint: "如果表中有指标数据，请检查表头写法，或把新的写法加入指标别名",
    },
    en: {
      message:
        "The table at {cell} of the sheet “{sheet}” names no indicator that is known; it was not read",
      hint: "If it holds figures, check its headers, or add their spelling to the aliases of an indicator",
    },
  },
  "lens.target_field": {
    zh: {
      message: "{cell} 的目标读不出“{field}”：{found}，该行未采用",
      hint: "补上或改正这一格后重新导入",
    },
    en: {
      message:
        "The target at {cell} has no readable “{field}”: {found}; the row was left out",
      hint: "Fill in or correct the cell and import again",
    },
  },
  "lens.target_repeated": {
    zh: {
      message: "{cell} 与前面的目标重复（{id}），以后一行为准",
      hint: "如果是两个不同的目标，请在“编号”列写明",
    },
    en: {
      message:
        "The target at {cell} repeats an earlier one ({id}); the last counts",
      hint: "If they are two targets, tell them apart in a column 编号",
    },
  },
  "lens.hidden_sheet": {
    zh: {
      message: "工作表“{sheet}”是隐藏的，没有读取，也不会填写",
      hint: "需要其中的数据时，取消隐藏并保存后重新导入",
    },
    en: {
      message:
        "The sheet “{sheet}” is hidden; it was neither read nor is it filled",
      hint: "If its figures are needed, unhide it, save, and import again",
    },
  },
  "lens.no_identity": {
    zh: {
      message:
        "工作表“{sheet}”{cell} 处的表格像是{kind}，但没有能区分各行的列，未读取",
      hint: "请补上“{fields}”中的一列后重新导入；序号每月会变，不能用来区分",
    },
    en: {
      message:
        "The table at {cell} of the sheet “{sheet}” looks like a list of records ({kind}), but no column tells its rows apart; it was not read",
      hint: "Add one of the columns {fields} and import again; row numbers change from month to month and cannot serve",
    },
  },
  "lens.unidentified_row": {
    zh: {
      message: "{cell} 这一行有内容，但没有名称或编号，未读取",
      hint: "补上名称或编号后重新导入",
    },
    en: {
      message:
        "The row at {cell} holds something but neither a name nor a number; it was not read",
      hint: "Fill in its name or number and import again",
    },
  },
  "lens.parts_of_records": {
    zh: {
      message:
        "从 {cell} 起有 {count} 行是上面任务下的分项（如“（1）…”），不作为单独的任务，未读取",
      hint: "需要跟踪分项时，请另列一张项目清单，写明所属任务后导入",
    },
    en: {
      message:
        "{count} rows, the first at {cell}, state parts of the task above them (such as “(1) …”); they are no tasks of their own and were not read",
      hint: "To follow the parts, list them as projects in a table of their own that names the task of each",
    },
  },
  "lens.computed_columns": {
    zh: {
      message: "这些列可由系统自行计算或没有对应的指标，未读取：{columns}",
      hint: "序时进度、差距、环比、位次变化和分指数以系统按原始数据算出的为准；要核对时用“核查”",
    },
    en: {
      message:
        "These columns are computed here from the figures themselves, or are of no known indicator, and were not read: {columns}",
      hint: "Pace, gaps, comparisons with last month, moves in rank and indices of single pollutants are worked out from the data; use the audit to check what a sheet states",
    },
  },
  "lens.total_differs": {
    zh: {
      message:
        "{cell} 的“{name}”是 {stated}，它所涵盖的 {count} 个数相加是 {computed}，两者不符",
      hint: "核对各行数字和{name}；{name}本身不作为数据导入",
    },
    en: {
      message:
        "“{name}” at {cell} states {stated}; the {count} figures it covers add up to {computed}",
      hint: "Check the figures and the total; the total itself is not imported",
    },
  },
  "lens.mean_differs": {
    zh: {
      message:
        "{cell} 的“{name}”是 {stated}，它所涵盖的 {count} 个数的算术平均是 {computed}",
      hint: "按天数或其他权重计算的平均可以不同；否则请核对",
    },
    en: {
      message:
        "“{name}” at {cell} states {stated}; the plain mean of the {count} figures it covers is {computed}",
      hint: "A mean weighted by days or otherwise may differ; check it if this one is not",
    },
  },
  "lens.hours": {
    zh: {
      message: "从 {cell} 起是小时数据，未读取",
      hint: "本系统保存日、月、季、年的数据；请导入日均值或月均值",
    },
    en: {
      message:
        "The rows from {cell} on hold figures of hours; they were not read",
      hint: "Days, months, quarters and years are kept here: import daily or monthly means",
    },
  },
  "lens.turned_too_long": {
    zh: {
      message: "表有 {rows} 行，超过 {most} 行，不能行列互换，按原样识别",
      hint: "把表分成几段，或在表格软件中转置后再导入",
    },
    en: {
      message:
        "The table reaches row {rows}; beyond {most} rows it cannot be transposed, and it was read as it stands",
      hint: "Split the table, or transpose it in a spreadsheet before importing it",
    },
  },
  "lens.word_columns": {
    zh: {
      message: "这些列只有文字、没有数值，未读取：{columns}",
      hint: "等级、是否达标、首要污染物等由系统按数值判定；需要台账字段时请按台账格式导入",
    },
    en: {
      message:
        "These columns hold words and no figures; they were not read: {columns}",
      hint: "Grades, verdicts and main pollutants are judged from the figures; to keep them as fields, import them as a list of records",
    },
  },
  "lens.unread_columns": {
    zh: {
      message: "台账中这些列没有对应的字段，未读取：{columns}",
      hint: "需要时把表头写法加入相应字段的别名",
    },
    en: {
      message:
        "These columns of the list stand for no known field and were not read: {columns}",
      hint: "If they are needed, add their headings to the aliases of a field",
    },
  },
  "lens.no_period": {
    zh: {
      message: "工作表“{sheet}”{cell} 处的表格没有写明期间",
      hint: "在核对页回答期间，或在命令行用 --assume period=2021-06 说明；也可在标题、表头写明年月后重新导入",
    },
    en: {
      message:
        "The table at {cell} of the sheet “{sheet}” does not say its period",
      hint: "Answer it in the review, or give --assume period=2021-06 on the command line; or state the year or month in the title or headers and import again",
    },
  },
  "lens.no_region": {
    zh: {
      message: "工作表“{sheet}”{cell} 处的表格没有写明地区",
      hint: "在核对页回答地区，或在命令行用 --assume region=140200 说明；也可在标题、填报单位或首列写明后重新导入",
    },
    en: {
      message:
        "The table at {cell} of the sheet “{sheet}” does not say its region",
      hint: "Answer it in the review, or give --assume region=140200 on the command line; or state the region in the title, the reporting unit or the first column and import again",
    },
  },
  "lens.ledger_no_region": {
    zh: {
      message:
        "工作表“{sheet}”{cell} 处的台账没有写明是哪里的，照常读取，但不计入任何地区的目标",
      hint: "在核对页回答地区，或在命令行用 --assume region=140200 说明；也可在标题、填报单位或“所在县区”一列写明后重新导入",
    },
    en: {
      message:
        "The ledger at {cell} of the sheet “{sheet}” does not say where it is of: it is read, but counts for no region's targets",
      hint: "Answer it in the review, or give --assume region=140200 on the command line; or state the region in the title, the reporting unit or a column and import again",
    },
  },
  "lens.error_cell": {
    zh: {
      message: "单元格 {cell} 是错误值 {error}，按缺失处理",
      hint: "在原表中改正公式或数值后重新导入",
    },
    en: {
      message: "Cell {cell} holds the error {error} and counts as missing",
      hint: "Correct the formula or the value in the sheet and import it again",
    },
  },
  "lens.duplicate_record": {
    zh: {
      message: "{cell} 行的记录“{record}”与 {first} 行重复",
      hint: "核对两行是否为同一事项；不是的，补充编号或名称加以区分",
    },
    en: {
      message:
        "The record “{record}” at {cell} is the same as the one at {first}",
      hint: "Check whether both rows are about one thing; if not, tell them apart by a number or a name",
    },
  },
  "lens.rounded_display": {
    zh: {
      message: "{cell} 写入 {value}，按该单元格格式只显示 {decimals} 位小数",
      hint: "数值已完整保存；需要显示全部小数时请调整单元格格式",
    },
    en: {
      message: "{cell} was given {value}; its format shows {decimals} decimals",
      hint: "The figure is stored in full; change the cell's format to show it all",
    },
  },
  "lens.read_only": {
    zh: { message: "该单元格是公式或无法照原样写回的写法" },
    en: {
      message:
        "the cell holds a formula, or a spelling that cannot be written back",
    },
  },
  "lens.cannot_hold": {
    zh: { message: "该单元格的写法容不下这个数值" },
    en: { message: "the cell's form cannot hold this value" },
  },
  "lens.sign_unclear": {
    zh: { message: "表头写“下降”，写入负数会有歧义" },
    en: {
      message:
        "the header says “fall”: a negative number under it may mean either way",
    },
  },
  "lens.looks_like_fraction": {
    zh: { message: "小于1的百分数写入后会与小数比例（如0.636）混淆" },
    en: {
      message:
        "a percentage below 1 would be taken for a bare fraction such as 0.636",
    },
  },
  "lens.other_unit": {
    zh: { message: "数值在该单位下不合常理，写入后会被当作单位有误" },
    en: {
      message:
        "a figure that makes no sense in the unit of its header would be asked about",
    },
  },
  "lens.wrong_kind": {
    zh: { message: "数值类型与该单元格不符" },
    en: { message: "the value is of another kind than the cell" },
  },
  "lens.not_a_class": {
    zh: { message: "不是水质类别（Ⅰ—Ⅴ、劣Ⅴ）" },
    en: { message: "not a water class (Ⅰ to Ⅴ, 劣Ⅴ)" },
  },
  "lens.not_a_date": {
    zh: { message: "不是日期" },
    en: { message: "not a date" },
  },
  "lens.no_value": {
    zh: { message: "没有数值可写" },
    en: { message: "there is no value to write" },
  },
  "lens.half_filled": {
    zh: { message: "一格两数中只有一个有值，不能只写一半" },
    en: { message: "only one of the two figures of the cell is known" },
  },
  "lens.slots_differ": {
    zh: { message: "合并单元格对应的各行数值不一致" },
    en: {
      message: "the rows that share the merged cell have different values",
    },
  },
};
