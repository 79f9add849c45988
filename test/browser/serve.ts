import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the built app. */
    appUrl: string;
  }
}

/**
 * Builds the app once and serves the build, as `npm start` does; in a folder
 * of its own, so that a build made meanwhile does not pull it away.
 */
export default async function serve(project: TestProject) {
  const outDir = await mkdtemp(join(tmpdir(), "dabiao-app-"));
  await build({
    mode: "production",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
  const server = await preview({
    preview: { port: 0, open: false },
    build: { outDir },
    logLevel: "warn",
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the preview server has no address");
  project.provide("appUrl", url);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true });
  };
}
