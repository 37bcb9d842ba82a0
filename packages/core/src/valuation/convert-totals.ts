import { productError, sumError } from "../numbers/double-double.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import type { Accumulator } from "./accumulate.ts";
import { type DailyTotals, inPairs } from "./daily-totals.ts";

/** Integers below 2^104 are exact in a double-double after an accurate addition, for the error is an integer below 1; half of it, because the bound itself is a rounded sum. */
const doubleDoubleLimit = 2 ** 103;
const safeLimit = Number.MAX_SAFE_INTEGER;

/** A group of totals in one currency: its row, the scale of its integers, and its rate on every day. */
export interface CurrencyGroup {
  readonly totals: Accumulator;
  readonly scale: number;
  /** Integers at `rateScale`; 0 where no rate is known. */
  readonly rates: Float64Array;
  readonly rateScale: number;
  /** The largest of the rates. */
  readonly maxRate: number;
}

/**
 * Applies the exchange rate of each day to each currency's totals and adds them up, exactly.
 *
 * In halves of 26 bits, whose products are safe integers; where their bound could be passed, in double-double integers;
 * then in integers of any length: always with the same result. Totals
 * of 2^104 units or more (coins with 18 decimals times rates with many) are rounded once, half-even, to the scale that
 * a pair of doubles holds: 31 significant digits are left.
 */
export function convertTotals(groups: readonly CurrencyGroup[], dayCount: number): DailyTotals {
  const scale = groups.reduce((most, group) => Math.max(most, group.scale + group.rateScale), 0);
  if (fitsInHalves(groups, scale)) return inHalves(groups, dayCount, scale);
  return fitsInDoubles(groups, scale) ? inDoubles(groups, dayCount, scale) : inBigInts(groups, dayCount, scale);
}

const half = 2 ** 26;

/** The proof: total = upper x 2^26 + lower; all products of both with a rate, and their sums, stay safe integers. */
function fitsInHalves(groups: readonly CurrencyGroup[], scale: number): boolean {
  let upper = 0;
  let lower = 0;
  for (const { totals, maxRate, scale: own, rateScale } of groups) {
    const rate = maxRate * factorOf(scale - own - rateScale);
    if (totals.big !== undefined || totals.high !== undefined) return false;
    // A negative total rounds away from zero, hence one more; the lower half is never negative.
    upper += (totals.bound / half + 1) * rate;
    lower += half * rate;
  }
  // Half of the limit: the bounds themselves are rounded sums.
  return upper <= safeLimit / 2 && lower <= safeLimit / 2;
}

function inHalves(groups: readonly CurrencyGroup[], dayCount: number, scale: number): DailyTotals {
  const high = new Float64Array(dayCount);
  const low = new Float64Array(dayCount);
  for (const { totals, scale: own, rates, rateScale } of groups)
    addHalves(high, low, totals.low, rates, factorOf(scale - own - rateScale));
  for (let d = 0; d < dayCount; d++) {
    const upper = high[d]! * half;
    const lower = low[d]!;
    const sum = upper + lower;
    low[d] = sumError(upper, lower, sum);
    high[d] = sum;
  }
  return { scale, high, low };
}

function addHalves(
  high: Float64Array,
  low: Float64Array,
  totals: Float64Array,
  rates: Float64Array,
  factor: number,
): void {
  for (let d = 0; d < high.length; d++) {
    const total = totals[d]!;
    const rate = rates[d]! * factor;
    const upper = Math.floor(total / half);
    high[d] = high[d]! + upper * rate;
    low[d] = low[d]! + (total - upper * half) * rate;
  }
}

/** The proof, before anything is computed: rates are safe integers, and no sum on the way can reach 2^104. */
function fitsInDoubles(groups: readonly CurrencyGroup[], scale: number): boolean {
  let bound = 0;
  for (const { totals, maxRate, scale: own, rateScale } of groups) {
    const rate = maxRate * factorOf(scale - own - rateScale);
    if (totals.big !== undefined || !(rate <= safeLimit)) return false;
    bound += (totals.bound + totals.boundHigh * 2 ** 20) * rate;
  }
  return bound < doubleDoubleLimit;
}

/** A power of ten as a double; where that would not be exact it is far beyond every rate's bound. */
function factorOf(digits: number): number {
  return Number(powerOfTen(digits));
}

function inDoubles(groups: readonly CurrencyGroup[], dayCount: number, scale: number): DailyTotals {
  const high = new Float64Array(dayCount);
  const low = new Float64Array(dayCount);
  for (const { totals, scale: own, rates, rateScale } of groups) {
    const factor = factorOf(scale - own - rateScale);
    addProducts(high, low, totals.low, rates, factor, 1);
    if (totals.high !== undefined) addProducts(high, low, totals.high, rates, factor, 2 ** 20);
  }
  return { scale, high, low };
}

function addProducts(
  high: Float64Array,
  low: Float64Array,
  totals: Float64Array,
  rates: Float64Array,
  factor: number,
  limb: number,
): void {
  for (let d = 0; d < high.length; d++) {
    const total = totals[d]!;
    if (total === 0) continue;
    const rate = rates[d]! * factor;
    const product = total * limb * rate;
    const error = productError(total * limb, rate, product);
    // Accurate double-double addition (Joldes, Muller, Popescu 2017, algorithm 6).
    const sumHigh = high[d]! + product;
    const errorHigh = sumError(high[d]!, product, sumHigh);
    const sumLow = low[d]! + error;
    const errorLow = sumError(low[d]!, error, sumLow);
    const middle = errorHigh + sumLow;
    const first = sumHigh + middle;
    const rest = middle - (first - sumHigh) + errorLow;
    high[d] = first + rest;
    low[d] = rest - (high[d]! - first);
  }
}

function inBigInts(groups: readonly CurrencyGroup[], dayCount: number, scale: number): DailyTotals {
  const factors = groups.map((group) => powerOfTen(scale - group.scale - group.rateScale));
  const sums = Array.from({ length: dayCount }, (_, d) =>
    groups.reduce((sum, { totals, rates }, index) => {
      const total =
        BigInt(totals.low[d]!) +
        (totals.high === undefined ? 0n : BigInt(totals.high[d]!) << 20n) +
        (totals.big?.[d] ?? 0n);
      return sum + total * BigInt(rates[d]!) * factors[index]!;
    }, 0n),
  );
  return inPairs(sums, scale);
}
