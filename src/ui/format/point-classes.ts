/** How many digits stand after the point of a figure as it is shown. */
export function decimalsShown(text: string): number {
  return /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** Most digits after the point that others make room for. */
export const mostAligned = 6;

/**
 * Classes that move a figure left until its point stands under that of the
 * figure with the most decimals of its column.
 */
export function pointClasses(own: number, most: number): readonly string[] {
  const missing = Math.min(most, mostAligned) - own;
  return missing <= 0
    ? []
    : [`pad-${String(missing)}`, ...(own === 0 ? ["no-point"] : [])];
}
