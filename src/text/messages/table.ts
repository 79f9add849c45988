import type { Messages } from "../message.ts";

export const tableMessages: Messages = {
  "table.none_found": {
    zh: {
      message: "工作表“{sheet}”中没有找到表格",
      hint: "检查是否有表头行：至少两列表头，表头下方有数据或待填的行",
    },
    en: {
      message: "No table was found in the sheet “{sheet}”",
      hint: "Check that it has a header row of at least two columns with data or rows to be filled below it",
    },
  },
  "table.empty_sheet": {
    zh: { message: "工作表“{sheet}”是空的" },
    en: { message: "The sheet “{sheet}” is empty" },
  },
};
