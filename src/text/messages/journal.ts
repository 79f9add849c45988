import type { Messages, Wording } from "../message.ts";

type Pair = { readonly zh: Wording; readonly en: Wording };

/** What a person did; each also exists as taken back (`undo_`) and brought back (`redo_`). */
const actions: Readonly<Record<string, Pair>> = {
  import: {
    zh: {
      message: "导入《{file}》：[{observations} 个数据|、|{records} 条记录]",
    },
    en: {
      message: "Imported {file}: [{observations} values|, |{records} records]",
    },
  },
  edit: {
    zh: { message: "修改 {region} {period} {indicator} 为 {value}" },
    en: { message: "Set {indicator} of {region} in {period} to {value}" },
  },
  clear: {
    zh: { message: "清空 {region} {period} {indicator}" },
    en: { message: "Cleared {indicator} of {region} in {period}" },
  },
  edits_paste: {
    zh: { message: "粘贴 {n} 格" },
    en: { message: "Pasted {n} cells" },
  },
  edits_fill: {
    zh: { message: "填充 {n} 格" },
    en: { message: "Filled {n} cells" },
  },
  edits_clear: {
    zh: { message: "清空 {n} 格" },
    en: { message: "Cleared {n} cells" },
  },
  edits_cut: {
    zh: { message: "移动 {n} 格" },
    en: { message: "Moved {n} cells" },
  },
  edits_replace: {
    zh: { message: "替换 {n} 格" },
    en: { message: "Replaced {n} cells" },
  },
  edits_enter: {
    zh: { message: "在 {n} 格填入同一数值" },
    en: { message: "Typed one value into {n} cells" },
  },
  comment: {
    zh: { message: "批注 {region} {period} {indicator}：{text}" },
    en: { message: "Comment on {indicator} of {region} in {period}: {text}" },
  },
  target: {
    zh: { message: "设定目标 {region} {indicator} {goal} {unit}" },
    en: {
      message: "Set the target of {indicator} for {region}: {goal} {unit}",
    },
  },
  target_removed: {
    zh: { message: "删除目标 {id}" },
    en: { message: "Removed the target {id}" },
  },
  target_retired: {
    zh: { message: "停用目标 {region} {indicator}（{id}），自 {until} 之后" },
    en: {
      message:
        "Retired the target {id} of {indicator} for {region} after {until}",
    },
  },
  targets: {
    zh: { message: "修改目标：设定 {count} 个，删除 {removed} 个" },
    en: { message: "Changed targets: {count} set, {removed} removed" },
  },
  targets_imported: {
    zh: {
      message: "从《{file}》导入目标：设定 {count} 个，删除 {removed} 个",
    },
    en: {
      message: "Imported targets from {file}: {count} set, {removed} removed",
    },
  },
  status_rules: {
    zh: { message: "修改状态判定的阈值和名称" },
    en: { message: "Changed the thresholds and labels of the statuses" },
  },
  status_rules_reset: {
    zh: { message: "状态判定恢复为默认的阈值和名称" },
    en: { message: "Put the statuses back to their default thresholds" },
  },
  setting: {
    zh: { message: "设置 {name} 为 {text}" },
    en: { message: "Set {name} to {text}" },
  },
  formula: {
    zh: { message: "设定计算指标“{name}”：{formula}" },
    en: { message: "Set the computed indicator {name}: {formula}" },
  },
  formula_removed: {
    zh: { message: "删除计算指标 {indicator}" },
    en: { message: "Removed the computed indicator {indicator}" },
  },
  profile: {
    zh: { message: "保存识别方案“{name}”" },
    en: { message: "Saved the mapping profile {name}" },
  },
  profile_removed: {
    zh: { message: "删除一个识别方案" },
    en: { message: "Removed a mapping profile" },
  },
  alias: {
    zh: { message: "新增写法“{text}”" },
    en: { message: "Added the spelling {text}" },
  },
  alias_removed: {
    zh: { message: "删除写法“{text}”" },
    en: { message: "Removed the spelling {text}" },
  },
  batch: {
    zh: {
      message:
        "一次导入 {files} 个文件：[{observations} 个数据|、|{records} 条记录]",
    },
    en: {
      message:
        "Imported {files} files in one go: [{observations} values|, |{records} records]",
    },
  },
  decision: {
    zh: { message: "确定 {region} {period} {indicator} 采用的数据" },
    en: {
      message:
        "Decided which value holds for {indicator} of {region} in {period}",
    },
  },
  ledger: {
    zh: { message: "台账“{record}”的 {field} 改为 {value}" },
    en: { message: "Set {field} of {record} to {value}" },
  },
  template: {
    zh: { message: "添加模板《{name}》" },
    en: { message: "Added the template {name}" },
  },
  template_removed: {
    zh: { message: "移除模板《{name}》" },
    en: { message: "Removed the template {name}" },
  },
  backup: {
    zh: { message: "保存备份，共 {entries} 条操作" },
    en: { message: "Saved a backup of {entries} entries" },
  },
  unknown: {
    zh: { message: "本机没有的一步操作" },
    en: { message: "a step that is not in this copy" },
  },
};

