import { type DailyValuation, dailyValuation, type Ledger, replayLedger, type ValuationQuery } from "@portfolio/core";
import {
  columnsOf,
  firstDate,
  type GeneratedPortfolio,
  instrumentCurrencies,
  lastDateOf,
  pricesOf,
  ratesOf,
} from "@portfolio/generated-portfolio";
import { atLeast, atMost, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustBeClose, mustEqual } from "../measure/wrong-answer.ts";
import { decimalRows } from "./decimal-rows.ts";
import { dailySumsOf, expectedDays } from "./exact-series.ts";
import { carriedForward, floatHistoriesOf, floatSeries, plainRows } from "./float-series.ts";
import { objectSeries, pricesByDay, tradeObjectsOf } from "./object-series.ts";

/** The replayed ledger of a generated portfolio in three currencies. */
export function replayed(portfolio: GeneratedPortfolio): Ledger {
  return replayLedger({
    columns: columnsOf(portfolio),
    instrumentCurrencies: instrumentCurrencies(portfolio.shape.instruments),
    baseCurrency: "USD",
    rates: ratesOf(portfolio),
  });
}

/** Exact daily values as integers. */
export function integersOf({ high, low }: Pick<DailyValuation, "high" | "low">): bigint[] {
  return Array.from(high, (value, d) => BigInt(value) + BigInt(low[d]!));
}

/**
 * W2: the exact value of every day from a replayed ledger in three currencies, segments and exchange rates included.
 *
 * Every side starts from quantities after each trade and from prices carried forward to calendar days (ours does that
 * once per history and keeps it); one row has both carry their prices forward anew in each run. Runs in Node and in a page.
 */
export function seriesRows(portfolio: GeneratedPortfolio): BenchRow[] {
  const { shape, dayCount } = portfolio;
  const ledger = replayed(portfolio);
  const closes = pricesOf(portfolio);
  const query: ValuationQuery = { from: firstDate, to: lastDateOf(portfolio), withoutCash: true };
  const histories = floatHistoriesOf(portfolio);
  const prices = plainRows(portfolio.prices, 1e-4);
  const rates = plainRows(portfolio.rates, 1e-6);
  const trades = tradeObjectsOf(portfolio);
  const dailyPrices = pricesByDay(prices, dayCount);
  const days = Int32Array.from({ length: dayCount }, (_, d) => d);
  const sides = {
    float: () => floatSeries(histories, prices, rates, dayCount),
    ours: () => dailyValuation(ledger, closes, query),
    twoLimbs: () => dailyValuation(ledger, closes, { ...query, path: "two-limbs" }),
    objects: () => objectSeries(trades, dailyPrices, rates, dayCount),
    floatFromCloses: () => {
      const rows = prices.map((row) => carriedForward({ days, closes: row }, dayCount));
      return floatSeries(histories, rows, rates, dayCount);
    },
    // A copy of the histories is new to the core, so it carries them forward again.
    oursFromCloses: () =>
      dailyValuation(ledger, new Map([...closes].map(([id, history]) => [id, { ...history }])), query),
  };
  const expected = expectedDays(portfolio);
  for (const series of [sides.ours(), sides.twoLimbs(), sides.oursFromCloses()]) {
    mustEqual("The scale of the series", series.scale, 14);
    const sums = dailySumsOf(integersOf(series));
    mustEqual("The value of the last day", sums.lastDay, expected.lastDay);
    mustEqual("The sum of all days", sums.sumOfDays, expected.sumOfDays);
  }
  const exact = sides.ours().high;
  checkDays("The float loop", sides.float(), exact);
  checkDays("The float loop that carries forward", sides.floatFromCloses(), exact);
  checkDays(
    "The loop over objects",
    sides.objects().map(({ value }) => value),
    exact,
  );
  const times = interleaved(sides);
  const name = `${tradesName(shape)}/${shape.years}y`;
  const float = "best plain float loop, prices carried forward before";
  return [
    atMost(1.5, `B2 exact daily series ${name}`, medianRatio(times.ours, times.float), "x", float),
    atMost(
      2.5,
      `B3 exact daily series ${name}, two limbs forced`,
      medianRatio(times.twoLimbs, times.float),
      "x",
      float,
    ),
    ...decimalRows(portfolio, histories, sides.ours),
    atLeast(
      5,
      `B4 exact daily series ${name}`,
      medianRatio(times.objects, times.ours),
      "x",
      "objects, a Map of positions and one of prices each day, doubles",
    ),
    plainRow(`daily series ${name}, ours`, median(times.ours), "ms"),
    plainRow(`daily series ${name}, ours, two limbs forced`, median(times.twoLimbs), "ms"),
    plainRow(`daily series ${name}, float loop`, median(times.float), "ms"),
    plainRow(`daily series ${name}, objects and Map`, median(times.objects), "ms"),
    plainRow(
      `daily series ${name}, prices carried forward in each run`,
      medianRatio(times.oursFromCloses, times.floatFromCloses),
      "x",
      "float loop that carries forward, too",
    ),
  ];
}

/** A baseline did the same work when no day is off by more than a ten-billionth. */
function checkDays(who: string, values: ArrayLike<number>, exact: Float64Array): void {
  mustEqual(`${who}: the number of days`, values.length, exact.length);
  exact.forEach((value, d) => mustBeClose(`${who}, day ${d}`, values[d]!, value / 1e14, 1e-10));
}
