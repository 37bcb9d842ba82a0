import {
  type CashFlow,
  type DailyValuation,
  dailyValuation,
  type Holding,
  holdingsOn,
  type Ledger,
  type LedgerInput,
  type Measured,
  type PriceHistory,
  type RealizedGain,
  realizedGain,
  replayLedger,
} from "@portfolio/core";
import {
  dailyReturns,
  instrumentFlows,
  maxDrawdown,
  timeWeightedReturn,
  valueSeries,
  volatility,
} from "@portfolio/core/measures";
import {
  columnsOf,
  firstDate,
  type GeneratedPortfolio,
  instrumentCurrencies,
  lastDateOf,
  pricesOf,
  ratesOf,
} from "@portfolio/generated-portfolio";

/** What everything is computed from: packed columns, closes and rates, as they are loaded. */
export interface WholeInput extends Omit<LedgerInput, "method"> {
  readonly prices: ReadonlyMap<string, PriceHistory>;
  readonly from: string;
  readonly to: string;
}

/** All that a portfolio's screens need, computed at once. */
export interface WholeWork {
  readonly averageCost: ReplayedWork;
  readonly fifo: ReplayedWork;
  readonly valuation: DailyValuation;
  readonly flows: readonly CashFlow[];
  readonly timeWeightedReturn: Measured;
  readonly volatility: Measured;
  readonly maxDrawdown: Measured;
  readonly byInstrument: readonly DailyValuation[];
}

/** A replayed ledger with the holdings and the gain it was replayed for. */
export interface ReplayedWork {
  readonly ledger: Ledger;
  readonly holdings: readonly Holding[];
  readonly gain: RealizedGain;
}

/** The input of a generated portfolio in three currencies. */
export function wholeInputOf(portfolio: GeneratedPortfolio): WholeInput {
  return {
    columns: columnsOf(portfolio),
    instrumentCurrencies: instrumentCurrencies(portfolio.shape.instruments),
    baseCurrency: "USD",
    rates: ratesOf(portfolio),
    prices: pricesOf(portfolio),
    from: firstDate,
    to: lastDateOf(portfolio),
  };
}

/**
 * W9: both replays with holdings and realized gains, the exact value of every day, time-weighted return, volatility and
 * drawdown, and a daily series for each instrument. Through the public functions of core alone, from scratch.
 *
 * Of the investments without cash: the generator knows no deposits, so what is bought and sold are the flows.
 */
export function wholeWork({ prices, from, to, ...input }: WholeInput): WholeWork {
  const averageCost = replayedBy(input, "average-cost");
  const fifo = replayedBy(input, "fifo");
  const { ledger } = averageCost;
  const valuation = dailyValuation(ledger, prices, { from, to, withoutCash: true });
  const { instruments } = ledger.columns;
  const flows = instruments.flatMap((instrument) => instrumentFlows(ledger, prices, instrument));
  const series = valueSeries(valuation, flows);
  const returns = dailyReturns(series);
  return {
    averageCost,
    fifo,
    valuation,
    flows,
    timeWeightedReturn: timeWeightedReturn(series),
    volatility: volatility(returns, 365),
    maxDrawdown: maxDrawdown(returns),
    byInstrument: instruments.map((instrument) => dailyValuation(ledger, prices, { from, to, instrument })),
  };
}

function replayedBy(input: LedgerInput, method: "average-cost" | "fifo"): ReplayedWork {
  const ledger = replayLedger({ ...input, method });
  return { ledger, holdings: holdingsOn(ledger), gain: realizedGain(ledger) };
}
