import { createHash } from "node:crypto";
import { type CostBasisMethod, dailyValuation, type Ledger, rateTable, replayLedger } from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { costOut } from "../../src/ledger/disposal-history.ts";
import { amountAt } from "../../src/ledger/amount-list.ts";
import { dailyIntegers } from "../support/build.ts";
import { columnsOf, instrumentCurrenciesOf, lastDateOf, pricesOf, ratesOf } from "./generated-ledger.ts";
import { firstDate, generatePortfolio, type GeneratedPortfolio } from "./generate-portfolio.ts";
import { linearCongruential } from "./linear-congruential.ts";

// Every expected figure: design/benchmarks.md sections 1 and 2.
function hash(columns: readonly ArrayBufferView[]): string {
  const sha = createHash("sha256");
  for (const column of columns) sha.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return sha.digest("hex").slice(0, 16);
}

function replayed(portfolio: GeneratedPortfolio, currency?: string, method: CostBasisMethod = "average-cost"): Ledger {
  return replayLedger({
    columns: columnsOf(portfolio, currency),
    instrumentCurrencies: instrumentCurrenciesOf(portfolio, currency),
    baseCurrency: "USD",
    method,
    rates: currency === undefined ? ratesOf(portfolio) : rateTable([]),
  });
}

/** Cost left and realized gain summed over all instruments, as integers at 1e-24 (currencies mixed: a checksum). */
function checksums({ instruments }: Ledger): { costLeft: bigint; gain: bigint } {
  const sums = { costLeft: 0n, gain: 0n };
  for (const { rows, cost, disposals } of instruments.flatMap((instrument) => instrument?.holdings ?? [])) {
    sums.costLeft += amountAt(cost, rows.length - 1)!;
    disposals.entries.forEach(
      (entry, position) => (sums.gain += amountAt(disposals.proceeds, position)! - costOut(cost, entry)!),
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
    const { prices, rates, day, instrument, sign, quantity, price, fee } = portfolio;
    expect(Array.from(prices[0]!.subarray(0, 4))).toEqual([4283649, 4200546, 4208947, 4179484]);
    expect(Array.from(rates[1]!.subarray(0, 4))).toEqual([740000, 739186, 739112, 738668]);
    expect(hash(prices)).toBe("a381403cd172c102");
    expect(hash(rates)).toBe("5da387870f3dee32");
    expect(hash([day, instrument, sign, quantity, price, fee])).toBe("ad9c6d138d22a59b");
  });
});

describe("the check values", () => {
  it.each([
    [
      1_000,
      "24-digit",
      7764295928847746301527052500637n,
      1503063309157776301527052500637n,
      704206821102543240808n,
      3550404587969666742161772n,
    ],
    [
      10_000,
      "24-digit",
      8156221471839570743568228583896n,
      4396611626412800743568228583896n,
      754304929812943390590n,
      3903595380502365283423544n,
    ],
  ])(
    "hold for %d transactions: %s cost left and gain, value on the last day, sum over all days",
    (transactions, _, costLeft, gain, last, sum) => {
      const portfolio = generatePortfolio({ transactions, instruments: 50, years: 20 });
      const ledger = replayed(portfolio);
      expect(checksums(ledger)).toEqual({ costLeft, gain });
      expect(checksums(replayed(portfolio, "USD"))).toEqual({ costLeft, gain });
      expect(ledger.issues).toEqual([]);
      const valuation = dailyValuation(ledger, pricesOf(portfolio), {
        from: firstDate,
        to: lastDateOf(portfolio),
        withoutCash: true,
      });
      const values = dailyIntegers(valuation);
      expect([valuation.scale, values.at(-1), values.reduce((total, value) => total + value, 0n)]).toEqual([
        14,
        last,
        sum,
      ]);
    },
  );

  it.each([
    [1_000, 50, 7713707657363421767144532415488n, 1452475037673451767144532415488n],
    [10_000, 50, 8122406354067305075293178685070n, 4362796508640535075293178685070n],
    [100_000, 500, 61922423329885937015947703224693n, 24710642761722087015947703224693n],
  ])("hold for %d transactions and %d instruments by FIFO", (transactions, instruments, costLeft, gain) => {
    const portfolio = generatePortfolio({ transactions, instruments, years: 20 });
    expect(checksums(replayed(portfolio, undefined, "fifo"))).toEqual({ costLeft, gain });
  });
});
