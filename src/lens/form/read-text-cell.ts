import {
  type CellReading,
  doubt,
  fixed,
  type FormContext,
  one,
  stated,
} from "../form-context.ts";
import { splitMark } from "../footnote-mark.ts";
import { doubtFields, statedScale } from "../number-forms.ts";
import { readClass } from "../water-class.ts";
import { readDate, readNearDay, readPastDay } from "../written-date.ts";
import { placeholder } from "./placeholder.ts";
import { readFigure } from "./read-figure.ts";
import { saysNothing } from "./says-nothing.ts";
import { isCleared, nearlyUnchanged, unchanged } from "./unchanged-words.ts";

const isDenial = /^(?:否|不是|×|✗|✘)$/;

/** Reads a text as what its column expects. */
export function readTextCell(raw: string, context: FormContext): CellReading {
  const text = raw.trim();
  if (
    (context.expects === "text" || context.expects === "state") &&
    saysNothing(text, context)
  )
    return placeholder(text, context);
  if (context.expects === "text") return words(raw);
  if (context.expects === "state") {
    // 否 under 是否完成 says what the state is not.
    if (isDenial.test(text)) return { kind: "read", readings: [] };
    const state = context.words.state(text);
    return state === null ? words(raw) : stated(state.code, { kind: "words" });
  }
  const marked = splitMark(text);
  if (context.words.placeholder(marked.body) !== null)
    return placeholder(marked.body.trim(), context);
  if (context.expects === "date") {
    const date =
      readDate(raw, context.year) ??
      (context.until === undefined ? null : readPastDay(raw, context.until)) ??
      (context.near === undefined ? null : readNearDay(raw, context.near));
    return date === null
      ? words(raw)
      : stated(
          date.value,
          date.pattern === null
            ? { kind: "fixed", why: "other" }
            : { kind: "date", pattern: date.pattern },
        );
  }
  if (context.expects === "class") {
    const read = readClass(marked.body);
    return read === null
      ? doubt("value", [])
      : stated(
          read.value,
          marked.mark === ""
            ? { kind: "class", style: read.style }
            : { kind: "fixed", why: "other" },
        );
  }
  // The goal that nothing is left.
  if (context.limits && context.expects === "number" && isCleared(text))
    return one(fixed(0, "", "other"));
  if (nearlyUnchanged.test(text))
    return one(fixed(0, "", "approximate", "estimated"));
  if (unchanged.test(text)) {
    const scale = statedScale(context);
    return scale === null
      ? doubt("unit", [context.to])
      : stated(0, { kind: "placeholder", scale, ...doubtFields(context) }, 0);
  }
  return readFigure(raw, context);
}

function words(raw: string): CellReading {
  return stated(raw, { kind: "words" });
}
