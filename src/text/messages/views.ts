import type { Messages } from "../message.ts";

function words(zh: string, en: string) {
  return { zh: { message: zh }, en: { message: en } } as const;
}

/** Labels and sentences of the views: overview, targets, ranking, inspector, charts, print, meeting room. */
export const viewsMessages = {
  "views.overview.missing": words("预计完不成", "Set to miss the goal"),
  "views.overview.none_missing": words(
    "没有已经无法完成的目标。",
    "No goal is out of reach.",
  ),
  "views.overview.no_forecast": words(
    "历史数据不足以预测，只列已无法完成的。",
    "There is too little history for a forecast: only goals out of reach are listed.",
  ),
  "views.overview.forecast": words(
    "预测 {value} {unit}，达标概率约 {chance}",
    "Forecast {value} {unit}, chance about {chance}",
  ),
  "views.overview.changes": words("上月以来的变化", "Changed since last month"),
  "views.overview.changes_since": words("与截至 {day} 相比", "Against {day}"),
  "views.overview.worse": words("转差", "Worse"),
  "views.overview.better": words("转好", "Better"),
  "views.overview.first": words("新报", "First reported"),
  "views.overview.no_changes": words(
    "状态和新报数据都没有变化。",
    "No status changed and nothing new was reported.",
  ),
  "views.overview.moved": words("{before} → {after}", "{before} → {after}"),
  "views.overview.headline": words("主要指标", "Headline indicator"),

  "views.multiple": words(
    "{region}：{period} {value}{unit}",
    "{region}: {period} {value} {unit}",
  ),
  "views.multiple.target": words("目标 {target}", "goal {target}"),
  "views.multiple.newest": words("末点为{period}；", "Last point: {period}. "),
  "views.multiple.none": words("{region}：没有数据", "{region}: no data"),
  "views.multiple.scale": words(
    "各图纵轴相同（{from}—{to}{unit}），虚线为目标，空心点为表中所列上年同期",
    "One scale for all ({from}–{to} {unit}); dashed: goal; hollow: last year as stated in the sheet",
  ),

  "views.rank.among": words("范围", "Among"),
  "views.rank.period": words("期间", "Period"),
  "views.rank.other_period": words(
    "{period}没有可排名的数值",
    "Nothing to rank in {period}",
  ),
  "views.rank.by": words("按", "By"),
  "views.rank.by.level": words("数值", "Value"),
  "views.rank.by.change": words("同比变化", "Change"),
  "views.rank.cities": words("{region}各市", "Cities of {region}"),
  "views.rank.counties": words("{region}各县区", "Counties of {region}"),
  "views.rank.all_counties": words("全部县区", "All counties"),
  "views.rank.column.rank": words("名次", "Rank"),
  "views.rank.column.change": words("同比", "On last year"),
  "views.rank.column.change_rank": words("同比名次", "Change rank"),
  "views.rank.tied": words("并列", "tied"),
  "views.rank.excluded": words("不参与排名", "not ranked"),
  "views.rank.excluded.why": words(
    "不参与排名，表中写作“{reason}”",
    "not ranked: the sheet says “{reason}”",
  ),
  "views.rank.unranked.why": words("没有数值：{reason}", "no value: {reason}"),
  "views.rank.stated": words("表中所列", "as the sheet states it"),
  "views.rank.points": words("百分点", "pp"),
  "views.rank.lower": words("由小到大，小者为优", "ascending, lower is better"),
  "views.rank.higher": words(
    "由大到小，大者为优",
    "descending, higher is better",
  ),
  "views.rank.by_change": words(
    "按同比改善幅度排名，改善大者在前",
    "by improvement on last year, greatest first",
  ),
  "views.rank.rounding": words(
    "按修约值排名，同值并列",
    "ranked on rounded values; equal values tie",
  ),
  "views.rank.summary": words(
    "{n} 个参与排名；同比改善 {better} 个，变差 {worse} 个，持平 {same} 个",
    "{n} ranked; on last year {better} improved, {worse} worsened, {same} unchanged",
  ),
  "views.rank.summary_without_change": words(
    "{n} 个参与排名；没有上年同期数据",
    "{n} ranked; no figures of last year",
  ),
  "views.rank.unit": words("单位：{unit}", "Unit: {unit}"),
  "views.rank.target_tick": words("竖线为目标", "tick: goal"),
  "views.rank.empty": words(
    "截至这一天，没有两个以上市或县区报同一期间的同一指标。导入各市或各县区的数据表后，这里按数值和同比变化排名。",
    "As of this day no two cities or counties have figures of one indicator and period. Once their sheets are imported they are ranked here by value and by change.",
  ),
  "views.rank.trends": words("各地走势", "Region by region"),

  "views.outlook": words("预测", "Forecast"),
  "views.outlook.value": words(
    "到期预计 {value}，五分之四的可能在 {low}—{high} {unit}",
    "Expected {value} by the deadline; four in five between {low} and {high} {unit}",
  ),
  "views.outlook.stated": words(
    "表中所列预测 {value} {unit}",
    "The sheet forecasts {value} {unit}",
  ),
  "views.outlook.chance": words(
    "达标概率约 {chance}",
    "Chance of meeting the goal: about {chance}",
  ),
  "views.outlook.months": words(
    "按上年同月推算，逐月变化取自历年同期（{changes} 个变化，抽样 {draws} 次）",
    "As in the same months of last year, changed as past years changed ({changes} changes, {draws} draws)",
  ),
  "views.outlook.years": words(
    "按历年年度变化推算（{changes} 个变化，抽样 {draws} 次）",
    "Changed as past years changed ({changes} changes, {draws} draws)",
  ),
  "views.outlook.steps": words(
    "按近期逐期变化推算（{changes} 个变化，抽样 {draws} 次）",
    "Changed as the last periods changed ({changes} changes, {draws} draws)",
  ),
  "views.rest": words("分月控制", "Month by month"),
  "views.rest.profile": words(
    "按{years}各月占比分解",
    "split as the months of {years}",
  ),
  "views.rest.even": words("按各月天数分解", "split by the days of the months"),
  "views.rest.days": words(
    "优良 {needed} 天，可超标 {affordable} 天",
    "{needed} good days, {affordable} bad ones affordable",
  ),

  "views.trend": words("走势", "Trend"),
  "views.trend.words": words(
    "{n} 期：{from} → {to}",
    "{n} periods: {from} → {to}",
  ),

  "views.chart.band": words("预测区间", "Forecast band"),
  "views.chart.forecast": words("预测", "Forecast"),
  "views.chart.limit": words(
    "{standard}\n年均限值",
    "{standard}\nannual limit",
  ),
  "views.chart.stated": words("上年同期（表中所列）", "Last year, as stated"),
  "views.picture.png": words("存为 PNG", "Save as PNG"),
  "views.picture.svg": words("存为 SVG", "Save as SVG"),
  "views.picture.as_of": words("截至 {day}", "As of {day}"),
  "views.picture.failed": words(
    "图片没有生成：浏览器画不出这张图。可改存 SVG。",
    "The picture was not made: the browser could not draw it. SVG may work.",
  ),

  "views.print": words("打印本页（A4 横向）", "Print this view (A4 landscape)"),
  "views.print.page": words(
    "第 {page} 页，共 {pages} 页",
    "Page {page} of {pages}",
  ),
  "views.print.as_of": words("截至 {day}", "As of {day}"),
  "views.print.scope": words("范围：{region}", "Scope: {region}"),
  "views.print.units_in_rows": words("单位：见各行", "Units: in each row"),
  "views.print.units_beside": words(
    "单位：见指标后",
    "Units: beside the indicators",
  ),
  "views.print.nothing": words(
    "这个视图没有可打印的内容。",
    "This view has nothing to print.",
  ),

  "views.room": words(
    "会议全屏（放大 1.5 倍）",
    "Full screen for the meeting room (1.5×)",
  ),
  "views.room.exit": words("退出全屏", "Leave full screen"),
  "views.room.previous": words("上一个视图", "Previous view"),
  "views.room.next": words("下一个视图", "Next view"),

  "views.reader": words("读屏模式", "Screen reader mode"),
  "views.reader.hint": words(
    "表格不固定列，每页 50 行，按读屏顺序排列",
    "Grids without pinned columns, 50 rows a page, in the order they are read",
  ),
  "views.reader.page": words(
    "第 {from}—{to} 行，共 {n} 行",
    "Rows {from} to {to} of {n}",
  ),
  "views.reader.previous": words("上一页", "Previous page"),
  "views.reader.next": words("下一页", "Next page"),
  "views.reader.open": words("查看详情", "Show details"),

  "views.rest.items": words("完成 {n} 项", "{n} to finish"),
  "views.ledger.counts": words("台账计数", "Counted from ledgers"),
  "views.ledger.total": words("总数", "In all"),
  "views.ledger.done": words("已完成", "Done"),
  "views.ledger.open": words("未完成", "Open"),
  "views.ledger.overdue": words("其中已过时限", "of these past their deadline"),
  "views.ledger.due_soon": words(
    "其中 {within} 天内到期",
    "of these due within {within} days",
  ),
  "views.ledger.unknown": words(
    "状态不明（单列）",
    "State unknown, kept apart",
  ),
  "views.ledger.undated": words("未完成且未写时限", "Open without a deadline"),
  "views.ledger.stated": words(
    "表列{indicator}（{period}）",
    "Stated: {indicator} ({period})",
  ),
  "views.ledger.open_list": words("未完成的 {n} 项", "Open: {n}"),
  "views.ledger.unknown_list": words(
    "状态不明的 {n} 项",
    "Of unknown state: {n}",
  ),
  "views.ledger.no_deadline": words("未写时限", "no deadline"),
  "views.ledger.more": words("其余 {n} 项", "{n} more"),

  "views.excerpt.gap": words(
    "其间有未列出的行或列",
    "rows or columns left out here",
  ),
  "views.excerpt.replaced": words(
    "现用值为手工录入；下面是它所替代的原值",
    "The value in force was typed in; this is the original it replaced",
  ),
} as const satisfies Messages;

export type ViewsCode = keyof typeof viewsMessages;
