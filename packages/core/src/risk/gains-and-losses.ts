import { compensatedSum } from "../series/compensated-sum.ts";

/** The sum of all values above 0. */
export function sumOfGains(values: Float64Array): number {
  return compensatedSum(values.filter((value) => value > 0));
}

/** The sum of all values below 0, as a positive number. */
export function sumOfLosses(values: Float64Array): number {
  return -compensatedSum(values.filter((value) => value < 0));
}
