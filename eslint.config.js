import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

/** Folders whose code is a function of its arguments: no clock, no chance, no locale, no page, no Node. */
const pureFolders = [
  "model",
  "table",
  "match",
  "lens",
  "dataset",
  "progress",
  "ledger",
  "report",
  "catalog",
  "text",
];

const impure = [
  ["Date", "now", "pass `asOf` or `at` in"],
  ["Math", "random", "pass a seed in"],
].map(([object, property, message]) => ({ object, property, message }));

const impureGlobals = [
  "performance",
  "crypto",
  "Intl",
  "window",
  "document",
  "navigator",
  "localStorage",
  "indexedDB",
  "fetch",
  "process",
  "setTimeout",
  "setInterval",
].map((name) => ({ name, message: "this folder is pure" }));

/** Methods that the oldest browser served (Chromium 109) does not have. */
const tooNew = [
  {
    selector:
      "CallExpression[callee.property.name=/^(toSorted|toReversed|toSpliced|groupBy|withResolvers|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)$/]",
    message: "Chromium 109 does not have this",
  },
];

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "no clock here: pass `asOf` or `at` in",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(toLocaleString|toLocaleDateString|toLocaleTimeString|localeCompare)$/]",
    message:
      "no locale look-up here: the same data gives the same result everywhere",
  },
];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "test/shots/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strict],
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true } },
      ],
    },
  },
  {
    files: ["*.config.ts", "*.config.js", "test/browser/serve.ts"],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["src/ui/**/*.ts"],
    plugins: { lit, wc, "lit-a11y": litA11y },
    rules: {
      ...lit.configs["flat/recommended"].rules,
      ...wc.configs["flat/best-practice"].rules,
      ...litA11y.configs.recommended.rules,
      // The base class is always LitElement, which has every callback.
      "wc/guard-super-call": "off",
    },
  },
  {
    // Typed arrays in byte loops: the index is bounded by the loop.
    files: ["src/workbook/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...tooNew] },
  },
  {
    files: pureFolders.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      "no-restricted-properties": ["error", ...impure],
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-syntax": ["error", ...tooNew, ...impureSyntax],
    },
  },
);
