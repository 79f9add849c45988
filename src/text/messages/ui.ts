import type { Messages } from "../message.ts";

function words(zh: string, en: string) {
  return { zh: { message: zh }, en: { message: en } } as const;
}

/** Labels and sentences of the browser app. */
export const uiMessages = {
  "ui.app": words("达标", "Dabiao"),
  "ui.title": words("达标 · 目标进度", "Dabiao · progress against targets"),
  "ui.skip": words("跳到正文", "Skip to the work"),
  "ui.comma": words("、", ", "),
  /** Put right after the words it belongs to. */
  "ui.aside": words("（{text}）", " ({text})"),
  "ui.all_of": words("{what}：全部", "{what}: all"),
  "ui.chosen": words("{what}：{chosen}", "{what}: {chosen}"),
  "ui.close": words("关闭", "Close"),
  "ui.cancel": words("取消", "Cancel"),
  "ui.rows": words("{n} 行", "{n} rows"),
  "ui.and_more": words("等 {n} 个", " and others, {n} in all"),
  "ui.value": words("数值", "Value"),
  "ui.value.none": words("这里还没有数值。", "There is no value here yet."),
  "ui.value.exact": words("全部位数", "All digits"),
  "ui.opening": words("正在打开…", "Opening…"),
  "ui.open_failed": words(
    "打不开已保存的数据：{why}。刷新页面重试；仍不行时，请用备份文件恢复。",
    "The stored data could not be opened: {why}. Reload the page; if that does not help, restore a backup.",
  ),
  "ui.drop": words("松开鼠标，识别这些表格", "Let go to read these sheets"),

  "ui.rail": words("视图", "Views"),
  "ui.view.overview": words("总览", "Overview"),
  "ui.view.data": words("数据", "Data"),
  "ui.view.targets": words("目标", "Targets"),
  "ui.view.rank": words("排名", "Ranking"),
  "ui.view.ledger": words("台账", "Ledger"),
  "ui.view.reports": words("报表", "Reports"),
  "ui.view.audit": words("校核", "Audit"),
  "ui.view.review": words("待导入", "Review"),

  "ui.scope.region": words("地区", "Region"),
  "ui.scope.everywhere": words("全部地区", "Everywhere"),
  "ui.scope.as_of": words("截至", "As of"),
  "ui.scope.month": words("期间", "Period"),
  "ui.scope.latest": words("最新", "Latest"),
  "ui.scope.to_date": words("累计", "YTD"),
  "ui.scope.to_date.hint": words(
    "看 1 月至本月的累计数值",
    "Figures from January to the month",
  ),
  "ui.search": words("搜索（可用拼音）", "Search"),
  "ui.search.label": words(
    "按指标或地区筛选，可用拼音",
    "Filter by indicator or region, in pinyin too",
  ),
  "ui.import.files": words("导入", "Import"),
  "ui.import.files.hint": words(
    "选择表格文件；也可以把文件或文件夹拖进窗口",
    "Choose sheets; files and folders can also be dropped on the window",
  ),
  "ui.import.tables": words("导入表格", "Import sheets"),
  "ui.import.folder": words("导入文件夹", "Import a folder"),
  "ui.examples": words("打开示例", "Open the examples"),
  "ui.undo": words("撤销 (Ctrl+Z)", "Undo (Ctrl+Z)"),
  "ui.undo.what": words("撤销：{what} (Ctrl+Z)", "Undo: {what} (Ctrl+Z)"),
  "ui.redo": words("恢复 (Ctrl+Y)", "Redo (Ctrl+Y)"),
  "ui.theme": words("深色", "Dark theme"),
  "ui.theme.title": words("外观", "Appearance"),
  "ui.theme.system": words("跟随系统", "As the system"),
  "ui.theme.light": words("浅色", "Light"),
  "ui.theme.dark": words("深色", "Dark"),
  "ui.settings": words("备份与设置", "Backup and settings"),
  "ui.help": words("快捷键 (?)", "Keys (?)"),
  "ui.saved": words("已保存 · {when}", "Saved · {when}"),
  "ui.saved.memory": words(
    "未保存：浏览器不允许存储",
    "Not saved: this browser refuses storage",
  ),
  "ui.ago.now": words("刚刚", "just now"),
  "ui.ago.seconds": words("{n} 秒前", "{n} s ago"),
  "ui.ago.minutes": words("{n} 分钟前", "{n} min ago"),
  "ui.ago.hours": words("{n} 小时前", "{n} h ago"),
  "ui.ago.days": words("{n} 天前", "{n} days ago"),

  "ui.doing.review": words("正在读取文件", "Reading files"),
  "ui.doing.reassume": words("正在重新识别", "Reading again"),
  "ui.doing.import": words("正在导入", "Importing"),

  "ui.empty.title": words("还没有数据", "No data yet"),
  "ui.empty.one": words(
    "把各市县、各部门报来的表格或整个文件夹拖进窗口，或点“导入表格”。",
    "Drop the sheets you were sent, or a whole folder, on this window, or choose “Import sheets”.",
  ),
  "ui.empty.two": words(
    "核对识别结果，确认后才会保存；目标进度随即算出。",
    "Check what was recognised; nothing is stored before you confirm. Progress follows at once.",
  ),
  "ui.empty.three": words(
    "在“报表”中选模板，填好下载，版式和公式保持原样。",
    "Choose a template under “Reports” and download it filled, its layout and formulas untouched.",
  ),
  "ui.empty.private": words(
    "数据只保存在这台电脑的浏览器里，不上传。",
    "Data stays in this computer's browser and is sent nowhere.",
  ),

  "ui.severity.error": words("错误", "Error"),
  "ui.severity.warning": words("注意", "Note"),
  "ui.severity.info": words("说明", "Info"),
  "ui.issues.n": words("问题 {n} 项", "{n} issues"),
  "ui.issues.more": words("另有 {n} 项", "{n} more"),

  "ui.notice.imported": words(
    "已导入 [{observations} 个数值|、|{records} 条记录]",
    "Imported [{observations} values| and |{records} records]",
  ),
  "ui.notice.imported_conflicts": words(
    "已导入 [{observations} 个数值|、|{records} 条记录]，其中 {conflicts} 个与先前来源不一致，以后导入的为准",
    "Imported [{observations} values| and |{records} records]; {conflicts} differ from an earlier source, and the later one is in force",
  ),
  "ui.notice.imported_examples": words(
    "已导入 [{observations} 个数值|、|{records} 条记录]；截至日定为 {day}，示例在这一天最全，可在上方改",
    "Imported [{observations} values| and |{records} records]; as of {day}, when the examples show most; change it above",
  ),
  "ui.notice.skipped": words(
    "文件夹中 {n} 个非表格文件未读取：{names}",
    "{n} files of the folder are no sheets and were not read: {names}",
  ),
  "ui.notice.saved_always": words(
    "已保存：每次改动都自动保存在这台电脑的浏览器里",
    "Saved: every change is kept in this computer's browser by itself",
  ),
  "ui.notice.failed": words("操作没有完成：{why}", "This did not work: {why}"),
  "ui.failure.storage_full": words(
    "没有保存：浏览器的存储空间已满。先下载备份，清理磁盘或浏览器数据后再试。",
    "Not saved: the browser's storage is full. Download a backup, make room, then try again.",
  ),
  "ui.failure.storage_closed": words(
    "没有保存：与浏览器存储的连接已断开，可能是另一个标签页更新了程序。刷新页面后重试。",
    "Not saved: the connection to the browser's storage was closed, perhaps by a newer version in another tab. Reload the page and try again.",
  ),
  "ui.failure.storage_refused": words(
    "没有保存：浏览器拒绝写入（{why}）。先下载备份，再刷新页面重试。",
    "Not saved: the browser refused to write ({why}). Download a backup, then reload the page and try again.",
  ),
  "ui.failure.file_unreadable": words(
    "读不了文件：可能已移动、改名，或正被其他程序占用。关闭占用它的程序后重新选择。",
    "The file cannot be read: it may have been moved, renamed or locked by another program. Close that program and choose it again.",
  ),
  "ui.failure.app_changed": words(
    "这一页的程序没有取到：程序可能刚更新，或网络不通。刷新页面重试。",
    "Part of the app could not be fetched: it may just have been updated, or the network is down. Reload the page.",
  ),
  "ui.notice.catalog": words(
    "打开时发现 {n} 个问题",
    "{n} problems were found while opening",
  ),
  "ui.notice.edit_refused": words(
    "“{text}”没有写入",
    "“{text}” was not written",
  ),
  "ui.notice.template_added": words(
    "已添加模板 {file}",
    "Added the template {file}",
  ),
  "ui.notice.template_refused": words(
    "{file} 不能用作模板",
    "{file} cannot be used as a template",
  ),
  "ui.notice.restored": words(
    "已恢复备份，现有 {entries} 条操作记录",
    "The backup was restored; there are {entries} entries now",
  ),
  "ui.notice.restore_refused": words(
    "备份文件没有恢复",
    "The backup was not restored",
  ),

  "ui.review.title": words("核对识别结果", "Check what was recognised"),
  "ui.review.facts": words(
    "{files} 个文件，选中 {ticked} 个；确认前不保存",
    "{files} files, {ticked} chosen; nothing is stored before you confirm",
  ),
  "ui.review.cancelled": words(
    "已取消，只列出取消前识别的 {files} 个文件",
    "Cancelled; the {files} files read so far are listed",
  ),
  "ui.review.files": words("文件", "Files"),
  "ui.review.discard": words("放弃", "Discard"),
  "ui.review.import": words(
    "导入 [{values} 个数值|、|{records} 条记录]",
    "Import [{values} values| and |{records} records]",
  ),
  "ui.review.import_nothing": words("没有可导入的内容", "Nothing to import"),
  "ui.review.import_different": words(
    "（{n} 个与现有不同）",
    " ({n} differ from what is stored)",
  ),
  "ui.review.counts": words(
    "[{values} 个数值|、|{records} 条记录|、|{different} 个不同|、|{unmatched} 处待定]",
    "[{values} values|, |{records} records|, |{different} differ|, |{unmatched} open]",
  ),
  "ui.review.tables": words("{n} 张表", "tables: {n}"),
  "ui.review.state.ready": words("可导入", "Ready"),
  "ui.review.state.questions": words("有待定项", "Questions"),
  "ui.review.state.imported": words("已导入过", "Imported before"),
  "ui.review.state.nothing": words("没有可导入的数据", "Nothing to import"),
  "ui.review.state.failed": words("读不了", "Unreadable"),
  "ui.review.no_sheet": words(
    "这个文件没有可显示的工作表。右侧说明原因。",
    "This file has no sheet to show. The reason is at the right.",
  ),
  "ui.review.more_columns": words(
    "右侧还有 {n} 列未显示，已照常识别",
    "{n} columns to the right are not shown; they were read all the same",
  ),
  "ui.review.line_hint": words(
    "把鼠标移到单元格上，或用方向键移动，查看识别结果",
    "Point at a cell, or move with the arrow keys, to see what it was taken for",
  ),
  "ui.review.no_value": words("无数值（{why}）", "no value ({why})"),
  "ui.review.field": words("字段：{field}", "Field: {field}"),
  "ui.review.asks": words("未能确定{role}", "unclear: {role}"),
  "ui.review.candidates": words("；可能是：{names}", "; perhaps {names}"),
  "ui.review.not_recognised": words("待定 {n} 处", "Open: {n}"),
  "ui.review.all_recognised": words(
    "这个文件全部识别。",
    "Everything in this file was recognised.",
  ),
  "ui.review.left_out": words(
    "下列内容不会导入；其余照常导入。",
    "These are left out of the import; the rest is imported.",
  ),
  "ui.review.answer_title": words("表中没有写明", "The sheets do not say"),
  "ui.review.answer_hint": words(
    "只用于没有写明的表，写明的不变。",
    "Used only for sheets that do not say; the others stay as they are.",
  ),
  "ui.review.answer": words("按此重新识别", "Read again with this"),
  "ui.review.no_answer": words("不指定", "Not given"),

  "ui.asked.indicator": words("指标", "indicator"),
  "ui.asked.region": words("地区", "region"),
  "ui.asked.period": words("期间", "period"),
  "ui.asked.measure": words("数值类型", "measure"),
  "ui.asked.unit": words("单位", "unit"),
  "ui.asked.value": words("数值", "value"),
  "ui.asked.field": words("字段", "field"),

  "ui.role.title": words("标题", "title"),
  "ui.role.meta": words("表头说明", "details"),
  "ui.role.header": words("表头", "header"),
  "ui.role.stub": words("行名", "row name"),
  "ui.role.value": words("数值", "value"),
  "ui.role.aggregate": words("合计", "total"),
  "ui.role.ordinal": words("序号", "number of row"),
  "ui.role.record": words("记录", "record"),
  "ui.role.note": words("附注", "note"),
  "ui.role.question": words("待定", "open"),
  "ui.role.plain": words("未使用", "not used"),

  "ui.change.new": words("新", "new"),
  "ui.change.same": words("与现有相同", "as stored"),
  "ui.change.different": words("与现有不同", "differs"),
  "ui.change.stored": words("（现有 {value}）", " (stored: {value})"),

  "ui.measure.actual": words("实际", "Actual"),
  "ui.measure.target": words("目标", "Target"),
  "ui.measure.baseline": words("基数", "Baseline"),
  "ui.measure.forecast": words("预测", "Forecast"),
  "ui.measure.previous": words("上年同期", "Last year"),
  "ui.measure.change": words("同比", "Change"),
  "ui.measure.changeRate": words("同比 %", "Change %"),
  "ui.measure.rank": words("排名", "Rank"),
  "ui.measure.changeRank": words("变化排名", "Rank of change"),
  "ui.measure.completion": words("完成率", "Completion"),

  "ui.column.indicator": words("指标", "Indicator"),
  "ui.column.region": words("地区", "Region"),
  "ui.column.period": words("期间", "Period"),
  "ui.column.measure": words("类型", "Measure"),
  "ui.column.unit": words("单位", "Unit"),
  "ui.column.baseline": words("基数", "Baseline"),
  "ui.column.actual": words("实际", "Actual"),
  "ui.column.target": words("目标", "Target"),
  "ui.column.progress": words("进度", "Progress"),
  "ui.column.progress.hint": words(
    "条为完成进度，竖线为时间进度（序时）",
    "The bar is the progress, the tick the share of time that has passed",
  ),
  "ui.column.time": words("时间进度", "Time share"),
  "ui.column.expected": words("序时应达", "Expected by now"),
  "ui.column.pace": words("进度÷时间", "Pace ratio"),
  "ui.column.gap": words("较目标", "To goal"),
  "ui.column.remaining": words("还需", "What remains"),
  "ui.column.status": words("状态", "Status"),
  "ui.column.source": words("来源", "Source"),
  "ui.grid.no_rows": words("没有符合条件的行", "No rows match"),
  "ui.against_base": words("较{base}", "against {base}"),
  "ui.target_by": words("目标（{deadline}）", "Target ({deadline})"),
  "ui.targets.none": words("没有设定目标", "No target is set"),
  "ui.targets.untargeted": words("含无目标指标", "Untargeted too"),
  "ui.targets.closed": words("含已结束的目标", "Closed too"),
  "ui.filter.clear": words("清除筛选", "Clear filters"),
  "ui.progress.alone": words("进度 {progress}", "Progress {progress}"),
  "ui.progress.of_time": words(
    "进度 {progress}，时间 {time}",
    "Progress {progress}, time {time}",
  ),
  "ui.group.met": words("已达标、目前达标", "Met"),
  "ui.group.onPace": words("超序时、达序时", "On pace"),
  "ui.group.behind": words("滞后", "Behind"),
  "ui.group.unmet": words(
    "未达目标值、进度无法判定",
    "Short of the goal, pace unknown",
  ),
  "ui.group.unreported": words("未报", "Not reported"),
  "ui.group.elsewhere": words(
    "未报（本地无数据的地区）",
    "Not reported, regions without data",
  ),
  "ui.group.closed": words("已结束、缺最终数据", "Closed, no final figure"),
  "ui.group.conflicts": words("待核", "To check"),

  "ui.remaining.mean": words(
    "余 {days} 天均值须 {comparator}\u00a0{strict}（按修约后判定 {comparator}\u00a0{edge}）",
    "{days} days left: mean must be {comparator}\u00a0{strict} ({comparator}\u00a0{edge} after rounding)",
  ),
  "ui.remaining.mean_short": words(
    "余 {days} 天均值须 {comparator}\u00a0{strict}",
    "{days} days: mean {comparator}\u00a0{strict}",
  ),
  "ui.remaining.days": words(
    "余 {days} 天，还需优良 {needed} 天，可超标 {affordable} 天",
    "{days} days left: {needed} good days needed, {affordable} bad days affordable",
  ),
  "ui.remaining.days_short": words(
    "余 {days} 天，还需优良 {needed} 天",
    "{days} days left: {needed} good days",
  ),
  "ui.remaining.amount": words(
    "尚余 {total}{unit}，平均{per} {each}",
    "{total} {unit} left, {each} {per}",
  ),
  "ui.remaining.change": words(
    "还需 {total}{unit}，平均{per} {each}",
    "{total} {unit} to go, {each} {per}",
  ),
  "ui.remaining.items": words(
    "还需完成 {left} 项，距期限 {days} 天，平均每 {every} 天 1 项",
    "{left} more to finish, {days} days left: one every {every} days",
  ),
  "ui.remaining.items_short": words(
    "还需 {left} 项，余 {days} 天，每 {every} 天 1 项",
    "{left} more in {days} days, one every {every} days",
  ),
  "ui.remaining.items_daily": words(
    "还需完成 {left} 项，距期限 {days} 天，平均每天 {each} 项",
    "{left} more to finish, {days} days left: {each} a day",
  ),
  "ui.remaining.items_daily_short": words(
    "还需 {left} 项，余 {days} 天，每天 {each} 项",
    "{left} more in {days} days, {each} a day",
  ),
  "ui.remaining.items_late": words(
    "{left} 项已过各自时限，须立即完成",
    "{left} past their own deadline, to be finished now",
  ),
  "ui.remaining.items_overdue": words(
    "已过时限 {n} 项",
    "{n} past their deadline",
  ),
  "ui.remaining.items_due_soon": words(
    "{within} 天内到期 {n} 项",
    "{n} due within {within} days",
  ),
  "ui.remaining.items_unknown": words(
    "状态不明 {n} 项",
    "{n} of unknown state",
  ),
  "ui.remaining.items_undated": words(
    "未写时限 {n} 项",
    "{n} without a deadline",
  ),
  "ui.remaining.items_stated": words("台账截至 {day}", "ledger as of {day}"),
  "ui.remaining.out_of_reach": words(
    "已无法完成，差 {by}{unit}",
    "Out of reach by {by} {unit}",
  ),
  "ui.per.week": words("每周", "a week"),
  "ui.per.month": words("每月", "a month"),
  "ui.per.year": words("每年", "a year"),

  "ui.overview.behind": words("滞后项（最差在前）", "Behind, worst first"),
  "ui.overview.unmet": words(
    "未达目标值、进度无法判定",
    "Short of the goal, pace unknown",
  ),
  "ui.overview.none_behind": words(
    "截至这一天没有滞后的目标。",
    "No target is behind on this day.",
  ),
  "ui.overview.all_reported": words(
    "期限未到的目标都已有数据。",
    "Every open target has a figure.",
  ),
  "ui.overview.undecided": words(
    "另有 {n} 项无法判定",
    "{n} more cannot be judged",
  ),
  "ui.overview.closed": words(
    "另有 {n} 个目标期限早于{year}年，没有最终数据，未列出。",
    "{n} more targets closed before {year} without a final figure and are not listed.",
  ),
  "ui.overview.elsewhere": words(
    "未计全国和其他没有任何数据的地区 {n} 项。",
    "{n} of the country and of regions without any data are not counted.",
  ),
  "ui.overview.show": words("查看", "Show"),
  "ui.overview.conflicts": words("两个来源数值不一致", "sources disagree"),
  "ui.overview.recent": words("最近操作", "Done last"),

  "ui.data.conflicts": words("只看来源不一致", "Disagreements only"),
  "ui.data.hint": words(
    "选中单元格直接输入即可修改，原值不丢",
    "Type on a cell to change it; the original stays in its history",
  ),
  "ui.mark": words("标记", "Mark"),
  "ui.mark.computed": words("由公式算得", "computed by a formula"),
  "ui.mark.edited": words("手工修改", "edited by hand"),
  "ui.mark.conflict": words("来源不一致", "sources disagree"),
  "ui.mark.provisional": words("快报数", "provisional"),
  "ui.mark.estimated": words("估算数", "estimated"),

  "ui.inspector": words("详情", "Details"),
  "ui.trace": words("计算过程", "How it was computed"),
  "ui.provenance": words("来源", "Source"),
  "ui.excerpt": words("原表：{sheet}", "Original sheet: {sheet}"),
  "ui.history": words("来源与变更", "Source and history"),
  "ui.history.none": words(
    "这个数值由其他数值算出，没有直接来源。",
    "This figure is computed from others and has no source of its own.",
  ),
  "ui.history.import": words("导入", "Import"),
  "ui.history.edit": words("手工录入", "Typed in"),
  "ui.history.in_force": words("现用", "in force"),
  "ui.history.undone": words("已撤销", "undone"),

  "ui.chart.actual": words("实际", "Actual"),
  "ui.chart.path": words("序时线", "Path"),
  "ui.chart.target": words("目标", "Target"),
  "ui.chart.target_unverified": words("目标（待核实）", "Target (unverified)"),
  "ui.chart.close": words("收起图", "Close the chart"),
  "ui.chart.empty": words("没有可画的数值。", "There are no values to draw."),

  "ui.ledger.kind": words("类别", "Kind"),
  "ui.ledger.empty": words(
    "还没有台账记录。导入整改任务、断面、企业、调度等清单式表格后，会列在这里。",
    "There are no records yet. Lists of tasks, sections, enterprises or dispatches appear here once imported.",
  ),

  "ui.period.kind": words("期间类型", "Kind of period"),
  "ui.period.year": words("全年", "Year"),
  "ui.period.toDate": words("累计", "Year to date"),
  "ui.period.quarter": words("季度", "Quarter"),
  "ui.period.month": words("单月", "Month"),
  "ui.period.year_n": words("年份", "Year"),
  "ui.period.part": words("月或季", "Month or quarter"),
  "ui.period.month_n": words("{n} 月", "month {n}"),
  "ui.period.to_month_n": words("1—{n} 月", "months 1–{n}"),
  "ui.period.quarter_n": words("{n} 季度", "Q{n}"),

  "ui.reports.n": words("{n} 个模板", "{n} templates"),
  "ui.reports.add": words("添加自己的模板", "Add a template of your own"),
  "ui.reports.own": words("自有", "own"),
  "ui.reports.slots": words("可填 {n} 格", "{n} cells to fill"),
  "ui.reports.rows": words("可填 {n} 行记录", "{n} rows for records"),
  "ui.reports.no_slots": words("没有可填的单元格", "no cells to fill"),
  "ui.reports.counting": words("正在识别…", "reading…"),
  "ui.reports.choose": words(
    "选一个模板，再选地区和期间，填好后下载。除填入的单元格外，文件保持原样。",
    "Choose a template, a region and a period, then download it filled. Apart from the cells filled, the file stays as it is.",
  ),
  "ui.reports.region_of_template": words("按模板所写", "As the template says"),
  "ui.reports.on_conflict": words(
    "模板中已有不同数值时",
    "Where a cell already holds another value",
  ),
  "ui.reports.on_conflict.write": words("改为现有数据", "Write the data"),
  "ui.reports.on_conflict.keep": words("保留模板中的", "Keep what is there"),
  "ui.reports.on_conflict.fail": words("停止填报", "Stop"),
  "ui.reports.fill": words("填报并下载", "Fill and download"),
  "ui.reports.filling": words("填报中…", "Filling…"),
  "ui.reports.no_data": words("先导入数据。", "Import data first."),

  "ui.fill.done": words("已生成 {name}", "Made {name}"),
  "ui.fill.again": words("再次下载", "Download again"),
  "ui.fill.nothing": words(
    "没有生成文件，原因见下。",
    "No file was made; the reason is below.",
  ),
  "ui.fill.written": words("写入", "written"),
  "ui.fill.unchanged": words("未变", "unchanged"),
  "ui.fill.empty": words("缺数据", "no data"),
  "ui.fill.refused": words("未能写入", "refused"),
  "ui.fill.empty.title": words(
    "缺数据的单元格 {n} 个",
    "{n} cells without data",
  ),
  "ui.fill.refused.title": words(
    "未能写入的单元格 {n} 个",
    "{n} cells refused",
  ),
  "ui.fill.closure.title": words("改动范围 {n} 处", "{n} touched parts"),
  "ui.fill.closure.hint": words(
    "除下列之外，文件逐字节不变。",
    "Everything else in the file is unchanged, byte for byte.",
  ),
  "ui.closure.cell": words("单元格", "cells"),
  "ui.closure.row": words("行", "rows"),
  "ui.closure.sharedString": words("共享字符串", "shared strings"),
  "ui.closure.style": words("样式", "styles"),
  "ui.closure.cache": words("公式结果", "formula results"),
  "ui.closure.formula": words("公式", "formulas"),
  "ui.closure.calcChain": words("计算链", "calculation chain"),
  "ui.closure.property": words("文件属性", "properties"),
  "ui.closure.contentType": words("内容类型", "content types"),
  "ui.closure.relationship": words("关系", "relationships"),

  "ui.planned": words(
    "这里还没有做好，将会有：",
    "This is not built yet. It will hold:",
  ),
  "ui.planned.audit.one": words(
    "表中写的比例与个数是否相符，合计与分项是否相等。",
    "Whether stated shares fit their counts and totals their parts.",
  ),
  "ui.planned.audit.two": words(
    "同比与上年同期是否一致，累计数有没有变小，单位有没有错位。",
    "Whether stated changes fit last year's values, cumulative figures never fall, units are right.",
  ),
  "ui.planned.audit.three": words(
    "每条发现写明算式，并指到单元格。",
    "Each finding shows its arithmetic and points at its cells.",
  ),
  "ui.planned.audit.until": words(
    "在此之前，来源不一致的数值在“数据”中用角标标出。",
    "Until then, values on which sources disagree are marked under Data.",
  ),

  "ui.who": words("姓名", "Your name"),
  "ui.who.placeholder": words("写在操作记录里", "Kept in the log"),
  "ui.who.hint": words("只保存在这个浏览器", "Kept in this browser only"),
  "ui.backup": words("备份", "Backup"),
  "ui.backup.reminder": words(
    "清理浏览器会清除数据，建议备份",
    "Cleaning the browser erases the data: make a backup",
  ),
  "ui.backup.now": words("去备份", "Make one"),
  "ui.backup.never": words(
    "还没有备份过，共 {n} 条操作记录未备份。",
    "Never backed up; {n} entries are not in any backup.",
  ),
  "ui.backup.last": words(
    "上次备份 {when}，之后有 {n} 条操作记录。",
    "Last backup {when}; {n} entries since.",
  ),
  "ui.backup.done": words(
    "已生成备份 {name}，请妥善保存在浏览器之外。",
    "Made the backup {name}; keep it outside the browser.",
  ),
  "ui.backup.save": words("下载备份", "Download a backup"),
  "ui.backup.restore": words("从备份恢复", "Restore a backup"),
  "ui.backup.restore_hint": words(
    "恢复会把备份中的操作并入现有数据，不会删除现有数据。",
    "Restoring adds the backup's entries to what is here and deletes nothing.",
  ),
  "ui.log": words("操作记录 {n} 条", "{n} entries"),

  "ui.key.undo": words("撤销", "Undo"),
  "ui.key.save": words("每次改动都自动保存", "Every change is saved by itself"),
  "ui.key.redo": words("恢复", "Redo"),
  "ui.key.search": words("到筛选框", "Go to the filter box"),
  "ui.key.view": words("切换到第 1 至 7 个视图", "Go to view 1 to 7"),
  "ui.key.help": words("打开本页", "Open this page"),
  "ui.key.escape": words(
    "关闭详情或取消编辑",
    "Close details or leave an edit",
  ),
  "ui.key.move": words("在表格中移动", "Move in a grid"),
  "ui.key.tab": words("下一个控件或单元格", "Next control or cell"),
} satisfies Messages;

export type UiCode = keyof typeof uiMessages;
