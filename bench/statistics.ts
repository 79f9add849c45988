/** Middle value, mean of the two middle ones for an even count; NaN for none. */
export function median(values: readonly number[]): number {
  return (
    (quantile(values, 0.5, Math.floor) + quantile(values, 0.5, Math.ceil)) / 2
  );
}

/** The value below which a share of the values lies, by rank; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  return quantile(values, share, Math.ceil);
}

function quantile(
  values: readonly number[],
  share: number,
  round: (rank: number) => number,
): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[round((sorted.length - 1) * share)] ?? NaN;
}
