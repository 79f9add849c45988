import { answer, childTask } from "../../child-side.ts";
import { layoutNamed } from "../layouts.ts";
import { writeLayout } from "../write-layout.ts";

export interface MakeTask {
  readonly path: string;
  readonly layout: string;
  readonly rows: number;
}

const { path, layout, rows } = childTask<MakeTask>();
answer(writeLayout(path, layoutNamed(layout), rows));
