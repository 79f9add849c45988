import type { Change } from "./change.ts";
import { formChanges } from "./form-changes.ts";
import { headerChanges } from "./header-changes.ts";
import { layoutChanges } from "./layout-changes.ts";
import { joinedChanges, rebuiltChanges } from "./rebuilt-changes.ts";
import { valueChanges } from "./value-changes.ts";
import { wordChanges } from "./word-changes.ts";
import { writingChanges } from "./writing-changes.ts";

/** Every change that is tried on the labelled sheets. */
export const changes: readonly Change[] = [
  ...layoutChanges,
  ...headerChanges,
  ...writingChanges,
  ...wordChanges,
  ...valueChanges,
  ...formChanges,
  ...rebuiltChanges,
  ...joinedChanges,
];
