import type { Messages } from "../message.ts";

/** Problems of reading a file and of writing cells back. */
export const workbookMessages: Messages = {
  "workbook.empty_file": {
    zh: {
      message: "文件是空的，没有任何内容。",
      hint: "请向报送单位重新索取，或检查文件是否下载完整。",
    },
    en: {
      message: "The file is empty.",
      hint: "Ask for the file again, or check that it was downloaded completely.",
    },
  },
  "workbook.not_a_workbook": {
    zh: {
      message: "这不是电子表格文件，无法识别其内容。",
      hint: "请用 Excel 或 WPS 打开确认，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is not a workbook; its content is not recognised.",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.is_pdf": {
    zh: {
      message: "这是 PDF 文件，不是电子表格。",
      hint: "请向报送单位索取原始表格（.xlsx 或 .xls）。",
    },
    en: {
      message: "This is a PDF, not a workbook.",
      hint: "Ask for the original workbook (.xlsx or .xls).",
    },
  },
  "workbook.is_word": {
    zh: {
      message: "这是 Word 文档，不是电子表格。",
      hint: "请把其中的表格复制到 Excel 中，存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is a Word document, not a workbook.",
      hint: "Copy its table into Excel, save it as .xlsx and import that.",
    },
  },
  "workbook.is_slides": {
    zh: {
      message: "这是演示文稿，不是电子表格。",
      hint: "请把其中的表格复制到 Excel 中，存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is a presentation, not a workbook.",
      hint: "Copy its table into Excel, save it as .xlsx and import that.",
    },
  },
  "workbook.is_image": {
    zh: {
      message: "这是图片，不是电子表格。",
      hint: "请向报送单位索取原始表格（.xlsx 或 .xls）。",
    },
    en: {
      message: "This is a picture, not a workbook.",
      hint: "Ask for the original workbook (.xlsx or .xls).",
    },
  },
  "workbook.is_archive": {
    zh: {
      message: "这是压缩包，不是电子表格。",
      hint: "请先解压，再导入其中的表格文件。",
    },
    en: {
      message: "This is an archive, not a workbook.",
      hint: "Unpack it and import the workbooks in it.",
    },
  },
  "workbook.is_web_archive": {
    zh: {
      message: "这是单个文件网页（.mht），不是电子表格。",
      hint: "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is a single-file web page (.mht), not a workbook.",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.is_web_page": {
    zh: {
      message: "这是网页，不是电子表格：其中没有表格数据。",
      hint: "多半是下载时登录已过期或无权限，请重新登录系统后再导出。",
    },
    en: {
      message: "This is a web page, not a workbook: it holds no table.",
      hint: "The login had probably expired when it was downloaded; log in and export it again.",
    },
  },
  "workbook.is_titled_page": {
    zh: {
      message: "这是网页（标题“{title}”），不是电子表格：其中没有表格数据。",
      hint: "多半是下载时登录已过期或无权限，请重新登录系统后再导出。",
    },
    en: {
      message:
        "This is a web page (“{title}”), not a workbook: it holds no table.",
      hint: "The login had probably expired when it was downloaded; log in and export it again.",
    },
  },
  "workbook.is_shortcut": {
    zh: {
      message: "这是快捷方式，不是电子表格本身。",
      hint: "请导入快捷方式所指向的文件。",
    },
    en: {
      message: "This is a shortcut, not the workbook itself.",
      hint: "Import the file that the shortcut leads to.",
    },
  },
  "workbook.is_lock_file": {
    zh: {
      message:
        "这是 Excel 或 WPS 打开文件时生成的临时文件（~$ 开头），没有数据。",
      hint: "请导入不带 ~$ 的同名文件。",
    },
    en: {
      message:
        "This is the lock file (~$) that Excel or WPS leaves beside an open workbook; it holds no data.",
      hint: "Import the file of the same name without ~$.",
    },
  },
  "workbook.is_numbers": {
    zh: {
      message: "这是苹果 Numbers 文件，不能读取。",
      hint: "请在 Numbers 中导出为 Excel（.xlsx）后再导入。",
    },
    en: {
      message: "This is an Apple Numbers file, which cannot be read.",
      hint: "Export it from Numbers as Excel (.xlsx) and import that.",
    },
  },
  "workbook.is_old_office": {
    zh: {
      message: "这是 {kind} 文件，不能读取。",
      hint: "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is a {kind} file, which cannot be read.",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.file_cut": {
    zh: {
      message: "文件不完整：内容在中途断开，只读取了断开之前的部分。",
      hint: "请重新下载，或向报送单位重新索取。",
    },
    en: {
      message:
        "The file is cut short: only what stands before the break was read.",
      hint: "Download it again, or ask for it again.",
    },
  },
  "workbook.repeats_left_out": {
    zh: {
      message: "工作表“{sheet}”中有 {count} 个重复的单元格未读取：数量过多。",
      hint: "请在原表中删除多余的重复内容后再导入。",
    },
    en: {
      message:
        "{count} repeated cells of sheet “{sheet}” were not read: there are too many.",
      hint: "Delete the repeated content in the original file and import it again.",
    },
  },
  "workbook.is_plain_text": {
    zh: {
      message: "这是纯文本文件，其中没有分列的表格。",
      hint: "如果是逗号或制表符分隔的数据，请把扩展名改为 .csv 后再导入。",
    },
    en: {
      message: "This is plain text without columns.",
      hint: "If it is comma- or tab-separated data, rename it to .csv and import it again.",
    },
  },
  "workbook.is_xml": {
    zh: {
      message: "这是 XML 文件，但不是电子表格。",
      hint: "请用 Excel 或 WPS 打开确认，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is an XML file, but not a workbook.",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.zip_without_workbook": {
    zh: {
      message: "这是压缩包，其中没有工作簿。",
      hint: "请确认文件没有被改名，用 Excel 打开后另存为 .xlsx 再导入。",
    },
    en: {
      message: "This is a zip file without a workbook in it.",
      hint: "Check that the file was not renamed; open it in Excel and save it as .xlsx.",
    },
  },
  "workbook.zip_of_files": {
    zh: {
      message: "这是压缩包，里面装着表格文件（如 {name}）。",
      hint: "请先解压，再导入其中的表格文件。",
    },
    en: {
      message: "This is a zip file with workbooks inside (such as {name}).",
      hint: "Unpack it and import the workbooks in it.",
    },
  },
  "workbook.password": {
    zh: {
      message: "文件设有打开密码，无法读取。",
      hint: "请用 Excel 或 WPS 输入密码打开，取消密码保存后再导入。",
    },
    en: {
      message: "The file is protected with a password.",
      hint: "Open it with the password, remove the password, save it and import it again.",
    },
  },
  "workbook.encrypted_read_only": {
    zh: {
      message: "文件是加密保存的（例如设了“保护工作簿”），只能读取，不能写入。",
      hint: "要写入此文件，请用 Excel 或 WPS 打开，去除保护后另存为 .xlsx。",
    },
    en: {
      message:
        "The file was saved encrypted (as “Protect Workbook” does): it can be read, not written.",
      hint: "To write into it, open it in Excel or WPS, remove the protection and save it as .xlsx.",
    },
  },
  "workbook.damaged_zip": {
    zh: {
      message: "文件已损坏或不完整，无法打开。",
      hint: "请重新下载或向报送单位重新索取；也可用 Excel 的“打开并修复”试一试。",
    },
    en: {
      message: "The file is damaged or incomplete.",
      hint: "Download it or ask for it again; Excel's “Open and Repair” may help.",
    },
  },
  "workbook.too_large": {
    zh: {
      message: "文件展开后过大，已停止读取（{part}）。",
      hint: "正常的报表不会这样大，请确认文件来源；确需使用的，请删去多余的行列后另存。",
    },
    en: {
      message:
        "The file grows too large when unpacked; reading stopped ({part}).",
      hint: "An ordinary report is never this large: check where it came from, or save it without its unused rows and columns.",
    },
  },
  "workbook.too_many_entries": {
    zh: {
      message: "文件包中的部件过多，已停止读取。",
      hint: "正常的报表不会这样，请确认文件来源。",
    },
    en: {
      message: "The file holds too many parts; it was not read.",
      hint: "An ordinary report never does: check where it came from.",
    },
  },
  "workbook.xlsb": {
    zh: {
      message: "这是二进制工作簿（.xlsb），暂不支持。",
      hint: "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "This is a binary workbook (.xlsb), which is not supported.",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.unreadable": {
    zh: {
      message: "工作簿的内容无法读取（格式：{format}）。",
      hint: "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    },
    en: {
      message: "The workbook cannot be read (format: {format}).",
      hint: "Open it in Excel or WPS, save it as .xlsx and import that.",
    },
  },
  "workbook.cancelled": {
    zh: { message: "已取消读取。" },
    en: { message: "Reading was cancelled." },
  },
  "workbook.no_sheets": {
    zh: {
      message: "工作簿中没有可读的工作表。",
      hint: "请用 Excel 或 WPS 打开检查，重新保存后再导入。",
    },
    en: {
      message: "The workbook has no sheet that can be read.",
      hint: "Open it in Excel or WPS, save it again and import that.",
    },
  },
  "workbook.sheet_missing": {
    zh: {
      message: "工作表“{sheet}”在文件中找不到，已跳过。",
      hint: "请用 Excel 打开并修复该文件，其余工作表不受影响。",
    },
    en: {
      message: "Sheet “{sheet}” is missing from the file and was skipped.",
      hint: "Let Excel repair the file; the other sheets are not affected.",
    },
  },
  "workbook.duplicate_sheet": {
    zh: {
      message: "有两个工作表同名“{sheet}”，只读取了第一个。",
      hint: "请给工作表改名后再导入。",
    },
    en: {
      message: "Two sheets are named “{sheet}”; only the first was read.",
      hint: "Rename one of them and import the file again.",
    },
  },
  "workbook.broken_sheet": {
    zh: {
      message: "工作表“{sheet}”的内部标记有误，为免写错位置，没有填写。",
      hint: "请用 Excel 打开并修复，另存后再填写。",
    },
    en: {
      message:
        "The tags inside sheet “{sheet}” are broken; nothing was written, since it might end up in the wrong place.",
      hint: "Let Excel repair the file, save it and fill that.",
    },
  },
  "workbook.sheet_repeated": {
    zh: {
      message: "工作表“{sheet}”与前面的工作表指向同一份内容，未再读取。",
      hint: "请用 Excel 或 WPS 打开检查，重新保存后再导入。",
    },
    en: {
      message:
        "Sheet “{sheet}” points at the content of an earlier sheet and was not read again.",
      hint: "Open the file in Excel or WPS, check it and save it again.",
    },
  },
  "workbook.part_missing": {
    zh: {
      message: "文件缺少一部分内容（{part}），有些文字或格式因此读不到。",
      hint: "请向报送单位重新索取，或用 Excel 打开并修复后再导入。",
    },
    en: {
      message:
        "A part of the file is missing ({part}); texts or formats that it held cannot be read.",
      hint: "Ask for the file again, or let Excel repair it.",
    },
  },
  "workbook.sheet_truncated": {
    zh: {
      message: "工作表“{sheet}”不完整，只有断开之前的单元格可用。",
      hint: "请重新索取文件，或用 Excel 打开并修复后再导入。",
    },
    en: {
      message:
        "Sheet “{sheet}” ends early; only the cells before that are known.",
      hint: "Ask for the file again, or let Excel repair it.",
    },
  },
  "workbook.element_too_large": {
    zh: {
      message: "工作表“{sheet}”中有异常巨大的内容，已停止读取该表。",
      hint: "请用 Excel 打开检查，另存为 .xlsx 后再导入。",
    },
    en: {
      message:
        "Sheet “{sheet}” holds an oversized element; its reading stopped there.",
      hint: "Check the file in Excel and save it again as .xlsx.",
    },
  },
  "workbook.strings_truncated": {
    zh: {
      message: "文件中的文字表不完整，部分单元格的文字缺失。",
      hint: "请重新索取文件，或用 Excel 打开并修复后再导入。",
    },
    en: {
      message:
        "The table of texts ends early; some cells have lost their text.",
      hint: "Ask for the file again, or let Excel repair it.",
    },
  },
  "workbook.missing_string": {
    zh: {
      message: "单元格 {cell} 引用了不存在的文字（编号 {text}），按空白处理。",
      hint: "请核对原表该单元格的内容。",
    },
    en: {
      message:
        "Cell {cell} refers to a text that does not exist (number {text}) and is taken as blank.",
      hint: "Check that cell in the original file.",
    },
  },
  "workbook.bad_number": {
    zh: {
      message: "单元格 {cell} 标为数值，但内容“{text}”不是数，按空白处理。",
      hint: "请核对原表该单元格的内容。",
    },
    en: {
      message:
        "Cell {cell} is marked as a number but holds “{text}”; it is taken as blank.",
      hint: "Check that cell in the original file.",
    },
  },
  "workbook.bad_cell_type": {
    zh: {
      message: "单元格 {cell} 的类型“{text}”不认识，按文字处理。",
      hint: "请核对原表该单元格的内容。",
    },
    en: {
      message:
        "Cell {cell} has the unknown type “{text}” and is taken as text.",
      hint: "Check that cell in the original file.",
    },
  },
  "workbook.bad_reference": {
    zh: {
      message: "单元格地址“{text}”有误，按所在位置 {cell} 处理。",
      hint: "请核对原表该处的内容。",
    },
    en: {
      message:
        "The cell address “{text}” is wrong; the cell is taken to stand at {cell}.",
      hint: "Check that place in the original file.",
    },
  },
  "workbook.bad_merge": {
    zh: {
      message: "工作表“{sheet}”的合并区域“{text}”有误，已忽略。",
      hint: "请核对原表的合并单元格。",
    },
    en: {
      message:
        "Sheet “{sheet}” has a wrong merged area “{text}”, which is ignored.",
      hint: "Check the merged cells in the original file.",
    },
  },
  "workbook.unknown_entity": {
    zh: {
      message: "单元格 {cell} 的文字里有无法解释的引用“{text}”，已原样保留。",
      hint: "请核对原表该单元格的内容；文件自行定义的引用一律不展开。",
    },
    en: {
      message:
        "Cell {cell} holds the reference “{text}”, which is not known and was left as it stands.",
      hint: "Check that cell in the original file; references that a file defines itself are never expanded.",
    },
  },
  "workbook.bad_utf8": {
    zh: {
      message:
        "单元格 {cell} 的文字编码有误，读作“{text}”，其中 � 是无法读出的字。",
      hint: "请核对原表该单元格的内容，用 Excel 或 WPS 重新保存后再导入。",
    },
    en: {
      message:
        "The text of cell {cell} is wrongly encoded and was read as “{text}”; each � stands for something lost.",
      hint: "Check that cell in the original file and save it again in Excel or WPS.",
    },
  },
  "workbook.stray_element": {
    zh: {
      message:
        "工作表“{sheet}”的行列中有 {count} 处不合规的标记（“{text}”，从 {cell} 附近起），附近内容可能缺失。",
      hint: "请与原表核对，或用 Excel 打开并修复后再导入。",
    },
    en: {
      message:
        "Among the rows of sheet “{sheet}” stand {count} tags that do not belong there (“{text}”, from about {cell}); something near them may be missing.",
      hint: "Compare with the original, or let Excel repair the file.",
    },
  },
  "workbook.bad_link": {
    zh: {
      message: "工作表“{sheet}”有一个超链接的位置“{text}”有误，已忽略。",
      hint: "请核对原表的超链接。",
    },
    en: {
      message:
        "Sheet “{sheet}” has a link at the wrong place “{text}”, which is ignored.",
      hint: "Check the links in the original file.",
    },
  },
  "workbook.bad_note": {
    zh: {
      message: "工作表“{sheet}”有一条批注的位置“{text}”有误，已忽略。",
      hint: "请核对原表的批注。",
    },
    en: {
      message:
        "Sheet “{sheet}” has a note at the wrong place “{text}”, which is ignored.",
      hint: "Check the notes in the original file.",
    },
  },
  "workbook.cell_out_of_range": {
    zh: {
      message: "有 {count} 个单元格超出表格范围（从 {cell} 起），未读取。",
      hint: "请检查原表最右列和最下行之外是否有多余内容。",
    },
    en: {
      message:
        "{count} cells lie outside the sheet (from {cell}) and were not read.",
      hint: "Check the original file for content beyond the last row or column.",
    },
  },
  "workbook.duplicate_cell": {
    zh: {
      message: "单元格 {cell} 在文件中出现两次，以最后一次为准。",
      hint: "请核对原表该单元格的内容。",
    },
    en: {
      message: "Cell {cell} stands in the file twice; the last one counts.",
      hint: "Check that cell in the original file.",
    },
  },
  "workbook.duplicate_entry": {
    zh: {
      message: "文件包中有重名的部件（{part}），只用第一个。",
      hint: "请用 Excel 打开，重新保存后再导入。",
    },
    en: {
      message:
        "The package holds two parts of one name ({part}); the first is used.",
      hint: "Open the file in Excel and save it again.",
    },
  },
  "workbook.damaged_part": {
    zh: {
      message: "文件的一部分已损坏，无法读取（{part}）。",
      hint: "请重新索取文件，或用 Excel 打开并修复后再导入。",
    },
    en: {
      message: "A part of the file is damaged and cannot be read ({part}).",
      hint: "Ask for the file again, or let Excel repair it.",
    },
  },
  "workbook.encrypted_part": {
    zh: {
      message: "文件的一部分被加密，无法读取（{part}）。",
      hint: "请取消加密保存后再导入。",
    },
    en: {
      message: "A part of the file is encrypted and cannot be read ({part}).",
      hint: "Save the file without encryption and import it again.",
    },
  },
  "workbook.unknown_compression": {
    zh: {
      message: "文件的一部分用了不支持的压缩方式，无法读取（{part}）。",
      hint: "请用 Excel 或 WPS 打开，重新保存后再导入。",
    },
    en: {
      message:
        "A part of the file is compressed in a way that is not supported ({part}).",
      hint: "Open it in Excel or WPS, save it again and import that.",
    },
  },
  "workbook.bad_checksum": {
    zh: {
      message: "文件的一部分校验不符，内容可能已被改动或损坏（{part}）。",
      hint: "数据已读入，请与原表核对；不放心时请重新索取文件。",
    },
    en: {
      message:
        "A part of the file fails its check sum; its content may be damaged ({part}).",
      hint: "It was read all the same: compare it with the original, or ask for the file again.",
    },
  },
  "workbook.malformed_part": {
    zh: {
      message: "文件的一部分写法不规范（{part}），已尽量读取。",
      hint: "如有内容缺失，请用 Excel 打开，重新保存后再导入。",
    },
    en: {
      message:
        "A part of the file is not well-formed ({part}); it was read as far as it goes.",
      hint: "If something is missing, open the file in Excel and save it again.",
    },
  },
  "workbook.csv_quotes": {
    zh: {
      message: "第 {row} 行的引号不成对，该行可能分列有误。",
      hint: "请核对该行，必要时在原文件中补上引号。",
    },
    en: {
      message:
        "The quotes in row {row} do not match; its columns may be wrong.",
      hint: "Check that row and mend the quotes in the file.",
    },
  },
  "workbook.more_issues": {
    zh: { message: "同类问题还有 {count} 处，不再逐一列出。" },
    en: { message: "{count} more problems of the same kind are not listed." },
  },
  "workbook.read_only_format": {
    zh: {
      message: "这种格式只能读取，不能填写。",
      hint: "请用 Excel 或 WPS 把模板另存为 .xlsx 后再填写。",
    },
    en: {
      message: "Files of this format can be read but not filled.",
      hint: "Save the template as .xlsx and fill that.",
    },
  },
  "workbook.encoding_read_only": {
    zh: {
      message: "工作表“{sheet}”的编码不能写回，未填写 {cell}。",
      hint: "请用 Excel 打开模板，重新保存后再填写。",
    },
    en: {
      message:
        "Sheet “{sheet}” has an encoding that cannot be written; {cell} was not filled.",
      hint: "Open the template in Excel, save it again and fill that.",
    },
  },
  "workbook.unknown_sheet": {
    zh: {
      message: "工作簿中没有工作表“{sheet}”。",
      hint: "请核对工作表名称，注意空格和全角半角。",
    },
    en: {
      message: "The workbook has no sheet “{sheet}”.",
      hint: "Check the sheet's name, spaces and full-width characters included.",
    },
  },
  "workbook.out_of_range": {
    zh: {
      message: "单元格地址超出工作表“{sheet}”的范围，未填写。",
      hint: "地址应在 A1 至 XFD1048576 之间。",
    },
    en: {
      message: "The address lies outside sheet “{sheet}”; nothing was written.",
      hint: "Addresses go from A1 to XFD1048576.",
    },
  },
  "workbook.formula_cell": {
    zh: {
      message: "单元格 {cell} 是公式，保留原样，未填写。",
      hint: "如需填数，请先在模板中删去该公式。",
    },
    en: {
      message:
        "Cell {cell} holds a formula, which is kept; nothing was written.",
      hint: "To fill it, remove the formula from the template first.",
    },
  },
  "workbook.shared_formula_cell": {
    zh: {
      message: "单元格 {cell} 是一组共用公式的首格，保留原样，未填写。",
      hint: "如需填数，请先在模板中删去该公式。",
    },
    en: {
      message:
        "Cell {cell} holds the formula that other cells share; nothing was written.",
      hint: "To fill it, remove the formula from the template first.",
    },
  },
  "workbook.array_formula_cell": {
    zh: {
      message: "单元格 {cell} 属于数组公式，保留原样，未填写。",
      hint: "如需填数，请先在模板中删去该数组公式。",
    },
    en: {
      message: "Cell {cell} belongs to an array formula; nothing was written.",
      hint: "To fill it, remove the array formula from the template first.",
    },
  },
  "workbook.table_header": {
    zh: {
      message: "单元格 {cell} 是表格（超级表）的标题，改动会损坏文件，未填写。",
      hint: "请在 Excel 中直接修改该标题。",
    },
    en: {
      message:
        "Cell {cell} is the header of a table; changing it would break the file, so nothing was written.",
      hint: "Change that header in Excel.",
    },
  },
  "workbook.pivot_cell": {
    zh: {
      message: "单元格 {cell} 属于数据透视表，刷新时会被覆盖，未填写。",
      hint: "请填写透视表的源数据，再在 Excel 中刷新。",
    },
    en: {
      message:
        "Cell {cell} belongs to a pivot table, which overwrites it when it is refreshed; nothing was written.",
      hint: "Fill the pivot table's source and refresh it in Excel.",
    },
  },
  "workbook.edit_superseded": {
    zh: {
      message: "单元格 {cell} 被填写了两次，以最后一次为准。",
      hint: "请核对数据中是否有重复的项。",
    },
    en: {
      message: "Cell {cell} was written twice; the last value counts.",
      hint: "Check the data for duplicates.",
    },
  },
  "workbook.text_too_long": {
    zh: {
      message: "单元格 {cell} 的文字超过 {limit} 个字符，未填写。",
      hint: "请缩短文字，或分到几个单元格。",
    },
    en: {
      message:
        "The text for {cell} is longer than {limit} characters; nothing was written.",
      hint: "Shorten it or spread it over several cells.",
    },
  },
  "workbook.not_a_date": {
    zh: {
      message: "“{text}”不是表格能存的日期，单元格 {cell} 未填写。",
      hint: "日期写作 2021-06-30，且不早于 1900 年。",
    },
    en: {
      message: "“{text}” is no date a sheet can hold; {cell} was not written.",
      hint: "Write dates as 2021-06-30, from 1900 on.",
    },
  },
  "workbook.no_styles": {
    zh: {
      message: "工作簿没有样式表，单元格 {cell} 无法设置数字格式，未填写。",
      hint: "请用 Excel 打开模板，重新保存后再填写。",
    },
    en: {
      message:
        "The workbook has no styles, so {cell} cannot get its number format; nothing was written.",
      hint: "Open the template in Excel, save it again and fill that.",
    },
  },
  "workbook.not_a_formula": {
    zh: { message: "单元格 {cell} 不是公式，没有可更新的计算结果。" },
    en: { message: "Cell {cell} is no formula; it has no result to update." },
  },
  "workbook.too_many_styles": {
    zh: {
      message:
        "工作簿的单元格样式已达 Excel 的上限，单元格 {cell} 无法设置数字格式，未填写。",
      hint: "请在 Excel 中清理多余的样式后再填写。",
    },
    en: {
      message:
        "The workbook has as many cell styles as Excel takes, so {cell} cannot get its number format; nothing was written.",
      hint: "Remove styles that are not needed in Excel, then fill again.",
    },
  },
  "workbook.protected_sheet": {
    zh: {
      message:
        "工作表“{sheet}”受保护，仍填写了 {count} 个锁定的单元格（首个为 {cell}）。",
      hint: "保护设置原样保留；如不应填写，请核对模板中哪些单元格可填。",
    },
    en: {
      message:
        "Sheet “{sheet}” is protected; {count} locked cells were filled all the same (the first is {cell}).",
      hint: "The protection is kept. If they should stay empty, check which cells of the template are to be filled.",
    },
  },
  "workbook.validation_list": {
    zh: {
      message:
        "{cell} 填入的“{value}”不在该单元格的下拉选项内，可选：{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} is not in the list of that cell: {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.validation_whole": {
    zh: {
      message: "{cell} 填入的“{value}”不符合该单元格的限制：整数，{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} breaks the rule of that cell: a whole number, {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.validation_decimal": {
    zh: {
      message: "{cell} 填入的“{value}”不符合该单元格的限制：数值，{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} breaks the rule of that cell: a number, {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.validation_date": {
    zh: {
      message: "{cell} 填入的“{value}”不符合该单元格的限制：日期，{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} breaks the rule of that cell: a date, {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.validation_time": {
    zh: {
      message: "{cell} 填入的“{value}”不符合该单元格的限制：时间，{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} breaks the rule of that cell: a time, {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.validation_length": {
    zh: {
      message: "{cell} 填入的“{value}”不符合该单元格的限制：字数，{allowed}。",
      hint: "数值已照填。请核对；如该值应当允许，请在 Excel 的“数据验证”中修改规则（区域 {rule}）。",
    },
    en: {
      message:
        "“{value}” in {cell} breaks the rule of that cell: its length, {allowed}.",
      hint: "It was written all the same. Check it, or change the rule (on {rule}) under “Data Validation” in Excel.",
    },
  },
  "workbook.manual_calculation": {
    zh: {
      message: "该工作簿设为手动计算，打开后公式不会自动更新。",
      hint: "在 Excel 中按 F9 重新计算。",
    },
    en: {
      message:
        "The workbook is set to manual calculation, so its formulas do not update on opening.",
      hint: "Press F9 in Excel to calculate.",
    },
  },
  "workbook.signature_breaks": {
    zh: {
      message: "该文件带有数字签名，填写后签名失效。",
      hint: "填写完成后如需签名，请重新签署。",
    },
    en: {
      message:
        "The file is digitally signed; the signature is no longer valid after filling.",
      hint: "Sign the filled file again if it needs a signature.",
    },
  },
};
