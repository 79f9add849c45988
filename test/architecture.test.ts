import { cruise, type ICruiseResult } from "dependency-cruiser";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

/*
 * Who may import whom. A folder or package that is not listed here may not be
 * imported at all, so a new one is admitted on purpose.
 */
interface Rule {
  /** Folders of src this one may import besides itself. */
  readonly folders: readonly string[];
  /** npm packages it may import. */
  readonly packages: readonly string[];
  /** May it import Node's own modules? */
  readonly node?: true;
}

const folders: Readonly<Record<string, Rule>> = {
  model: { folders: [], packages: [] },
  workbook: {
    folders: ["model"],
    packages: ["fflate", "@ironcalc/wasm", "@noble/hashes", "@noble/ciphers"],
  },
  table: { folders: ["model", "match"], packages: [] },
  match: { folders: ["model"], packages: [] },
  lens: { folders: ["model", "table", "match"], packages: [] },
  dataset: { folders: ["model"], packages: ["@noble/hashes", "fflate"] },
  progress: { folders: ["model"], packages: ["mathjs"] },
  ledger: { folders: ["model"], packages: [] },
  report: {
    folders: ["model", "match", "table", "lens", "progress"],
    packages: [],
  },
  catalog: {
    folders: ["model", "progress"],
    packages: ["valibot", "papaparse"],
  },
  text: { folders: ["model"], packages: [] },
  storage: { folders: ["model", "dataset"], packages: ["idb"] },
  worker: {
    folders: [
      "model",
      "workbook",
      "table",
      "match",
      "lens",
      "dataset",
      "progress",
      "ledger",
      "report",
      "catalog",
      "text",
      "storage",
      "engine.ts",
      "knowledge.ts",
      "data",
    ],
    packages: ["comlink", "@ironcalc/wasm", "exceljs"],
  },
  ui: {
    folders: ["model", "text", "worker/api.ts", "ui"],
    packages: ["lit", "@lit/context"],
  },
  "ui/grid": {
    folders: ["model", "text", "worker/api.ts", "ui"],
    packages: [
      "lit",
      "@lit/context",
      "ag-grid-community",
      "@ag-grid-community/locale",
      "pinyin-pro",
    ],
  },
  "ui/search": {
    folders: ["model", "text", "ui"],
    packages: ["pinyin-pro", "opencc-js"],
  },
  "ui/chart": {
    folders: ["model", "text", "worker/api.ts", "ui"],
    packages: ["lit", "@lit/context", "echarts"],
  },
};

const files: Readonly<Record<string, Rule>> = {
  "engine.ts": {
    folders: [
      "model",
      "workbook",
      "table",
      "match",
      "lens",
      "dataset",
      "progress",
      "ledger",
      "report",
      "catalog",
      "knowledge.ts",
    ],
    packages: [],
  },
  "knowledge.ts": {
    folders: ["model", "match", "ledger", "catalog"],
    packages: [],
  },
  "cli.ts": {
    folders: ["cli"],
    packages: [],
    node: true,
  },
  "main.ts": { folders: ["ui", "worker", "text"], packages: [] },
};

const cli: Rule = {
  folders: [
    "model",
    "workbook",
    "dataset",
    "progress",
    "text",
    "storage",
    "catalog",
    "report",
    "lens",
    "match",
    "engine.ts",
    "data",
  ],
  packages: ["fflate"],
  node: true,
};

/** The one file of a pure-looking folder that is Node's side of storage. */
const nodeFiles = new Set(["src/storage/folder-store.ts"]);

function ruleOf(module: string): Rule | undefined {
  const path = module.replace(/^src\//, "");
  const file = files[path];
  if (file !== undefined) return file;
  if (path.startsWith("cli/")) return cli;
  const parts = path.split("/");
  return (
    folders[parts.slice(0, 2).join("/")] ??
    (parts.length > 1 ? folders[parts[0] ?? ""] : undefined)
  );
}

function allowed(
  from: string,
  to: string,
  types: readonly string[],
): string | null {
  const rule = ruleOf(from);
  if (rule === undefined) return `${from} lies in a folder no rule admits`;
  if (types.includes("core"))
    return rule.node === true || nodeFiles.has(from)
      ? null
      : `${from} imports Node's ${to}`;
  if (types.some((type) => type.startsWith("npm"))) {
    const name = to.replace(/^.*node_modules\//, "");
    return rule.packages.some(
      (known) => name === known || name.startsWith(`${known}/`),
    )
      ? null
      : `${from} imports the package ${name}`;
  }
  if (to === "package.json")
    return rule === cli ? null : `${from} imports ${to}`;
  if (to.startsWith("data/") || to.startsWith("templates/"))
    return rule.folders.includes("data") ? null : `${from} imports ${to}`;
  // Files under one rule are one folder.
  if (ruleOf(to) === rule) return null;
  return reach(from, to, rule, to.replace(/^src\//, ""));
}

function reach(
  from: string,
  to: string,
  rule: Rule,
  target: string,
): string | null {
  return rule.folders.some(
    (folder) => target === folder || target.startsWith(`${folder}/`),
  )
    ? null
    : `${from} imports ${to}`;
}

function sourceFiles(): string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".d.ts"),
  );
}

describe("architecture", () => {
  it("lets every folder import only what is listed, and sees every module", async () => {
    const { output } = await cruise(["src"], {
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: "tsconfig.json" },
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "browser", "default", "types"],
      },
    });
    const { modules } = output as ICruiseResult;
    const own = modules.filter((module) => module.source.startsWith("src/"));
    const typed = own.filter((module) => module.source.endsWith(".ts"));
    expect(typed.length).toBe(sourceFiles().length);
    expect(own.flatMap((module) => module.dependencies).length).toBeGreaterThan(
      typed.length,
    );
    const problems = own.flatMap((module) =>
      module.dependencies.flatMap((dependency) => {
        if (dependency.couldNotResolve)
          return [`${module.source} imports ${dependency.module}: not found`];
        const problem = allowed(module.source, dependency.resolved, [
          ...dependency.dependencyTypes,
        ]);
        return problem === null ? [] : [problem];
      }),
    );
    expect(problems).toEqual([]);
    const circular = own.flatMap((module) =>
      module.dependencies
        .filter(
          (dependency) =>
            dependency.circular &&
            !dependency.dependencyTypes.includes("type-only"),
        )
        .map((dependency) => `${module.source} ⇄ ${dependency.resolved}`),
    );
    expect(circular).toEqual([]);
  });

  it("would refuse a folder nobody admitted", () => {
    expect(allowed("src/somewhere/new.ts", "src/model/issue.ts", [])).not.toBe(
      null,
    );
    expect(allowed("src/model/issue.ts", "src/ui/app.ts", [])).not.toBe(null);
    expect(
      allowed("src/model/issue.ts", "node_modules/left-pad/index.js", ["npm"]),
    ).not.toBe(null);
    expect(allowed("src/table/a.ts", "fs", ["core"])).not.toBe(null);
  });
});
