/** Lets waiting messages in, so that a cancel is heard. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
