import {
  addDays,
  cashBalancesOn,
  convertedRateOn,
  Decimal,
  holdingsOn,
  realizedGain,
  totalValueOn,
} from "@portfolio/core";
import { currencyGainOnCash } from "@portfolio/core/measures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom, ratesFrom } from "../support/build.ts";
import { firstDay, randomEvents, text, transactionsOf } from "./random-ledger.ts";

const days = Array.from({ length: 150 }, (_, d) => addDays(firstDay, d));

/** Rates of one pair on every day, from a handful that come in turn. */
const anyRates = fc
  .array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 5, maxLength: 5 })
  .map((values) => days.map((date, d) => [date, text(values[d % values.length]!, 6)] as const));

/** Far below the 18th digit: derived rates have 34 digits. */
function isClose(a: Decimal, b: Decimal): boolean {
  const size = Decimal.max(a.abs(), b.abs(), 1);
  return a.minus(b).abs().lte(size.times("1e-28"));
}

describe("there and back between currencies", () => {
  it("an amount through a rate and its inverse is the amount again", () => {
    fc.assert(
      fc.property(anyRates, fc.nat(149), fc.integer({ min: 1, max: 10 ** 9 }), (rates, at, amount) => {
        const table = ratesFrom({ "USD/EUR": rates });
        const there = convertedRateOn(table, "USD", "EUR", days[at]!)!;
        const back = convertedRateOn(table, "EUR", "USD", days[at]!)!;
        expect(isClose(new Decimal(amount).times(there).times(back), new Decimal(amount))).toBe(true);
      }),
      { seed: 501, numRuns: 200 },
    );
  });

  it("an exchange and its return at one rate leave balances and gain as they were", () => {
    fc.assert(
      fc.property(anyRates, fc.nat(140), fc.integer({ min: 1, max: 10 ** 7 }), (rates, at, cents) => {
        const euro = text(cents, 2);
        const dollar = new Decimal(euro).times(rates[at]![1]).toFixed();
        const day = { account: "A", tradeDate: days[at]! };
        const exchange = { ...day, kind: "currency-exchange" };
        const ledger = ledgerOf({
          transactions: [
            { ...day, id: "d", kind: "deposit", grossAmount: "100000000", currency: "EUR" },
            { ...exchange, id: "there", currency: "EUR", grossAmount: dollar, toCurrency: "USD", toAmount: euro },
            { ...exchange, id: "back", currency: "USD", grossAmount: euro, toCurrency: "EUR", toAmount: dollar },
          ],
          rates: { "USD/EUR": rates },
        });
        const cash = cashBalancesOn(ledger).map(({ currency, amount }) => `${amount} ${currency}`);
        expect(cash.toSorted()).toEqual(["0 USD", "100000000 EUR"]);
        expect(String(currencyGainOnCash(ledger, { on: days[149]! }))).toBe("0");
      }),
      { seed: 502, numRuns: 100 },
    );
  });

  it("the same portfolio reported in the other currency is worth the same, at the rate of the day", () => {
    fc.assert(
      fc.property(randomEvents, anyRates, fc.nat(60), (events, rates, at) => {
        const { transactions, closes } = transactionsOf(events);
        const mixed = transactions.map((t) =>
          t["instrument"] === "Y" && t["currency"] !== undefined ? { ...t, currency: "USD" } : t,
        );
        const of = (baseCurrency: string) =>
          ledgerOf({
            transactions: mixed,
            closes,
            baseCurrency,
            currencies: { X: "EUR", Y: "USD" },
            rates: { "USD/EUR": rates },
          });
        const prices = pricesFrom(closes);
        const [euro, dollar] = [of("EUR"), of("USD")];
        const date = days[at]!;
        const table = ratesFrom({ "USD/EUR": rates });
        const rate = convertedRateOn(table, "USD", "EUR", date)!;
        const inEuro = totalValueOn(euro, prices, date).known;
        expect(isClose(totalValueOn(dollar, prices, date).known.times(rate), inEuro)).toBe(true);
        // What is native does not depend on who asks.
        const native = (ledger: typeof euro) => [
          holdingsOn(ledger, { on: date }).map(({ quantity, costBasis }) => `${quantity} ${costBasis}`),
          String(realizedGain(ledger, { instrument: "X" }).native),
        ];
        expect(native(dollar)).toEqual(native(euro));
      }),
      { seed: 503, numRuns: 150 },
    );
  });
});
