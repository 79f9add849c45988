import type { Facets } from "../../model/facets.ts";
import type { Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { columnRole } from "../../table/column-role.ts";
import { isDeadline } from "../../table/line-words.ts";

/** What the words of a stub column do for their rows. */
export type StubRole = Facets["role"] | "deadline" | "site" | "attribute";

/** 监测点位, 站点名称: what stands below is no district, whatever its name. */
const sites =
  /点位|站点|子站|测点|监测站|自动站|断面名|^断面$|考核断面$|国考断面$|positionname|stationname/i;

/** 乡镇（街道）, 村: places below the counties, which have no codes. */
const townships = /^(?:所属|所在)?(?:乡|镇|街道|社区|行政村|村)[^县市区]*$/;

/** 指标属性, 责任处室, 数据来源: what stands below tells something of a row and does not name it. */
const attributes =
  /(?:属性|性质)$|^(?:责任|牵头|主管|配合|实施|数据|资料|考核|填报|提供)(?:单位|部门|处室|科室|来源|依据|主体)$|^(?:依据|文件依据|来源|出处)$/;

/** Roles of words that say something of a row and do not name it. */
export const namesNoRow: ReadonlySet<StubRole> = new Set<StubRole>([
  "attribute",
  "unit",
  "period",
  "deadline",
]);

/** The roles of the stub columns of a table, by column. */
export function stubRoles(
  table: Table,
  matcher: Matcher,
): ReadonlyMap<number, StubRole> {
  return new Map(
    table.stubColumns.map((column, index) => [
      column,
      isDeadline(table.stubHeaders[index]?.at(-1)?.text ?? "")
        ? "deadline"
        : heldRole(
            columnRole(table.stubHeaders[index] ?? [], matcher),
            column,
            table,
            matcher,
          ),
    ]),
  );
}

/** Rows looked at to tell what a stub column names. */
const sample = 60;

/**
 * The role of a stub column. 城市 over the names of indicators is the corner of
 * a table whose columns are cities, 年份 over them of one whose columns are
 * years: then the rows speak for themselves.
 */
function heldRole(
  role: Facets["role"],
  column: number,
  table: Table,
  matcher: Matcher,
): StubRole {
  const { rows, stubHeaders: headers } = table;
  const header = headers[table.stubColumns.indexOf(column)]?.at(-1)?.text ?? "";
  if (role === null && sites.test(header)) return "site";
  if (townships.test(header.trim())) return "site";
  if (role === null && attributes.test(header))
    return tellsOfIndicators(column, table, matcher) ? "attribute" : null;
  if (role === "unit")
    return namesPlaces(column, table, matcher) ? "region" : role;
  if (role !== "region" && role !== "period") return role;
  let others = 0;
  for (const { path } of rows.slice(0, sample)) {
    const text = path.find((words) => words.column === column)?.text ?? "";
    if (text === "") continue;
    const { indicator, region, period } = matcher.read(text);
    const own = role === "region" ? region : period;
    if (own.length > 0 || /^\d+$/.test(text)) return role;
    if (indicator.length + region.length + period.length > 0) others += 1;
  }
  return others > 0 ? null : role;
}

/** True for a column of words beside 指标 that name neither place nor figure. */
function tellsOfIndicators(
  column: number,
  { rows, stubHeaders }: Table,
  matcher: Matcher,
): boolean {
  return (
    stubHeaders.some((path) => columnRole(path, matcher) === "indicator") &&
    rows.slice(0, sample).every(({ path }) => {
      const text = path.find((words) => words.column === column)?.text ?? "";
      const { indicator, region, measure, period } = matcher.read(text);
      return (
        indicator.length + region.length + measure.length + period.length === 0
      );
    })
  );
}

/** 单位 over the names of places, and over no unit. */
function namesPlaces(
  column: number,
  { rows }: Table,
  matcher: Matcher,
): boolean {
  const texts = rows
    .slice(0, sample)
    .flatMap(({ path }) =>
      path.flatMap((words) => (words.column === column ? [words.text] : [])),
    );
  return (
    texts.some((text) => matcher.read(text).region.length > 0) &&
    texts.every((text) => matcher.unit(text).length === 0)
  );
}
