import type { Messages } from "../message.ts";

export const cliMessages: Messages = {
  "cli.usage": {
    zh: {
      message: `用法：dabiao 命令 文件… [选项]

  read      识别表格：哪个单元格是哪个指标、地区、期间
  cells     列出所有非空单元格
  set       无损写入单元格：dabiao set 文件 'Sheet1!B5=3.14' -o 输出（--over-formula 覆盖公式）
  progress  目标与实际：--as-of 日期
  fill      填报模板：dabiao fill 模板 --data 数据… --region 地区 --period 期间 -o 输出
  import    导入日志：dabiao import 文件… --store 目录
  log       列出日志中的记录：dabiao log --store 目录

常用选项：--json 机器可读  --lang en 英文  --store 目录  --assume region=…,period=…
  --profile 识别方案文件  --targets 文件  --prefer latest|fail  --force 允许覆盖  --dry-run 只演练`,
    },
    en: {
      message: `Usage: dabiao COMMAND FILE… [options]

  read      recognise tables: which cell is which indicator, region and period
  cells     list every non-empty cell
  set       write cells losslessly: dabiao set FILE 'Sheet1!B5=3.14' -o OUT (--over-formula writes over formulas)
  progress  target against actual: --as-of DATE
  fill      fill a template: dabiao fill TEMPLATE --data DATA… --region R --period P -o OUT
  import    append to a journal: dabiao import FILE… --store DIR
  log       list a journal's entries: dabiao log --store DIR

Common options: --json  --lang en  --store DIR  --assume region=…,period=…
  --profile FILE  --targets FILE  --prefer latest|fail  --force  --dry-run`,
    },
  },
  "cli.unknown_command": {
    zh: {
      message: "没有 {command} 这个命令",
      hint: "运行 dabiao --help 查看所有命令",
    },
    en: {
      message: "There is no command {command}",
      hint: "dabiao --help lists the commands",
    },
  },
  "cli.not_built": {
    zh: {
      message: "{command} 尚未实现，将在后续版本提供",
      hint: "现在可用：read、cells、set、progress、fill、import、log",
    },
    en: {
      message: "{command} is not built yet; it comes in a later version",
      hint: "Available now: read, cells, set, progress, fill, import, log",
    },
  },
  "cli.bad_option": {
    zh: { message: "选项有误：{detail}", hint: "运行 dabiao --help 查看用法" },
    en: { message: "Bad option: {detail}", hint: "See dabiao --help" },
  },
  "cli.missing_argument": {
    zh: { message: "缺少 {what}", hint: "运行 dabiao --help 查看用法" },
    en: { message: "{what} is missing", hint: "See dabiao --help" },
  },
  "cli.file_not_found": {
    zh: { message: "找不到 {file}", hint: "检查路径和文件名" },
    en: {
      message: "{file} was not found",
      hint: "Check the path and the name",
    },
  },
  "cli.file_unreadable": {
    zh: {
      message: "无法读取 {file}：{detail}",
      hint: "检查文件是否被占用、是否有读取权限",
    },
    en: {
      message: "{file} could not be read: {detail}",
      hint: "Check that it is not locked and that you may read it",
    },
  },
  "cli.file_refused": {
    zh: {
      message: "系统不允许读写 {file}（{detail}）",
      hint: "检查路径、权限和磁盘空间",
    },
    en: {
      message: "The system refused {file} ({detail})",
      hint: "Check the path, the permissions and the space on the disk",
    },
  },
  "cli.same_name": {
    zh: {
      message: "多个文件会同名：{name}，没有写出",
      hint: "在 --name 中加入 地区、期间或模板名（见 --help）",
    },
    en: {
      message: "Several files would have one name ({name}); none was written",
      hint: "Let --name hold the region, the period or the template (see --help)",
    },
  },
  "cli.exists": {
    zh: {
      message: "{file} 已存在，没有覆盖",
      hint: "换一个输出名称，或加 --force",
    },
    en: {
      message: "{file} exists and was not overwritten",
      hint: "Choose another name or add --force",
    },
  },
  "cli.bad_edit": {
    zh: {
      message: "无法理解写入项 {edit}",
      hint: "写法：'Sheet1!B5=3.14' 数字，'Sheet1!B5=\"文字\"' 文字，'Sheet1!B5=@2021-06-30' 日期，'Sheet1!B5=' 清空；表名含空格或符号时加单引号",
    },
    en: {
      message: "The edit {edit} was not understood",
      hint: "Write 'Sheet1!B5=3.14' for a number, 'Sheet1!B5=\"text\"' for text, 'Sheet1!B5=@2021-06-30' for a date, 'Sheet1!B5=' to clear; quote sheet names with spaces or signs",
    },
  },
  "cli.no_such_sheet": {
    zh: {
      message: "{file} 中没有工作表 {sheet}",
      hint: "现有工作表：{sheets}",
    },
    en: {
      message: "{file} has no sheet {sheet}",
      hint: "Its sheets are: {sheets}",
    },
  },
  "cli.bad_date": {
    zh: { message: "{text} 不是日期", hint: "写成 2019-12-31" },
    en: { message: "{text} is no date", hint: "Write it as 2019-12-31" },
  },
  "cli.bad_period": {
    zh: {
      message: "{text} 不是期间",
      hint: "写成 2019、2021-Q2、2021-06、2021-06-15 或 2021-01/2021-06",
    },
    en: {
      message: "{text} is no period",
      hint: "Write 2019, 2021-Q2, 2021-06, 2021-06-15 or 2021-01/2021-06",
    },
  },
  "cli.unknown_region": {
    zh: {
      message: "没有地区 {text}",
      hint: "用行政区划代码或名称，如 140000 或 山西省；同名地区请用代码：{candidates}",
    },
    en: {
      message: "There is no region {text}",
      hint: "Give a code or a name such as 140000 or 山西省; where names repeat, a code: {candidates}",
    },
  },
  "cli.sources_disagree": {
    zh: {
      message: "{count} 个数值在文件之间不一致",
      hint: "核对后只保留一份，或用 --prefer latest 采用后列出的文件",
    },
    en: {
      message: "{count} figures differ between the files",
      hint: "Keep one of them, or take the file named last with --prefer latest",
    },
  },
  "cli.no_data": {
    zh: {
      message: "没有读到任何数值",
      hint: "用 dabiao read 查看每个文件识别出了什么",
    },
    en: {
      message: "No figure was read",
      hint: "dabiao read shows what was recognised in each file",
    },
  },
  "cli.progress_head": {
    zh: {
      message:
        "地区\t指标\t时段\t实际\t目标\t期限\t完成进度\t时间进度\t状态\t说明",
    },
    en: {
      message:
        "Region\tIndicator\tPeriod\tActual\tGoal\tDeadline\tProgress\tTime\tStatus\tRemarks",
    },
  },
  "cli.unverified": {
    zh: { message: "（待核实）" },
    en: { message: " (unverified)" },
  },
  "cli.progress_bare": {
    zh: { message: "以下 {count} 项指标没有设定目标，列最近一期数据：" },
    en: { message: "No target is set for these {count}; the latest figures:" },
  },
  "cli.against_base": {
    zh: { message: "（较{base}）" },
    en: { message: " (against {base})" },
  },
  "cli.outlook": {
    zh: {
      message: "预计到期为 {value}{unit}（{low}—{high}），达标可能性 {chance}",
    },
    en: {
      message:
        "heading for {value}{unit} ({low} to {high}), chance of meeting the goal {chance}",
    },
  },
  "cli.outlook_stated": {
    zh: { message: "表中预测到期为 {value}{unit}" },
    en: { message: "forecast in the sheet: {value}{unit}" },
  },
  "cli.no_targets": {
    zh: {
      message: "《{file}》里没有读到目标",
      hint: "需要有“指标”和“目标值”两列的目标清单，或带目标列的数据表",
    },
    en: {
      message: "No target was read from {file}",
      hint: "It needs a list with columns 指标 and 目标值, or a table with a column of goals",
    },
  },
  "cli.targets_without_data": {
    zh: { message: "另有 {count} 个目标没有读到实际值（--json 中列出）" },
    en: { message: "{count} more targets have no figure (listed with --json)" },
  },
  "cli.written": {
    zh: {
      message:
        "{file}：写入 {written} 个单元格，未变 {unchanged} 个，缺数据 {empty} 个，拒绝 {refused} 个",
    },
    en: {
      message:
        "{file}: {written} cells written, {unchanged} unchanged, {empty} without data, {refused} refused",
    },
  },
  "cli.would_write": {
    zh: {
      message:
        "演练 {file}：将写入 {written} 个单元格，未变 {unchanged} 个，缺数据 {empty} 个，拒绝 {refused} 个",
    },
    en: {
      message:
        "Dry run of {file}: {written} cells would be written, {unchanged} unchanged, {empty} without data, {refused} refused",
    },
  },
  "cli.imported": {
    zh: { message: "{file}：导入 [{observations} 个数值|、|{records} 条记录]" },
    en: {
      message:
        "{file}: [{observations} figures| and |{records} records] imported",
    },
  },
  "cli.nothing_read": {
    zh: { message: "{file}：没有读到数值或记录，未导入" },
    en: { message: "{file}: no figure or record was read, nothing imported" },
  },
  "cli.would_import": {
    zh: {
      message:
        "演练 {file}：将导入 [{observations} 个数值|、|{records} 条记录]",
    },
    en: {
      message:
        "Dry run of {file}: [{observations} figures| and |{records} records] would be imported",
    },
  },
  "cli.sender_doubted": {
    zh: {
      message: "按其他文件的答复推定的地区或时间，与已有数据矛盾，未采用",
      hint: "用 --assume region=…,period=… 指明，或在应用中核对这份文件",
    },
    en: {
      message:
        "The place or time taken from an answer about another file contradicts the figures there are, and was not taken",
      hint: "Say it with --assume region=…,period=…, or review the file in the app",
    },
  },
  "cli.sender_unchecked": {
    zh: {
      message:
        "地区或时间按其他文件的答复推定；未指定 --store，没有已存数据可以对照",
    },
    en: {
      message:
        "Its place or time is taken from an answer about another file; without --store there are no stored figures to compare it with",
    },
  },
  "cli.already_imported": {
    zh: { message: "{file}：此前已导入，没有重复记录" },
    en: { message: "{file}: imported before, nothing was added" },
  },
};
