import type { BoundTable } from "../model/binding.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Facets } from "../model/facets.ts";
import type { Issue } from "../model/issue.ts";
import type { Period } from "../model/period.ts";
import type { TableShape } from "../model/profile.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { cellRef } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import {
  isOfAnyWork,
  saysComplaints,
  saysEnvironment,
  saysNoise,
} from "../match/fixed-words.ts";
import { findTables } from "../table/find-tables.ts";
import { isFilled, type Lines, linesOf } from "../table/lines.ts";
import { overlap } from "../table/lines-within.ts";
import { edgesOf, movesEdges, tableWithin } from "../table/table-within.ts";
import type { BindContext, SheetContext } from "./bind-context.ts";
import {
  bindCardFigures,
  bindRecordCard,
  cardsBeside,
  recordOfCard,
} from "./bind-card.ts";
import { bindCross } from "./bind-cross.ts";
import { type Bindings, joined, listed } from "./binding-columns.ts";
import type { ColumnSays } from "./column-says.ts";
import { drawnTables } from "./drawn-tables.ts";
import { groupQuestions } from "./group-questions.ts";
import { bindRecords, type Dates } from "./bind-records.ts";
import { CERTAIN } from "./certain.ts";
import { type RecordColumns, recordColumns } from "./record-columns.ts";
import {
  monthsWithoutYear,
  settledSurroundings,
} from "./settled-surroundings.ts";
import { senderMark } from "./sender-mark.ts";
import type { Surroundings } from "./surroundings.ts";
import { TableAnswers } from "./table-answers.ts";
import { formOf } from "./table-form.ts";
import { turnedBack, turnedTable } from "./turned-table.ts";
import { unitScale } from "./unit-scale.ts";

/** Finds every table of a workbook and binds its cells; what is not certain is listed as unmatched. */
export function bindWorkbook(
  workbook: WorkbookView,
  context: BindContext,
): { readonly tables: BoundTable[]; readonly issues: Issue[] } {
  const tables: BoundTable[] = [];
  const issues: Issue[] = [];
  for (const sheet of workbook.sheets) {
    const report: SheetContext["report"] = (issue) => {
      issues.push({ ...issue, file: context.file, sheet: sheet.name });
    };
    if (sheet.state !== "visible") {
      // What nobody sees may be last month's: it neither counts nor is filled.
      if (sheet.bounds !== null)
        report({
          code: "lens.hidden_sheet",
          severity: "info",
          params: { sheet: sheet.name },
        });
      continue;
    }
    const lines = linesOf(sheet, workbook.date1904);
    const sheetContext: SheetContext = {
      ...context,
      sheet,
      lines,
      date1904: workbook.date1904,
      report,
    };
    const drawn = drawnTables(sheetContext);
    const found = findTables(sheet, context.matcher, lines).filter(
      (table) =>
        !drawn.some((other) => overlap(edgesOf(other.table), edgesOf(table))),
    );
    if (found.length + drawn.length === 0) {
      report(
        sheet.bounds === null
          ? {
              code: "table.empty_sheet",
              severity: "info",
              params: { sheet: sheet.name },
            }
          : {
              code: "table.none_found",
              severity: "warning",
              params: { sheet: sheet.name },
            },
      );
      continue;
    }
    for (const table of found)
      tables.push(
        boundAsSaid(table, formOf(table, context.matcher), sheetContext),
      );
    for (const { table, form } of drawn)
      tables.push(boundAsSaid(table, form, sheetContext));
  }
  return { tables, issues };
}

/** A table whose bindings and headers nobody has asked for yet. */
type Bound = Omit<BoundTable, "bindings" | "headers"> & {
  readonly bindings: Bindings;
  headersOf(): BoundTable["headers"];
};

