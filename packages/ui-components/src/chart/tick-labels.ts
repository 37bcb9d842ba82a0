const mostDigits = 4;

/** Labels of ticks with as few fraction digits as tell them apart: "€2.24k" and "€2.25k", never "€2.2k" twice. */
export function tickLabels(
  ticks: readonly number[],
  write: (value: number, digits: number) => string,
): readonly string[] {
  const labels = (digits: number): string[] => ticks.map((tick) => write(tick, digits));
  for (let digits = 1; digits <= mostDigits; digits += 1) {
    const written = labels(digits);
    if (new Set(written).size === written.length) return written;
  }
  return labels(1);
}
