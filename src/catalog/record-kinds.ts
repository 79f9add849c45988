import * as v from "valibot";
import type { RecordField, RecordKind } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { filledText, flag, label, oneOf, texts } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";

const fieldSchema: v.GenericSchema<unknown, RecordField> = v.object(
  {
    code: filledText,
    label,
    type: oneOf(["text", "number", "date", "state", "class"]),
    aliases: texts,
    loose: v.exactOptional(
      v.object(
        { words: texts, beside: texts },
        "{words, beside}：在哪些字段旁边才算数的写法 / {words, beside}: spellings that count beside those fields only",
      ),
    ),
    identifies: flag,
    unit: v.exactOptional(filledText),
    past: v.exactOptional(flag),
    verdict: v.exactOptional(flag),
  },
  "字段对象 / a field",
);

const schema: v.GenericSchema<unknown, RecordKind> = v.object(
  {
    code: filledText,
    label,
    fields: v.array(fieldSchema, "字段列表 / a list of fields"),
    standIns: v.optional(texts, []),
    dueSoon: v.exactOptional(
      v.object(
        {
          days: v.pipe(
            v.number("天数 / a number of days"),
            v.integer("整数 / a whole number"),
            v.minValue(1, "至少 1 / at least 1"),
          ),
          source: filledText,
        },
        "{days, source}：提前多少天提示 / {days, source}: how many days ahead it is said",
      ),
    ),
    source: filledText,
  },
  "一行对象 / an object",
);

/** `data/records.json`. A kind needs a field that identifies its records, and no field code or heading twice. */
export function readRecordKinds(
  sources: readonly ListSource[],
): ReadList<RecordKind> {
  const list = readList(sources, schema, {
    field: "code",
    of: (kind) => kind.code,
  });
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.filter((row) => {
    const faults = kindFaults(row);
    issues.push(...faults);
    return faults.length === 0;
  });
  return { rows, issues };
}

function kindFaults(row: Row<RecordKind>): Issue[] {
  const { fields } = row.value;
  const issues: Issue[] = [];
  if (!fields.some((field) => field.identifies))
    issues.push(
      rowIssue("catalog.bad_field", row, "fields", row.value.code, {
        expected:
          "至少一个 identifies 字段 / at least one field that identifies",
      }),
    );
  const codes = new Map<string, number>();
  const words = new Map<string, number>();
  fields.forEach((field, index) => {
    const path = `fields.${index}`;
    for (const code of field.loose?.beside ?? [])
      if (!fields.some((other) => other.code === code && other !== field))
        issues.push(
          rowIssue("catalog.bad_field", row, `${path}.loose.beside`, code, {
            expected: "本类的另一个字段 / another field of the kind",
          }),
        );
    claim(codes, field.code, index, (first) =>
      issues.push(
        rowIssue("catalog.duplicate", row, `${path}.code`, field.code, {
          first: `fields.${first}`,
        }),
      ),
    );
    for (const word of new Set([
      field.label.zh,
      ...field.aliases,
      ...(field.loose?.words ?? []),
    ]))
      claim(words, word, index, (first) =>
        issues.push(
          rowIssue("catalog.duplicate", row, `${path}.aliases`, word, {
            first: `fields.${first}`,
          }),
        ),
      );
  });
  return issues;
}

function claim(
  taken: Map<string, number>,
  word: string,
  index: number,
  twice: (first: number) => void,
): void {
  const first = taken.get(word);
  if (first === undefined) taken.set(word, index);
  else twice(first);
}
