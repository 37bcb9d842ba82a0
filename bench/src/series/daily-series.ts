import { type DailyValuation, dailyValuation, replayLedger } from "@portfolio/core";
import { type CheckValues, checkValuesOf, mustEqual, shapeName } from "../generated/check-values.ts";
import { columnsOf, firstDate, instrumentCurrencies, lastDateOf, pricesOf, ratesOf } from "../generated/core-input.ts";
import { generate, type Shape } from "../generated/generator.ts";
import { atMost, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { pairedTimes } from "../measure/paired-runs.ts";
import { carriedForward, floatHistoriesOf, floatSeries, plainRows } from "./float-series.ts";

const shapes: readonly Shape[] = [
  { transactions: 10_000, instruments: 50, years: 20 },
  { transactions: 100_000, instruments: 500, years: 20 },
];

/**
 * W2: the exact value of every day from a replayed ledger in three currencies, segments and exchange rates included.
 *
 * Both sides start from quantities after each trade and from prices carried forward to calendar days (ours does that once
 * per history and keeps it). The row beside it has both carry their prices forward anew in each run.
 */
export const exactDailySeries: Workload = { title: "exact daily series", run: () => shapes.flatMap(rowsOf) };

function rowsOf(shape: Shape): BenchRow[] {
  const portfolio = generate(shape);
  const expected = checkValuesOf(portfolio);
  const { dayCount } = portfolio;
  const ledger = replayLedger({
    columns: columnsOf(portfolio),
    instrumentCurrencies: instrumentCurrencies(shape.instruments),
    baseCurrency: "USD",
    rates: ratesOf(portfolio),
  });
  const closes = pricesOf(portfolio);
  const query = { from: firstDate, to: lastDateOf(portfolio), withoutCash: true };
  const histories = floatHistoriesOf(portfolio);
  const prices = plainRows(portfolio.prices, 1e-4);
  const rates = plainRows(portfolio.rates, 1e-6);
  const ours = (): DailyValuation => dailyValuation(ledger, closes, query);
  const days = Int32Array.from({ length: dayCount }, (_, d) => d);
  const float = (): Float64Array => floatSeries(histories, prices, rates, dayCount);
  const floatFromCloses = (): Float64Array => {
    const rows = prices.map((row) => carriedForward({ days, closes: row }, dayCount));
    return floatSeries(histories, rows, rates, dayCount);
  };
  checkSeries(ours(), expected);
  checkFloat(float(), ours());
  checkFloat(floatFromCloses(), ours());
  // A copy of the histories is new to the core, so it carries them forward again.
  const oursFromCloses = (): DailyValuation =>
    dailyValuation(ledger, new Map([...closes].map(([id, history]) => [id, { ...history }])), query);
  const times = pairedTimes(float, ours);
  const fromCloses = pairedTimes(floatFromCloses, oursFromCloses);
  const name = `${shapeName(portfolio)}/${shape.years}y`;
  return [
    atMost(
      1.5,
      `B2 exact daily series ${name}`,
      times.oursOverBaseline,
      "x",
      "best plain float loop, prices carried forward before",
    ),
    plainRow(`daily series ${name}, ours`, times.oursMs, "ms"),
    plainRow(`daily series ${name}, float loop`, times.baselineMs, "ms"),
    plainRow(
      `daily series ${name}, prices carried forward in each run`,
      fromCloses.oursOverBaseline,
      "x",
      "float loop that carries forward, too",
    ),
  ];
}

function checkSeries({ high, low, scale }: DailyValuation, expected: CheckValues): void {
  mustEqual("The scale of the series", scale, 14);
  const days = Array.from(high, (value, d) => BigInt(value) + BigInt(low[d]!));
  mustEqual("The value of the last day", days.at(-1), expected.lastDay);
  mustEqual(
    "The sum of all days",
    days.reduce((sum, day) => sum + day, 0n),
    expected.sumOfDays,
  );
}

/** The float loop did the same work when no day is off by more than a ten-billionth. */
function checkFloat(float: Float64Array, { high }: DailyValuation): void {
  const isClose = high.every((value, d) => Math.abs(value / 1e14 - float[d]!) <= 1e-10 * Math.abs(float[d]!));
  mustEqual("That the float loop agrees on every day", isClose, true);
}
