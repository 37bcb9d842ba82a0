import {
  bookedSum,
  cashBalancesOn,
  type CostBasisMethod,
  Decimal,
  disposalsOf,
  externalFlows,
  holdingsOn,
  type Ledger,
  lotsOn,
  realizedGain,
  totalValueOn,
} from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { addDays } from "@portfolio/core";
import { firstDay, randomEvents, transactionsOf } from "./random-ledger.ts";

const zero = new Decimal(0);
const anyMethod = fc.constantFrom<CostBasisMethod>(
  "average-cost",
  "fifo",
  "lifo",
  "highest-cost",
  "lowest-cost",
  "specific-lots",
);

function total(amounts: readonly (Decimal | undefined)[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => sum.plus(amount!), zero);
}

/** Cost of what was bought and kept its effect: gross and fee of every purchase. */
function costIn(ledger: Ledger, transactions: readonly Record<string, unknown>[]): Decimal {
  const rejected = new Set(ledger.issues.map(({ source }) => source.transactionId));
  return total(
    transactions
      .filter(({ kind, id }) => kind === "buy" && !rejected.has(id as string))
      .map(({ quantity, unitPrice, feeAmount }) =>
        new Decimal(quantity as string).times(unitPrice as string).plus(feeAmount as string),
      ),
  );
}

function picture(ledger: Ledger): unknown {
  return {
    holdings: holdingsOn(ledger)
      .map(({ instrument, quantity, costBasis }) => `${instrument} ${quantity} ${costBasis}`)
      .toSorted(),
    disposals: disposalsOf(ledger)
      .map(({ transaction, gain }) => `${transaction} ${gain}`)
      .toSorted(),
    cash: cashBalancesOn(ledger)
      .map(({ account, amount }) => `${account} ${amount}`)
      .toSorted(),
    issues: ledger.issues.map(({ code, source }) => `${code} ${source.transactionId}`).toSorted(),
  };
}

