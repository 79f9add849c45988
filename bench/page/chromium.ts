import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** @throws when there is no Chromium: CHROME_BIN says where one is. */
export function openChromium(): Promise<Browser> {
  const named = process.env["CHROME_BIN"] ?? "";
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const executablePath =
    named !== ""
      ? named
      : [
          ...names.flatMap((name) => folders.map((at) => join(at, name))),
          chromium.executablePath(),
        ].find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error("no Chromium found: set CHROME_BIN to the path of one");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}
