import { answer, childTask } from "../../child-side.ts";
import { writeWorkbook } from "../write-workbook.ts";

const { path, rows } = childTask<{ path: string; rows: number }>();
answer(writeWorkbook(path, rows));
