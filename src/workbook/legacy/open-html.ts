import type { WorkbookView } from "../../model/sheet.ts";
import type { IssueList } from "../issue-list.ts";
import type { Pacer } from "../pacer.ts";
import {
  decodedPieces,
  findEncoding,
  htmlEncodings,
} from "../text-encoding.ts";
import { HtmlReader } from "./html-reader.ts";
import { decodeEntities, HtmlTokens } from "./html-tokens.ts";
import { StyleList } from "./style-list.ts";

/**
 * Reads the tables of a page, as many systems export them under the name of an
 * .xls. Cells are texts, or numbers where the page says so or the text is a
 * plain decimal. A page without a table, or one that asks for a password, is
 * reported as the web page it is, with its title.
 */
export async function openHtml(
  bytes: Uint8Array,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const html = await decodePage(bytes, pacer);
  if (html === null) return null;
  const styles = new StyleList();
  const reader = new HtmlReader(issues, sheetName(html), styles);
  const tokens = new HtmlTokens(html);
  pacer.done = 0;
  pacer.total = html.length;
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    const before = pacer.done;
    reader.take(token);
    pacer.done = tokens.at;
    if (pacer.due((tokens.at - before) * 4 + 64) && !(await pacer.pause()))
      return null;
  }
  reader.finish();
  const holdsTable =
    reader.sideBySide || reader.tableCells >= (isExport(html) ? 1 : 3);
  if (!holdsTable || reader.asksPassword) {
    issues.add(
      reader.title === "" ? "workbook.is_web_page" : "workbook.is_titled_page",
      "error",
      {},
      reader.title === "" ? undefined : { title: reader.title.slice(0, 80) },
    );
    return null;
  }
  pacer.finish();
  return {
    format: "html",
    date1904: false,
    sheets: [reader.sheet.build(0)],
    names: [],
    looks: styles.looks,
    writable: false,
  };
}

/** The page as text; bytes that no likely encoding knows are shown as such. Null when it was told to stop. */
async function decodePage(
  bytes: Uint8Array,
  pacer: Pacer,
): Promise<string | null> {
  pacer.total = bytes.length;
  const likely = htmlEncodings(bytes);
  const found = await findEncoding(bytes, likely, pacer);
  if (pacer.aborted) return null;
  const pieces: string[] = [];
  for (const { text, size } of decodedPieces(bytes, found ?? "utf-8")) {
    pieces.push(text);
    if (pacer.due(size) && !(await pacer.pause())) return null;
  }
  return pieces.join("");
}

/** True for what a spreadsheet program wrote. */
function isExport(html: string): boolean {
  return /urn:schemas-microsoft-com:office:(?:excel|spreadsheet)|content=["']?(?:Excel\.Sheet|Microsoft Excel|LibreOffice|OpenOffice|WPS)/i.test(
    html.slice(0, 8192),
  );
}

/** The name that exports give the sheet in their notes for spreadsheets. */
function sheetName(html: string): string {
  const name = /<x:Name>\s*([^<]{1,64}?)\s*<\/x:Name>/i.exec(
    html.slice(0, 65_536),
  )?.[1];
  return name === undefined ? "Sheet1" : decodeEntities(name);
}
