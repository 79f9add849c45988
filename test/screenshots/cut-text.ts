import type { Page } from "playwright-core";

/**
 * Texts on show that are cut by their box and have no tooltip, in every shadow
 * root, as `element: text`. Boxes that scroll are not cut.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const told = (element: Element | null): boolean => {
      for (let at = element; at !== null; at = parent(at))
        if (
          at.hasAttribute("title") ||
          at.getAttribute("data-tooltip") !== null
        )
          return true;
      return false;
    };
    const parent = (element: Element): Element | null => {
      const root = element.getRootNode();
      return (
        element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
      );
    };
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot !== null) walk(element.shadowRoot);
        const owns = [...element.childNodes].some(
          (node) =>
            node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
        );
        if (!owns || element.closest("svg, style, option") !== null) continue;
        const style = getComputedStyle(element);
        if (style.visibility === "hidden" || style.clipPath !== "none")
          continue;
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const clips = (axis: string) => axis === "hidden" || axis === "clip";
        const wide =
          clips(style.overflowX) &&
          element.scrollWidth > element.clientWidth + 1;
        const high =
          clips(style.overflowY) &&
          element.scrollHeight > element.clientHeight + 2;
        if ((wide || high) && !told(element))
          found.push(
            `${element.localName}.${element.className}: ${element.innerText.slice(0, 60)}`,
          );
      }
    };
    walk(document);
    return [...new Set(found)];
  });
}
