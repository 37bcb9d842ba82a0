import type { PriceRow } from "./price-row.ts";
import type { Segments } from "./segment.ts";

const limit = Number.MAX_SAFE_INTEGER;
const limbSize = 2 ** 20;

/**
 * A row of exact daily totals: value = low + high x 2^20 (+ big), all integers at one scale.
 *
 * `bound` and `boundHigh` are proven upper bounds of |low| and |high|: every kernel checks them before it computes, so
 * that no float64 operation ever rounds. `high` and `big` exist only once they are needed.
 */
export interface Accumulator {
  readonly low: Float64Array;
  high: Float64Array | undefined;
  big: bigint[] | undefined;
  bound: number;
  boundHigh: number;
}

/** An accumulator of zeros. */
export function accumulator(dayCount: number): Accumulator {
  return { low: new Float64Array(dayCount), high: undefined, big: undefined, bound: 0, boundHigh: 0 };
}

/** The exact paths, from the narrowest to the widest; tests and benchmarks ask for one to compare them. */
export type LimbPath = "one-limb" | "two-limbs" | "big";

/**
 * Adds quantity x price of one instrument to a row, exactly, by the narrowest path that its bounds allow and that is
 * at least as wide as the one asked for. Answers which path it took.
 *
 * Days before the first known price are skipped: the caller marks them.
 */
export function accumulate(
  row: Accumulator,
  segments: Segments,
  prices: PriceRow,
  atLeast: LimbPath = "one-limb",
): LimbPath {
  const path = choosePath(row, segments, prices, atLeast);
  if (path === "one-limb") addOneLimb(row, segments, prices);
  else if (path === "two-limbs") addTwoLimbs(row, segments, prices);
  else addBig(row, segments, prices);
  return path;
}

/**
 * Finds the true bound of a row of one limb, when the proven one has grown so far that `segments` would not fit: what was
 * taken out has counted like what was added.
 */
export function tighten(row: Accumulator, segments: Segments, prices: PriceRow): void {
  if (row.high !== undefined || row.bound + segments.largest * prices.max <= limit) return;
  let bound = 0;
  for (const value of row.low) {
    const size = Math.abs(value);
    if (size > bound) bound = size;
  }
  row.bound = bound;
}

function choosePath(row: Accumulator, segments: Segments, prices: PriceRow, atLeast: LimbPath): LimbPath {
  if (segments.big !== undefined || atLeast === "big") return "big";
  const most = segments.largest;
  if (atLeast === "one-limb" && row.bound + most * prices.max <= limit) return "one-limb";
  const highAfter = row.boundHigh + 2 ** 33 + (Math.floor(most / limbSize) + 1) * prices.max;
  return prices.max < 2 ** 31 && highAfter <= limit ? "two-limbs" : "big";
}

function addOneLimb(row: Accumulator, segments: Segments, prices: PriceRow): void {
  row.bound += segments.largest * prices.max;
  const { low } = row;
  const { values, offset, firstKnown } = prices;
  const { count, from, to, quantity } = segments;
  for (let i = 0; i < count; i++) {
    const q = quantity[i]!;
    const end = to[i]!;
    for (let d = Math.max(from[i]!, firstKnown); d < end; d++) low[d] = low[d]! + q * values[d + offset]!;
  }
}

function addTwoLimbs(row: Accumulator, segments: Segments, prices: PriceRow): void {
  if (row.bound + (limbSize - 1) * prices.max > limit) carry(row);
  row.bound += (limbSize - 1) * prices.max;
  row.boundHigh += (Math.floor(segments.largest / limbSize) + 1) * prices.max;
  const { low } = row;
  const high = (row.high ??= new Float64Array(low.length));
  const { values, offset, firstKnown } = prices;
  const { count, from, to, quantity } = segments;
  for (let i = 0; i < count; i++) {
    const qHigh = Math.floor(quantity[i]! / limbSize);
    const qLow = quantity[i]! - qHigh * limbSize;
    const end = to[i]!;
    for (let d = Math.max(from[i]!, firstKnown); d < end; d++) {
      const price = values[d + offset]!;
      low[d] = low[d]! + qLow * price;
      high[d] = high[d]! + qHigh * price;
    }
  }
}

/** Moves what exceeds a limb from `low` to `high`, so that `low` has room again. */
function carry(row: Accumulator): void {
  const { low } = row;
  const high = (row.high ??= new Float64Array(low.length));
  for (let d = 0; d < low.length; d++) {
    const over = Math.floor(low[d]! / limbSize);
    low[d] = low[d]! - over * limbSize;
    high[d] = high[d]! + over;
  }
  row.bound = limbSize;
  row.boundHigh += 2 ** 33;
}

function addBig(row: Accumulator, segments: Segments, prices: PriceRow): void {
  const big = (row.big ??= Array.from<bigint>({ length: row.low.length }).fill(0n));
  const { values, offset, firstKnown } = prices;
  for (let i = 0; i < segments.count; i++) {
    const q = segments.big?.[i] ?? BigInt(segments.quantity[i]!);
    for (let d = Math.max(segments.from[i]!, firstKnown); d < segments.to[i]!; d++)
      big[d] = big[d]! + q * BigInt(values[d + offset]!);
  }
}
