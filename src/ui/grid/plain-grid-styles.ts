import { unnestCss } from "./unnest-css.ts";

/**
 * The grid writes nested style rules, which Chromium knows from 112 on; before
 * that its layout falls apart. There every style element that it puts into
 * `place` is rewritten, now and later. Returns what stops that.
 */
export function plainGridStyles(place: HTMLElement): () => void {
  if (CSS.supports("selector(&)")) return () => undefined;
  const rewrite = (node: Node) => {
    if (node instanceof HTMLStyleElement && node.textContent.includes("&"))
      node.textContent = unnestCss(node.textContent);
  };
  place.childNodes.forEach(rewrite);
  const observer = new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(rewrite);
  });
  observer.observe(place, { childList: true });
  return () => {
    observer.disconnect();
  };
}
