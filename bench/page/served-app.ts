import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";
import { cacheFolder } from "../bundle.ts";

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** The app as it is built for use, from a server on this machine. */
export async function serveApp(): Promise<ServedApp> {
  const outDir = join(cacheFolder, "app");
  rmSync(outDir, { recursive: true, force: true });
  await build({
    mode: "production",
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  const server = await preview({
    preview: { port: 0, open: false },
    build: { outDir },
    logLevel: "error",
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the preview server has no address");
  return { url, close: () => server.close() };
}
