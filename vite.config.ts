import { chmod } from "node:fs/promises";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/** The oldest browser served: the last one that runs on Windows 7. */
const oldestBrowser = "chrome109";

/** npx runs the file itself, so it needs its run bit. */
function runBit(file: string): Plugin {
  return {
    name: "run-bit",
    async closeBundle() {
      await chmod(file, 0o755);
    },
  };
}

/** Names without the source's: web servers and archives of these offices mangle Chinese file names. */
const assetNames = {
  assetFileNames: "assets/[hash][extname]",
  chunkFileNames: "assets/[name]-[hash].js",
};

const app: UserConfig = {
  // Its default build makes functions from texts, which the page's policy forbids.
  resolve: { alias: { exceljs: "exceljs/dist/exceljs.bare.min.js" } },
  // Relative, so that the built folder works under any path and from a share.
  base: "./",
  build: {
    outDir: "dist/app",
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: assetNames },
  },
  worker: { format: "es", rolldownOptions: { output: assetNames } },
  server: { host: "127.0.0.1" },
  preview: {
    host: "127.0.0.1",
    open: Boolean(process.env["DISPLAY"]) || process.platform !== "linux",
  },
};

const cli: UserConfig = {
  build: {
    outDir: "dist/cli",
    target: "node20",
    ssr: "src/cli.ts",
    rolldownOptions: {
      output: { entryFileNames: "dabiao.js", banner: "#!/usr/bin/env node" },
    },
  },
  plugins: [runBit("dist/cli/dabiao.js")],
};

export default defineConfig(({ mode }) => (mode === "cli" ? cli : app));
