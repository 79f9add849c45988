import { formulaSetting } from "../dataset/formula-setting.ts";
import type { FormulaApi } from "./formula-api.ts";
import { partsReport } from "./parts-report.ts";
import { previewFormula } from "./preview-formula.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** Formulas that people write, and figures of regions from their parts. */
export function formulaPart(open: OpenWorkspace): FormulaApi {
  return {
    async formulas() {
      const space = await open();
      return space.formulas.list(...space.written());
    },

    async setFormula(draft, who) {
      const space = await open();
      const accepted = space.formulas.accept(...space.written(), draft);
      if ("severity" in accepted)
        return { state: space.state(), formula: null, issues: [accepted] };
      const { name, text } = formulaSetting(accepted.code, accepted);
      await space.journal.setSetting(name, text, space.author(who));
      return {
        state: space.state(),
        formula: { ...accepted, issue: null },
        issues: [],
      };
    },

    async removeFormula(code, who) {
      const space = await open();
      const known = space.formulas
        .list(...space.written())
        .some((one) => one.code === code);
      const { name, text } = formulaSetting(code, null);
      if (known) await space.journal.setSetting(name, text, space.author(who));
      return {
        state: space.state(),
        formula: null,
        issues: known ? [] : [{ code: "formula.no_such", severity: "error" }],
      };
    },

    async checkFormula(text, { unit, ...rest }) {
      const space = await open();
      return space.formulas.report(...space.written(), text, {
        ...rest,
        ...(unit === undefined ? {} : { declared: unit }),
      });
    },

    async previewFormula(draft, region) {
      const space = await open();
      const { error, unit, names } = space.formulas.check(
        ...space.written(),
        draft.text,
        { declared: draft.unit, code: draft.code },
      );
      if (error !== null) return null;
      const named = new Set(
        names.flatMap(({ kind, code }) => (kind === "region" ? [code] : [])),
      );
      return previewFormula(
        space
          .kept()
          .observations(
            (code) => named.has(code) || space.isInScope(code, region),
          ),
        space.catalog(),
        {
          code: draft.code === "" ? "user.preview" : draft.code,
          // Nothing that a formula could name.
          label: { zh: "?", en: "?" },
          text: draft.text,
          unit,
          direction: "none",
          decimals: draft.decimals,
        },
        region,
      );
    },

    async parts(indicator, region, period, variant, base) {
      const space = await open();
      const catalog = space.catalog();
      const key = { indicator, region, period, variant, base };
      const kept = space.kept();
      const found = kept.aggregate(catalog, key);
      if (found === null) return null;
      const stated = kept.statedAt({ ...key, measure: "actual" });
      return partsReport(
        found,
        typeof stated === "number" ? stated : null,
        { indicator, region, period },
        catalog,
      );
    },
  };
}
