import templateList from "../../templates/index.json" with { type: "json" };
import type { Label } from "../model/indicator.ts";

/** A shipped file: fetched beside the page when it is first asked for. */
export interface Asset {
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
}

export interface ShippedTemplate extends Asset {
  readonly id: string;
  readonly title: Label;
  readonly description: Label;
}

const exampleUrls = import.meta.glob<string>("../../data/examples/*.xlsx", {
  query: "?url",
  import: "default",
  eager: true,
});

const templateUrls = import.meta.glob<string>("../../templates/*.xlsx", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The bytes of a file beside the page. @throws when it is not there. */
export async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(new URL(url, import.meta.url));
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function assets(urls: Readonly<Record<string, string>>): readonly Asset[] {
  return Object.entries(urls).map(([path, url]) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    load: () => fetchBytes(url),
  }));
}

export const shippedExamples: readonly Asset[] = assets(exampleUrls);

const templateAssets = assets(templateUrls);

/** In the order of their list. */
export const shippedTemplates: readonly ShippedTemplate[] =
  templateList.flatMap(({ id, file, title, description }) =>
    templateAssets
      .filter(({ name }) => name === file)
      .map((asset) => ({ ...asset, id, title, description })),
  );