/** Binds a table as people corrected and answered for its form before; what they left out is asked about no more. */
function boundAsSaid(
  found: Table,
  form: string,
  sheetContext: SheetContext,
): BoundTable {
  const profile = sheetContext.profiles?.get(form);
  const shape = profile?.shape;
  const turned =
    shape?.turned === true ? turnedTable(found, shape, sheetContext) : null;
  const context = turned?.context ?? sheetContext;
  const table =
    turned?.table ??
    (shape === undefined || shape.kind === "none" || !movesEdges(shape)
      ? found
      : tableWithin(found, shape, context.lines, context.matcher));
  const sender = senderMark(found, context.file);
  const answers = new TableAnswers(table, profile, context.sha ?? "", sender);
  const surroundings = settledSurroundings(table, context, answers);
  const bound =
    shape?.kind === "none"
      ? boundTable(table, "cross", listed([]), [])
      : bindTable(
          table,
          surroundings,
          { ...context, answers },
          shape?.kind,
          profile?.drawn !== undefined || shape?.kind === "figures",
        );
  const unmatched = answers.left(bound.unmatched);
  const { bindings, headersOf: read, ...rest } = bound;
  let headers: BoundTable["headers"] | undefined;
  const whole: BoundTable = {
    ...rest,
    get bindings() {
      return bindings.all();
    },
    get headers() {
      return (headers ??= read());
    },
    unmatched,
    ask: {
      form,
      sender,
      edges: edgesOf(table),
      ...(shape === undefined ? {} : { shape }),
      ...(profile?.drawn === undefined ? {} : { drawn: true }),
      answers: answers.holding,
      carried: answers.carried,
      stated: surroundings.periods.map(({ period }) => period.code),
      rivals: surroundings.rivals,
      months: monthsWithoutYear(table, context),
      places: new Map(
        unmatched.flatMap((question) => [...answers.placesOf(question)]),
      ),
    },
  };
  return turned === null ? whole : turnedBack(whole, found);
}

/** `said`: a person says that it is a table of figures, whatever nobody knows of it is asked about. */
function bindTable(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
  kind: TableShape["kind"],
  said: boolean,
): Bound {
  const cards = cardsBeside(table).map((card) => ({
    card,
    found: card.pairs.length > 0 ? recordOfCard(card, context) : null,
  }));
  if (cards.some(({ found }) => found !== null)) {
    const period = periodOfRecords(surroundings);
    const dates = datesOf(period, surroundings);
    const bound = cards.flatMap(({ card, found }) =>
      found === null ? [] : [bindRecordCard(card, found, context, dates)],
    );
    const bindings = joined(bound.map((one) => one.bindings));
    const questions = bound.flatMap((one) => one.questions);
    return {
      ...boundTable(
        table,
        "records",
        bindings,
        questions.flatMap(({ all }) => all),
      ),
      ...asOfRecords(period, surroundings),
      ...placeOfRecords(surroundings),
    };
  }
  const records =
    kind === "figures"
      ? null
      : recordColumns(table, context.catalog, context.matcher, context.lines);
  if (
    records !== null &&
    records.identity.length > 0 &&
    (kind === "records" || holdsWords(table, records, context.lines))
  )
    return boundRecords(table, records, surroundings, context);
  const parts =
    table.pairs.length > 0
      ? bindCardFigures(table, surroundings, context)
      : [bindCross(table, surroundings, context)];
  const bindings = joined(parts.map((part) => part.bindings));
  const columns = parts.flatMap((part) => part.columns);
  const asked = parts.flatMap(({ questions }) => questions.all);
  const names = [
    ...table.title.map(({ text }) => text),
    ...table.outer.map(({ text }) => text),
    table.sheet,
    context.file,
  ];
  const ours = names.some(saysEnvironment) && !names.some(saysComplaints);
  const noise = names.some(saysNoise);
  const namesOurs = (facets: Facets): boolean =>
    namesIndicator(facets, ours) &&
    !(noise && facets.indicator[0]?.words === "达标率");
  const known =
    said ||
    bindings.anyValue ||
    columns.some(({ facets }) => namesOurs(facets)) ||
    parts.some(({ rows }) =>
      rows.some(
        ({ rest }) => namesOurs(rest.facets) || rest.cells.some(namesOurs),
      ),
    ) ||
    (!noise &&
      surroundings.title.indicator.some(({ value }) =>
        unitsAllow(value, surroundings, context.catalog),
      ));
  const where = cellRef(table.headerRows.top, table.range.left);
  if (!known || (bindings.length === 0 && asked.length === 0)) {
    // Rosters, purchase lists, minutes: nothing in them is ours to ask about.
    context.report(
      records === null
        ? {
            code: "lens.no_indicator",
            severity: "warning",
            cell: where,
            params: { sheet: table.sheet, cell: where },
          }
        : {
            code: "lens.no_identity",
            severity: "warning",
            cell: where,
            params: {
              sheet: table.sheet,
              cell: where,
              kind: records.kind.label.zh,
              fields: records.kind.fields
                .filter(({ identifies }) => identifies)
                .map(({ label }) => label.zh)
                .join("、"),
            },
          },
    );
    return boundTable(table, "cross", listed([]), []);
  }
  if (
    asked.some(({ role }) => role === "period") &&
    surroundings.periods.length === 0
  )
    context.report({
      code: "lens.no_period",
      severity: "warning",
      cell: where,
      params: { sheet: table.sheet, cell: where },
    });
  if (
    asked.some(
      ({ role, candidates }) => role === "region" && candidates.length === 0,
    ) &&
    surroundings.region === null
  )
    context.report({
      code: "lens.no_region",
      severity: "warning",
      cell: where,
      params: { sheet: table.sheet, cell: where },
    });
  return boundTable(
    table,
    orientationOf(table, columns, context),
    bindings,
    groupQuestions(
      asked,
      table,
      new Set(parts.flatMap(({ questions }) => [...questions.apart])),
    ),
  );
}

