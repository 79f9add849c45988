/** What a generator puts into a body cell; null leaves it empty. */
export type CellInput = number | string | null | Formula | Shown;

/** A formula without its `=`; `result` is the cached value, left out where the inputs are still blank. */
export interface Formula {
  readonly formula: string;
  readonly result?: number | string;
  readonly format?: string;
}

/** A value with its own number format. */
export interface Shown {
  readonly value: number | string;
  readonly format: string;
}

export function formula(
  text: string,
  result?: number | string,
  format?: string,
): Formula {
  return {
    formula: text,
    ...(result === undefined ? {} : { result }),
    ...(format === undefined ? {} : { format }),
  };
}

/** A number shown with `decimals` places. */
export function shown(value: number, decimals: number): Shown {
  return { value, format: decimalsFormat(decimals) };
}

export function decimalsFormat(decimals: number): string {
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

/** Excel serial of a day in the 1900 system. */
export function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86400000 + 25569;
}

export function day(year: number, month: number, date: number): Shown {
  return {
    value: serial(year, month, date),
    format: 'yyyy"年"m"月"d"日"',
  };
}

/** `A` for 1, `AA` for 27. */
export function letter(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