describe("over random ledgers", () => {
  it("cost in = cost out + cost returned + cost left, to the last digit, and a closed holding keeps none", () => {
    fc.assert(
      fc.property(randomEvents, anyMethod, (events, method) => {
        const { transactions } = transactionsOf(events);
        const ledger = ledgerOf({ transactions, method });
        const out = total(disposalsOf(ledger).map(({ cost }) => cost));
        const returned = total(
          transactions
            .filter(({ kind }) => kind === "return-of-capital")
            .map(({ grossAmount }) => new Decimal(grossAmount as string)),
        );
        const above = total(disposalsOf(ledger).flatMap(({ quantity, gain }) => (quantity.isZero() ? [gain] : [])));
        const left = total(holdingsOn(ledger).map(({ costBasis }) => costBasis));
        expect(String(out.plus(returned).minus(above).plus(left))).toBe(String(costIn(ledger, transactions)));
        const closed = ledger.columns.accounts.flatMap((account) =>
          holdingsOn(ledger, { accounts: [account] }).filter(({ quantity }) => quantity.isZero()),
        );
        expect(closed.filter(({ costBasis }) => !costBasis.isZero())).toEqual([]);
      }),
      { seed: 101, numRuns: 300 },
    );
  });

  it("end - start - flows = realized + change of unrealized + income - charges - taxes, to the last digit", () => {
    fc.assert(
      fc.property(randomEvents, fc.integer({ min: 0, max: 20 }), anyMethod, (events, skipped, method) => {
        const { transactions, closes, lastDay } = transactionsOf(events);
        const ledger = ledgerOf({ transactions, closes, method });
        const prices = pricesFrom(closes);
        const from = addDays(firstDay, skipped) < lastDay ? addDays(firstDay, skipped) : firstDay;
        const range = { after: from, on: lastDay };
        const [start, end] = [totalValueOn(ledger, prices, from).known, totalValueOn(ledger, prices, lastDay).known];
        const flows = total(
          externalFlows(ledger, prices)
            .filter(({ day }) => day > Date.parse(from) / 86_400_000)
            .map(({ amount }) => amount),
        );
        const cost = (on: string) => total(holdingsOn(ledger, { on }).map(({ costBasis }) => costBasis));
        const cash = (on: string) => total(cashBalancesOn(ledger, { on }).map(({ amount }) => amount));
        const unrealized = (on: string, value: Decimal) => value.minus(cash(on)).minus(cost(on));
        // Fees of trades are in cost or proceeds already; what counts apart are the other fees, and taxes of any kind.
        const tradeIds = new Set(
          transactions
            .filter(({ kind, tradeDate }) => ["buy", "sell"].includes(kind as string) && (tradeDate as string) > from)
            .map(({ id }) => id),
        );
        const rejected = new Set(
          ledger.issues.filter(({ code }) => code === "oversold").map(({ source }) => source.transactionId),
        );
        const tradeFees = total(
          transactions
            .filter(({ id }) => tradeIds.has(id) && !rejected.has(id as string))
            .map(({ feeAmount }) => new Decimal((feeAmount as string) ?? 0)),
        );
        const charges = bookedSum(ledger, "fees", range).base!.minus(tradeFees);
        const explained = realizedGain(ledger, range)
          .base!.plus(unrealized(lastDay, end))
          .minus(unrealized(from, start))
          .plus(bookedSum(ledger, "income", range).base!)
          .minus(charges)
          .minus(bookedSum(ledger, "taxes", range).base!);
        expect(String(explained)).toBe(String(end.minus(start).minus(flows)));
      }),
      { seed: 102, numRuns: 400 },
    );
  });

  it("the order of days in the input does not matter", () => {
    fc.assert(
      fc.property(randomEvents, fc.infiniteStream(fc.nat()), anyMethod, (events, numbers, method) => {
        const { transactions } = transactionsOf(events);
        // Whole days change places; the order of entry inside a day is part of the data.
        const rank = new Map<unknown, number>();
        for (const { tradeDate } of transactions) if (!rank.has(tradeDate)) rank.set(tradeDate, numbers.next().value!);
        const shuffled = transactions.toSorted((a, b) => rank.get(a["tradeDate"])! - rank.get(b["tradeDate"])!);
        expect(picture(ledgerOf({ transactions: shuffled, method }))).toEqual(
          picture(ledgerOf({ transactions, method })),
        );
      }),
      { seed: 103, numRuns: 150 },
    );
  });

  it("the lots of a holding add up to it on every day, and none is empty", () => {
    fc.assert(
      fc.property(randomEvents, anyMethod, fc.integer({ min: 0, max: 40 }), (events, method, days) => {
        const { transactions } = transactionsOf(events);
        const ledger = ledgerOf({ transactions, method });
        const on = addDays(firstDay, days);
        const lots = lotsOn(ledger, { on });
        for (const account of ledger.columns.accounts) {
          for (const holding of holdingsOn(ledger, { on, accounts: [account] })) {
            const own = lots.filter((lot) => lot.account === account && lot.instrument === holding.instrument);
            expect(String(total(own.map(({ quantity }) => quantity)))).toBe(String(holding.quantity));
            expect(String(total(own.map(({ costBasis }) => costBasis)))).toBe(String(holding.costBasis));
            expect(own.filter(({ quantity }) => !quantity.gt(0))).toEqual([]);
          }
        }
        expect(lots.filter(({ acquiredOn }) => acquiredOn > on)).toEqual([]);
      }),
      { seed: 108, numRuns: 300 },
    );
  });

  it("two accounts add up to the whole", () => {
    fc.assert(
      fc.property(randomEvents, anyMethod, (events, method) => {
        const { transactions, closes, lastDay } = transactionsOf(events);
        const ledger = ledgerOf({ transactions, closes, method });
        const prices = pricesFrom(closes);
        const value = (accounts?: string[]) =>
          totalValueOn(ledger, prices, lastDay, accounts === undefined ? {} : { accounts }).known;
        expect(String(value(["A"]).plus(value(["B"])))).toBe(String(value()));
        const gain = (accounts?: string[]) => realizedGain(ledger, accounts === undefined ? {} : { accounts }).base!;
        expect(String(gain(["A"]).plus(gain(["B"])))).toBe(String(gain()));
      }),
      { seed: 104, numRuns: 150 },
    );
  });

  it("quantity is conserved: bought and not rejected, less sold, when nothing splits", () => {
    fc.assert(
      fc.property(randomEvents, (events) => {
        const { transactions } = transactionsOf(events.filter(({ kind }) => kind !== "split"));
        const ledger = ledgerOf({ transactions });
        const rejected = new Set(ledger.issues.map(({ source }) => source.transactionId));
        for (const { instrument, quantity } of holdingsOn(ledger)) {
          const signed = transactions
            .filter(
              (t) =>
                t["instrument"] === instrument &&
                !rejected.has(t["id"] as string) &&
                (t["kind"] === "buy" || t["kind"] === "sell"),
            )
            .map(({ kind, quantity: units }) => new Decimal(units as string).times(kind === "buy" ? 1 : -1));
          expect(String(quantity)).toBe(String(total(signed)));
        }
      }),
      { seed: 105, numRuns: 150 },
    );
  });

  it("a split changes no cost, gain or cash where later quantities and prices follow it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 999 })), {
          minLength: 2,
          maxLength: 20,
        }),
        fc.integer({ min: 2, max: 9 }),
        fc.nat(19),
        (trades, ratio, at) => {
          const build = (isSplit: boolean) =>
            trades.flatMap(([isBuy, quantity, price], i) => {
              const factor = isSplit && i >= at ? ratio : 1;
              const trade = {
                id: `t${i}`,
                account: "A",
                tradeDate: addDays(firstDay, i),
                kind: isBuy ? "buy" : "sell",
                instrument: "X",
                quantity: String(quantity * factor),
                grossAmount: String(price),
                currency: "EUR",
              };
              const split = {
                id: "split",
                account: "A",
                tradeDate: addDays(firstDay, i),
                kind: "split",
                instrument: "X",
                ratio: { numerator: String(ratio), denominator: "1" },
              };
              return isSplit && i === at ? [split, trade] : [trade];
            });
          const figures = (ledger: Ledger) => [
            disposalsOf(ledger).map(({ gain }) => String(gain)),
            holdingsOn(ledger).map(({ costBasis }) => String(costBasis)),
            cashBalancesOn(ledger).map(({ amount }) => String(amount)),
          ];
          expect(figures(ledgerOf({ transactions: build(true) }))).toEqual(
            figures(ledgerOf({ transactions: build(false) })),
          );
        },
      ),
      { seed: 106, numRuns: 150 },
    );
  });
});
