import { formulasOf } from "../dataset/formula-setting.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { UserFormula } from "../model/user-formula.ts";
import {
  type CheckOptions,
  type FormulaCheck,
  checkFormula,
} from "../progress/check-formula.ts";
import { type NameBook, nameBook } from "../progress/name-book.ts";
import { withFormulas } from "../progress/with-formulas.ts";
import type {
  FormulaDraft,
  FormulaInfo,
  FormulaReport,
} from "./formula-api.ts";

type Settings = ReadonlyMap<string, string>;

/** The formulas of a journal and the catalog they make, found again only when either changes. */
export class FormulaShelf {
  #from: { readonly catalog: Catalog; readonly key: string } | null = null;
  #catalog: Catalog | null = null;
  #book: NameBook | null = null;
  #formulas: ReadonlyMap<IndicatorCode, UserFormula | null> = new Map();

  /** A catalog with the computed indicators that the settings hold. */
  catalog(catalog: Catalog, settings: Settings): Catalog {
    const formulas = formulasOf(settings);
    const key = JSON.stringify([...formulas]);
    if (
      this.#catalog !== null &&
      this.#from?.catalog === catalog &&
      this.#from.key === key
    )
      return this.#catalog;
    this.#from = { catalog, key };
    this.#book = null;
    this.#formulas = formulas;
    this.#catalog = withFormulas(
      catalog,
      [...formulas.values()].flatMap((one) => one ?? []),
    );
    return this.#catalog;
  }

  /** The indicators that people's formulas make. */
  codes(base: Catalog, settings: Settings): readonly IndicatorCode[] {
    this.catalog(base, settings);
    return [...this.#formulas].flatMap(([code, formula]) =>
      formula === null ? [] : [code],
    );
  }

  /** Every formula, with why it gives nothing where it does not. */
  list(base: Catalog, settings: Settings): FormulaInfo[] {
    this.catalog(base, settings);
    return [...this.#formulas].flatMap(([code, formula]) => {
      if (formula === null) return [];
      const { error } = this.check(base, settings, formula.text, {
        declared: formula.unit,
        code,
      });
      return [{ ...formula, issue: error === null ? null : issueOf(error) }];
    });
  }

  /** Formulas whose record cannot be read. */
  damaged(base: Catalog, settings: Settings): Issue[] {
    this.catalog(base, settings);
    return [...this.#formulas].flatMap(([code, formula]) =>
      formula === null
        ? [
            {
              code: "formula.damaged",
              severity: "warning" as const,
              params: { name: code },
            },
          ]
        : [],
    );
  }

  check(
    base: Catalog,
    settings: Settings,
    text: string,
    options: CheckOptions,
  ): FormulaCheck {
    const catalog = this.catalog(base, settings);
    this.#book ??= nameBook(catalog);
    return checkFormula(text, catalog, this.#book, options);
  }

  report(
    base: Catalog,
    settings: Settings,
    text: string,
    options: CheckOptions,
  ): FormulaReport {
    const { error, names, unit, reads, completions } = this.check(
      base,
      settings,
      text,
      options,
    );
    return {
      error:
        error === null
          ? null
          : { issue: issueOf(error), start: error.start, end: error.end },
      names,
      unit,
      reads,
      completions,
    };
  }

  /** The formula a draft makes, or why it makes none. */
  accept(
    base: Catalog,
    settings: Settings,
    draft: FormulaDraft,
  ): UserFormula | Issue {
    const catalog = this.catalog(base, settings);
    this.#book ??= nameBook(catalog);
    const zh = draft.label.zh.trim();
    const en = draft.label.en.trim() || zh;
    if (zh === "") return refused("formula.no_name", {});
    if (draft.code !== "" && this.#formulas.get(draft.code) == null)
      return refused("formula.no_such", {});
    const taken = [zh, en].find((name) =>
      this.#book?.indicators(name).some((code) => code !== draft.code),
    );
    if (taken !== undefined)
      return refused("formula.name_taken", { name: taken });
    if (draft.unit !== "" && !catalog.units.has(draft.unit))
      return refused("formula.unknown_unit", { unit: draft.unit });
    const code = draft.code === "" ? this.#nextCode() : draft.code;
    const { error, unit } = this.check(base, settings, draft.text, {
      declared: draft.unit,
      code,
    });
    if (error !== null) return issueOf(error);
    if (!catalog.units.has(unit))
      return refused("formula.unlisted_unit", { unit });
    const { text, direction, decimals } = draft;
    return { code, label: { zh, en }, text, unit, direction, decimals };
  }

  #nextCode(): IndicatorCode {
    let number = 1;
    while (this.#formulas.has(`user.f${number}`)) number += 1;
    return `user.f${number}`;
  }
}

function issueOf({
  code,
  params,
}: Pick<NonNullable<FormulaCheck["error"]>, "code" | "params">): Issue {
  return { code, severity: "error", params };
}

function refused(code: string, params: Issue["params"] & object): Issue {
  return { code, severity: "error", params };
}
