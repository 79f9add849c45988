import { build } from "esbuild";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where bundles and generated data lie; git does not see it. */
export const cacheFolder = resolve("node_modules/.cache/dabiao-bench");

/**
 * Compiles a child's code once, so that no translation is measured. Packages
 * stay outside: each reader is the code its users get. Imports made on demand
 * stay so. Returns the path of the file to run.
 */
export async function bundled(entry: string): Promise<string> {
  const name = entry.replace(/^bench\//, "").replace(/\.ts$/, "");
  const folder = join(cacheFolder, "code", name.replaceAll("/", "-"));
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: { main: entry },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return join(folder, "main.mjs");
}
