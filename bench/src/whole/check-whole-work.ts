import type { DailyValuation } from "@portfolio/core";
import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";
import { checkLedger } from "../ledger/check-ledger.ts";
import { expectedLedger } from "../ledger/expected-ledger.ts";
import { mustBeClose, mustEqual } from "../measure/wrong-answer.ts";
import { exactSeries } from "../series/exact-series.ts";
import { integersOf } from "../series/series-rows.ts";
import type { WholeWork } from "./whole-work.ts";

/**
 * Throws unless everything is what it has to be: both ledgers and every day to the last digit, the series of the
 * instruments adding up to the whole, the return against one linked in doubles.
 */
export function checkWholeWork(work: WholeWork, portfolio: GeneratedPortfolio): void {
  checkLedger(work.averageCost.ledger, expectedLedger(portfolio, "average-cost"));
  checkLedger(work.fifo.ledger, expectedLedger(portfolio, "fifo"));
  const expected = exactSeries(portfolio);
  daysAt14(work.valuation).forEach((day, d) => mustEqual(`The value of day ${d}`, day, expected[d]));
  const sums = expected.map(() => 0n);
  for (const series of work.byInstrument) daysAt14(series).forEach((day, d) => (sums[d]! += day));
  sums.forEach((day, d) => mustEqual(`The instruments together on day ${d}`, day, expected[d]));
  mustEqual("The number of flows", work.flows.length, portfolio.shape.transactions);
  const linked = linkedReturns(portfolio, expected);
  mustBeClose("The time-weighted return", work.timeWeightedReturn.value!, linked.growth - 1, 1e-8);
  mustBeClose("The volatility", work.volatility.value!, linked.volatility, 1e-8);
  mustBeClose("The drawdown", work.maxDrawdown.value!, linked.drawdown, 1e-8);
}

function daysAt14(series: DailyValuation): bigint[] {
  const factor = 10n ** BigInt(14 - series.scale);
  return integersOf(series).map((day) => day * factor);
}

/** The three figures in doubles, from the exact days: money that arrives works on its first day, what leaves on its last. */
function linkedReturns(
  { day, instrument, sign, quantity, price, fee, rates, dayCount }: GeneratedPortfolio,
  exact: readonly bigint[],
): { growth: number; volatility: number; drawdown: number } {
  const inflows = new Float64Array(dayCount);
  const outflows = new Float64Array(dayCount);
  for (let i = 0; i < day.length; i++) {
    const d = day[i]!;
    const rate = rates[instrument[i]! % rates.length]![d]! / 1e6;
    const gross = (quantity[i]! * price[i]!) / 1e8;
    const amount = (gross + (sign[i]! * fee[i]!) / 100) * rate;
    // A sale smaller than its fee pays in.
    if (sign[i]! * amount > 0) inflows[d]! += Math.abs(amount);
    else outflows[d]! += Math.abs(amount);
  }
  let [growth, peak, drawdown] = [1, 1, 0];
  const returns: number[] = [];
  for (let d = 1; d < dayCount; d++) {
    const atWork = Number(exact[d - 1]!) / 1e14 + inflows[d]!;
    const factor = atWork === 0 ? 1 : (Number(exact[d]!) / 1e14 + outflows[d]!) / atWork;
    returns.push(factor - 1);
    growth *= factor;
    peak = Math.max(peak, growth);
    drawdown = Math.min(drawdown, growth / peak - 1);
  }
  const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
  const squares = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { growth, volatility: Math.sqrt((squares / (returns.length - 1)) * 365), drawdown };
}
