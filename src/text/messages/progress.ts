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
  "progress.needs_daily_values": {
    zh: { message: "百分位数须用逐日数据折算剩余天数，现无逐日数据" },
    en: { message: "what remains of a percentile needs daily values" },
  },
  "progress.not_applicable": {
    zh: { message: "该地区不在目标的适用范围内" },
    en: { message: "the target does not apply to this region" },
  },
  "progress.condition_unknown": {
    zh: { message: "缺少判断目标是否适用于该地区的数据" },
    en: {
      message: "the figure that says whether the target applies is missing",
    },
  },
  "progress.compound_needs_positive": {
    zh: { message: "年均变化率法要求基数、目标值和实际值都大于零" },
    en: {
      message:
        "a compound path needs a baseline, a goal and an actual above zero",
    },
  },
  "progress.no_profile": {
    zh: { message: "往年没有完整的分月数据，无法按季节规律推算" },
    en: { message: "no past year has all its months, so no season is known" },
  },
  "progress.profile_needs_year": {
    zh: { message: "按季节规律推算只适用于一年以内的目标期" },
    en: { message: "a seasonal path is for windows of a year at most" },
  },
  "progress.before_first_milestone": {
    zh: { message: "第一个节点之前没有基数，无法推算应达值" },
    en: {
      message:
        "without a baseline nothing is expected before the first milestone",
    },
  },
  "progress.on_request": {
    zh: { message: "打开该行时计算" },
    en: { message: "made when the row is opened" },
  },
  "progress.forecast_no_last_year": {
    zh: { message: "缺少上年剩余各月的数据，不作预测" },
    en: {
      message: "the months to come are not known for last year: no forecast",
    },
  },
  "progress.forecast_few_changes": {
    zh: { message: "历史数据太少，不作预测" },
    en: { message: "too little history for a forecast" },
  },
  "progress.forecast_not_additive": {
    zh: { message: "该指标不能由分月数据合成，不作预测" },
    en: { message: "the figure is not made of its months: no forecast" },
  },
  "progress.part_without_whole": {
    zh: {
      message:
        "{region}{indicator}的分解目标（{id}）所属的上级目标 {whole} 不存在",
    },
    en: {
      message:
        "The target {id} ({indicator}, {region}) is part of {whole}, which is not there",
    },
  },
  "progress.part_unlike": {
    zh: {
      message:
        "{region}{indicator}（{id}，{deadline}）分解到{part}的目标 {of} 指标或方向不同，未计入",
    },
    en: {
      message:
        "{part}'s part {of} of {indicator}, {region} ({id}, {deadline}), is of another indicator or direction and was not counted",
    },
  },
  "progress.part_unit": {
    zh: {
      message:
        "{region}{indicator}（{id}，{deadline}）分解到{part}的目标 {of} 单位 {unit} 不能换算，未计入",
    },
    en: {
      message:
        "{part}'s part {of} of {indicator}, {region} ({id}, {deadline}), is in {unit}, which does not convert, and was not counted",
    },
  },
  "progress.part_late": {
    zh: {
      message:
        "{region}{indicator}（{id}）分解到{part}的目标 {of} 期限 {deadline} 晚于上级的 {last}",
    },
    en: {
      message:
        "{part}'s part {of} of {indicator}, {region} ({id}), is due {deadline}, after the whole ({last})",
    },
  },
  "progress.part_looser": {
    zh: {
      message:
        "{region}{indicator}（{id}，{deadline}）目标 {goal} {unit}，分解到{part}的目标 {own} {unit} 宽于上级，差 {by}",
    },
    en: {
      message:
        "{part}'s goal {own} {unit} is looser by {by} than {goal} {unit} of {region}, {indicator} ({id}, {deadline})",
    },
  },
  "progress.parts_without_weight": {
    zh: {
      message:
        "{region}{indicator}（{id}，{deadline}）按权重合成，但{missing}没有权重，无法核对",
    },
    en: {
      message:
        "The parts of {indicator}, {region} ({id}, {deadline}), make a weighted mean, but these have no weight: {missing}",
    },
  },
  ...partsMessages(),
  "progress.parts_missing": {
    zh: {
      message:
        "{region}{indicator}（{id}，{deadline}）还有 {count} 个地区没有分解目标：{regions}",
    },
    en: {
      message:
        "{count} regions have no part of {indicator}, {region} ({id}, {deadline}): {regions}",
    },
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
  "progress.step_target_by": {
    zh: {
      message:
        "目标：{deadline} {comparator} {goal} {unit}（{plan}；来源：{source}）",
    },
    en: {
      message:
        "Target: {comparator} {goal} {unit} by {deadline} ({plan}; source: {source})",
    },
  },
  "progress.step_condition_holds": {
    zh: {
      message:
        "目标只适用于{indicator} {period} {comparator} {limit} {unit} 的地区；该地区为 {value} {unit}，适用",
    },
    en: {
      message:
        "The target is for regions with {indicator} {comparator} {limit} {unit} in {period}; this one had {value} {unit}: it applies",
    },
  },
  "progress.step_condition_fails": {
    zh: {
      message:
        "目标只适用于{indicator} {period} {comparator} {limit} {unit} 的地区；该地区为 {value} {unit}，不适用",
    },
    en: {
      message:
        "The target is for regions with {indicator} {comparator} {limit} {unit} in {period}; this one had {value} {unit}: it does not apply",
    },
  },
  "progress.step_mean_of_days": {
    zh: {
      message:
        "实际值：{first} 至 {last} 共 {span} 天，其中 {count} 天有日均值，平均 {exact} {unit}",
    },
    en: {
      message:
        "Actual: {count} daily values on the {span} days from {first} to {last}, mean {exact} {unit}",
    },
  },
  "progress.step_mean_by_valid_days": {
    zh: {
      message:
        "实际值：{period} 由 {count} 期均值按有效天数加权：（{terms}）÷ {days} = {exact} {unit}",
    },
    en: {
      message:
        "Actual: {count} means over {period} weighted by valid days: ({terms}) ÷ {days} = {exact} {unit}",
    },
  },
  "progress.step_mean_by_calendar_days": {
    zh: {
      message:
        "实际值：{period} 由 {count} 期均值加权，有效天数不全，按日历天数：（{terms}）÷ {days} = {exact} {unit}",
    },
    en: {
      message:
        "Actual: {count} means over {period} weighted by calendar days, since valid days are not known for each: ({terms}) ÷ {days} = {exact} {unit}",
    },
  },
  "progress.step_reduction": {
    zh: {
      message:
        "较 {base} 下降：（{before} − {now}）÷ {before} × 100 = {exact}%",
    },
    en: {
      message:
        "Reduction against {base}: ({before} − {now}) ÷ {before} × 100 = {exact}%",
    },
  },
  "progress.step_reduction_compound": {
    zh: {
      message: "逐年下降率累计：1 − {terms} = {exact}%（{period}）",
    },
    en: {
      message: "Yearly reductions compound: 1 − {terms} = {exact}% ({period})",
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
    zh: { message: "实际 {actual}，满足目标 {comparator} {goal}" },
    en: { message: "{actual} {comparator} {goal} holds" },
  },
  "progress.step_fails": {
    zh: {
      message: "实际 {actual}，未达到目标 {comparator} {goal}，差 {gap} {unit}",
    },
    en: {
      message: "{actual} {comparator} {goal} does not hold, {gap} {unit} short",
    },
  },
  "progress.step_fails_points": {
    zh: {
      message:
        "实际 {actual}，未达到目标 {comparator} {goal}，差 {gap} 个百分点",
    },
    en: {
      message:
        "{actual} {comparator} {goal} does not hold, {gap} percentage points short",
    },
  },
  "progress.step_season_warning": {
    zh: {
      message:
        "目前满足目标，但按同期折算全年为 {value} {unit}，不满足 {comparator} {goal}，后期仍有风险",
    },
    en: {
      message:
        "The goal holds now, but the season takes the year to {value} {unit}, which fails {comparator} {goal}",
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
  "progress.step_by_profile": {
    zh: {
      message:
        "按 {years} 年分月规律折算全年：{actual} × {days} ÷ {ofYear} ÷ {share} = {value}",
    },
    en: {
      message:
        "Taken to a year by the months of {years}: {actual} × {days} ÷ {ofYear} ÷ {share} = {value}",
    },
  },
  "progress.step_expected_compound": {
    zh: {
      message:
        "应达（年均变化率）：{baseline} ×（{goal} ÷ {baseline}）^ {share} = {expected}",
    },
    en: {
      message:
        "Expected by now, compound: {baseline} × ({goal} ÷ {baseline}) ^ {share} = {expected}",
    },
  },
  "progress.step_expected_seasonal": {
    zh: {
      message: "应达（按 {years} 年分月占比）：{goal} × {share} = {expected}",
    },
    en: {
      message:
        "Expected by now, by the months of {years}: {goal} × {share} = {expected}",
    },
  },
  "progress.step_expected_season_goal": {
    zh: { message: "折算全年后直接与目标 {goal} 比较" },
    en: { message: "Taken to a year it is compared with the goal {goal}" },
  },
  "progress.step_milestone": {
    zh: { message: "{period} 的节点目标为 {goal}，应达 {expected}" },
    en: {
      message: "The milestone for {period} is {goal}: {expected} expected",
    },
  },
  "progress.step_between_milestones": {
    zh: {
      message:
        "应达：由 {from}（{since}）到 {period} 的 {goal}，按时间折算为 {expected}",
    },
    en: {
      message:
        "Expected by now, between {from} ({since}) and {goal} for {period}: {expected}",
    },
  },
  "progress.step_pace_compound": {
    zh: {
      message:
        "序时比：实际年均变化率 {observed} ÷ 所需年均变化率 {required} = {pace}",
    },
    en: {
      message:
        "Pace: yearly rate so far {observed} ÷ yearly rate needed {required} = {pace}",
    },
  },
  "progress.step_to_expected_better": {
    zh: { message: "好于应达值，判为超序时" },
    en: { message: "Better than expected by now: ahead" },
  },
  "progress.step_to_expected_same": {
    zh: { message: "等于应达值，判为达序时" },
    en: { message: "As expected by now: on pace" },
  },
  "progress.step_to_expected_worse": {
    zh: { message: "差于应达值，判为滞后" },
    en: { message: "Worse than expected by now: behind" },
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
  "progress.step_thresholds_of": {
    zh: { message: "阈值按{name}（{from} 起施行；依据：{source}）" },
    en: { message: "Thresholds of {name} (in force from {from}; {source})" },
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
    zh: { message: "期限已到，未满足目标，判为严重滞后" },
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
      message:
        "{deadline} 已结束，最终数据尚未报来，{period} 的值不作为完成情况",
    },
    en: {
      message:
        "{deadline} is over and its figure is missing; the value of {period} does not stand for it",
    },
  },
  "progress.step_mean_quota": {
    zh: {
      message:
        "以月保年：（{goal} × {daysTotal} − {actual} × {daysDone}）÷ {daysLeft} = {strict} {unit}，剩余 {daysLeft} 天均值须控制在此以内；全年修约后判定，上限约 {edge} {unit}（按日历天数计）",
    },
    en: {
      message:
        "The mean of the {daysLeft} days left may be ({goal} × {daysTotal} − {actual} × {daysDone}) ÷ {daysLeft} = {strict} {unit}; up to about {edge} {unit} still rounds to the goal (calendar days)",
    },
  },
  "progress.step_mean_quota_up": {
    zh: {
      message:
        "以月保年：（{goal} × {daysTotal} − {actual} × {daysDone}）÷ {daysLeft} = {strict} {unit}，剩余 {daysLeft} 天均值须达到；全年修约后判定，下限约 {edge} {unit}（按日历天数计）",
    },
    en: {
      message:
        "The mean of the {daysLeft} days left must be ({goal} × {daysTotal} − {actual} × {daysDone}) ÷ {daysLeft} = {strict} {unit}; down to about {edge} {unit} still rounds to the goal (calendar days)",
    },
  },
  "progress.step_index_estimate": {
    zh: {
      message: "指数含百分位数项，不能严格按天相加，以上为估算",
    },
    en: {
      message:
        "The index holds percentiles, which days do not add up to: an estimate",
    },
  },
  "progress.step_percentile_days": {
    zh: {
      message:
        "全年 {total} 个日值的第 {percentile} 百分位数不超过 {goal} {unit}，至多可有 {most} 天超过；已有 {over} 天",
    },
    en: {
      message:
        "For percentile {percentile} of {total} days to stay at {goal} {unit}, {most} days may lie above it; {over} did so far",
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
  "progress.step_days_quota_up": {
    zh: {
      message:
        "已有 {done} 天，目标 {goal} 天，还剩 {daysLeft} 天：还需 {stillNeeded} 天，最多可损失 {affordable} 天",
    },
    en: {
      message:
        "{done} days so far, goal {goal}, {daysLeft} to come: {stillNeeded} more needed, {affordable} may be lost",
    },
  },
  "progress.step_days_quota_down": {
    zh: {
      message:
        "已有 {done} 天，上限 {goal} 天，还剩 {daysLeft} 天：最多还可出现 {affordable} 天，其余 {stillNeeded} 天不能再有",
    },
    en: {
      message:
        "{done} days so far, at most {goal}, {daysLeft} to come: {affordable} more may come, {stillNeeded} must stay free",
    },
  },
  "progress.step_days_lost_up": {
    zh: {
      message:
        "已有 {done} 天，目标 {goal} 天，还剩 {daysLeft} 天，已无法完成，最好也差 {by} 天",
    },
    en: {
      message:
        "{done} days so far, goal {goal}, {daysLeft} to come: out of reach by {by} days at best",
    },
  },
  "progress.step_days_lost_down": {
    zh: {
      message:
        "已有 {done} 天，上限 {goal} 天，已超 {by} 天，无法完成（还剩 {daysLeft} 天）",
    },
    en: {
      message:
        "{done} days so far, at most {goal}: {by} days over already ({daysLeft} to come)",
    },
  },
  "progress.step_out_of_reach": {
    zh: { message: "剩余时间内最好也差 {by} {unit}" },
    en: { message: "At best it is missed by {by} {unit}" },
  },
  "progress.step_out_of_reach_points": {
    zh: { message: "剩余时间内最好也差 {by} 个百分点（{unit}）" },
    en: { message: "At best it is missed by {by} percentage points ({unit})" },
  },
  "progress.step_exceeded": {
    zh: { message: "已超过控制上限 {by} {unit}" },
    en: { message: "Already {by} {unit} over the cap" },
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
    "progress.step_rise_left",
    "由 {actual} 到 {goal} 还差 {size} {unit}，剩 {periodsLeft} {per}，每{per}需提高 {eachSize} {unit}",
    "From {actual} to {goal} is {size} {unit} in {periodsLeft} {per}s: up {eachSize} {unit} a {per}",
  ),
  ...spread(
    "progress.step_fall_left",
    "由 {actual} 到 {goal} 还差 {size} {unit}，剩 {periodsLeft} {per}，每{per}需降低 {eachSize} {unit}",
    "From {actual} to {goal} is {size} {unit} in {periodsLeft} {per}s: down {eachSize} {unit} a {per}",
  ),
  ...spread(
    "progress.step_points_up",
    "由 {actual}% 到 {goal}% 还差 {size} 个百分点，剩 {periodsLeft} {per}，每{per}需提高 {eachSize} 个百分点",
    "From {actual}% to {goal}% is {size} percentage points in {periodsLeft} {per}s: up {eachSize} points a {per}",
  ),
  ...spread(
    "progress.step_points_down",
    "由 {actual}% 到 {goal}% 还差 {size} 个百分点，剩 {periodsLeft} {per}，每{per}需降低 {eachSize} 个百分点",
    "From {actual}% to {goal}% is {size} percentage points in {periodsLeft} {per}s: down {eachSize} points a {per}",
  ),
};

/** What the parts of a target come to, against it. */
function partsMessages(): Messages {
  const ways = [
    ["sum", "合计", "add up to"],
    ["mean", "加权平均", "have the weighted mean"],
  ] as const;
  const ends = [
    ["below", "，低于目标，差 {by} {unit}", ", {by} {unit} below the goal"],
    ["above", "，高于目标，多 {by} {unit}", ", {by} {unit} above the goal"],
    [
      "fits",
      "，与目标相差 {by} {unit}，符合",
      ", which fits ({by} {unit} apart)",
    ],
  ] as const;
  return Object.fromEntries(
    ways.flatMap(([way, chinese, english]) =>
      ends.map(([end, zh, en]) => [
        `progress.parts_${way}_${end}`,
        {
          zh: {
            message: `{region}{indicator}（{id}，{deadline}）目标 {goal} {unit}，各地分解${chinese} {terms} = {made} {unit}${zh}`,
          },
          en: {
            message: `The parts of {indicator}, {region} ({id}, {deadline}), goal {goal} {unit}, ${english} {terms} = {made} {unit}${en}`,
          },
        },
      ]),
    ),
  );
}

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
