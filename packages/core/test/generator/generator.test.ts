// By its path: as a dependency it would make core and the generator, which builds on core, wait for each other.
import {
  checkValuesOf,
  columnsOf,
  csvBytesOf,
  firstDate,
  generatePortfolio,
  type GeneratedPortfolio,
  instrumentCurrencies,
  lastDateOf,
  type LedgerSums,
  linearCongruential,
  pricesOf,
  publishedCsvForms,
  ratesOf,
} from "../../../generated-portfolio/src/index.ts";
import {
  dataHashes,
  hashOf,
  publishedPriceHashes,
  publishedRateHashes,
} from "../../../generated-portfolio/src/data-hashes.ts";
import { type CostBasisMethod, dailyValuation, type Ledger, rateTable, replayLedger } from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { costOut } from "../../src/ledger/disposal-history.ts";
import { amountAt } from "../../src/ledger/amount-list.ts";
import { dailyIntegers } from "../support/build.ts";

function replayed(portfolio: GeneratedPortfolio, currency?: string, method: CostBasisMethod = "average-cost"): Ledger {
  return replayLedger({
    columns: columnsOf(portfolio, currency),
    instrumentCurrencies: instrumentCurrencies(portfolio.shape.instruments, currency),
    baseCurrency: "USD",
    method,
    rates: currency === undefined ? ratesOf(portfolio) : rateTable([]),
  });
}

/** Cost left and realized gain summed over all instruments, as integers at 1e-24 (currencies mixed: a checksum). */
function checksums({ instruments }: Ledger): LedgerSums {
  const sums = { costLeft: 0n, realizedGain: 0n };
  for (const { rows, cost, disposals } of instruments.flatMap((instrument) => instrument?.holdings ?? [])) {
    sums.costLeft += amountAt(cost, rows.length - 1)!;
    disposals.entries.forEach(
      (entry, position) => (sums.realizedGain += amountAt(disposals.proceeds, position)! - costOut(cost, entry)!),
    );
  }
  return sums;
}

describe("the generator", () => {
  it("draws the stated numbers", () => {
    const next = linearCongruential(42);
    expect(Array.from({ length: 5 }, next)).toEqual([4233649, 1478492, 9685171, 3733840, 6302532]);
  });

  it("makes the stated portfolio", () => {
    const portfolio = generatePortfolio({ transactions: 1000, instruments: 50, years: 20 });
    const { prices, rates } = portfolio;
    expect(Array.from(prices[0]!.subarray(0, 4))).toEqual([4283649, 4200546, 4208947, 4179484]);
    expect(Array.from(rates[1]!.subarray(0, 4))).toEqual([740000, 739186, 739112, 738668]);
    expect(dataHashes(portfolio)).toEqual({
      trades: checkValuesOf(portfolio)!.hash,
      prices: publishedPriceHashes[50],
      rates: publishedRateHashes[50],
    });
  });

  it("writes the stated file", () => {
    const bytes = csvBytesOf(generatePortfolio({ transactions: 1000, instruments: 50, years: 20 }));
    expect({ bytes: bytes.length, hash: hashOf([bytes]) }).toEqual(publishedCsvForms[1000]);
  });
});

describe("the check values", () => {
  it.each([1_000, 10_000])(
    "hold for %d transactions by average cost: ledger and values of every day",
    (transactions) => {
      const portfolio = generatePortfolio({ transactions, instruments: 50, years: 20 });
      const expected = checkValuesOf(portfolio)!;
      const ledger = replayed(portfolio);
      expect(checksums(ledger)).toEqual(expected.averageCost);
      expect(checksums(replayed(portfolio, "USD"))).toEqual(expected.averageCost);
      expect(ledger.issues).toEqual([]);
      const valuation = dailyValuation(ledger, pricesOf(portfolio), {
        from: firstDate,
        to: lastDateOf(portfolio),
        withoutCash: true,
      });
      const values = dailyIntegers(valuation);
      const sumOfDays = values.reduce((total, value) => total + value, 0n);
      expect(valuation.scale).toBe(14);
      expect({ lastDay: values.at(-1), sumOfDays }).toEqual(expected.daily);
    },
  );

  it.each([
    [1_000, 50],
    [10_000, 50],
    [100_000, 500],
  ])("hold for %d transactions and %d instruments by FIFO", (transactions, instruments) => {
    const portfolio = generatePortfolio({ transactions, instruments, years: 20 });
    expect(checksums(replayed(portfolio, undefined, "fifo"))).toEqual(checkValuesOf(portfolio)!.fifo);
  });
});
