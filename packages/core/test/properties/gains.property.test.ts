import {
  addDays,
  bookedSum,
  cashBalancesOn,
  Decimal,
  externalFlows,
  holdingsOn,
  type Ledger,
  realizedGain,
  toEpochDay,
  totalValueOn,
} from "@portfolio/core";
import { currencyGainOnCash, gainParts } from "@portfolio/core/measures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { firstDay, randomEvents, text, transactionsOf } from "./random-ledger.ts";

const zero = new Decimal(0);

function total(amounts: readonly (Decimal | undefined)[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => sum.plus(amount!), zero);
}

/** Y and every third cash event are in dollars; some rows carry a broker's rate; some euro are exchanged for dollars. */
function inTwoCurrencies(
  transactions: readonly Record<string, unknown>[],
  picks: readonly number[],
): Record<string, unknown>[] {
  return transactions.flatMap((t, i) => {
    const pick = picks[i % picks.length]!;
    if (t["currency"] === undefined) return [t];
    const isDollar = t["instrument"] === "Y" || (t["instrument"] === undefined && pick % 3 === 0);
    const recorded = isDollar && pick % 2 === 0 ? { exchangeRate: text(700_000 + pick, 6) } : {};
    const row = { ...t, ...(isDollar ? { currency: "USD", ...recorded } : {}) };
    if (pick % 5 !== 0) return [row];
    const exchange = {
      id: `${String(t["id"])}x`,
      kind: "currency-exchange",
      account: t["account"],
      tradeDate: t["tradeDate"],
      currency: "EUR",
      grossAmount: text(pick, 2),
      toCurrency: "USD",
      toAmount: text(pick + 3, 2),
    };
    return [row, exchange];
  });
}

