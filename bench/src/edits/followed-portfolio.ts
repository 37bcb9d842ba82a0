import {
  externalFlows,
  fromEpochDay,
  type Ledger,
  type LedgerInput,
  type PriceHistory,
  replayLedger,
  type Transaction,
  type TransactionColumns,
} from "@portfolio/core";
import { compactColumns, editColumns, followLedger, type ValuedDays, valueDays } from "@portfolio/core/edits";
import { dailyReturns, valueSeries } from "@portfolio/core/measures";
import {
  columnsOf,
  currencies,
  firstDate,
  type GeneratedPortfolio,
  instrumentCurrencies,
  instrumentId,
  lastDateOf,
  pricesOf,
  ratesOf,
} from "@portfolio/generated-portfolio";
import { mustEqual } from "../measure/wrong-answer.ts";
import { integersOf } from "../series/series-rows.ts";

/** A portfolio in memory, cash included, that is edited and ticks: each step follows the one before. */
export class FollowedPortfolio {
  readonly #portfolio: GeneratedPortfolio;
  readonly #input: Omit<LedgerInput, "columns">;
  readonly #query: { readonly from: string; readonly to: string };
  #columns: TransactionColumns;
  #prices: ReadonlyMap<string, PriceHistory>;
  #ledger: Ledger;
  #valued: ValuedDays;
  #steps = 0;

  constructor(portfolio: GeneratedPortfolio) {
    this.#portfolio = portfolio;
    this.#input = {
      instrumentCurrencies: instrumentCurrencies(portfolio.shape.instruments),
      baseCurrency: "USD",
      rates: ratesOf(portfolio),
    };
    this.#query = { from: firstDate, to: lastDateOf(portfolio) };
    this.#columns = columnsOf(portfolio);
    this.#prices = pricesOf(portfolio);
    this.#ledger = replayLedger({ ...this.#input, columns: this.#columns });
    this.#valued = valueDays(this.#ledger, this.#prices, this.#query);
  }

  /** Replay, the exact value of every day, and the return of every day, from packed columns. */
  everything(): void {
    const ledger = replayLedger({ ...this.#input, columns: this.#columns });
    this.#returns(ledger, valueDays(ledger, this.#prices, this.#query));
  }

  /** Another quantity for one trade, with all that follows from it. */
  edit(trade: number): void {
    const { day, instrument, price } = this.#portfolio;
    const s = instrument[trade]!;
    const transaction: Transaction = {
      id: `t${trade}`,
      kind: "buy",
      account: "A",
      tradeDate: fromEpochDay(this.#ledger.columns.day[0]! - day[0]! + day[trade]!),
      instrument: instrumentId(s),
      quantity: String(1 + (this.#steps++ % 97)),
      unitPrice: (price[trade]! / 1e4).toFixed(4),
      currency: currencies[s % currencies.length]!,
    };
    this.#columns = editColumns(this.#columns, { saved: [{ transaction }] });
    this.#ledger = followLedger(this.#ledger, { ...this.#input, columns: this.#columns });
    this.#valued = valueDays(this.#ledger, this.#prices, this.#query, this.#valued);
    this.#returns(this.#ledger, this.#valued);
  }

  /** Another last close for one instrument, and the value of the last day. */
  tick(instrument: number): void {
    const id = instrumentId(instrument);
    const history = this.#prices.get(id)!;
    const closes = history.closes.slice();
    closes[closes.length - 1] = 10_000 + (this.#steps++ % 99_991);
    this.#prices = new Map(this.#prices).set(id, { ...history, closes });
    this.#valued = valueDays(this.#ledger, this.#prices, this.#query, this.#valued);
  }

  /** Throws unless the followed values are those of a replay from nothing, on every day, to the last digit. */
  check(): void {
    const ledger = replayLedger({ ...this.#input, columns: compactColumns(this.#columns) });
    const { valuation } = valueDays(ledger, this.#prices, this.#query);
    const followed = integersOf(this.#valued.valuation);
    mustEqual("The scale of the followed values", this.#valued.valuation.scale, valuation.scale);
    integersOf(valuation).forEach((day, d) => mustEqual(`The followed value of day ${d}`, followed[d], day));
  }

  #returns(ledger: Ledger, { valuation }: ValuedDays): void {
    dailyReturns(valueSeries(valuation, externalFlows(ledger, this.#prices)));
  }
}
