// How much processor time each hostile file takes and how much memory above what its bytes
// need, those that take time in a process of their own (Linux): `npx tsx
// test/workbook/hostile/measure.ts [part of a name]`.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { bombs } from "./bombs.ts";
import { checkReading } from "./check.ts";
import { hostileFiles } from "./index.ts";

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly faults: readonly string[];
}

/** Seconds below which a file is not measured in a process of its own. */
const quick = 0.15;

function peak(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function measureOne(name: string): Promise<void> {
  for (const file of hostileFiles()) {
    if (file.name !== name) continue;
    const bytes = file.make();
    await openWorkbook(new Uint8Array(3), { file: "x.xlsx" });
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeFileSync("/proc/self/clear_refs", "5");
    const before = peak();
    const start = process.cpuUsage();
    const { workbook, issues } = await openWorkbook(bytes, {
      file: file.file ?? "x.xlsx",
    });
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const megabytes = peak() - before;
    void [workbook, issues];
    const faults = await checkReading(file, bytes);
    console.log(JSON.stringify({ name, seconds, megabytes, faults }));
    return;
  }
}

async function measureAll(part: string): Promise<void> {
  const all: Measured[] = [];
  const heavy = new Set([...bombs()].map((file) => file.name));
  for (const file of hostileFiles()) {
    const { name } = file;
    if (!name.includes(part)) continue;
    const bytes = heavy.has(name) ? null : file.make();
    const start = performance.now();
    const faults = bytes === null ? [] : await checkReading(file, bytes);
    const seconds = (performance.now() - start) / 1000;
    if (bytes !== null && seconds < quick) {
      all.push({ name, seconds, megabytes: 0, faults });
      for (const fault of faults) console.log(`${name}: ${fault}`);
      continue;
    }
    const { stdout, stderr, signal } = spawnSync(
      process.execPath,
      [
        "--expose-gc",
        ...process.execArgv,
        fileURLToPath(import.meta.url),
        "--one",
        name,
      ],
      { encoding: "utf8", timeout: 60_000 },
    );
    const line = stdout.trim().split("\n").at(-1) ?? "";
    if (!line.startsWith("{")) {
      console.log(`${name}: died (${signal ?? ""}) ${stderr.slice(0, 2000)}`);
      continue;
    }
    const measured = JSON.parse(line) as Measured;
    all.push(measured);
    for (const fault of measured.faults) console.log(`${name}: ${fault}`);
  }
  const figures = (by: (one: Measured) => number): void => {
    for (const one of [...all].sort((a, b) => by(b) - by(a)).slice(0, 10))
      console.log(
        `${one.seconds.toFixed(2)} s  ${one.megabytes.toFixed(0)} MB  ${one.name}`,
      );
  };
  console.log(`\n${all.length} files; slowest:`);
  figures(({ seconds }) => seconds);
  console.log("\nlargest:");
  figures(({ megabytes }) => megabytes);
}

const [flag = "", name = ""] = process.argv.slice(2);
if (flag === "--one") await measureOne(name);
else await measureAll(flag);
