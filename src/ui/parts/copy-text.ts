/**
 * Puts a text on the clipboard by a copy event, which works on plain HTTP too,
 * where `navigator.clipboard` does not exist. False when the browser refuses.
 */
export function copyText(text: string): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    taken = event.clipboardData !== null;
  };
  document.addEventListener("copy", fill, { capture: true });
  try {
    // The one way that needs no secure context.
    return document.execCommand("copy") && taken;
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
  }
}
