import { decimalUnits } from "./decimal-units.ts";

/** One amount as a fraction of another, for a percentage on the screen; undefined when the other is not positive. */
export function decimalRatio(part: string, whole: string): number | undefined {
  const divisor = decimalUnits(whole);
  return divisor > 0n ? Number((decimalUnits(part) * 1_000_000_000n) / divisor) / 1e9 : undefined;
}
