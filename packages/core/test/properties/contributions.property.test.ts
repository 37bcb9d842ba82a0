import { addDays, dailyValuation } from "@portfolio/core";
import { contributions, lineSeries, scopeFlows, segmentReturns, valueSeries } from "@portfolio/core/measures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { firstDay, type RandomEvent, randomEvents, text, transactionsOf } from "./random-ledger.ts";

const scopes = [{}, { accounts: ["A"] }, { instruments: ["X"] }, { instruments: ["X", "Y"], accounts: ["B"] }];

/** A random ledger with a large first deposit, deliveries, a spin-off and Y in dollars. */
function build(events: readonly RandomEvent[], rates: readonly number[], isForeign: boolean) {
  const { transactions, closes, lastDay } = transactionsOf(events);
  const deposit = { kind: "deposit", tradeDate: firstDay, currency: "EUR", grossAmount: "1000000" };
  const delivery = {
    id: "in",
    kind: "delivery-in",
    account: "A",
    instrument: "X",
    tradeDate: addDays(firstDay, 1),
    currency: "EUR",
  };
  const extra = [
    { ...deposit, id: "a", account: "A" },
    { ...deposit, id: "b", account: "B" },
    { ...delivery, quantity: "7", grossAmount: "50", feeAmount: "3", taxAmount: "1" },
    {
      id: "apart",
      kind: "spin-off",
      account: "A",
      instrument: "X",
      toInstrument: "Z",
      tradeDate: lastDay,
      quantity: "2",
      costProportion: "0.25",
      currency: "EUR",
      feeAmount: "4",
    },
    {
      id: "stake",
      kind: "staking-reward",
      account: "B",
      instrument: "Y",
      tradeDate: addDays(firstDay, 3),
      quantity: "1",
      grossAmount: "20",
      currency: "EUR",
      taxAmount: "2",
    },
    {
      id: "swap",
      kind: "currency-exchange",
      account: "B",
      tradeDate: addDays(firstDay, 2),
      currency: "EUR",
      grossAmount: "1000",
      toCurrency: "USD",
      toAmount: "1500",
    },
  ];
  const all = [...extra, ...transactions].map((t) =>
    isForeign && (t as { instrument?: string }).instrument === "Y" && "currency" in t ? { ...t, currency: "USD" } : t,
  );
  const ledger = ledgerOf({
    transactions: all,
    closes: { ...closes, Z: [[firstDay, "5"]] },
    currencies: isForeign ? { Y: "USD" } : {},
    rates: {
      "USD/EUR": Array.from(
        { length: 150 },
        (_, d) => [addDays(firstDay, d), text(isForeign ? rates[d % 7]! : 1_000_000, 6)] as const,
      ),
    },
  });
  return { ledger, prices: pricesFrom({ ...closes, Z: [[firstDay, "5"]] }), from: firstDay, to: addDays(lastDay, 1) };
}

const rates = fc.array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 7, maxLength: 7 });

describe("contributions over random ledgers", () => {
  it("the gains of the lines are the gain of the scope on every day, in every scope", () => {
    fc.assert(
      fc.property(randomEvents, rates, fc.constantFrom(...scopes), (events, dayRates, scope) => {
        const { ledger, prices, from, to } = build(events, dayRates, true);
        const series = valueSeries(
          dailyValuation(ledger, prices, { ...scope, from, to }),
          scopeFlows(ledger, prices, scope),
        );
        const lines = [...lineSeries(ledger, prices, { from, to, scope })];
        for (let d = 1; d < series.values.length; d++) {
          const gain = series.values[d]! - series.values[d - 1]! - series.inflows[d]! + series.outflows[d]!;
          const sum = lines.reduce((total, { gains }) => total + gains[d - 1]!, 0);
          expect(Math.abs(sum - gain)).toBeLessThan(1e-6);
        }
      }),
      { seed: 77, numRuns: 200, endOnFailure: true },
    );
  });

  it("contributions add up to the time-weighted return, and their parts to each of them", () => {
    let measuredRuns = 0;
    fc.assert(
      fc.property(randomEvents, rates, fc.constantFrom(...scopes), (events, dayRates, scope) => {
        const { ledger, prices, from, to } = build(events, dayRates, true);
        const series = valueSeries(
          dailyValuation(ledger, prices, { ...scope, from, to }),
          scopeFlows(ledger, prices, scope),
        );
        const { value } = contributions(series, lineSeries(ledger, prices, { from, to, scope }));
        // A day may gain without capital (a reward on nothing): linked returns do not know of it.
        if (
          value === undefined ||
          series.values.some((_, d) => d > 0 && series.values[d - 1]! + series.inflows[d]! === 0)
        )
          return;
        measuredRuns++;
        const size = value.lines.reduce((most, line) => Math.max(most, Math.abs(line.contribution)), 1);
        const sum = value.lines.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - value.totalReturn) / size).toBeLessThan(1e-9);
        for (const { contribution, price, income, currency, charges, taxes } of value.lines)
          expect(Math.abs(price + income + currency - charges - taxes - contribution) / size).toBeLessThan(1e-9);
      }),
      { seed: 78, numRuns: 200, endOnFailure: true },
    );
    expect(measuredRuns).toBeGreaterThan(60);
  });

  it("in one currency the cash has no currency part but what an exchange lost or won", () => {
    fc.assert(
      fc.property(randomEvents, rates, (events, dayRates) => {
        const { ledger, prices, from, to } = build(events, dayRates, false);
        const cash = [...lineSeries(ledger, prices, { from, to })].find(({ instrument }) => instrument === undefined)!;
        const won = cash.currency.reduce((sum, value) => sum + value, 0);
        // 1,500 dollars at par for 1,000 euro.
        expect(won).toBeCloseTo(500, 5);
      }),
      { seed: 79, numRuns: 100, endOnFailure: true },
    );
  });

  it("weights of segments add up to 1 and their contributions to the return of the day", () => {
    fc.assert(
      fc.property(randomEvents, rates, (events, dayRates) => {
        const { ledger, prices, from, to } = build(events, dayRates, true);
        const series = valueSeries(dailyValuation(ledger, prices, { from, to }), scopeFlows(ledger, prices));
        const segments = [
          ...segmentReturns(series, lineSeries(ledger, prices, { from, to }), (id) =>
            id === "Y" ? "dollar" : "euro",
          ).values(),
        ];
        for (let d = 1; d < series.values.length; d++) {
          const capital = series.values[d - 1]! + series.inflows[d]!;
          if (capital === 0) continue;
          const gain = series.values[d]! + series.outflows[d]! - capital;
          expect(segments.reduce((sum, { weights }) => sum + weights[d - 1]!, 0)).toBeCloseTo(1, 9);
          expect(segments.reduce((sum, s) => sum + s.contributions[d - 1]!, 0)).toBeCloseTo(gain / capital, 9);
        }
      }),
      { seed: 80, numRuns: 100, endOnFailure: true },
    );
  });
});
