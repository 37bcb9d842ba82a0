import { addDays, type Instrument, type Transaction } from "@portfolio/core";
import type { ImportCommit, PackedSeries, ReceivedPrices, ReceivedRates } from "@portfolio/storage";
import {
  allDays,
  currencies,
  decimalText,
  firstDate,
  type GeneratedPortfolio,
  instrumentId,
  lastDateOf,
  type PortfolioShape,
} from "@portfolio/generated-portfolio";

/** W6, W7: 100,000 transactions and 140 x 7,305 = 1.02 million prices. */
export const storedShape: PortfolioShape = { transactions: 100_000, instruments: 140, years: 20 };

/** A generated portfolio as an import brings it: decimal strings, row by row. */
export function importOf({ day, instrument, sign, quantity, price, fee, shape }: GeneratedPortfolio): ImportCommit {
  const instruments = Array.from({ length: shape.instruments }, (_, s): Instrument => ({
    id: instrumentId(s),
    name: `Instrument ${s}`,
    currency: currencies[s % 3]!,
  }));
  const transactions = Array.from(day, (d, i): Transaction => ({
    id: `t${String(i).padStart(6, "0")}`,
    kind: sign[i] === 1 ? "buy" : "sell",
    account: "A",
    tradeDate: addDays(firstDate, d),
    instrument: instrumentId(instrument[i]!),
    quantity: decimalText(quantity[i]!, 4),
    unitPrice: decimalText(price[i]!, 4),
    feeAmount: decimalText(fee[i]!, 2),
    currency: currencies[instrument[i]! % 3]!,
  }));
  return {
    batch: {
      id: "batch",
      fileName: "generated",
      format: "generated",
      importedAt: "2026-01-01T00:00:00Z",
      transactionCount: day.length,
      skippedCount: 0,
      accountIds: ["A"],
      instrumentIds: instruments.map(({ id }) => id),
    },
    accounts: [{ id: "A", name: "Account", currency: "USD" }],
    instruments,
    transactions: transactions.map((transaction) => ({ transaction, importKey: transaction.id })),
  };
}

/** Its prices and rates as sources send them. */
export function receivedOf(portfolio: GeneratedPortfolio): { prices: ReceivedPrices[]; rates: ReceivedRates[] } {
  const days = allDays(portfolio.dayCount);
  const received = (
    id: string,
    values: Float64Array,
    scale: number,
  ): { coverage: ReceivedPrices["coverage"]; series: PackedSeries } => ({
    coverage: {
      id,
      source: "generated",
      from: firstDate,
      to: lastDateOf(portfolio),
      receivedAt: "2026-01-01T00:00:00Z",
    },
    series: { days, values, scale },
  });
  return {
    prices: portfolio.prices.map((values, s) => ({ ...received(instrumentId(s), values, 4), replacesAll: false })),
    rates: [1, 2].map((c) => received(`${currencies[c]!}/USD`, portfolio.rates[c]!, 6)),
  };
}
