import { rolling, rollingSharpeRatio, rollingVolatility, sharpeRatio, volatility } from "@portfolio/core/measures";
import { atLeast, atMost, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { rollingReturns, stressedReturns } from "./rolling-returns.ts";
import { slicedVolatility, twoPassVolatility } from "./two-pass.ts";

const window = 252;
const perYear = 252;
const name = "rolling 252 of 7,305 days";

/** B5: how much faster than two passes, and how far from the library's own two compensated passes over each window. */
export function rollingRows(): BenchRow[] {
  const returns = rollingReturns();
  const ours = rollingVolatility(returns, window, perYear);
  twoPassVolatility(returns, window, perYear).forEach((value, i) =>
    mustBeClose(`Volatility of window ${i}`, ours[i]!, value, 1e-12),
  );
  return [...errorRows(returns), ...timeRows(returns)];
}

function timeRows(returns: Float64Array): BenchRow[] {
  const times = interleaved({
    twoPass: () => twoPassVolatility(returns, window, perYear),
    slices: () => slicedVolatility(returns, window, perYear),
    sharpe: () => rollingSharpeRatio(returns, window, { riskFreePerPeriod: 0 }, perYear),
    ours: () => rollingVolatility(returns, window, perYear),
  });
  return [
    atLeast(10, `B5 volatility, ${name}`, medianRatio(times.twoPass, times.ours), "x", "two passes, typed arrays"),
    plainRow(`volatility, ${name}`, medianRatio(times.slices, times.ours), "x", "a slice for each window"),
    plainRow(`volatility, ${name}`, median(times.ours), "ms"),
    plainRow(`Sharpe ratio, ${name}`, median(times.sharpe), "ms"),
  ];
}

function errorRows(calm: Float64Array): BenchRow[] {
  const free = { riskFreePerPeriod: 0 };
  const twoPasses = rolling((part) => volatility(part, perYear), window);
  const twoPassSharpe = rolling((part) => sharpeRatio(part, free, perYear), window);
  return Object.entries(stressedReturns(calm)).map(([label, returns]) => {
    const error = Math.max(
      greatestError(rollingVolatility(returns, window, perYear), twoPasses(returns)),
      greatestError(rollingSharpeRatio(returns, window, free, perYear), twoPassSharpe(returns)),
    );
    return atMost(1e-14, `B5 error of ${name}, ${label}`, error, "relative", "two compensated passes");
  });
}

/** The greatest relative difference; one that is not known beside one that is counts as endless. */
function greatestError(values: Float64Array, wanted: Float64Array): number {
  let greatest = 0;
  values.forEach((value, i) => {
    const error = Math.abs(value - wanted[i]!) / Math.abs(wanted[i]!);
    greatest = Math.max(greatest, Number.isNaN(error) ? Infinity : error);
  });
  return greatest;
}
