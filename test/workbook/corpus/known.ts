/** Files that do not open, and the code of the issue that says why. */
export const unreadable: ReadonlyMap<string, string> = new Map([
  ["calamine/tests__pass_protected.xlsx", "workbook.password"],
  ["openxlsx-data/openxlsx2_example_pass.xlsx", "workbook.password"],
  [
    "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx",
    "workbook.damaged_zip",
  ],
  [
    "poi/crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx",
    "workbook.password",
  ],
  ["poi/poifs__extenxls_pwd123.xlsx", "workbook.password"],
  ["poi/poifs__protected_sha512.xlsx", "workbook.password"],
]);

/** Files that are read but not written into, and the code of the issue that says why. */
export const readOnly: ReadonlyMap<string, string> = new Map([
  ["poi/58616.xlsx", "workbook.encrypted_read_only"],
]);

/** Files that exceljs cannot read, with a part of its message, or misreads, with what it gives for the edited cells: `undefined` where it does not find the sheet. */
export const refusedByExcelJs: ReadonlyMap<string, string> = new Map([
  ["calamine/tests__minimal_package.xlsx", "undefined, undefined"],
  ["calamine/tests__nonstandard-xml-ns-prefix.xlsx", "undefined, undefined"],
  ["openxlsx-data/gh_issue_1194.xlsx", "undefined, undefined"],
  ["poi/123233_charts.xlsx", "undefined, undefined"],
  ["poi/49609.xlsx", "undefined, undefined"],
  ["calamine/tests__issue221.xlsm", "undefined"],
  ["calamine/tests__issue_530.xlsx", "undefined"],
  [
    "calamine/tests__inlineStr_with_value.xlsx",
    "Cannot create property 'richText' on string '1.0'",
  ],
  ["calamine/tests__issue_261.xlsx", "Invalid row number in model"],
  [
    "calamine/tests__richtext-after-plain.xlsx",
    "Cannot create property 'richText' on string 'tval'",
  ],
  [
    "calamine/tests__richtext-namespaced.xlsx",
    "Cannot set properties of undefined (setting 'sheetNo')",
  ],
  [
    "calamine/tests__table_with_absolute_paths.xlsx",
    "Cannot read properties of undefined (reading 'name')",
  ],
  [
    "easyexcel/compatibility__t02.xlsx",
    "Cannot read properties of undefined (reading 'company')",
  ],
  [
    "easyexcel/compatibility__t04.xlsx",
    "Cannot read properties of undefined (reading 'sheets')",
  ],
  [
    "openxlsx-data/fichier_complementaire_ccam_descriptive_a_usage_pmsi_2021_v2.xlsx",
    "Invalid row number in model",
  ],
  ["openxlsx-data/macro2.xlsm", "19:18: unexpected close tag."],
  [
    "openxlsx-data/x_namespace.xlsx",
    'Unexpected xml node in parseOpen: {"name":"lastModifiedBy","',
  ],
  ["poi/54764.xlsx", "19:16: undefined entity."],
  [
    "poi/58760.xlsx",
    'Unexpected xml node in parseOpen: {"name":"ns0:Relationships',
  ],
  ["poi/59021.xlsx", "Cannot read properties of undefined (reading 'sheets')"],
  [
    "poi/59746_NoRowNums.xlsx",
    "Cannot read properties of undefined (reading 'sheets')",
  ],
  [
    "poi/61281.xlsx",
    "Cannot set properties of undefined (setting 'filterButton')",
  ],
  ["poi/65016.xlsx", "Cannot read properties of undefined (reading 'sheets')"],
  [
    "poi/craftonhills.edu_programreview_report.aspx_goalpriorityreport_0011d159-1eeb-4b63-8833-867b0926e5f3.xlsx",
    "Cannot read properties of undefined (reading 'sheets')",
  ],
  [
    "poi/dataValidationTableRange.xlsx",
    "Cannot set properties of undefined (setting 'filterButton')",
  ],
  ["poi/poc-xmlbomb.xlsx", "11:16123: undefined entity."],
  [
    "poi/style-alternate-content.xlsx",
    "Cannot read properties of undefined (reading 'company')",
  ],
]);

/** The same for SheetJS. */
export const refusedBySheetJs: ReadonlyMap<string, string> = new Map();

/** Files where values differ from SheetJS's: in how many cells, and who is right why. */
export const differing: ReadonlyMap<
  string,
  { readonly cells: number; readonly reason: string }
> = new Map([
  [
    "calamine/tests__date_iso.xlsx",
    {
      cells: 3,
      reason:
        "dates with t=d stay ISO texts here; SheetJS makes serials of them",
    },
  ],
  [
    "calamine/tests__has_x000D_inline.xlsx",
    {
      cells: 1,
      reason:
        "_x000D_ is a carriage return here, as in Excel; SheetJS drops it",
    },
  ],
  [
    "calamine/tests__minimal_package.xlsx",
    { cells: 1, reason: "SheetJS loses the second run of an inline string" },
  ],
  [
    "calamine/tests__richtext-after-plain.xlsx",
    { cells: 1, reason: "SheetJS drops the runs behind a plain text" },
  ],
]);