function withVerb(verb: string, zh: string, en: string): Messages {
  return Object.fromEntries(
    Object.entries(actions).map(([name, pair]) => [
      `journal.${verb}_${name}`,
      {
        zh: { message: `${zh}：${pair.zh.message}` },
        en: { message: `${en}: ${pair.en.message}` },
      },
    ]),
  );
}

const problems: Messages = {
  "journal.damaged_entry": {
    zh: {
      message: "操作记录 {id} 已损坏，未读入",
      hint: "其余记录不受影响。可从最近的备份恢复，备份中完好的这一条会补回来。",
    },
    en: {
      message: "Journal entry {id} is damaged and was left out",
      hint: "The rest is not affected. Restore the latest backup: a sound copy in it takes its place.",
    },
  },
  "journal.missing_entry": {
    zh: {
      message: "备份中缺少操作记录 {id}",
      hint: "备份文件不完整，其余记录已恢复。请再用较早的备份或原电脑上重新保存的备份恢复一次。",
    },
    en: {
      message: "The backup lacks journal entry {id}",
      hint: "The file is not complete; the rest was restored. Restore an earlier backup as well, or a new one from the original computer.",
    },
  },
  "journal.newer_entry": {
    zh: {
      message: "操作记录 {id} 由更新的版本写入（格式 {schema}），本版本读不了",
      hint: "记录仍保留着，请升级程序后再打开。",
    },
    en: {
      message:
        "Journal entry {id} was written by a newer version (schema {schema})",
      hint: "It is kept. Update the program to read it.",
    },
  },
  "journal.damaged_blob": {
    zh: {
      message: "原始文件 {id} 已损坏",
      hint: "已导入的数据不受影响。请重新导入原文件，或从备份恢复。",
    },
    en: {
      message: "The original file {id} is damaged",
      hint: "Imported values are not affected. Restore a backup to get the file back.",
    },
  },
  "journal.missing_blob": {
    zh: {
      message: "找不到原始文件 {id}",
      hint: "已导入的数据不受影响，但不能查看原表。可从备份恢复。",
    },
    en: {
      message: "The original file {id} is not there",
      hint: "Imported values are not affected, but the sheet cannot be shown. Restore a backup.",
    },
  },
  "journal.not_a_backup": {
    zh: {
      message: "这不是达标的备份文件",
      hint: "请选择用“保存备份”得到的文件。",
    },
    en: {
      message: "This is not a backup of dabiao",
      hint: "Choose a file that was saved with “Save backup”.",
    },
  },
  "journal.newer_backup": {
    zh: {
      message: "备份由更新的版本保存（格式 {version}），本版本读不了",
      hint: "请升级程序后再恢复，现有数据没有改动。",
    },
    en: {
      message: "The backup was saved by a newer version (format {version})",
      hint: "Update the program, then restore. Nothing was changed.",
    },
  },
  "journal.damaged_manifest": {
    zh: {
      message: "备份的目录已损坏，能读出的内容已全部恢复",
      hint: "无法判断是否有遗漏，请核对数据，或再用另一份备份恢复。",
    },
    en: {
      message:
        "The backup's list of contents is damaged; what could be read was restored",
      hint: "Whether something is missing cannot be told. Check the data, or restore another backup as well.",
    },
  },
};

export const journalMessages: Messages = {
  ...Object.fromEntries(
    Object.entries(actions).map(([name, pair]) => [`journal.${name}`, pair]),
  ),
  ...withVerb("undo", "撤销", "Undone"),
  ...withVerb("redo", "恢复", "Redone"),
  ...problems,
};
