import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

/**
 * Builds the app and serves the build, as `npm start` does; in a folder of its
 * own, so that a build made meanwhile does not pull it away.
 */
export async function serveBuiltApp(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
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
  return {
    url,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
