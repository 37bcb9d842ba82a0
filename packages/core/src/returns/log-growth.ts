/** ln(end / start) of two positive amounts, to full precision also where they are almost the same. */
export function logGrowth(start: number, end: number): number {
  const ratio = end / start;
  return ratio > 0.5 && ratio < 2 ? Math.log1p((end - start) / start) : Math.log(ratio);
}
