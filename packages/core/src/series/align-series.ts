import type { EpochDay } from "../calendar/plain-date.ts";
import { requireAscending } from "./require-ascending.ts";
import { requireSameLength } from "./require-same-length.ts";

/**
 * Returns by the day on which each ends. The first begins at the close of `from`, every other one at the close of the
 * day before it in the list; the days ascend.
 */
export interface DatedReturns {
  readonly from: EpochDay;
  readonly days: ArrayLike<EpochDay>;
  readonly returns: ArrayLike<number>;
}

/** Two series of returns over the same stretches of days: item i of each begins and ends on the same days. */
export interface AlignedSeries {
  /** Where the first return begins: the first close that both have. */
  readonly from: EpochDay;
  readonly days: Float64Array;
  readonly returns: Float64Array;
  readonly benchmark: Float64Array;
}

/**
 * Brings two dated series of returns into one calendar: the closes that both have.
 *
 * The returns between two common closes are linked into one, so nothing is lost on days that only one of them knows;
 * what lies before the first common close or after the last is left out.
 *
 * Shape: no common stretch gives empty columns. A stretch with an unknown return (NaN) is NaN.
 * Undefined: without any common close the answer is undefined.
 *
 * @throws {PortfolioError} `unsorted-series`: days do not ascend; `length-mismatch`: there are not as many days as returns
 * @see docs/methods/benchmark.md
 * @example
 * const scope = { from: 10, days: [11, 12, 15], returns: [0.01, 0.02, 0.03] };
 * const index = { from: 10, days: [11, 15], returns: [0.02, 0.05] };
 * const aligned = alignSeries(scope, index);
 * aligned?.days; // => Float64Array.of(11, 15)
 * aligned?.returns[1]?.toFixed(4); // => "0.0506"
 */
export function alignSeries(series: DatedReturns, benchmark: DatedReturns): AlignedSeries | undefined {
  const [one, other] = [closesOf(series), closesOf(benchmark)];
  const shared = new Set(other);
  const closes = one.filter((day) => shared.has(day));
  if (closes[0] === undefined) return undefined;
  return {
    from: closes[0],
    days: Float64Array.from(closes.slice(1)),
    returns: linkedBetween(series, one, closes),
    benchmark: linkedBetween(benchmark, other, closes),
  };
}

function closesOf({ from, days, returns }: DatedReturns): EpochDay[] {
  requireSameLength("Days and returns", days, returns);
  const closes = [from, ...Array.from(days)];
  requireAscending(closes);
  return closes;
}

/** Item i - 1 links what lies between the i-th close to keep and the one before it. */
function linkedBetween({ returns }: DatedReturns, all: readonly EpochDay[], kept: readonly EpochDay[]): Float64Array {
  const linked = new Float64Array(kept.length - 1);
  let at = all.indexOf(kept[0]!);
  for (let i = 1; i < kept.length; i++) {
    const first = at;
    for (; all[at]! < kept[i]!; at++)
      linked[i - 1] = at === first ? returns[at]! : linkOn(linked[i - 1]!, returns[at]!);
  }
  return linked;
}

/** (1 + a)(1 + b) - 1, without the digits that a 1 would cost. */
function linkOn(a: number, b: number): number {
  return a + b + a * b;
}
