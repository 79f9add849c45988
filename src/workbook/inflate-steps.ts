import { Inflate } from "fflate";

/** Compressed bytes handed over at a time: at deflate's best ratio they give 16 MB. */
const step = 16 * 1024;

/** Bytes of an entry as they come, with the compressed bytes that were handed over for them. */
export interface Step {
  readonly piece: Uint8Array;
  readonly fed: number;
}

/** Inflates with fflate; false when the bytes are no deflate stream. */
export function* inflateSteps(data: Uint8Array): Generator<Step, boolean> {
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    ready.push(piece);
  });
  for (let at = 0; at < data.length || at === 0; at += step) {
    const chunk = data.subarray(at, at + step);
    const fed = at + chunk.length;
    if (!push(inflate, chunk, at + step >= data.length)) return false;
    for (const piece of ready) if (piece.length > 0) yield { piece, fed };
    ready = [];
  }
  return true;
}

/** False when the stream is no deflate stream, the one thing fflate throws for. */
function push(inflate: Inflate, chunk: Uint8Array, last: boolean): boolean {
  try {
    inflate.push(chunk, last);
    return true;
  } catch {
    return false;
  }
}
