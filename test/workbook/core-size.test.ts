import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Bytes the page may load for .xlsx, minified and zipped. */
const limit = 28 * 1024;

const open = 'export { openWorkbook } from "./src/workbook/open.ts";';
const patch = 'export { patchWorkbook } from "./src/workbook/patch.ts";';

/** Size of what the page loads at once; what loads on demand is left out. */
async function sizeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "chrome109",
    outdir: "core",
    plugins: [
      {
        name: "on-demand",
        setup({ onResolve }) {
          onResolve({ filter: /.*/ }, ({ kind, path }) =>
            kind === "dynamic-import" ? { path, external: true } : undefined,
          );
        },
      },
    ],
    logLevel: "silent",
  });
  const size = outputFiles.reduce(
    (sum, { contents: bytes }) => sum + gzipSync(bytes, { level: 9 }).length,
    0,
  );
  // A bundle of next to nothing would mean that something was not bundled.
  expect(size).toBeGreaterThan(15 * 1024);
  return size;
}

test("the core opens and patches .xlsx with less than 28 KB", async () => {
  const reading = await sizeOf(open);
  const whole = await sizeOf(open + patch);
  console.log(
    `core for .xlsx: ${(reading / 1024).toFixed(1)} KB gzip to open, ${(whole / 1024).toFixed(1)} KB with the patch`,
  );
  expect(whole).toBeLessThan(limit);
});
