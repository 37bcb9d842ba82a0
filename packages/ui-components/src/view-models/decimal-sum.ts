/** A decimal string as an integer and the number of its fraction digits. */
function scaled(text: string): { readonly units: bigint; readonly scale: number } {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(`${whole}${fraction}` || "0"), scale: fraction.length };
}

/** Exact sum of decimal strings in plain notation; "0" for none. Columns of a table add up to the last digit. */
export function decimalSum(values: readonly string[]): string {
  const terms = values.map(scaled);
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const total = terms.reduce((sum, term) => sum + term.units * 10n ** BigInt(scale - term.scale), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, "0");
  const sign = total < 0n ? "-" : "";
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
