import type { DailyValuation } from "@portfolio/core";
import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";
import { atLeast, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustEqual } from "../measure/wrong-answer.ts";
import { decimalSampleOf, decimalSeries, heldCells, leanDecimalSeries } from "./decimal-series.ts";
import { exactSeries } from "./exact-series.ts";
import { type FloatHistory, floatSegmentsOf } from "./float-series.ts";

const sampleCells = 150_000;

/** B4 against decimal.js, on whole instruments with 150,000 cells in all: their time is extrapolated to all held cells. */
export function decimalRows(
  portfolio: GeneratedPortfolio,
  histories: readonly FloatHistory[],
  ours: () => DailyValuation,
): BenchRow[] {
  const sample = decimalSampleOf(portfolio, histories, sampleCells);
  const expected = exactSeries(portfolio, sample.instruments);
  for (const series of [decimalSeries(sample), leanDecimalSeries(sample)])
    series.forEach((day, d) => mustEqual(`Day ${d} by decimal.js`, day.mul("1e14").toFixed(), String(expected[d])));
  const cells = histories.reduce((sum, history) => {
    const { from, to } = floatSegmentsOf(history, portfolio.dayCount);
    return sum + heldCells(from, to);
  }, 0);
  const share = cells / sample.cells;
  const times = interleaved({ decimal: () => decimalSeries(sample), lean: () => leanDecimalSeries(sample), ours });
  const wholeOf = (part: readonly number[]): number[] => part.map((time) => time * share);
  const name = `${tradesName(portfolio.shape)}/${portfolio.shape.years}y`;
  const sampled = `extrapolated from ${sample.cells} of ${cells} cells`;
  return [
    atLeast(
      300,
      `B4 exact daily series ${name}`,
      medianRatio(wholeOf(times.decimal), times.ours),
      "x",
      `decimal.js per cell, ${sampled}`,
    ),
    plainRow(
      `daily series ${name}`,
      medianRatio(wholeOf(times.lean), times.ours),
      "x",
      `decimal.js from ready Decimal objects, rates once a day and currency, ${sampled}`,
    ),
    plainRow(`daily series ${name}, decimal.js per cell, extrapolated`, median(wholeOf(times.decimal)), "ms"),
  ];
}
