import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { rawLists } from "../../data/index.ts";
import type { JournalStore } from "../../src/dataset/store.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import type { EngineApi } from "../../src/worker/api.ts";
import { engineHost } from "../../src/worker/engine-host.ts";
import type { HostParts } from "../../src/worker/host-parts.ts";
// What the host loads on demand is translated before a test's clock runs.
import "../../src/worker/count-template.ts";
import "../../src/worker/review-part.ts";
import { createRecalculate } from "../../src/workbook/recalculate.ts";

interface Listed {
  readonly id: string;
  readonly file: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
}

const list: readonly Listed[] = JSON.parse(
  readFileSync("templates/index.json", "utf8"),
);

function workbooksIn(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => ({ name, load: () => readFile(join(folder, name)) }));
}

/** The host of the worker, under Node, with the shipped lists, examples and templates. */
export function hostOf(
  store: JournalStore = createMemoryStore(),
  whenIdle?: HostParts["whenIdle"],
): EngineApi {
  let clock = Date.UTC(2026, 0, 1);
  return engineHost({
    store,
    lists: rawLists,
    examples: workbooksIn("data/examples"),
    templates: list.map(({ id, file, title, description }) => ({
      id,
      name: file,
      title,
      description,
      load: () => readFile(join("templates", file)),
    })),
    now: () => (clock += 1000),
    recalculate: createRecalculate(() =>
      readFile(
        createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm"),
      ),
    ),
    ...(whenIdle === undefined ? {} : { whenIdle }),
  });
}

/** A host that has imported every shipped example. */
export async function hostWithExamples(store?: JournalStore) {
  const host = hostOf(store);
  const review = await host.review(await host.examples(), {}, () => undefined);
  await host.importReview(
    review.id,
    review.files.map(({ name }) => name),
    "张三",
  );
  return host;
}
