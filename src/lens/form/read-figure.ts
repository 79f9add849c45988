import { type CellReading, doubt, type FormContext } from "../form-context.ts";
import { splitMark } from "../footnote-mark.ts";
import { readPair } from "../read-pair.ts";
import { readWritten } from "../read-written.ts";

/** A text that is no placeholder, read as one figure or two; a footnote mark stays where it is. */
export function readFigure(raw: string, context: FormContext): CellReading {
  const { body, mark } = splitMark(raw);
  const two = readPair(body, context);
  const read =
    two === null
      ? readWritten(body, context)
      : context.pairs || context.inner !== undefined
        ? two
        : doubt("value");
  return mark === "" || read.kind === "doubt" ? read : withMark(read, mark);
}

function withMark(
  { kind, readings }: CellReading & { readonly kind: "read" },
  mark: string,
): CellReading {
  return {
    kind,
    readings: readings.map((reading) => {
      const { form } = reading;
      if (form.kind === "text")
        return { ...reading, form: { ...form, suffix: form.suffix + mark } };
      return form.kind === "pair"
        ? { ...reading, form: { ...form, close: form.close + mark } }
        : reading;
    }),
  };
}
