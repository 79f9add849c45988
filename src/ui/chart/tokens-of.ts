/** Reads the colours of the page's theme, for drawings that cannot use them by name. */
export function tokensOf(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}