const columnsOfSheet = 16384;

/** Rows looked at to tell records from figures under the same words. */
const sample = 60;

/** False where fields of words hold figures: 任务, 完成情况 and 完成率 of a table that counts. */
function holdsWords(
  { bodyRows }: Table,
  { columns }: RecordColumns,
  lines: Lines,
): boolean {
  let words = 0;
  let figures = 0;
  for (const row of bodyRows.slice(0, sample))
    for (const { column, field } of columns) {
      if (field === null || field.type === "number" || field.type === "date")
        continue;
      const cell = lines.cellAt(row, column);
      if (cell === undefined || !isFilled(cell)) continue;
      if (cell.type === "number") figures += 1;
      else words += 1;
    }
  return words >= figures;
}

function boundRecords(
  table: Table,
  found: RecordColumns,
  surroundings: Surroundings,
  context: SheetContext,
): Bound {
  const unread = found.columns.filter(
    ({ field, head }) => field === null && head.text.trim() !== "",
  );
  const [first] = unread;
  if (first !== undefined)
    context.report({
      code: "lens.unread_columns",
      severity: "info",
      cell: cellRef(first.head.row, first.head.column),
      params: {
        columns: unread.map(({ head }) => head.text.trim()).join("、"),
      },
    });
  const period = periodOfRecords(surroundings);
  const { bindings, questions, open } = bindRecords(
    table,
    found,
    context,
    datesOf(period, surroundings),
  );
  return {
    ...boundTable(table, "records", bindings, questions.all),
    ...asOfRecords(period, surroundings),
    ...placeOfRecords(surroundings),
    open: {
      kind: found.kind.code,
      rows: open,
      columns: [
        ...found.ordinals.map((column) => ({ column, field: null })),
        ...found.columns.flatMap(({ column, field }) =>
          field === null ? [] : [{ column, field: field.code }],
        ),
      ],
    },
  };
}

/** What a ledger is the state of: its stated period, or else the day it was filled in. */
function periodOfRecords({
  periods,
  rivals,
  filed,
}: Surroundings): Period | null {
  const [nearest] = periods;
  if (nearest === undefined) return filed;
  return nearest.confidence >= CERTAIN && rivals.length === 0
    ? nearest.period
    : null;
}

