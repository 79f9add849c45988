/** Number formats that Excel's HTML and XML name by words, as codes of Chinese editions. */
const codes: ReadonlyMap<string, string> = new Map([
  ["general", "General"],
  ["general number", "General"],
  ["general date", "yyyy/m/d h:mm"],
  ["long date", 'yyyy"年"m"月"d"日"'],
  ["medium date", "d-mmm-yy"],
  ["short date", "yyyy/m/d"],
  ["long time", "h:mm:ss"],
  ["medium time", "h:mm AM/PM"],
  ["short time", "h:mm"],
  ["currency", '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  ["euro currency", '"€"#,##0.00;[Red]"€"\\-#,##0.00'],
  ["fixed", "0.00"],
  ["standard", "#,##0.00"],
  ["percent", "0.00%"],
  ["scientific", "0.00E+00"],
  ["yes/no", '"Yes";"Yes";"No"'],
  ["true/false", '"True";"True";"False"'],
  ["on/off", '"On";"On";"Off"'],
  ["text", "@"],
]);

export function namedFormat(text: string): string {
  return codes.get(text.toLowerCase()) ?? (text === "" ? "General" : text);
}
