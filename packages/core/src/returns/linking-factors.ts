import type { ValueSeries } from "../series/value-series.ts";

/** What was at work in a scope on each day after the first: the value of the close before, and what flowed in. */
export function capitalAtWork({ values, inflows }: ValueSeries): Float64Array {
  return Float64Array.from({ length: Math.max(values.length - 1, 0) }, (_, d) => values[d]! + inflows[d + 1]!);
}

/**
 * By what a gain of each day after the first is multiplied to get its share of the linked return: the scope's growth up to
 * the day before, over the capital at work on it. 0 on a day without capital.
 *
 * The product of all (1 + r) less 1 is the sum over days of growth before x r, so shares of gains add up to it.
 */
export function linkingFactors(scope: ValueSeries): Float64Array {
  const factors = capitalAtWork(scope);
  let growth = 1;
  for (let d = 0; d < factors.length; d++) {
    const atWork = factors[d]!;
    if (atWork === 0) continue;
    factors[d] = growth / atWork;
    growth *= (scope.values[d + 1]! + scope.outflows[d + 1]!) / atWork;
  }
  return factors;
}
