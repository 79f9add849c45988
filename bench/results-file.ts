import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { demandLine } from "./demand.ts";
import { machineLine, type Machine } from "./machine.ts";
import { markdownTable } from "./table.ts";
import type { Section } from "./topic.ts";

const file = "bench/results.md";
const head = `# Results

Written by \`npm run bench\`; see [README.md](README.md) for what is measured and how.
`;

/** Replaces one topic's part of the results; the other topics' stay. */
export async function writeResults(
  topic: string,
  machine: Machine,
  sections: readonly Section[],
): Promise<void> {
  const parts = new Map(storedParts());
  parts.set(topic, topicText(topic, machine, sections));
  const order = [...parts.keys()].sort();
  const text = [head, ...order.map((name) => parts.get(name) ?? "")].join("\n");
  writeFileSync(file, await format(text, { parser: "markdown" }));
}

function storedParts(): [string, string][] {
  return (textOf(file) ?? "")
    .split(/^(?=## )/m)
    .flatMap((part): [string, string][] => {
      const name = /^## (.*)/.exec(part)?.[1];
      return name === undefined ? [] : [[name, part]];
    });
}

function topicText(
  topic: string,
  machine: Machine,
  sections: readonly Section[],
): string {
  const blocks = sections.map((section) =>
    [
      `### ${section.title}`,
      markdownTable(section.table),
      ...section.notes,
      section.demands
        .map((demand) => `- ${demandLine(demand, true)}`)
        .join("\n"),
      section.crashes.map((crash) => `- Broke: ${crash}`).join("\n"),
    ].join("\n\n"),
  );
  return [`## ${topic}`, machineLine(machine), ...blocks].join("\n\n");
}

/** Puts the tables that sections offer between their marks in the READMEs. */
export async function quoteInReadmes(
  sections: readonly Section[],
): Promise<void> {
  for (const [path, language] of [
    ["README.md", "en"],
    ["README.zh-CN.md", "zh"],
  ] as const) {
    let text = textOf(path) ?? "";
    for (const { quote } of sections) {
      if (quote === undefined) continue;
      const [from, to] = [
        `<!-- bench:${quote.name} -->`,
        `<!-- /bench:${quote.name} -->`,
      ];
      const start = text.indexOf(from);
      const end = text.indexOf(to);
      if (start < 0 || end < start)
        throw new Error(`${path} has no ${from} … ${to}`);
      const table = markdownTable(quote.tables[language]);
      text = `${text.slice(0, start + from.length)}\n\n${table}\n\n${text.slice(end)}`;
    }
    writeFileSync(path, await format(text, { parser: "markdown" }));
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
