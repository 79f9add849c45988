import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the built app. */
    appUrl: string;
  }
}

/** Builds the app once and serves the build, as `npm start` does. */
export default async function serve(project: TestProject) {
  await build({ mode: "production", logLevel: "warn" });
  const server = await preview({
    preview: { port: 0, open: false },
    logLevel: "warn",
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the preview server has no address");
  project.provide("appUrl", url);
  return () => server.close();
}
