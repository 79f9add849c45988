// The whole check behind `npm test`: finds what the browser tests need, installs
// it where the machine allows, then hands over to vitest.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

function run(command, args) {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function answer(command, args) {
  const result = spawnSync(command, args, { encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : "";
}

function onPath(name) {
  return answer(platform() === "win32" ? "where" : "which", [name]).split(
    "\n",
  )[0];
}

function findChromium() {
  const named = process.env.CHROME_BIN;
  if (named !== undefined && named !== "") return named;
  const system = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ]
    .map(onPath)
    .find((path) => path !== "");
  if (system !== undefined) return system;
  const own = chromium.executablePath();
  return existsSync(own) ? own : "";
}

const debianRoot =
  onPath("apt-get") !== "" &&
  process.getuid !== undefined &&
  process.getuid() === 0;

let updated = false;
function aptInstall(...packages) {
  if (!debianRoot) return false;
  console.log(`installing ${packages.join(", ")} with apt-get`);
  if (!updated) updated = run("apt-get", ["update", "-qq"]);
  return run("apt-get", [
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    ...packages,
  ]);
}

let browser = findChromium();
if (browser === "") {
  if (!aptInstall("chromium"))
    run("npx", ["--yes", "playwright", "install", "chromium"]);
  browser = findChromium();
}
if (browser === "" || !existsSync(browser)) {
  console.error(
    "No Chromium found: install one (Debian: apt-get install chromium) or set CHROME_BIN to its path, then run npm test again.",
  );
  process.exit(1);
}

// Chinese text must be drawn, not boxed, for the screenshots to mean anything.
if (platform() === "linux" && answer("fc-list", [":lang=zh", "family"]) === "")
  aptInstall("fontconfig", "fonts-noto-cjk");

// The filled templates are opened with LibreOffice too.
if (onPath("soffice") === "") aptInstall("libreoffice-calc-nogui");

const summary = join(
  mkdtempSync(join(tmpdir(), "dabiao-test-")),
  "result.json",
);
const vitest = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${summary}`,
    ...process.argv.slice(2),
  ],
  { stdio: "inherit", env: { ...process.env, CHROME_BIN: browser } },
);
if (existsSync(summary)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(summary, "utf8"),
  );
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
}
process.exit(vitest.status ?? 1);
