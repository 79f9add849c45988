import type { TestProject } from "vitest/node";
import { serveBuiltApp } from "./built-app.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the built app. */
    appUrl: string;
  }
}

/** Builds the app once for all browser tests. */
export default async function serve(project: TestProject) {
  const { url, stop } = await serveBuiltApp();
  project.provide("appUrl", url);
  return stop;
}