/** A ledger of a month that was made on a day of it is of that day. */
function asOfRecords(
  period: Period | null,
  { filed }: Surroundings,
): Pick<BoundTable, "asOf"> {
  if (period === null) return {};
  const within =
    filed !== null &&
    filed.end - filed.start === 1 &&
    filed.start >= period.start &&
    filed.end <= period.end;
  return { asOf: (within ? filed : period).code };
}

/** Whose ledger it is, where that is certain. */
function placeOfRecords({ region }: Surroundings): Pick<BoundTable, "place"> {
  return region !== null && region.confidence >= CERTAIN
    ? { place: region.value }
    : {};
}

/** The year of a period that is one, and its end; a deadline of a month's sheet may lie in the next year, but near the month or the day of filing. */
function datesOf(period: Period | null, { filed }: Surroundings): Dates {
  const wholeYear = period !== null && /^\d{4}$/.test(period.code);
  const day = filed ?? (wholeYear ? null : period);
  return {
    ...(wholeYear ? { year: Number(period.code) } : {}),
    ...(period === null ? {} : { until: period.end - 1 }),
    ...(day === null ? {} : { near: day.end - 1 }),
  };
}

/** False where every unit the sheet states is one the figures of an indicator cannot have: 吨 of 危险废物 are no cases. */
function unitsAllow(
  code: IndicatorCode,
  { units }: Surroundings,
  catalog: SheetContext["catalog"],
): boolean {
  const unit = catalog.indicators.get(code)?.unit;
  return (
    units.length === 0 ||
    (unit !== undefined &&
      units.some(
        ({ value }) =>
          value === "%" || unitScale(value, unit, catalog) !== null,
      ))
  );
}

/** False for the names of other things with a pollutant in them: PM2.5连续监测仪. */
function namesIndicator({ indicator, rest }: Facets, ours: boolean): boolean {
  const [best] = indicator;
  if (best === undefined) return false;
  if (best.confidence >= CERTAIN) return true;
  // 任务数 and 完成率 may be those of newspapers.
  if (rest !== "" || best.words === "完成率") return false;
  return ours || !isOfAnyWork(best.words);
}

function boundTable(
  table: Table,
  orientation: BoundTable["orientation"],
  bindings: Bindings,
  unmatched: BoundTable["unmatched"],
): Bound {
  return {
    sheet: table.sheet,
    part: table.part,
    range: table.range,
    title: table.title.map(({ text }) => text).join(" "),
    orientation,
    headersOf: () => headersOf(table, orientation),
    bindings,
    unmatched,
  };
}

function headersOf(
  table: Table,
  orientation: BoundTable["orientation"],
): BoundTable["headers"] {
  const headers = new Map<number, Table["title"][number]>();
  for (const words of [
    ...table.title,
    ...table.meta,
    ...table.stubHeaders.flat(),
    ...table.columns.flatMap(({ path }) => path),
    // The words of records are fields of theirs.
    ...(orientation === "records"
      ? []
      : table.rows.flatMap(({ path }) => path)),
  ])
    headers.set(words.row * columnsOfSheet + words.column, words);
  return [...headers.values()];
}

/** `long` when rows name indicator and region or period and one column holds values, `transposed` when the columns are regions. */
function orientationOf(
  table: Table,
  columns: readonly ColumnSays[],
  context: SheetContext,
): BoundTable["orientation"] {
  const roles = new Set(
    table.stubHeaders.map((path) => columnRole(path, context.matcher)),
  );
  const values = columns.filter(({ kind }) => kind === "value");
  if (
    roles.has("indicator") &&
    (roles.has("region") || roles.has("period")) &&
    values.length <= 2
  )
    return "long";
  const across = values.filter(({ facets }) => facets.region.length > 0).length;
  return across * 2 > values.length ? "transposed" : "cross";
}
