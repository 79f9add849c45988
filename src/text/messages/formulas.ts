import type { Messages } from "../message.ts";

/** Formulas that users write, and figures of regions that are computed from their parts. */
export const formulaMessages = {
  "formula.unknown_name": {
    zh: {
      message: "没有名为“{name}”的指标",
      hint: "用指标的名称、别名或代码，输入时可从列表中选。",
    },
    en: {
      message: "There is no indicator called “{name}”",
      hint: "Use an indicator's label, spelling or code; pick one from the list as you type.",
    },
  },
  "formula.ambiguous_name": {
    zh: {
      message: "“{name}”可以指多个指标：{candidates}",
      hint: "改用其中一个代码。",
    },
    en: {
      message: "“{name}” may be several indicators: {candidates}",
      hint: "Write the code of the one you mean.",
    },
  },
  "formula.ambiguous_region": {
    zh: {
      message: "“{name}”可以指多个地区：{candidates}",
      hint: "改用行政区划代码。",
    },
    en: {
      message: "“{name}” may be several regions: {candidates}",
      hint: "Write the code of the one you mean.",
    },
  },
  "formula.bad_place": {
    zh: {
      message: "“{text}”既不是已知地区，也不是期间",
      hint: '写作 at(x, 太原)、at(x, 2021)、at(x, 2021, 6) 或 at(x, "2021-Q2")。',
    },
    en: {
      message: "“{text}” is neither a known region nor a period",
      hint: 'Write at(x, 太原), at(x, 2021), at(x, 2021, 6) or at(x, "2021-Q2").',
    },
  },
  "formula.unknown_function": {
    zh: {
      message: "没有名为“{name}”的函数",
      hint: "只能用列表中的函数。",
    },
    en: {
      message: "There is no function called “{name}”",
      hint: "Only the functions of the list can be used.",
    },
  },
  "formula.function_alone": {
    zh: {
      message: "函数“{name}”后面要有括号",
      hint: "例如 {name}(x)。",
    },
    en: {
      message: "The function “{name}” needs brackets",
      hint: "For example {name}(x).",
    },
  },
  "formula.wrong_count": {
    zh: {
      message: "“{name}”的写法是 {form}，这里写了 {given} 项",
      hint: "补上或删去多余的项。",
    },
    en: {
      message: "“{name}” is written {form}; {given} items were given",
      hint: "Add what is missing or take out what is too much.",
    },
  },
  "formula.not_whole": {
    zh: {
      message: "{form} 中的 n 要写成整数",
      hint: "直接写数字，例如 1。",
    },
    en: {
      message: "In {form} n must be a whole number",
      hint: "Write the number itself, for example 1.",
    },
  },
  "formula.children_alone": {
    zh: {
      message: "“下级”只能写在 sum、mean、min、max、count 的第一项",
      hint: "例如 sum(children, x)。",
    },
    en: {
      message:
        "“children” can only stand first in sum, mean, min, max or count",
      hint: "For example sum(children, x).",
    },
  },
  "formula.no_operator": {
    zh: {
      message: "两个数之间缺少运算符",
      hint: "相乘要写乘号 *。",
    },
    en: {
      message: "There is no operator between two numbers",
      hint: "Write * to multiply.",
    },
  },
  "formula.text_not_allowed": {
    zh: {
      message: "这里不能用文字“{text}”",
      hint: "文字只能在 at(x, …) 中表示期间或地区。",
    },
    en: {
      message: "The text “{text}” is not allowed here",
      hint: "Text can only name a period or a region in at(x, …).",
    },
  },
  "formula.too_many_operations": {
    zh: {
      message: "计算式的运算超过 {most} 步",
      hint: "拆成几个指标分别计算。",
    },
    en: {
      message: "The formula has more than {most} operations in a row",
      hint: "Split it over several indicators.",
    },
  },
  "formula.reads_nothing": {
    zh: {
      message: "计算式没有用到任何指标",
      hint: "至少写一个指标。",
    },
    en: {
      message: "The formula reads no indicator",
      hint: "Name at least one.",
    },
  },
  "formula.cycle": {
    zh: {
      message: "计算式循环引用：{path}",
      hint: "去掉其中一处引用。",
    },
    en: {
      message: "The formulas lead back to themselves: {path}",
      hint: "Take one of the references out.",
    },
  },
  "formula.unlike_units": {
    zh: {
      message: "单位不同，不能相加减或比较：{unit} 与 {other}",
      hint: "先换算成同类的量，或检查指标是否选对。",
    },
    en: {
      message: "Units that cannot be added or compared: {unit} and {other}",
      hint: "Bring them to one kind first, or check which indicators are meant.",
    },
  },
  "formula.declared_unit": {
    zh: {
      message: "结果的单位是 {unit}，不是所填的 {declared}",
      hint: "改填单位，或修改计算式。",
    },
    en: {
      message: "The result is in {unit}, not in {declared} as stated",
      hint: "Change the unit or the formula.",
    },
  },
  "formula.result_is_condition": {
    zh: {
      message: "结果是一个条件，不是数",
      hint: "放进 if(条件, x, y)。",
    },
    en: {
      message: "The result is a condition, not a number",
      hint: "Put it into if(test, x, y).",
    },
  },
  "formula.condition_not_number": {
    zh: {
      message: "条件不能当作数来计算",
      hint: "用 if(条件, x, y) 得到数。",
    },
    en: {
      message: "A condition is no number to compute with",
      hint: "Use if(test, x, y) to get a number.",
    },
  },
  "formula.not_a_condition": {
    zh: {
      message: "这里需要一个条件，例如 x > 35",
      hint: "用 >、>=、<、<=、==、!= 比较。",
    },
    en: {
      message: "A condition is needed here, for example x > 35",
      hint: "Compare with >, >=, <, <=, == or !=.",
    },
  },
  "formula.does_not_add_up": {
    zh: {
      message: "“{name}”不能按地区相加",
      hint: "用 total(x) 按指标自己的规则汇总。",
    },
    en: {
      message: "“{name}” does not add up over regions",
      hint: "Use total(x) for the indicator's own rule.",
    },
  },
  "formula.mean_of_ratios": {
    zh: {
      message: "“{name}”是比例，各地区的比例不能直接平均",
      hint: "用 total(x)：先分别求和，再相除。",
    },
    en: {
      message: "“{name}” is a ratio; ratios of regions have no plain mean",
      hint: "Use total(x): sums first, then their ratio.",
    },
  },
  "formula.total_of_name": {
    zh: {
      message: "total 的括号里只能写一个指标",
      hint: "例如 total(x)。",
    },
    en: {
      message: "total takes one indicator and nothing else",
      hint: "For example total(x).",
    },
  },
  "formula.no_aggregation": {
    zh: {
      message: "指标“{name}”没有由下级汇总的规则",
      hint: "上级的数值只能直接填报。",
    },
    en: {
      message: "“{name}” has no rule for coming from a region's parts",
      hint: "The figure of the whole can only be stated.",
    },
  },
  "formula.name_taken": {
    zh: {
      message: "已有名为“{name}”的指标",
      hint: "换一个名称。",
    },
    en: {
      message: "There already is an indicator called “{name}”",
      hint: "Choose another name.",
    },
  },
  "formula.no_name": {
    zh: { message: "还没有填写名称", hint: "给计算指标起一个名称。" },
    en: {
      message: "The name is missing",
      hint: "Give the computed indicator a name.",
    },
  },
  "formula.unknown_unit": {
    zh: {
      message: "没有单位“{unit}”",
      hint: "从列表中选一个单位，或留空由计算式推出。",
    },
    en: {
      message: "There is no unit “{unit}”",
      hint: "Choose one from the list, or leave it to the formula.",
    },
  },
  "formula.unlisted_unit": {
    zh: {
      message: "结果的单位 {unit} 不在单位表中",
      hint: "填写单位，或修改计算式。",
    },
    en: {
      message: "The result is in {unit}, which is not in the list of units",
      hint: "State a unit or change the formula.",
    },
  },
  "formula.no_such": {
    zh: { message: "没有这个计算指标", hint: "它可能已被删除。" },
    en: {
      message: "There is no such computed indicator",
      hint: "It may have been removed.",
    },
  },
  "formula.damaged": {
    zh: {
      message: "计算指标“{name}”的记录无法读取，已跳过",
      hint: "重新填写这个计算指标。",
    },
    en: {
      message:
        "The computed indicator “{name}” cannot be read and was left out",
      hint: "Write it again.",
    },
  },
  "formula.too_large": {
    zh: { message: "计算中的数过大" },
    en: { message: "a number in the computation grows too long" },
  },
  "formula.too_many_steps": {
    zh: { message: "计算步数过多" },
    en: { message: "the computation takes too many steps" },
  },
  "formula.no_period_before": {
    zh: { message: "这一期间没有同类的上一期" },
    en: { message: "no period of the same kind comes before this one" },
  },
  "formula.not_from_months": {
    zh: { message: "该指标不能由各月推算累计值" },
    en: { message: "the indicator cannot be had from its months" },
  },
  "formula.not_whole_months": {
    zh: { message: "期间不是整月，不能由各月推算" },
    en: { message: "the period is not made of whole months" },
  },
  "progress.no_children": {
    zh: { message: "该地区没有下级，或指标没有汇总规则" },
    en: { message: "the region has no parts, or the indicator no rule" },
  },
  "progress.children_missing": {
    zh: { message: "下级地区数据不全" },
    en: { message: "figures of some parts of the region are missing" },
  },
  "progress.children_changed": {
    zh: { message: "期间内有下级地区设立或撤销" },
    en: { message: "parts of the region came or went within the period" },
  },
  "progress.step_input_at": {
    zh: { message: "计算用数：{region} {indicator} {period} 为 {value}" },
    en: { message: "Input: {indicator} of {region} is {value} in {period}" },
  },
  "progress.step_parts_sum": {
    zh: { message: "{period} 由 {count} 个下级相加得 {value} {unit}：{parts}" },
    en: {
      message: "{period}: the {count} parts add up to {value} {unit}: {parts}",
    },
  },
  "progress.step_parts_mean": {
    zh: {
      message:
        "{period} 由 {count} 个下级按权重（{weight}）平均得 {value} {unit}：{parts}",
    },
    en: {
      message:
        "{period}: mean of {count} parts weighted by {weight} is {value} {unit}: {parts}",
    },
  },
  "progress.step_parts_mean_equal": {
    zh: {
      message:
        "{period} 由 {count} 个下级平均得 {value} {unit}（缺少有效天数，各下级权重相同）：{parts}",
    },
    en: {
      message:
        "{period}: mean of {count} parts is {value} {unit} (their valid days are not stated, so they weigh the same): {parts}",
    },
  },
  "progress.step_parts_ratioOfSums": {
    zh: {
      message:
        "{period} 由 {count} 个下级先求和再相除得 {value} {unit}（权重为 {weight}）：{parts}",
    },
    en: {
      message:
        "{period}: ratio of the sums of {count} parts is {value} {unit} (weights: {weight}): {parts}",
    },
  },
  "progress.step_parts_worst": {
    zh: {
      message: "{period} 取 {count} 个下级中最差的 {value} {unit}：{parts}",
    },
    en: {
      message:
        "{period}: the worst of {count} parts is {value} {unit}: {parts}",
    },
  },
  "progress.step_parts_incomplete": {
    zh: {
      message:
        "{period} 下级数据不全，缺 {missing}；已有部分得 {value} {unit}，不作为全域数值：{parts}",
    },
    en: {
      message:
        "{period}: parts are missing ({missing}); those there come to {value} {unit}, which is not the figure of the whole: {parts}",
    },
  },
  "progress.step_parts_agree": {
    zh: {
      message:
        "{period} 所报 {stated} {unit} 与由 {count} 个下级算得的一致：{parts}",
    },
    en: {
      message:
        "{period}: {stated} {unit} as stated agrees with what the {count} parts come to: {parts}",
    },
  },
  "progress.step_parts_differ": {
    zh: {
      message:
        "{period} 所报 {stated} {unit} 与由 {count} 个下级算得的 {value} 相差 {difference}：{parts}",
    },
    en: {
      message:
        "{period}: {stated} {unit} as stated differs by {difference} from {value}, which the {count} parts come to: {parts}",
    },
  },
  "formula.function_yoy": {
    zh: { message: "与上年同期相比：浓度、数额为 %，比例为百分点，个数为差" },
    en: {
      message:
        "Against the same period of last year: % for concentrations and amounts, points for shares, a difference for counts",
    },
  },
  "formula.function_mom": {
    zh: { message: "与上一期相比，算法同 yoy" },
    en: { message: "Against the period before, as yoy" },
  },
  "formula.function_prev": {
    zh: { message: "上一期（或前 n 期）的数值" },
    en: { message: "The value one period (or n periods) before" },
  },
  "formula.function_lastyear": {
    zh: { message: "上年同期的数值" },
    en: { message: "The value of the same period last year" },
  },
  "formula.function_ytd": {
    zh: { message: "1 月至本期的累计值：数额相加，均值按有效天数加权" },
    en: {
      message:
        "From January on: amounts added up, means weighted by valid days",
    },
  },
  "formula.function_at": {
    zh: { message: "指定地区或期间的数值" },
    en: { message: "The value of another region or period" },
  },
  "formula.function_total": {
    zh: { message: "由下级地区按指标自己的规则汇总" },
    en: { message: "What the region's parts come to by the indicator's rule" },
  },
  "formula.function_sum": {
    zh: { message: "各下级之和，或几个数之和" },
    en: { message: "Sum over the region's parts, or of several numbers" },
  },
  "formula.function_mean": {
    zh: { message: "各下级的简单平均，或几个数的平均" },
    en: {
      message: "Plain mean over the region's parts, or of several numbers",
    },
  },
  "formula.function_min": {
    zh: { message: "最小值" },
    en: { message: "The least" },
  },
  "formula.function_max": {
    zh: { message: "最大值" },
    en: { message: "The greatest" },
  },
  "formula.function_count": {
    zh: { message: "有数值的下级个数" },
    en: { message: "How many of the region's parts have a value" },
  },
  "formula.function_ratio": {
    zh: { message: "前项占后项的百分比" },
    en: { message: "The first as a percentage of the second" },
  },
  "formula.function_abs": {
    zh: { message: "绝对值" },
    en: { message: "Without its sign" },
  },
  "formula.function_round": {
    zh: { message: "按 GB/T 8170 修约到 n 位小数" },
    en: { message: "Rounded to n decimals, half to even" },
  },
  "formula.function_if": {
    zh: { message: "条件成立取前者，否则取后者" },
    en: { message: "The first when the condition holds, else the second" },
  },
} satisfies Messages;