const scenario = fc.record({
  events: randomEvents,
  picks: fc.array(fc.nat(999), { minLength: 7, maxLength: 7 }),
  rates: fc.array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 7, maxLength: 7 }),
  skipped: fc.integer({ min: 0, max: 20 }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function build({ events, picks, rates, skipped }: Scenario) {
  const { transactions: plain, closes, lastDay } = transactionsOf(events);
  const transactions = inTwoCurrencies(plain, picks);
  const dates = Array.from({ length: 150 }, (_, d) => addDays(firstDay, d));
  const ledger = ledgerOf({
    transactions,
    closes,
    currencies: { Y: "USD" },
    rates: { "USD/EUR": dates.map((date, d) => [date, text(rates[d % rates.length]!, 6)] as const) },
  });
  const from = addDays(firstDay, skipped) < lastDay ? addDays(firstDay, skipped) : firstDay;
  return { ledger, transactions, prices: pricesFrom(closes), from, to: lastDay };
}

function inDollars(ledger: Ledger): boolean {
  return holdingsOn(ledger).some(({ currency }) => currency === "USD");
}

describe("gains in two currencies over random ledgers", () => {
  it("end - start - flows = realized + change of unrealized + income - charges - taxes + currency gain on cash, to the last digit", () => {
    let seenDollars = 0;
    fc.assert(
      fc.property(scenario, (of) => {
        const { ledger, transactions, prices, from, to } = build(of);
        if (inDollars(ledger)) seenDollars++;
        const range = { after: from, on: to };
        const value = (on: string): Decimal => totalValueOn(ledger, prices, on).known;
        const flows = total(
          externalFlows(ledger, prices)
            .filter(({ day }) => day > toEpochDay(from) && day <= toEpochDay(to))
            .map(({ amount }) => amount),
        );
        const unrealized = (on: string): Decimal => {
          const cost = total(holdingsOn(ledger, { on }).map(({ baseCostBasis }) => baseCostBasis));
          const cashOnly = totalValueOn(ledger, new Map(), on, {}).known;
          return value(on).minus(cashOnly).minus(cost);
        };
        // Fees of trades are in cost or proceeds already.
        const traded = new Set(
          transactions.filter(({ kind }) => kind === "buy" || kind === "sell").map(({ id }) => id as string),
        );
        const rejected = new Set(
          ledger.issues.filter(({ code }) => code === "oversold").map(({ source }) => source.transactionId),
        );
        const tradeFees = total(
          transactions
            .filter(
              ({ id, tradeDate }) =>
                traded.has(id as string) && !rejected.has(id as string) && (tradeDate as string) > from,
            )
            .map((t) => {
              const rate = t["currency"] === "USD" ? rateOf(of, t) : new Decimal(1);
              return new Decimal((t["feeAmount"] as string | undefined) ?? 0).times(rate);
            }),
        );
        const explained = realizedGain(ledger, range)
          .base!.plus(unrealized(to))
          .minus(unrealized(from))
          .plus(bookedSum(ledger, "income", range).base!)
          .minus(bookedSum(ledger, "fees", range).base!.minus(tradeFees))
          .minus(bookedSum(ledger, "taxes", range).base!)
          .plus(currencyGainOnCash(ledger, range)!);
        expect(String(explained)).toBe(String(value(to).minus(value(from)).minus(flows)));
      }),
      { seed: 501, numRuns: 400 },
    );
    expect(seenDollars).toBeGreaterThan(100);
  });

  it("price, currency and income add up to the gain, which is realized + change of unrealized + income", () => {
    fc.assert(
      fc.property(scenario, (of) => {
        const { ledger, prices, from, to } = build(of);
        for (const instrument of ["X", "Y"]) {
          const parts = gainParts(ledger, prices, { instrument, after: from, on: to })!;
          expect(String(parts.priceGain.plus(parts.currencyGain).plus(parts.income))).toBe(String(parts.gain));
          const query = { instrument, after: from, on: to };
          const unrealized = (on: string): Decimal => {
            const [holding] = holdingsOn(ledger, { instrument, on });
            if (holding === undefined) return zero;
            const worth = totalValueOn(ledger, prices, on, { instrument }).known;
            return worth.minus(holding.baseCostBasis!);
          };
          const gain = realizedGain(ledger, query)
            .base!.plus(unrealized(to))
            .minus(unrealized(from))
            .plus(bookedSum(ledger, "income", query).base!);
          expect(String(parts.gain)).toBe(String(gain));
          // X is in the base currency: a rate cannot have done anything to it.
          const isPossible = instrument === "Y" || parts.currencyGain.abs().lt("1e-20");
          expect(isPossible).toBe(true);
        }
        expect(cashBalancesOn(ledger).length).toBeGreaterThanOrEqual(0);
      }),
      { seed: 502, numRuns: 300 },
    );
  });

  it("by hand: a dollar share bought at 0.80 and sold at 0.90 euro, and one still held", () => {
    const trade = { account: "A", instrument: "Y", currency: "USD" };
    const ledger = ledgerOf({
      currencies: { Y: "USD" },
      transactions: [
        { ...trade, id: "b", kind: "buy", tradeDate: "2025-01-02", quantity: "2", unitPrice: "100" },
        { ...trade, id: "s", kind: "sell", tradeDate: "2025-02-03", quantity: "1", unitPrice: "150" },
        { ...trade, id: "d", kind: "dividend", tradeDate: "2025-02-04", grossAmount: "10" },
      ],
      rates: {
        "USD/EUR": [
          ["2025-01-02", "0.8"],
          ["2025-02-03", "0.9"],
          ["2025-03-03", "1.1"],
        ],
      },
    });
    const prices = pricesFrom({ Y: [["2025-03-03", "120"]] });
    const parts = gainParts(ledger, prices, { instrument: "Y", on: "2025-03-03" })!;
    // Sold: price 50 x 0.9 = 45, currency 100 x (0.9 - 0.8) = 10. Held: price 20 x 1.1 = 22, currency 100 x (1.1 - 0.8) = 30.
    expect(Object.values(parts).map(String)).toEqual(["67", "40", "9", "116"]);
    // Cash: -200 + 150 + 10 dollars; worth -44 at 1.1, booked at -160 + 135 + 9.
    expect(String(currencyGainOnCash(ledger, { on: "2025-03-03" }))).toBe("-28");
    expect(gainParts(ledger, new Map(), { instrument: "Y", on: "2025-03-03" })).toBeUndefined();
  });
});

/** The rate a random row was booked at: the broker's, else that of its day. */
function rateOf({ rates }: Scenario, t: Record<string, unknown>): Decimal {
  const recorded = t["exchangeRate"] as string | undefined;
  const day = toEpochDay(t["tradeDate"] as string) - toEpochDay(firstDay);
  return new Decimal(recorded ?? text(rates[day % rates.length]!, 6));
}
