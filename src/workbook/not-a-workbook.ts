/** Kinds of file that cannot be read as a workbook, with the issue each one gets. */
export const notAWorkbook = {
  pdf: "workbook.is_pdf",
  word: "workbook.is_word",
  slides: "workbook.is_slides",
  image: "workbook.is_image",
  archive: "workbook.is_archive",
  mail: "workbook.is_web_archive",
  text: "workbook.is_plain_text",
  xml: "workbook.is_xml",
  binary: "workbook.not_a_workbook",
} as const;

export type NotAWorkbook = keyof typeof notAWorkbook;
