/** One record of a workbook stream. */
export function record(type: number, ...payload: readonly number[]): number[] {
  const { length } = payload;
  return [...u16(type), ...u16(length), ...payload];
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

export function f64(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)];
}

/** A text of BIFF 8 without its count: flags and two bytes a character. */
export function wide(text: string): number[] {
  return [1, ...[...text].flatMap((char) => u16(char.charCodeAt(0)))];
}

const bof = (version: number, kind: number) =>
  record(0x0809, ...u16(version), ...u16(kind), ...u32(0), ...u32(0), ...u32(0)); // prettier-ignore

const eof = record(0x000a);

/** A bare stream of BIFF 8 (or 5) with sheets of the records given. */
export function biffStream(
  sheets: readonly {
    /** The name with its count and flags, as the edition writes it. */
    readonly name: readonly number[];
    readonly state?: number;
    readonly records: readonly (readonly number[])[];
  }[],
  globals: readonly (readonly number[])[] = [],
  version: 5 | 8 = 8,
): Uint8Array {
  const edition = version === 8 ? 0x0600 : 0x0500;
  const listed = (starts: readonly number[]) =>
    sheets.flatMap(({ name, state = 0 }, index) =>
      record(0x0085, ...u32(starts[index] ?? 0), state, 0, ...name),
    );
  const top = (starts: readonly number[]) => [
    ...bof(edition, 0x0005),
    ...globals.flat(),
    ...listed(starts),
    ...eof,
  ];
  const bodies = sheets.map(({ records }) => [
    ...bof(edition, 0x0010),
    ...records.flat(),
    ...eof,
  ]);
  let at = top([]).length;
  const starts = bodies.map((body) => {
    const start = at;
    at += body.length;
    return start;
  });
  return Uint8Array.from([...top(starts), ...bodies.flat()]);
}
