/** True for bytes that begin as a zip does, an empty one included. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return (
    a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))
  );
}
