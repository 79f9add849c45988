import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readBackup } from "../dataset/backup.ts";
import { Fold } from "../dataset/fold.ts";
import {
  formulaOf,
  formulaSetting,
  formulasOf,
} from "../dataset/formula-setting.ts";
import { readEntry } from "../dataset/read-entry.ts";
import type { Knowledge } from "../engine.ts";
import { createMatcher } from "../match/matcher.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import { isUserCode, type UserFormula } from "../model/user-formula.ts";
import { checkFormula } from "../progress/check-formula.ts";
import { nameBook } from "../progress/name-book.ts";
import { withFormulas } from "../progress/with-formulas.ts";
import { Refusal } from "./context.ts";

/** Formulas by indicator; null for one that cannot be read. */
type Formulas = ReadonlyMap<IndicatorCode, UserFormula | null>;

/**
 * The knowledge with the computed indicators of `--formulas FILE`: a backup
 * that the page saved, or JSON (rows of code, label, text, unit, direction and
 * decimals). Those that cannot be read or computed are errors and give nothing.
 * @throws Refusal when the file cannot be read or is neither.
 */
export async function withFormulasFile(
  knowledge: Knowledge,
  file: string | undefined,
): Promise<Knowledge> {
  if (file === undefined) return knowledge;
  const bytes = await bytesOf(file);
  const { formulas, issues } = isZip(bytes)
    ? ofBackup(bytes)
    : { formulas: ofJson(file, bytes), issues: [] };
  const usable = [...formulas.values()].flatMap((one) => one ?? []);
  if (formulas.size === 0 && issues.length === 0)
    throw new Refusal("cli.no_formulas", { file });
  const catalog = withFormulas(knowledge.catalog, usable);
  const book = nameBook(catalog);
  const faults = [...formulas].flatMap(([code, formula]): Issue[] => {
    if (formula === null)
      return [
        {
          code: "formula.damaged",
          severity: "error",
          file: basename(file),
          params: { name: code },
        },
      ];
    const { error } = checkFormula(formula.text, catalog, book, {
      declared: formula.unit,
      code,
    });
    return error === null
      ? []
      : [
          {
            code: error.code,
            severity: "error",
            file: `${basename(file)} ${formula.label.zh}`,
            params: error.params,
          },
        ];
  });
  return {
    ...knowledge,
    catalog,
    matcher: createMatcher(catalog),
    issues: [...knowledge.issues, ...issues, ...faults],
  };
}

/** The formulas in force of the journal that a backup holds. */
function ofBackup(bytes: Uint8Array): {
  readonly formulas: Formulas;
  readonly issues: readonly Issue[];
} {
  const { entries, issues } = readBackup(bytes);
  const fold = new Fold();
  const problems: Issue[] = [...issues];
  for (const { id, bytes: stored } of entries) {
    const read = readEntry(id, stored);
    if ("issue" in read) problems.push(read.issue);
    else fold.add(read);
  }
  return { formulas: formulasOf(fold.facts.settings), issues: problems };
}

function ofJson(file: string, bytes: Uint8Array): Formulas {
  const rows = parsed(file, bytes);
  if (!Array.isArray(rows)) throw new Refusal("cli.no_formulas", { file });
  return new Map(
    rows.map((row: unknown, at): [IndicatorCode, UserFormula | null] => {
      const said =
        typeof row === "object" && row !== null && "code" in row
          ? row.code
          : undefined;
      const code = said === undefined ? `user.f${at + 1}` : said;
      if (typeof code !== "string" || !isUserCode(code))
        return [`[${at + 1}]`, null];
      const { name } = formulaSetting(code, null);
      return [code, formulaOf({ name, text: JSON.stringify(row) })];
    }),
  );
}

function parsed(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Refusal {
  return new Refusal("cli.file_unreadable", {
    file,
    detail: error instanceof Error ? error.message : String(error),
  });
}
