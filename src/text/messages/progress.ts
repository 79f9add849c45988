import type { Messages } from "../message.ts";

export const progressMessages: Messages = {
  "progress.no_target": {
    zh: { message: "没有设定目标" },
    en: { message: "no target is set" },
  },
  "progress.no_actual": {
    zh: { message: "截至该日没有实际值" },
    en: { message: "no actual value by this day" },
  },
  "progress.actual_missing": {
    zh: { message: "表中注明无数据" },
    en: { message: "the sheet says there is no value" },
  },
  "progress.input_missing": {
    zh: { message: "计算所需的数据不全" },
    en: { message: "a figure needed to compute it is missing" },
  },
  "progress.division_by_zero": {
    zh: { message: "计算式的分母为零" },
    en: { message: "the formula divides by zero" },
  },
  "progress.not_a_number": {
    zh: { message: "实际值不是数字" },
    en: { message: "the actual value is not a number" },
  },
  "progress.unknown_indicator": {
    zh: { message: "指标库中没有该指标" },
    en: { message: "the indicator is not in the list" },
  },
  "progress.bad_window": {
    zh: { message: "目标的起止时间无法识别" },
    en: { message: "the target's start or deadline cannot be read" },
  },
  "progress.bad_goal": {
    zh: { message: "目标值或基数不是数字" },
    en: { message: "the goal or the baseline is not a number" },
  },
  "progress.unit_mismatch": {
    zh: { message: "目标的单位与指标的单位不能换算" },
    en: { message: "the target's unit does not convert into the indicator's" },
  },
  "progress.no_baseline": {
    zh: { message: "没有基数" },
    en: { message: "there is no baseline" },
  },
  "progress.no_start": {
    zh: { message: "目标没有起始时间" },
    en: { message: "the target does not say when it starts" },
  },
  "progress.no_time_yet": {
    zh: { message: "目标期刚开始，尚无时间进度" },
    en: { message: "no time of the window has passed yet" },
  },
  "progress.zero_goal": {
    zh: { message: "目标值为零，无法计算完成比例" },
    en: { message: "the goal is zero, so there is no share of it" },
  },
  "progress.goal_equals_baseline": {
    zh: { message: "目标值与基数相同，无法计算进度" },
    en: { message: "the goal equals the baseline, so there is no progress" },
  },
  "progress.baseline_met_goal": {
    zh: { message: "基期已满足目标，现不满足" },
    en: { message: "the goal held at the start and does not now" },
  },
  "progress.cap": {
    zh: { message: "控制上限类目标，只计剩余额度" },
    en: { message: "a cap has an allowance left, not a progress" },
  },
  "progress.period_not_comparable": {
    zh: { message: "实际值的时段与目标的时段不可比" },
    en: {
      message: "the actual's period cannot be compared with the target's",
    },
  },
  "progress.no_same_months": {
    zh: { message: "季节性指标，缺少基准年或上年同期的数据" },
    en: {
      message:
        "a seasonal figure without the same months of the base year or last year",
    },
  },
  "progress.missed": {
    zh: { message: "期限已到，未达标" },
    en: { message: "the deadline has passed and the goal is not met" },
  },
  "progress.exceeded": {
    zh: { message: "累计量已超过控制上限" },
    en: { message: "the amount is already over the cap" },
  },
  "progress.out_of_reach": {
    zh: { message: "剩余时间内已无法完成" },
    en: { message: "it cannot be met any more in the time left" },
  },
  "progress.final_missing": {
    zh: { message: "期限已到，最终数据尚未报来" },
    en: { message: "the deadline has passed and the final figure is missing" },
  },
  "progress.window_closed": {
    zh: { message: "目标期已结束" },
    en: { message: "the window is over" },
  },
  "progress.nothing_left": {
    zh: { message: "目前已满足目标" },
    en: { message: "the goal holds now" },
  },
  "progress.not_additive": {
    zh: { message: "该指标不能按天折算剩余控制值" },
    en: { message: "what remains cannot be worked out by days" },
  },
  "progress.no_forecast": {
    zh: { message: "没有预测值" },
    en: { message: "there is no forecast" },
  },
  "progress.formula_bad": {
    zh: { message: "指标的计算式无法识别" },
    en: { message: "the indicator's formula cannot be read" },
  },
  "progress.formula_unknown": {
    zh: { message: "计算式引用了指标库中没有的指标" },
    en: { message: "the formula names an indicator that is not in the list" },
  },
  "progress.formula_syntax": {
    zh: {
      message: "计算式写法有误：{detail}",
      hint: "只能用指标、数字、加减乘除、比较、括号和列表中的函数。",
    },
    en: {
      message: "The formula cannot be read: {detail}",
      hint: "Use indicators, numbers, + - * /, comparisons, brackets and the listed functions only.",
    },
  },
  "progress.formula_not_allowed": {
    zh: {
      message: "计算式中不能使用“{what}”",
      hint: "只能用指标、数字、加减乘除、比较、括号和列表中的函数。",
    },
    en: {
      message: "“{what}” is not allowed in a formula",
      hint: "Use indicators, numbers, + - * /, comparisons, brackets and the listed functions only.",
    },
  },
  "progress.formula_too_long": {
    zh: {
      message: "计算式有 {length} 个字符，最多 {most} 个",
      hint: "拆成几个指标分别计算。",
    },
    en: {
      message: "The formula has {length} characters, {most} at most",
      hint: "Split it over several indicators.",
    },
  },
  "progress.formula_too_deep": {
    zh: {
      message: "计算式括号超过 {most} 层",
      hint: "减少括号层数。",
    },
    en: {
      message: "The formula has more than {most} nested brackets",
      hint: "Use fewer brackets.",
    },
  },
  "progress.formula_long_number": {
    zh: {
      message: "计算式中的数 {number} 超过 15 位有效数字",
      hint: "减少位数。",
    },
    en: {
      message: "The number {number} in the formula has more than 15 digits",
      hint: "Use fewer digits.",
    },
  },
  "progress.step_target": {
    zh: {
      message:
        "目标：{comparator} {goal} {unit}，{from} 至 {deadline}（{plan}；来源：{source}）",
    },
    en: {
      message:
        "Target: {comparator} {goal} {unit}, {from} to {deadline} ({plan}; source: {source})",
    },
  },
  "progress.step_converted": {
    zh: { message: "目标值换算：{value} {from} = {goal} {unit}" },
    en: { message: "Goal converted: {value} {from} = {goal} {unit}" },
  },
  "progress.step_unverified": {
    zh: { message: "该目标待核实" },
    en: { message: "This target is unverified" },
  },
  "progress.step_base_assumed": {
    zh: { message: "基准年未在两处都注明，按比 {base} 年计" },
    en: {
      message: "The base year is stated on one side only; taken as {base}",
    },
  },
  "progress.step_baseline": {
    zh: { message: "基数：{value} {unit}（{period}）" },
    en: { message: "Baseline: {value} {unit} ({period})" },
  },
  "progress.step_baseline_recorded": {
    zh: { message: "基数取 {period} 年实际值：{value} {unit}" },
    en: { message: "Baseline is the actual of {period}: {value} {unit}" },
  },
  "progress.step_actual": {
    zh: { message: "实际值：{period} 为 {value} {unit}" },
    en: { message: "Actual: {value} {unit} in {period}" },
  },
  "progress.step_provisional": {
    zh: { message: "{period} 的实际值为快报数" },
    en: { message: "The actual of {period} is provisional" },
  },
  "progress.step_estimated": {
    zh: { message: "{period} 的实际值为估计数" },
    en: { message: "The actual of {period} is an estimate" },
  },
  "progress.step_other_values": {
    zh: { message: "{period} 另有不同的值：{values}，以后报的为准" },
    en: {
      message:
        "{period} is stated differently elsewhere: {values}; the last counts",
    },
  },
  "progress.step_later_missing": {
    zh: { message: "{period} 无数据（{words}），取此前最近一期" },
    en: {
      message:
        "{period} has no value ({words}); the last one before it is used",
    },
  },
  "progress.step_missing": {
    zh: { message: "{period} 无数据（{words}）" },
    en: { message: "{period} has no value ({words})" },
  },
  "progress.step_input": {
    zh: { message: "计算用数：{indicator} {period} 为 {value}" },
    en: { message: "Input: {indicator} is {value} in {period}" },
  },
  "progress.step_derived": {
    zh: {
      message:
        "实际值由计算式得出：{formula} = {exact}，修约到 {decimals} 位小数为 {value} {unit}",
    },
    en: {
      message:
        "Actual computed: {formula} = {exact}, rounded to {decimals} decimals {value} {unit}",
    },
  },
  "progress.step_added_up": {
    zh: { message: "实际值：{period} 由 {count} 期相加，为 {value} {unit}" },
    en: {
      message: "Actual: {count} periods add up to {value} {unit} over {period}",
    },
  },
  "progress.step_rounded": {
    zh: {
      message: "{value} 按 GB/T 8170 修约到 {decimals} 位小数为 {rounded}",
    },
    en: {
      message:
        "{value} rounded half to even to {decimals} decimals is {rounded} (GB/T 8170)",
    },
  },
  "progress.step_holds": {
    zh: { message: "{actual} {comparator} {goal}，成立" },
    en: { message: "{actual} {comparator} {goal} holds" },
  },
  "progress.step_fails": {
    zh: { message: "{actual} {comparator} {goal}，不成立，差 {gap} {unit}" },
    en: {
      message: "{actual} {comparator} {goal} does not hold, {gap} {unit} short",
    },
  },
  "progress.step_not_comparable": {
    zh: { message: "{period} 的值不能与 {deadline} 的目标直接比较" },
    en: {
      message:
        "The value of {period} cannot be compared with a goal for {deadline}",
    },
  },
  "progress.step_time_years": {
    zh: {
      message:
        "时间进度：{from} 年底至 {to} 年底共 {total} 年，{year} 年底过 {elapsed} 年，为 {share}",
    },
    en: {
      message:
        "Time share: by the end of {year}, {elapsed} of the {total} years from the end of {from} to the end of {to}, {share}",
    },
  },
  "progress.step_time_days": {
    zh: { message: "时间进度：{elapsed} 天 ÷ {total} 天 = {share}" },
    en: { message: "Time share: {elapsed} of {total} days, {share}" },
  },
  "progress.step_same_months": {
    zh: {
      message:
        "按 {year} 年同期折算全年：{actual} × {annual} ÷ {months} = {value}",
    },
    en: {
      message:
        "Taken to a year by the same months of {year}: {actual} × {annual} ÷ {months} = {value}",
    },
  },
  "progress.step_same_months_points": {
    zh: {
      message:
        "按 {year} 年同期折算全年：{actual} + {annual} − {months} = {value}",
    },
    en: {
      message:
        "Taken to a year by the same months of {year}: {actual} + {annual} − {months} = {value}",
    },
  },
  "progress.step_progress": {
    zh: {
      message:
        "完成进度：（{actual} − {baseline}）÷（{goal} − {baseline}）= {progress}",
    },
    en: {
      message:
        "Progress: ({actual} − {baseline}) ÷ ({goal} − {baseline}) = {progress}",
    },
  },
  "progress.step_ratio": {
    zh: { message: "完成进度：{actual} ÷ {goal} = {progress}" },
    en: { message: "Progress: {actual} ÷ {goal} = {progress}" },
  },
  "progress.step_expected": {
    zh: {
      message:
        "序时应达：{baseline} +（{goal} − {baseline}）× {share} = {expected}",
    },
    en: {
      message:
        "Expected by now: {baseline} + ({goal} − {baseline}) × {share} = {expected}",
    },
  },
  "progress.step_pace": {
    zh: { message: "序时比：{progress} ÷ {share} = {pace}" },
    en: { message: "Pace: {progress} ÷ {share} = {pace}" },
  },
  "progress.step_threshold": {
    zh: { message: "序时比 {pace} 不低于 {threshold}，判为{status}" },
    en: { message: "Pace {pace} is at least {threshold}: {status}" },
  },
  "progress.step_below_thresholds": {
    zh: { message: "序时比 {pace} 低于 {threshold}，判为{status}" },
    en: { message: "Pace {pace} is below {threshold}: {status}" },
  },
  "progress.step_met_final": {
    zh: { message: "目标期已结束，满足目标，判为已达标" },
    en: { message: "The window is over and the goal holds: met" },
  },
  "progress.step_met_settled": {
    zh: { message: "累计量只增不减，已满足目标，判为已达标" },
    en: { message: "The amount only grows and the goal holds: met" },
  },
  "progress.step_met_so_far": {
    zh: { message: "目标期未结束，目前满足目标，判为目前达标" },
    en: { message: "The goal holds, the window is still open: met so far" },
  },
  "progress.step_missed": {
    zh: { message: "目标期已结束，未满足目标，判为严重滞后" },
    en: { message: "The window is over and the goal is missed: far behind" },
  },
  "progress.step_lost": {
    zh: { message: "剩余时间内已无法完成，判为严重滞后" },
    en: { message: "It cannot be met any more: far behind" },
  },
  "progress.step_went_back": {
    zh: { message: "比基数还差，判为倒退" },
    en: { message: "Worse than at the start: going backwards" },
  },
  "progress.step_negative": {
    zh: { message: "完成进度为负，判为倒退" },
    en: { message: "Progress is negative: going backwards" },
  },
  "progress.step_final_missing": {
    zh: {
      message: "{deadline} 已结束，最终数据未报来，按 {period} 的值判定",
    },
    en: {
      message:
        "{deadline} is over and its figure is missing; judged on {period}",
    },
  },
  "progress.step_mean_quota": {
    zh: {
      message:
        "以月保年：（{goal} × {daysTotal} − {actual} × {daysDone}）÷ {daysLeft} = {strict} {unit}；按修约后判定，最多可到 {edge} {unit}（按日历天数计）",
    },
    en: {
      message:
        "For the rest: ({goal} × {daysTotal} − {actual} × {daysDone}) ÷ {daysLeft} = {strict} {unit}; {edge} {unit} still rounds to the goal (calendar days)",
    },
  },
  "progress.step_days_of_share": {
    zh: {
      message:
        "{share}% × {daysDone} 天约 {days} 天；全年 {daysTotal} 天的 {goal}% 为 {wanted} 天（按日历天数计）",
    },
    en: {
      message:
        "{share}% of {daysDone} days is about {days}; {goal}% of {daysTotal} days is {wanted} (calendar days)",
    },
  },
  "progress.step_days_quota": {
    zh: {
      message:
        "已有 {done} 天，目标 {goal} 天，还剩 {daysLeft} 天：还需优良 {stillNeeded} 天，最多可超标 {affordable} 天",
    },
    en: {
      message:
        "{done} days so far, goal {goal}, {daysLeft} to come: {stillNeeded} good days needed, {affordable} bad ones affordable",
    },
  },
  "progress.step_out_of_reach": {
    zh: { message: "剩余时间内最好也差 {by} {unit}" },
    en: { message: "At best it is missed by {by} {unit}" },
  },
  ...spread(
    "progress.step_amount_left",
    "还需完成 {total} {unit}，剩 {periodsLeft} {per}，每{per}至少 {perPeriod} {unit}",
    "{total} {unit} still to do in {periodsLeft} {per}s: at least {perPeriod} {unit} a {per}",
  ),
  ...spread(
    "progress.step_allowance",
    "还可使用 {total} {unit}，剩 {periodsLeft} {per}，每{per}至多 {perPeriod} {unit}",
    "{total} {unit} left in {periodsLeft} {per}s: at most {perPeriod} {unit} a {per}",
  ),
  ...spread(
    "progress.step_change_left",
    "由 {actual} 到 {goal} 还差 {size} {unit}，剩 {periodsLeft} {per}，每{per}变化 {perPeriod} {unit}",
    "From {actual} to {goal} is {size} {unit} in {periodsLeft} {per}s: {perPeriod} {unit} a {per}",
  ),
};

/** One sentence for years, months and weeks. */
function spread(code: string, zh: string, en: string): Messages {
  const words = [
    ["year", "年"],
    ["month", "个月"],
    ["week", "周"],
  ] as const;
  return Object.fromEntries(
    words.map(([per, chinese]) => [
      `${code}_${per}`,
      {
        zh: {
          message: zh
            .replace("每{per}", `每${chinese.replace("个", "")}`)
            .replace("{per}", chinese),
        },
        en: { message: en.replaceAll("{per}", per) },
      },
    ]),
  );
}
