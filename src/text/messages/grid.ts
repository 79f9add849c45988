function words(zh: string, en: string) {
  return { zh: { message: zh }, en: { message: en } } as const;
}

/** Words of the working surface: bars, dialogs and keys of the grid. */
export const gridMessages = {
  "grid.cell_input": words("单元格 {at}", "Cell {at}"),
  "grid.row": words("行", "Row"),
  "grid.sort": words("排序", "Sort"),
  "grid.fold": words("收起{region}的下级地区", "Fold the parts of {region}"),
  "grid.unfold": words(
    "展开{region}的下级地区",
    "Unfold the parts of {region}",
  ),
  "grid.fold_all": words("全部收起", "Fold all"),
  "grid.unfold_all": words("全部展开", "Unfold all"),
  "grid.original": words("原值 {value}（{source}）", "Was {value} ({source})"),
  "grid.comments": words("{n} 条批注", "{n} comments"),
  "grid.fill_handle": words(
    "拖动填充；双击填充到相邻列的末尾",
    "Drag to fill; double-click to fill as far as the next column reaches",
  ),

  "grid.bar.value": words("数值", "Value"),
  "grid.bar.typed": words("手工录入", "Typed by hand"),
  "grid.bar.formula": words("公式：{formula}", "Formula: {formula}"),
  "grid.formula.previous": words(
    "上年同期的数值",
    "the same period a year before",
  ),
  "grid.formula.change": words(
    "本期 − 上年同期",
    "this period − a year before",
  ),
  "grid.formula.changeRate": words(
    "（本期 − 上年同期）÷ 上年同期 × 100%",
    "(this period − a year before) ÷ a year before × 100%",
  ),
  "grid.formula.completion": words(
    "完成数 ÷ 目标数 × 100%",
    "done ÷ target × 100%",
  ),
  "grid.formula.rank": words(
    "同级地区中的名次，数值相同名次相同",
    "place among regions of the level, ties share one",
  ),
  "grid.formula.changeRank": words(
    "按同比变化排的名次",
    "place by the change from a year before",
  ),

  "grid.sum.label": words("所选单元格", "Selected cells"),
  "grid.sum.count": words("数值 {n}", "Figures {n}"),
  "grid.sum.cells": words("{n} 格", "{n} cells"),
  "grid.sum.missing": words("缺 {n}", "Missing {n}"),
  "grid.sum.sum": words("求和 {value}", "Sum {value}"),
  "grid.sum.mean": words("平均 {value}", "Mean {value}"),
  "grid.sum.min": words("最小 {value}", "Min {value}"),
  "grid.sum.max": words("最大 {value}", "Max {value}"),
  "grid.sum.units_differ": words("单位不同，不求和", "Units differ: no sum"),
  "grid.sum.counting": words("正在统计…", "Counting…"),
  "grid.sum.ready": words("就绪", "Ready"),
  "grid.sum.editing": words("编辑", "Editing"),

  "grid.find.what": words("查找（可用拼音）", "Find (pinyin too)"),
  "grid.find.by": words("替换为", "Replace by"),
  "grid.find.next": words("下一个", "Next"),
  "grid.find.previous": words("上一个", "Previous"),
  "grid.find.one": words("替换", "Replace"),
  "grid.find.all": words("全部替换", "Replace all"),
  "grid.find.count": words("{at} / {n}", "{at} / {n}"),
  "grid.find.none": words("没有找到", "Nothing found"),
  "grid.find.replaced": words("已替换 {n} 格", "Replaced in {n} cells"),

  "grid.paste.title": words("核对粘贴内容", "Check what is pasted"),
  "grid.paste.percent_into_other": words(
    "{n} 个数带百分号，但所在行的单位不是 %，例如“{text}”→ {unit}",
    "{n} figures have a percent sign, but the unit of their rows is not %, such as “{text}” → {unit}",
  ),
  "grid.paste.fraction_into_percent": words(
    "{n} 个数不大于 1，但所在行以 % 计，例如“{text}”",
    "{n} figures are at most 1 where per cent are expected, such as “{text}”",
  ),
  "grid.paste.unit": words(
    "{n} 个数带有单位，与所在行的单位不同，例如“{text}”→ {unit}",
    "{n} figures come with a unit that is not their row's, such as “{text}” → {unit}",
  ),
  "grid.paste.far_off": words(
    "{n} 个数与同行其他数值相差百倍以上，例如“{text}”{unit}",
    "{n} figures are a hundred times off the others of their row, such as “{text}” {unit}",
  ),
  "grid.paste.take": words("写入 {value}", "Write {value}"),
  "grid.paste.instead": words("换算为 {value}", "Convert to {value}"),
  "grid.paste.skip": words("跳过这些", "Leave these out"),
  "grid.paste.beyond": words(
    "内容超出表格 {rows} 行 {columns} 列",
    "{rows} rows and {columns} columns lie beyond the end of the grid",
  ),
  "grid.paste.grow": words("加上 {what}", "Add {what}"),
  "grid.paste.cut_off": words("只粘贴放得下的部分", "Paste only what fits"),
  "grid.paste.confirm": words("粘贴 {n} 格", "Paste {n} cells"),
  "grid.paste.nothing": words(
    "剪贴板里没有能粘贴的内容",
    "The clipboard holds nothing to paste",
  ),
  "grid.paste.not_here": words(
    "这里不能粘贴：选中数值列中的单元格",
    "Nothing can be pasted here: select cells of figures",
  ),
  "grid.paste.cut_short": words(
    "有 {n} 格超出表格，没有粘贴",
    "{n} cells lay beyond the grid and were not pasted",
  ),
  "grid.paste.left_out": words(
    "有 {n} 格按选择跳过",
    "{n} cells were left out",
  ),
  "grid.paste.too_large": words(
    "没有粘贴：有 {n} 格落在目标清单以外；新增多行目标请用“导入目标”",
    "Nothing was pasted: {n} cells lay beyond the list; use “Import targets” to add many",
  ),
  "grid.paste.targets": words(
    "已粘贴 {n} 格，改了 {targets} 个目标",
    "{n} cells pasted; targets changed: {targets}",
  ),
  "grid.copy.not_aligned": words(
    "不能复制这样的多个区域：区域须在相同的行或相同的列",
    "These areas cannot be copied together: they must share their rows or their columns",
  ),
  "grid.refused": words(
    "{n} 格没有写入，保持原值",
    "{n} cells were not set and keep their values",
  ),
  "grid.too_many": words(
    "一次最多改 {n} 格，请缩小选区",
    "At most {n} cells can be set at once; select fewer",
  ),

  "grid.comment": words("批注", "Comments"),
  "grid.comment.add": words("添加批注", "Add a comment"),
  "grid.comment.save": words("保存批注", "Save the comment"),
  "grid.comment.text": words("内容", "Text"),
  "grid.comment.none": words("还没有批注。", "There are no comments yet."),
  "grid.comment.nobody": words("未署名", "unsigned"),

  "grid.menu": words("单元格菜单：{at}", "Menu of {at}"),
  "grid.menu.cut": words("剪切", "Cut"),
  "grid.menu.copy": words("复制", "Copy"),
  "grid.menu.copy_row": words("复制整行", "Copy the row"),
  "grid.menu.copy_table": words("复制整表", "Copy the table"),
  "grid.menu.paste": words("粘贴", "Paste"),
  "grid.menu.clear": words("清空", "Clear"),
  "grid.menu.edit": words("编辑", "Edit"),
  "grid.menu.fill_down": words("向下填充", "Fill down"),
  "grid.menu.fill_right": words("向右填充", "Fill right"),
  "grid.menu.comment": words("插入批注", "Insert a comment"),
  "grid.menu.inspect": words("查看来源与历史", "Show source and history"),
  "grid.menu.only": words("只看 {what}", "Only {what}"),
  "grid.menu.blank": words("空白", "empty"),
  "grid.menu.only_value": words("只看此值", "Only this value"),
  "grid.menu.only_region": words("只看此地区", "Only this region"),
  "grid.menu.only_indicator": words("只看此指标", "Only this indicator"),
  "grid.menu.only_status": words("只看此状态", "Only this status"),
  "grid.menu.unfilter": words("取消全部筛选", "Clear all filters"),
  "grid.menu.ascending": words("升序", "Sort ascending"),
  "grid.menu.descending": words("降序", "Sort descending"),
  "grid.menu.unsort": words("恢复原有顺序", "Back to the own order"),
  "grid.menu.freeze": words("冻结到此列", "Freeze up to this column"),
  "grid.menu.unfreeze": words("取消冻结", "Unfreeze"),
  "grid.menu.hide": words("隐藏此列", "Hide this column"),
  "grid.menu.hide_many": words("隐藏 {n} 列", "Hide {n} columns"),
  "grid.menu.show_all": words("显示全部列", "Show all columns"),
  "grid.menu.why.no_figures": words(
    "选中的不是数值单元格",
    "No cell of figures is selected",
  ),
  "grid.menu.why.one_figure": words(
    "只对一个数值单元格有效",
    "This works on one cell of figures",
  ),
  "grid.menu.why.empty": words(
    "选中的单元格没有数值",
    "The selected cells are empty",
  ),
  "grid.menu.why.paste_by_key": words(
    "浏览器不让网页读取剪贴板，请按 Ctrl+V",
    "The browser lets no page read the clipboard: press Ctrl+V",
  ),
  "grid.menu.why.nothing_above": words(
    "上方没有单元格",
    "There is no cell above",
  ),
  "grid.menu.why.nothing_left": words(
    "左侧没有数值单元格",
    "There is no cell of figures at the left",
  ),
  "grid.menu.why.no_region": words(
    "选中的不是一个地区",
    "The selection is not of one region",
  ),
  "grid.menu.why.no_indicator": words(
    "选中的不是一个指标",
    "The selection is not of one indicator",
  ),
  "grid.menu.why.picked": words(
    "表中只有这一个，可在上方改选",
    "The sheet shows this one alone; choose another above",
  ),
  "grid.menu.why.no_status": words(
    "这里没有目标状态",
    "No target is judged here",
  ),
  "grid.menu.why.unfiltered": words("没有筛选", "Nothing is filtered"),
  "grid.menu.why.unsorted": words("没有排序", "Nothing is sorted"),
  "grid.menu.why.frozen_already": words(
    "已经固定在左侧",
    "It stays at the left already",
  ),
  "grid.menu.why.not_frozen": words("没有冻结的列", "No column is frozen"),
  "grid.menu.why.too_wide": words(
    "左侧各列太宽，冻结后看不到其余各列",
    "The columns up to here are too wide: no other would be in sight",
  ),
  "grid.menu.why.last_column": words(
    "至少要留一列数值",
    "At least one column of figures must stay",
  ),
  "grid.menu.why.none_hidden": words("没有隐藏的列", "No column is hidden"),
  "grid.menu.why.not_typed": words(
    "此列由系统给出，不能录入",
    "This column is not typed into",
  ),
  "grid.menu.why.fixed": words(
    "来自表格的目标不能在这里改",
    "A target from a sheet is not changed here",
  ),
  "grid.menu.why.sheet_only": words(
    "此列不能排序",
    "This column cannot be sorted",
  ),
  "grid.menu.refused": words(
    "浏览器没有允许使用剪贴板，请按 {key}",
    "The browser did not allow the clipboard: press {key}",
  ),
  "grid.narrowed": words("只看 {what}", "Only {what}"),
  "grid.narrowed.end": words("取消：只看 {what}", "End: only {what}"),
  "grid.hidden": words("已隐藏 {n} 列", "{n} columns hidden"),
  "grid.hidden.show": words("显示全部列", "Show all columns"),

  "grid.layout": words("布局", "Layout"),
  "grid.layout.indicator.region/period": words("清单 × 期间", "List × periods"),
  "grid.layout.region/period": words("地区 × 期间", "Regions × periods"),
  "grid.layout.region/indicator": words("地区 × 指标", "Regions × indicators"),
  "grid.layout.indicator/period": words("指标 × 期间", "Indicators × periods"),
  "grid.layout.indicator/region": words("指标 × 地区", "Indicators × regions"),
  "grid.layout.period/indicator": words("期间 × 指标", "Periods × indicators"),
  "grid.layout.period/region": words("期间 × 地区", "Periods × regions"),
  "grid.layout.region/indicator.period": words(
    "地区 ×（指标—期间）",
    "Regions × (indicator, period)",
  ),
  "grid.layout.region/period.indicator": words(
    "地区 ×（期间—指标）",
    "Regions × (period, indicator)",
  ),
  "grid.all.indicators": words("全部指标", "All indicators"),
  "grid.all.regions": words("全部地区", "All regions"),
  "grid.all.measures": words("全部类型", "All measures"),
  "grid.all.statuses": words("全部状态", "Any status"),
  "grid.status": words("状态", "Status"),
  "grid.status.behind": words("滞后（全部）", "Behind (any)"),
  "grid.behind_only": words("只看滞后", "Behind only"),
  "grid.colours": words("状态色", "Status colours"),
  "grid.reader": words("读屏模式", "Screen reader mode"),
  "grid.decimals.more": words("增加小数位", "More decimals"),
  "grid.decimals.fewer": words("减少小数位", "Fewer decimals"),
  "grid.decimals.own": words("恢复原有小数位", "Decimals as they are"),
  "grid.add_period": words("加一期：{period}", "Add {period}"),
  "grid.add_period.short": words("加一期", "Add a period"),
  "grid.more": words("更多", "More"),
  "grid.views": words("视图", "Views"),
  "grid.views.name": words("视图名称", "Name of the view"),
  "grid.views.delete": words("删除视图“{name}”", "Delete the view “{name}”"),
  "grid.views.none": words("选择已保存的视图", "Choose a saved view"),
  "grid.views.keep": words("保存", "Save"),

  "grid.key.select": words("扩大选区", "Extend the selection"),
  "grid.key.jump": words(
    "到数据块边缘；加 Shift 选到边缘",
    "To the edge of the data; with Shift select up to it",
  ),
  "grid.key.several": words("另选一块", "Select one more block"),
  "grid.key.rows": words("选整列、整行、全部", "Select columns, rows, all"),
  "grid.key.home": words("到行首、行尾", "To the start or end of the row"),
  "grid.key.grid_ends": words("到表首、表尾", "To the first or last cell"),
  "grid.key.page": words(
    "上下翻页；加 Alt 左右翻页",
    "A page up or down; with Alt sideways",
  ),
  "grid.key.type": words(
    "直接键入：替换内容；= 开头可输入算式",
    "Typing replaces the value; = begins a sum",
  ),
  "grid.key.edit": words("在原内容上修改", "Edit the value"),
  "grid.key.commit": words(
    "确认并下移、右移；加 Shift 反向",
    "Accept and go down or right; with Shift back",
  ),
  "grid.key.same": words(
    "在选中各格填入同一数值",
    "Put one value into all selected cells",
  ),
  "grid.key.clear": words("清空", "Clear"),
  "grid.key.copy": words("复制、剪切、粘贴", "Copy, cut, paste"),
  "grid.key.fill": words("向下、向右填充", "Fill down, fill right"),
  "grid.key.find": words("查找、替换", "Find, replace"),
  "grid.key.fill_reach": words(
    "双击填充柄：填充到相邻列的末尾",
    "On the fill handle: fill as far as the next column reaches",
  ),
  "grid.key.comment": words("批注", "Comment"),
  "grid.key.menu": words("打开单元格菜单（右键）", "Open the menu of the cell"),
  "grid.key.inspect": words("查看来源与历史", "Show source and history"),
  "grid.key.fold": words(
    "收起、展开下级地区",
    "Fold or unfold the parts of a region",
  ),
  "grid.key.leave": words("离开表格", "Leave the grid"),
  "grid.key.cancel": words("放弃修改；取消剪切", "Give up the edit or the cut"),
  "grid.keys": words("数据表", "Data grid"),
} as const;

/** A code of {@link gridMessages}. */
export type GridCode = keyof typeof gridMessages;
