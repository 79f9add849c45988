import { describe } from "../../text/words.ts";
import { dayWords, periodText } from "../format/period-text.ts";
import { isPrintable, type Printable } from "../parts/printable.ts";
import type { ViewScope } from "../state/contexts.ts";
import type { Names } from "../state/names.ts";
import type { ViewName } from "../state/route.ts";
import { periodOfChoice } from "../state/scope-period.ts";

/** What a view gives to print, or a page that says that it gives nothing. */
export function printableOf(
  view: Element | null,
  name: ViewName,
  { language }: Names,
): Printable {
  return (
    (isPrintable(view) ? view.printable() : null) ?? {
      title: describe(`ui.view.${name}`, {}, language),
      line: "",
      blocks: [
        { kind: "text", text: describe("views.print.nothing", {}, language) },
      ],
    }
  );
}

/** What the pages were narrowed to: where, as of when, and the period that was picked. */
export function printedScope(
  scope: ViewScope,
  names: Names,
): readonly string[] {
  const { language } = names;
  const period = periodOfChoice(scope);
  return [
    describe(
      "views.print.scope",
      {
        region:
          scope.region === ""
            ? describe("ui.scope.everywhere", {}, language)
            : names.region(scope.region),
      },
      language,
    ),
    ...(period === "" ? [] : [periodText(period, language)]),
    describe(
      "views.print.as_of",
      { day: dayWords(scope.asOf, language) },
      language,
    ),
  ];
}
