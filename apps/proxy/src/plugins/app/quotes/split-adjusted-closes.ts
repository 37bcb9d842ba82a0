import type { Close, Split } from "../../../schemas/price-history.ts";
import { priceText } from "./price-text.ts";
import { splitPrecision } from "./split-precision.ts";

/** A split-adjusted close as a number, as sources send it. */
export interface UnroundedClose {
  readonly date: string;
  readonly close: number;
  readonly final: boolean;
}

/**
 * Rounds split-adjusted closes to decimal text, each by the splits that came after it (see {@link splitPrecision}):
 * a close since the last split keeps the digits of the price hint, one before a 4:1 split two more.
 *
 * Shape: both lists sorted by date.
 */
export function splitAdjustedCloses(
  days: readonly UnroundedClose[],
  splits: readonly Split[],
  priceHint: number,
): Close[] {
  const later = [...splits];
  let ratio = splits.reduce((product, { numerator, denominator }) => product * (numerator / denominator), 1);
  return days.map(({ date, close, final }) => {
    for (let split = later[0]; split !== undefined && split.date <= date; split = later[0]) {
      ratio *= split.denominator / split.numerator;
      later.shift();
    }
    // Dividing what was multiplied leaves an error in the last bit, which would count as a later split.
    const exactRatio = later.length === 0 ? 1 : ratio;
    return { date, close: priceText(close, splitPrecision(priceHint, exactRatio)), final };
  });
}
