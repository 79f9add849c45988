/** What the system's clipboard holds; empty texts for nothing of a kind. */
export interface HeldOnClipboard {
  readonly text: string;
  readonly html: string;
}

/** False where only the paste key reaches the clipboard: plain HTTP hosts, and browsers that let no page read it. */
export function canReadClipboard(): boolean {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  return typeof clipboard?.read === "function";
}

/** Reads the clipboard. Throws when the browser or the person does not allow it. */
export async function readClipboard(): Promise<HeldOnClipboard> {
  const items = await navigator.clipboard.read();
  const of = async (type: string): Promise<string> => {
    const item = items.find(({ types }) => types.includes(type));
    return item === undefined ? "" : (await item.getType(type)).text();
  };
  return { text: await of("text/plain"), html: await of("text/html") };
}
