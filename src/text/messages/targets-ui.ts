function words(zh: string, en: string) {
  return { zh: { message: zh }, en: { message: en } } as const;
}

/** The list of targets and its dialogs, the rules of judging, what is to come, what-if. */
export const targetsUiMessages = {
  "targets.tabs": words("目标的各页", "Pages of targets"),
  "targets.tab.progress": words("进度", "Progress"),
  "targets.tab.list": words("目标清单", "Target list"),
  "targets.tab.rules": words("判定规则", "Rules"),
  "targets.tab.formulas": words("自定义指标", "Formulas"),

  "targets.column.origin": words("来自", "From"),
  "targets.column.standing": words("效力", "Standing"),
  "targets.origin.shipped": words("内置", "Shipped"),
  "targets.origin.own": words("自设", "Own"),
  "targets.origin.sheet": words("表格", "Sheet"),
  "targets.origin.changed": words("内置·已改", "Changed"),
  "targets.standing.inForce": words("有效", "In force"),
  "targets.standing.replaced": words("已被替代", "Replaced"),
  "targets.standing.retired": words("已停用", "Retired"),
  "targets.standing.notYet": words("尚未生效", "Not yet"),
  "targets.standing.over": words("已到期", "Over"),

  "targets.field.indicator": words("指标", "Indicator"),
  "targets.field.region": words("地区", "Region"),
  "targets.field.comparator": words("要求", "Must be"),
  "targets.field.goal": words("目标值", "Goal"),
  "targets.field.unit": words("单位", "Unit"),
  "targets.field.baseline": words("基准值", "Baseline"),
  "targets.field.baselinePeriod": words("基准期", "Base period"),
  "targets.field.deadline": words("期限", "Deadline"),
  "targets.field.path": words("路径", "Path"),
  "targets.field.force": words("性质", "Force"),
  "targets.field.plan": words("规划或文件", "Plan"),
  "targets.field.source": words("来源", "Source"),
  "targets.field.remark": words("备注", "Remark"),
  "targets.field.from": words("起算", "Runs from"),
  "targets.field.declared": words("生效日", "In force from"),
  "targets.field.until": words("停用日", "In force until"),
  "targets.field.ahead": words("超序时", "Ahead"),
  "targets.field.onPace": words("达序时", "On pace"),
  "targets.field.behind": words("滞后", "Behind"),
  "targets.path.linear": words("均匀", "Linear"),
  "targets.path.compound": words("等比", "Compound"),
  "targets.path.seasonal": words("按季节", "Seasonal"),
  "targets.force.binding": words("约束性", "Binding"),
  "targets.force.expected": words("预期性", "Expected"),
  "targets.force.unknown": words("未写明", "Not stated"),

  "targets.choose": words("选择…", "Choose…"),
  "targets.choose_first": words("先在表中选一行", "Choose a row first"),
  "targets.of_sheet": words(
    "来自导入的表格，请在原表中修改后重新导入",
    "Stated in an imported sheet: change it there and import again",
  ),
  "targets.task.add": words("新增目标", "New target"),
  "targets.task.add.do": words("新增", "Add"),
  "targets.task.revise": words("修订", "Revise"),
  "targets.task.revise.do": words("从该日起修订", "Revise from this day"),
  "targets.task.retire": words("停用", "Retire"),
  "targets.task.retire.do": words("停用", "Retire"),
  "targets.revise.from": words("自哪天起", "From"),
  "targets.retire.until": words("最后有效日", "Last day in force"),
  "targets.remove": words("移除", "Remove"),
  "targets.removed": words(
    "已移除目标：{name}。可撤销",
    "Removed the target: {name}. It can be undone",
  ),

  "targets.import": words("导入目标…", "Import…"),
  "targets.import.title": words("导入目标：{file}", "Import targets: {file}"),
  "targets.import.read": words("读出 {n} 个目标", "{n} targets read"),
  "targets.import.all": words("全选", "All"),
  "targets.import.what": words("变化", "Change"),
  "targets.import.new": words("新增", "new"),
  "targets.import.again": words("已有", "known"),
  "targets.import.changes": words("原为 {old}", "was {old}"),
  "targets.import.do": words("导入 {n} 个目标", "Import {n} targets"),
  "targets.import.not_found": words(
    "没有找到目标表。表头至少要有“指标”“目标值”和期限（或“2025年目标”），一行一个目标。",
    "No list of targets was found. It needs a header with an indicator (指标), a goal (目标值) and a deadline (or 2025年目标), one target a row.",
  ),
  "targets.export": words("导出", "Export"),
  "targets.export.hint": words(
    "把列出的目标存为 JSON 文件，可再导入",
    "Saves the targets shown as a JSON file, which can be imported again",
  ),
  "targets.export.file": words("目标清单", "targets"),

  "targets.findings": words("分解核对 {n}", "Breakdown {n}"),
  "targets.findings.title": words("目标分解核对", "Breakdown check"),
  "targets.findings.none": words(
    "没有分解目标可核对。",
    "There are no parts of targets to check.",
  ),
  "targets.findings.fits": words("相符", "Fits"),
  "targets.findings.whole": words("看总目标", "Show the whole"),
  "targets.findings.part": words("看分目标", "Show the part"),

  "targets.refused.region": words(
    "没有“{text}”这个地区",
    "There is no region {text}",
  ),
  "targets.refused.indicator": words(
    "没有“{text}”这个指标",
    "There is no indicator {text}",
  ),
  "targets.refused.comparator": words(
    "“{text}”不是 ≤ ≥ < > = 之一",
    "{text} is none of ≤ ≥ < > =",
  ),
  "targets.refused.choice": words(
    "“{text}”不在可选项中",
    "{text} is not one of the choices",
  ),
  "targets.refused.number": words(
    "“{text}”不是数字，应如 35 或 90.5，未改",
    "{text} is not a number such as 35 or 90.5; nothing was changed",
  ),
  "targets.refused.day": words(
    "“{text}”不是日期，应如 2025-06-30",
    "{text} is not a day such as 2025-06-30",
  ),
  "targets.refused.period": words(
    "“{text}”不是期间，应如 2025、2025年6月、2025-06-30，未改",
    "{text} is not a period such as 2025, 2025-06 or 2025-06-30; nothing was changed",
  ),
  "targets.refused.window": words(
    "期限 {deadline} 须晚于起算 {from}，未改",
    "The deadline {deadline} must come after {from}, where it runs from; nothing was changed",
  ),
  "targets.refused.no_goal": words("目标值不能为空", "The goal is missing"),
  "targets.refused.no_plan": words(
    "要写明规划或文件名称",
    "Name the plan or document",
  ),
  "targets.refused.no_source": words("要写明来源", "State the source"),
  "targets.refused.no_baseline": words(
    "先填基准值，再填基准期",
    "Fill in the baseline before its period",
  ),
  "targets.refused.no_baseline_period": words(
    "先填起算年，基准值才知道属于哪一期",
    "Fill in where it runs from first, so that the baseline has a period",
  ),
  "targets.refused.unit": words(
    "单位 {found} 不能换算为 {expected}，未改",
    "{found} does not convert into {expected}; nothing was changed",
  ),
  "targets.refused.unknown": words(
    "“{what}”中没有 {found}",
    "There is no {found} among: {what}",
  ),
  "targets.refused.bad": words(
    "“{what}”现为 {found}，应为 {expected}",
    "{what} is {found}, expected {expected}",
  ),

  "targets.rules.about": words(
    "序时比 = 完成进度 ÷ 时间进度。达到下列比值即判为该状态；进度为负判为倒退。改动立即用于全部目标，可撤销。",
    "Pace = progress ÷ share of time. A target gets a status from the least pace below on; negative progress is going backwards. Changes apply to all targets at once and can be undone.",
  ),
  "targets.rules.thresholds": words("最低序时比", "Least pace"),
  "targets.rules.value": words("现用", "In use"),
  "targets.rules.shipped": words("内置", "Shipped"),
  "targets.rules.ahead": words("达到即为超序时", "from here on ahead"),
  "targets.rules.onPace": words("达到即为达序时", "from here on on pace"),
  "targets.rules.behind": words(
    "达到为滞后，低于为严重滞后",
    "from here on behind, below it far behind",
  ),
  "targets.rules.labels": words("状态名称", "Names of statuses"),
  "targets.rules.status": words("状态", "Status"),
  "targets.rules.zh": words("中文", "Chinese"),
  "targets.rules.en": words("英文", "English"),
  "targets.rules.source": words("依据", "Source"),
  "targets.rules.keep": words("保存", "Save"),
  "targets.rules.drop": words("放弃改动", "Discard"),
  "targets.rules.reset": words("恢复内置值", "Back to shipped"),
  "targets.rules.as_shipped": words("现用内置值", "Shipped rules in use"),
  "targets.rules.own": words("现用自设值", "Own rules in use"),

  "targets.rest": words("今后各月（{unit}）", "Month by month ({unit})"),
  "targets.rest.month": words("月份", "Month"),
  "targets.rest.day_count": words("天数", "Days"),
  "targets.rest.mean": words("严格", "Strict"),
  "targets.rest.days": words("还需", "Needed"),
  "targets.rest.amount": words("当月", "In the month"),
  "targets.rest.level": words("月末达到", "By month's end"),
  "targets.rest.edge": words("修约", "Edge"),
  "targets.rest.edge.hint": words(
    "按修约后的数判定时的限值",
    "The limit when the rounded figure is judged",
  ),
  "targets.rest.affordable": words("可失", "To spare"),
  "targets.rest.days_needed": words("{n} 天", "{n} days"),
  "targets.rest.days_affordable": words("{n} 天", "{n} days"),
  "targets.rest.by_years": words(
    "按 {years} 年各月的比例分配",
    "Split as the months of {years} were",
  ),
  "targets.rest.by_days": words(
    "没有完整的往年数据，按天数平分",
    "Split by days: no past year is known whole",
  ),
  "targets.rest.straight": words("匀速到目标", "Straight to the goal"),

  "targets.outlook": words("预测", "Forecast"),
  "targets.outlook.by": words(
    "预测（到 {deadline}）",
    "Forecast (by {deadline})",
  ),
  "targets.outlook.value": words("预计", "Expected"),
  "targets.outlook.band": words("八成区间", "80% band"),
  "targets.outlook.chance": words("达标可能", "Chance of meeting it"),
  "targets.outlook.method.stated": words(
    "表中所列预测",
    "As stated in the sheet",
  ),
  "targets.outlook.method.months": words(
    "以往年同月及其 {changes} 个变幅推算，模拟 {draws} 次",
    "From the months of past years and {changes} changes between them, {draws} draws",
  ),
  "targets.outlook.method.years": words(
    "以历年 {changes} 个变幅推算，模拟 {draws} 次",
    "From {changes} changes between years, {draws} draws",
  ),
  "targets.outlook.method.steps": words(
    "以近期 {changes} 个变幅推算，模拟 {draws} 次",
    "From the last {changes} changes, {draws} draws",
  ),

  "targets.rank": words("同级排名（{period}）", "Rank ({period})"),
  "targets.rank.place": words("名次", "Rank"),
  "targets.rank.of": words("{rank} / {n}", "{rank} of {n}"),
  "targets.rank.level": words("追平第 {rank} 名", "To draw level with {rank}"),
  "targets.rank.overtake": words("超过", "To overtake"),

  "targets.what_if": words("假设分析", "What if"),
  "targets.what_if.open": words("假设分析…", "What if…"),
  "targets.what_if.badge": words("假设", "Supposed"),
  "targets.what_if.kind": words("假设哪种期间", "Which periods"),
  "targets.what_if.kind.month": words("逐月", "Months"),
  "targets.what_if.kind.toDate": words("累计", "Year to date"),
  "targets.what_if.kind.year": words("逐年", "Years"),
  "targets.what_if.leave": words("退出 Esc", "Leave (Esc)"),
  "targets.what_if.about": words(
    "填入设想的数值（{unit}），状态和名次随之变化，不保存。",
    "Type supposed figures ({unit}): statuses and ranks follow, nothing is stored.",
  ),
  "targets.what_if.flips": words(
    "另有 {n} 个目标状态改变",
    "{n} more statuses change",
  ),
  "targets.what_if.ranks": words("名次变化", "Ranks that change"),
  "targets.what_if.banner": words(
    "假设中：{n} 行按设想的数值计算，未保存。按 Esc 退出",
    "Supposed: {n} rows are computed from supposed figures, nothing is stored. Esc leaves",
  ),
} as const;

/** A code of {@link targetsUiMessages}. */
export type TargetsUiCode = keyof typeof targetsUiMessages;
