import type { Page } from "playwright-core";

/**
 * Texts on show that are cut by a box that hides what is beyond it, and have no
 * tooltip, in every shadow root, as `element: text`. Boxes that scroll do not
 * cut. Cells of 数据 are left out: they get their tooltip under the pointer.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const above = (element: Element): Element | null => {
      const root = element.getRootNode();
      return (
        element.assignedSlot ??
        element.parentElement ??
        (root instanceof ShadowRoot ? root.host : null)
      );
    };
    const line = (element: Element): readonly Element[] => {
      const elements: Element[] = [];
      for (let at: Element | null = element; at !== null; at = above(at))
        elements.push(at);
      return elements;
    };
    const isCut = (text: Text, elements: readonly Element[]): boolean => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const inside = range.getBoundingClientRect();
      if (inside.width === 0 || inside.height === 0) return false;
      for (const element of elements) {
        const { overflowX, overflowY, position } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (/auto|scroll/.test(overflowX + overflowY)) return false;
        if (
          /hidden|clip/.test(overflowX) &&
          (inside.right > box.right + 1 || inside.left < box.left - 1)
        )
          return true;
        if (/hidden|clip/.test(overflowY) && inside.bottom > box.bottom + 3)
          return true;
        if (position === "fixed") return false;
      }
      return false;
    };
    const skipped =
      "svg, style, option, select, .hidden-text, dialog:not([open]), [hidden], .ag-aria-description-container";
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot !== null) walk(element.shadowRoot);
        for (const node of element.childNodes) {
          if (!(node instanceof Text) || node.data.trim() === "") continue;
          const elements = line(element);
          if (
            elements.some(
              (one) =>
                one.hasAttribute("title") ||
                one.matches(skipped) ||
                one.matches("[aria-hidden=true]"),
            ) ||
            (elements.some((one) => one.matches("[role=gridcell]")) &&
              elements.some((one) => one.matches("db-cube-grid"))) ||
            getComputedStyle(element).visibility === "hidden"
          )
            continue;
          // Grids scroll by parts of their own: a cell cuts, the grid does not.
          const until = elements.findIndex((one) =>
            one.matches(".ag-row, .ag-header-row"),
          );
          if (isCut(node, until < 0 ? elements : elements.slice(0, until)))
            found.add(
              `${element.localName}.${element.className.toString()}: ${node.data.trim().slice(0, 60)}`,
            );
        }
      }
    };
    walk(document);
    return [...found];
  });
}
