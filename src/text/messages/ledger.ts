import type { Messages } from "../message.ts";

/** What is counted from the records of a ledger. */
export const ledgerMessages: Messages = {
  "progress.states_unknown": {
    zh: {
      message: "有台账记录没有写明状态，无法确认是否达到目标",
      hint: "在台账中补填完成情况后重新导入",
    },
    en: {
      message: "records without a state leave open whether the goal is met",
      hint: "fill in their state in the ledger and import it again",
    },
  },
  "progress.deadlines_unknown": {
    zh: {
      message: "有未完成的台账记录没有写明时限或状态，无法确认是否逾期",
      hint: "在台账中补填时限和完成情况后重新导入",
    },
    en: {
      message:
        "records without a deadline or a state leave open whether any is overdue",
      hint: "fill them in in the ledger and import it again",
    },
  },
  "progress.step_ledger": {
    zh: {
      message:
        "台账计数（{region}，含所辖，截至 {period}）：共 {total} 项，已完成 {done} 项，未完成 {open} 项，状态不明 {unknown} 项；状态已知的完成 {share}%",
    },
    en: {
      message:
        "Counted from ledgers ({region} and all within it, as of {period}): {total} in all, {done} done, {open} open, {unknown} of unknown state; {share}% done of those whose state is known",
    },
  },
  "progress.step_ledger_start_open": {
    zh: { message: "起点为状态已知的全部 {value} {unit}" },
    en: { message: "It started from all whose state is known: {value} {unit}" },
  },
  "progress.step_ledger_start_overdue": {
    zh: { message: "已到时限的共 {value} {unit}" },
    en: { message: "Past their deadline in all: {value} {unit}" },
  },
  "progress.step_ledger_open": {
    zh: { message: "未完成 {count} 项：{records}" },
    en: { message: "Open, {count}: {records}" },
  },
  "progress.step_ledger_overdue": {
    zh: { message: "其中截至 {period} 已过时限 {count} 项：{records}" },
    en: {
      message: "Of these past their deadline by {period}, {count}: {records}",
    },
  },
  "progress.step_ledger_due_soon": {
    zh: {
      message: "其中自 {period} 起 {within} 天内到期 {count} 项：{records}",
    },
    en: {
      message:
        "Of these due within {within} days of {period}, {count}: {records}",
    },
  },
  "progress.step_ledger_unknown": {
    zh: {
      message:
        "没有写明状态或状态无法识别，单列，不计入完成：{count} 项：{records}",
    },
    en: {
      message:
        "Without a state that is known, kept apart and not counted as done, {count}: {records}",
    },
  },
  "progress.step_ledger_undated": {
    zh: { message: "未完成且没有写明时限 {count} 项：{records}" },
    en: { message: "Open without a deadline, {count}: {records}" },
  },
  "progress.step_ledger_late": {
    zh: { message: "已完成但晚于时限 {count} 项：{records}" },
    en: { message: "Done after their deadline, {count}: {records}" },
  },
  "progress.step_ledger_stale": {
    zh: {
      message:
        "未出现在 {period} 的台账中、沿用此前状态的未完成 {count} 项：{records}",
    },
    en: {
      message:
        "Not done and not on the ledger of {period}, kept as an earlier one has them, {count}: {records}",
    },
  },
  "progress.step_ledger_undated_done": {
    zh: {
      message:
        "{count} 项在其后的台账中为已完成、没有写销号日期，按 {period} 前完成计",
    },
    en: {
      message:
        "{count} done by a later ledger without a closing day are counted as done by {period}",
    },
  },
  "progress.step_ledger_by_unit": {
    zh: { message: "{count} 项没有写明地区，按责任单位所在地计" },
    en: {
      message: "{count} state no area and are placed by the unit in charge",
    },
  },
  "progress.step_ledger_unplaced": {
    zh: { message: "另有 {count} 项看不出属于哪个地区，未计入任何地区" },
    en: { message: "{count} more are of no known area and counted nowhere" },
  },
  "progress.step_ledger_agrees": {
    zh: {
      message:
        "与表中所列{indicator}（{period}）{stated} {unit} 一致：台账计数 {counted} {unit}",
    },
    en: {
      message:
        "Agrees with the stated {indicator} ({period}), {stated} {unit}: {counted} counted",
    },
  },
  "progress.step_ledger_differs": {
    zh: {
      message:
        "与表中所列{indicator}（{period}）不一致：表中 {stated} {unit}，台账计数 {counted} {unit}，相差 {difference}",
    },
    en: {
      message:
        "Differs from the stated {indicator} ({period}): {stated} {unit} stated, {counted} counted, {difference} apart",
    },
  },
  "progress.step_expected_due": {
    zh: { message: "已到时限的都应完成，应达 {goal}，不按时间折算" },
    en: {
      message:
        "All that is due must be done: {goal} expected, whatever the time",
    },
  },
  "progress.no_records": {
    zh: { message: "台账中没有该地区的记录" },
    en: { message: "no ledger holds a record of this region" },
  },
  "progress.step_ledger_elsewhere": {
    zh: {
      message:
        "台账共 {count} 项，没有一项能确定属于该地区；标题、地区或责任单位栏写明地区后才能计入",
    },
    en: {
      message:
        "None of {count} records is known to be of this region; they count once the title, the area or the unit in charge names it",
    },
  },
  "progress.step_items_left": {
    zh: {
      message:
        "还需完成 {left} 项，距期限 {daysLeft} 天，平均每 {days} 天需完成 1 项",
    },
    en: {
      message:
        "{left} more to finish with {daysLeft} days left: one every {days} days",
    },
  },
  "progress.step_items_left_daily": {
    zh: {
      message:
        "还需完成 {left} 项，距期限 {daysLeft} 天，平均每天需完成 {items} 项",
    },
    en: {
      message: "{left} more to finish with {daysLeft} days left: {items} a day",
    },
  },
  "progress.step_items_overdue": {
    zh: {
      message: "{left} 项已过各自时限，须立即完成（距目标期限 {daysLeft} 天）",
    },
    en: {
      message:
        "{left} past their own deadline must be finished now ({daysLeft} days to the target's)",
    },
  },
};
