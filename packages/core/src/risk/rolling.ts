import type { Measured } from "../outcome/measured.ts";
import { checkedWindow, windowCount } from "../series/rolling-window.ts";

/**
 * A metric over each window of exactly so many periods.
 *
 * Item i is that of the periods i to i + window - 1: it belongs to the date of period i + window - 1. There is no
 * padding and no partial window, so a series shorter than the window has none.
 *
 * Shape: the metric gets each window as it is, with its missing returns (NaN), and treats them as always: a statistic is
 * of the known ones. NaN where the metric has no value; ask it about that window for the reason.
 * Cost: windows x the cost of the metric. {@link rollingVolatility}, {@link rollingMean}, {@link rollingReturn},
 * {@link rollingSharpeRatio}, {@link rollingSortinoRatio} and {@link rollingDownsideDeviation} do not grow with the
 * window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/rolling.md
 * @example
 * const rollingWinRate = rolling(winRate, 3);
 * [...rollingWinRate([0.01, -0.02, 0.03, 0.04])].map((rate) => rate.toFixed(3)); // => ["0.667", "0.667"]
 */
export function rolling(
  metric: (window: Float64Array) => Measured,
  window: number,
): (returns: ArrayLike<number>) => Float64Array {
  const length = checkedWindow(window);
  return (returns) => {
    const all = new Float64Array(returns);
    const results = new Float64Array(windowCount(all.length, length));
    return results.map((_, i) => metric(all.subarray(i, i + length)).value ?? Number.NaN);
  };
}
