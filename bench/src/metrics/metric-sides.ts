import { cumulativeReturn, maxDrawdown, sharpeRatio, sortinoRatio } from "@portfolio/core/measures";
import { Decimal } from "decimal.js";

/** The metrics that every side computes from the same returns, per day and restated by 252. */
export const metricNames = ["linked return", "maximum drawdown", "Sharpe ratio", "Sortino ratio"] as const;

/** One of {@link metricNames}. */
export type MetricName = (typeof metricNames)[number];

/** How a program computes them; another program is one more of these. A metric that it lacks is left out. */
export type MetricSide = Readonly<Partial<Record<MetricName, (returns: Float64Array) => number>>>;

const perYear = 252;

/** Ours. */
export const ourMetrics: Required<MetricSide> = {
  "linked return": (returns) => cumulativeReturn(returns).value!,
  "maximum drawdown": (returns) => maxDrawdown(returns).value!,
  "Sharpe ratio": (returns) => sharpeRatio(returns, { riskFreePerPeriod: 0 }, perYear).value!,
  "Sortino ratio": (returns) => sortinoRatio(returns, 0, perYear).value!,
};

const Decimal34 = Decimal.clone({ precision: 34 });
const decimals = (returns: Float64Array): Decimal[] => Array.from(returns, (value) => new Decimal34(value));
const meanOf = (values: readonly Decimal[]): Decimal => Decimal34.sum(...values).div(values.length);

/** decimal.js with 34 digits: what is exact for money, used for ratios. */
export const decimalMetrics: Required<MetricSide> = {
  "linked return": (returns) =>
    decimals(returns)
      .reduce((growth, value) => growth.mul(value.add(1)), new Decimal34(1))
      .sub(1)
      .toNumber(),
  "maximum drawdown": (returns) => {
    let wealth = new Decimal34(1);
    let peak = wealth;
    let deepest = new Decimal34(0);
    for (const value of decimals(returns)) {
      wealth = wealth.mul(value.add(1));
      peak = Decimal34.max(peak, wealth);
      deepest = Decimal34.min(deepest, wealth.div(peak).sub(1));
    }
    return deepest.toNumber();
  },
  "Sharpe ratio": (returns) => {
    const values = decimals(returns);
    const mean = meanOf(values);
    const squares = Decimal34.sum(...values.map((value) => value.sub(mean).pow(2)));
    return mean
      .div(squares.div(values.length - 1).sqrt())
      .mul(new Decimal34(perYear).sqrt())
      .toNumber();
  },
  "Sortino ratio": (returns) => {
    const values = decimals(returns);
    const squares = Decimal34.sum(...values.map((value) => Decimal34.min(value, 0).pow(2)));
    return meanOf(values).div(squares.div(values.length).sqrt()).mul(new Decimal34(perYear).sqrt()).toNumber();
  },
};
