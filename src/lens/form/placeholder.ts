import type { Form } from "../../model/binding.ts";
import {
  type CellReading,
  doubt,
  type FormContext,
  one,
} from "../form-context.ts";
import { doubtFields, statedScale } from "../number-forms.ts";

/** A word for a missing value, as one of what the column expects. */
export function placeholder(text: string, context: FormContext): CellReading {
  if (context.expects !== "number") {
    const form: Form =
      context.expects === "class"
        ? { kind: "class", style: "Ⅲ" }
        : context.expects === "date"
          ? { kind: "date", pattern: "serial" }
          : { kind: "words" };
    return one({
      value: null,
      missing: text,
      form,
      decimals: null,
      status: "missing",
    });
  }
  const scale = statedScale(context);
  if (scale === null) return doubt("unit", [context.stated ?? "", context.to]);
  return one({
    value: null,
    missing: text,
    form: { kind: "placeholder", scale, ...doubtFields(context) },
    decimals: null,
    status: "missing",
  });
}
