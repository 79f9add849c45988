import type { Messages } from "../message.ts";

function words(zh: string, en: string) {
  return { zh: { message: zh }, en: { message: en } } as const;
}

/** The review of an import: questions, corrections, changes, profiles. */
export const reviewMessages = {
  "review.tab.questions": words("待定 {n}", "Open {n}"),
  "review.tab.changes": words("变化 {n}", "Changes {n}"),
  "review.tab.issues": words("问题 {n}", "Issues {n}"),
  "review.tabs": words("核对内容", "What to check"),

  "review.none_open": words(
    "没有待定项，全部识别。",
    "Nothing is open; everything was recognised.",
  ),
  "review.none_found": words(
    "没有认出可导入的数据，原因见“问题”。漏了的表可以在工作表上拖动框出。",
    "Nothing to import was recognised; the issues say why. A missed table can be dragged over on the sheet.",
  ),
  "review.left_out": words(
    "未答的单元格不导入，其余照常。",
    "Cells without an answer are left out; the rest is imported.",
  ),
  "review.ask.indicator": words("是哪个指标", "Which indicator"),
  "review.ask.region": words("是哪个地区", "Which region"),
  "review.ask.period": words("是哪个期间", "Which period"),
  "review.ask.measure": words("是哪种数值", "Which kind of figure"),
  "review.ask.unit": words("数值是什么单位", "Which unit the figures are in"),
  "review.ask.value": words("看不懂的内容", "Not understood"),
  "review.ask.hidden": words(
    "单元格格式把数值隐藏了",
    "The cell format hides the figures",
  ),
  "review.ask.field": words("是哪个字段", "Which field"),
  "review.ask.region_table": words(
    "表里没有写地区",
    "The sheet names no region",
  ),
  "review.ask.region_ledger": words(
    "台账里没有写是哪里的",
    "The ledger does not say where it is of",
  ),
  "review.ask.period_table": words(
    "表里没有写期间",
    "The sheet names no period",
  ),
  "review.columns": words("共 {n} 列", "{n} columns"),
  "review.rows": words("共 {n} 行", "{n} rows"),
  "review.cells": words("共 {n} 处", "{n} cells"),
  "review.tables": words("{n} 张表", "{n} tables"),
  "review.examples": words("数值：{values}", "Figures: {values}"),
  "review.other": words("其他…", "Other…"),
  "review.not_ours": words("不导入", "Leave out"),
  "review.counts_for": words(
    "选定后计入该地区的销号、清零、按期完成等目标；不答也照常导入，只是不计入任何地区",
    "It then counts for the targets of that region; without an answer it is imported and counts for none",
  ),
  "review.no_place": words("不属于任何地区", "No region"),
  "review.no_place_hint": words(
    "照常导入，不计入任何地区，下次也不再问",
    "Import it, count it for no region and do not ask again",
  ),
  "review.not_ours_hint": words(
    "不是要用的数据：不导入，下次也不再问",
    "Not needed: leave it out and do not ask again",
  ),
  "review.use_period": words("用此期间", "Use this period"),
  "review.last_place": words(
    "同样的表上次是这里报的；这张表自己没有写，请确认",
    "This is whose the last such sheet was; this one does not say itself",
  ),
  "review.next_period": words(
    "表里没有写期间，按上次推为下一期，请确认",
    "The sheet names no period; after the last one it would be this",
  ),

  "review.pick": words("选择{what}", "Choose: {what}"),
  "review.pick.kind": words("选哪一类", "Kind"),
  "review.pick.hint": words(
    "输入名称、拼音或首字母，如 ty、pm25",
    "Type a name, pinyin or initials: ty, pm25",
  ),
  "review.pick.none": words("没有相符的", "Nothing matches"),
  "review.pick.more": words(
    "还有 {n} 个，继续输入可缩小范围",
    "{n} more: type on to narrow",
  ),

  "review.answered": words("已答 {n}", "Answered: {n}"),
  "review.answered.saved": words("来自识别方案", "from a saved profile"),
  "review.answered.rivals": words("每次都问", "asked each time"),
  "review.answer.current": words("与表的期间相同", "the sheet's own period"),
  "review.answer.month": words("表的当月", "the month of the sheet"),
  "review.answer.toDate": words("本年累计", "the year to date"),
  "review.answer.year": words("全年", "the whole year"),
  "review.answer.lastYear": words("上年同期", "the year before"),
  "review.answer.lastMonth": words("上月", "the month before"),
  "review.answer.hidden": words("采用隐藏的数值", "Take the hidden figures"),
  "review.answer.first": words("前一个期间", "the first of the two"),
  "review.answer.second": words("后一个期间", "the second of the two"),
  "review.take_back": words("撤回", "Take back"),
  "review.take_back_of": words("撤回“{what}”", "Take back: {what}"),
  "review.add_alias": words("加为写法", "Add spelling"),
  "review.add_alias_hint": words(
    "以后任何表里的“{text}”都认作{name}",
    "From now on “{text}” means {name} on every sheet",
  ),
  "review.alias_added": words(
    "“{text}”已加为{name}的写法",
    "“{text}” is now a spelling of {name}",
  ),
  "review.whole_table": words("整张表", "The whole table"),

  "review.table": words("表 {n}", "Table {n}"),
  "review.table.choose": words("要调整的表", "Table to correct"),
  "review.table.range": words("范围", "Range"),
  "review.table.header_rows": words("表头行", "Headers"),
  "review.table.header_rows_hint": words(
    "表格上方有几行是表头",
    "How many rows at the top of the table head its columns",
  ),
  "review.table.stub_columns": words("行名列", "Names"),
  "review.table.stub_columns_hint": words(
    "表格左侧有几列是行名",
    "How many columns at the left of the table name its rows",
  ),
  "review.table.kind": words("形式", "Form"),
  "review.table.kind.auto": words("自动", "Automatic"),
  "review.table.kind.figures": words("数值表", "Figures"),
  "review.table.kind.records": words("一行一条记录", "Records"),
  "review.table.kind.none": words("不导入此表", "Leave out"),
  "review.table.turned": words("行列互换", "Transpose"),
  "review.table.turned_hint": words(
    "按行列互换后的样子识别，如一列一条记录",
    "Read it as if rows and columns changed places, as for a record a column",
  ),
  "review.table.turned_too_long": words(
    "超过 {most} 行的表不能行列互换：互换后列数超出表格上限",
    "A table of more than {most} rows cannot be transposed: no sheet has so many columns",
  ),
  "review.table.erase": words("删除此表", "Remove"),
  "review.table.reset": words("恢复自动", "Reset"),
  "review.table.drag": words(
    "拖动表格边线可调整范围和表头，也可用方向键",
    "Drag the table's edges to correct range and header, or use the arrow keys",
  ),
  "review.draw": words("这是一张表", "This is a table"),
  "review.draw.selected": words("已选 {range}", "Selected: {range}"),
  "review.draw.hint": words(
    "漏了表：在单元格上拖动，框出来",
    "Drag over a missed table",
  ),
  "review.draw.cancel": words("取消选择", "Clear"),
  "review.draw.no_words": words(
    "所选区域的第一行没有文字，认不出表头；请把表头也框进来",
    "The first row selected has no words to know the header by; take in the header",
  ),
  "review.edge.top": words("表格上边", "Top edge of the table"),
  "review.edge.bottom": words("表格下边", "Bottom edge of the table"),
  "review.edge.left": words("表格左边", "Left edge of the table"),
  "review.edge.right": words("表格右边", "Right edge of the table"),
  "review.edge.header": words("表头与数据的分界", "Header boundary"),
  "review.edge.stub": words(
    "行名与数据的分界",
    "Boundary of the naming columns",
  ),

  "review.why": words("把握 {percent}", "{percent} sure"),
  "review.why.indicator": words("指标据“{words}”", "indicator from “{words}”"),
  "review.why.measure": words("类型据“{words}”", "kind from “{words}”"),
  "review.why.period": words("期间据“{words}”", "period from “{words}”"),
  "review.why.region": words("地区据“{words}”", "region from “{words}”"),
  "review.why.around": words(
    "{what}据标题、表名、文件名或回答",
    "{what} from title, names or an answer",
  ),
  "review.why.unit": words("表中单位 {words}", "stated unit {words}"),
  "review.why.base": words("基期 {words}", "base {words}"),
  "review.why.answered": words("按回答", "as answered"),
  "review.why.ordinal": words("序号列", "a column of row numbers"),
  "review.why.field": words("据表头", "from the header"),
  "review.why.state": words("据状态用语", "from the state's words"),

  "review.sum.fresh": words("新增 {n}", "New {n}"),
  "review.sum.same": words("相同 {n}", "Same {n}"),
  "review.sum.different": words("不同 {n}", "Different {n}"),
  "review.sum.conflicts": words("文件间不一致 {n}", "Files disagree {n}"),
  "review.sum.missing": words("比上次少 {n}", "Missing {n}"),
  "review.sum": words("{files} 个文件的汇总", "Summary of {files} files"),
  "review.different": words("与现有不同", "Different from what is stored"),
  "review.take": words("采用", "Accept"),
  "review.keep": words("保留", "Keep"),
  "review.take_all": words("全部采用", "Accept all"),
  "review.keep_all": words("全部保留", "Keep all"),
  "review.change_choice": words(
    "{what}：采用还是保留",
    "{what}: accept or keep",
  ),
  "review.edited": words("手工改过", "set by hand"),
  "review.conflicts": words("几处说法不一", "Stated differently"),
  "review.conflict_choice": words("{what}：以哪个为准", "{what}: which holds"),
  "review.missing": words("比上次少", "Missing since last time"),
  "review.missing.in": words(
    "{file}，与《{last}》相比",
    "{file}, compared with {last}",
  ),
  "review.missing.regions": words("没有的地区：{names}", "Regions: {names}"),
  "review.missing.indicators": words(
    "没有的指标：{names}",
    "Indicators: {names}",
  ),
  "review.missing.others": words("另缺：{names}", "Also: {names}"),
  "review.no_changes": words(
    "没有不同、不一致或缺少的数值。",
    "Nothing differs, disagrees or is missing.",
  ),
  "review.more": words("再显示 {n} 个", "Show {n} more"),
  "review.save_answers": words("保存 {n} 个识别方案", "Save {n} profiles"),
  "review.save_too": words(
    "导入时一并保存 {n} 个识别方案",
    "Importing also saves {n} profiles",
  ),

  "review.issues.copy": words("复制", "Copy"),
  "review.issues.download": words("下载 .xlsx", "Download .xlsx"),
  "review.issues.copied": words("已复制 {n} 项", "{n} copied"),
  "review.issues.not_copied": words(
    "浏览器不允许复制，请下载",
    "The browser refused to copy; download instead",
  ),
  "review.issues.none": words("没有问题。", "No issues."),
  "review.issues.title": words("导入问题", "Import issues"),
  "review.issues.all": words(
    "全部文件 {n} 项，含待定",
    "All files: {n}, open ones included",
  ),
  "review.issues.severity": words("级别", "Severity"),
  "review.issues.file": words("文件", "File"),
  "review.issues.sheet": words("工作表", "Sheet"),
  "review.issues.cell": words("单元格", "Cell"),
  "review.issues.message": words("问题", "Issue"),
  "review.issues.hint": words("处理办法", "What to do"),
  "review.issues.open": words("待定", "Open"),

  "review.profiles": words("识别方案", "Mapping profiles"),
  "review.profiles.manage": words("管理…", "Manage…"),
  "review.profiles.hint": words(
    "对一种表式回答过的问题和调整，下次同样的表自动沿用。",
    "What was answered and corrected for a form; the next sheet of that form uses it.",
  ),
  "review.profiles.none": words(
    "还没有方案：导入时回答过的问题会存在这里。",
    "None yet: what is answered during an import is kept here.",
  ),
  "review.profiles.name": words("方案名称", "Name of the profile"),
  "review.profiles.facts": words("{n} 个回答", "{n} answers"),
  "review.profiles.shaped": words("调整过范围", "range corrected"),
  "review.profiles.drawn": words("手工框出的表", "drawn by hand"),
  "review.profiles.remove": words("删除", "Delete"),
  "review.profiles.remove_of": words("删除“{name}”", "Delete {name}"),
  "review.profiles.share": words("导出", "Share"),
  "review.profiles.share_of": words("导出“{name}”", "Share {name}"),
  "review.profiles.share_all": words("全部导出为文件", "Share all as a file"),
  "review.profiles.read": words("读入方案文件", "Read a file of profiles"),
  "review.profiles.read_done": words("已读入《{file}》", "{file} was read"),
  "review.profiles.refused": words("没有改动", "Nothing was changed"),
  "review.profiles.saved": words("已保存 {n} 个识别方案", "Saved {n} profiles"),
  "review.alias_not_added": words(
    "“{text}”没有加为{name}的写法",
    "“{text}” was not added as a spelling of {name}",
  ),
  "review.profiles.file": words("识别方案", "dabiao-profiles"),
  "review.aliases": words("增加的写法", "Added spellings"),
  "review.aliases.hint": words(
    "在自带的指标、地区、单位名称之外，另认得的写法。",
    "Spellings known beside those of the lists that come with the app.",
  ),
  "review.aliases.text": words("写法", "Spelling"),
  "review.aliases.means": words("认作", "means"),
  "review.aliases.add": words("增加", "Add"),
  "review.aliases.none": words("还没有。", "None yet."),

  "review.grid": words("{sheet}，{rows} 行", "{sheet}, {rows} rows"),

  "review.not_a_profile_file": {
    zh: {
      message: "{file} 不是识别方案文件",
      hint: "选择从“识别方案”导出的文件",
    },
    en: {
      message: "{file} holds no mapping profiles",
      hint: "Choose a file that was shared from “Mapping profiles”",
    },
  },
  "review.newer_profile_file": {
    zh: {
      message: "{file} 是更新版本写的（{version}）",
      hint: "请先更新本程序",
    },
    en: {
      message: "{file} was written by a newer version ({version})",
      hint: "Update this program first",
    },
  },
  "review.bad_profiles": {
    zh: { message: "{file} 中有 {n} 条读不懂，已略过" },
    en: { message: "{n} rows of {file} were not understood and left out" },
  },
  "review.alias_of_nothing": {
    zh: {
      message: "“{text}”没有加上：没有代码 {code}",
      hint: "选择列表中的名称",
    },
    en: {
      message: "“{text}” was not added: there is no code {code}",
      hint: "Choose a name from the list",
    },
  },
  "review.alias_known": {
    zh: { message: "“{text}”已经认得" },
    en: { message: "“{text}” is known already" },
  },
  "review.alias_taken": {
    zh: {
      message: "“{text}”没有加上：它已经是别的名称的写法",
      hint: "在待定项里按表回答即可",
    },
    en: {
      message: "“{text}” was not added: it already means something else",
      hint: "Answer it for the form instead",
    },
  },
} satisfies Messages;

export type ReviewCode = keyof typeof reviewMessages;
