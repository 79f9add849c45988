interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Where a view scrolls so that a box is seen whole, its start before its end; no farther than it must. */
export function scrollToShow(
  box: Box,
  seen: Box,
): { readonly x: number; readonly y: number } {
  const y =
    box.top < seen.top
      ? box.top
      : box.top + box.height > seen.top + seen.height
        ? Math.min(box.top, box.top + box.height - seen.height)
        : seen.top;
  const x =
    box.left < seen.left
      ? box.left
      : box.left + box.width > seen.left + seen.width
        ? Math.min(box.left, box.left + box.width - seen.width)
        : seen.left;
  return { x, y };
}
