/** The value of a JSON text; null when it is none, as for a text that says null. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
