import {
  addDays,
  bookedSum,
  cashBalancesOn,
  Decimal,
  holdingsOn,
  type Ledger,
  type Scope,
  toEpochDay,
  totalValueOn,
} from "@portfolio/core";
import { type DailyAmounts, type DailySeries, dailyAmountOn, dailySeries, scopeFlows } from "@portfolio/core/measures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dailyIntegers, ledgerOf, type LedgerOf, pricesFrom } from "../support/build.ts";
import { firstDay, type RandomEvent, randomEvents, transactionsOf } from "./random-ledger.ts";

type Case = LedgerOf & { readonly lastDay: string };

/** The random ledger in euro, or one where Y and the cash of account B are in dollars, first priced and rated late. */
function caseOf(events: readonly RandomEvent[], { isForeign = false, knownAfter = 0 } = {}): Case {
  const { transactions, closes, lastDay } = transactionsOf(events);
  if (!isForeign) return { transactions, closes, lastDay };
  const first = addDays(firstDay, knownAfter);
  const later = closes["Y"]!.filter(([date]) => date >= first);
  return {
    transactions: transactions.map((each) => (each["account"] === "B" ? { ...each, currency: "USD" } : each)),
    closes: { X: closes["X"]!, Y: later },
    currencies: { Y: "USD" },
    rates: {
      "USD/EUR": [
        [addDays(first, 1), "0.9137"],
        [addDays(first, 4), "0.87"],
      ],
    },
    lastDay,
  };
}

const foreign = fc.record({ isForeign: fc.constant(true), knownAfter: fc.integer({ min: 0, max: 12 }) });
const scopes: readonly Scope[] = [
  {},
  { accounts: ["A"] },
  { accounts: ["A", "B"] },
  { instruments: ["X"] },
  { instruments: ["X", "Y"] },
  { accounts: ["B"], instruments: ["Y"] },
  { accounts: [], instruments: [] },
];

function seriesOf(of: Case, scope: Scope, ledger = ledgerOf(of)): DailySeries {
  return dailySeries(ledger, pricesFrom(of.closes), { from: firstDay, to: of.lastDay, scope });
}

function datesOf({ lastDay }: Case): string[] {
  return Array.from({ length: toEpochDay(lastDay) - toEpochDay(firstDay) + 1 }, (_, d) => addDays(firstDay, d));
}

const zero = new Decimal(0);
const add = (sum: Decimal | undefined, part: Decimal | undefined): Decimal | undefined => sum && part && sum.plus(part);

/** Every figure of one date from the functions that answer for one date. */
function figuresOn(ledger: Ledger, of: Case, scope: Scope, on: string): Record<keyof DailySeries, Decimal | undefined> {
  const prices = pricesFrom(of.closes);
  const whole = (total: ReturnType<typeof totalValueOn>) => (total.isComplete ? total.known : undefined);
  const hasCash = scope.instruments === undefined;
  const cash = hasCash ? cashBalancesOn(ledger, { ...scope, on }) : [];
  // Cash by itself is the total of a ledger whose instruments are named away: none of them.
  const instruments = scope.instruments ?? ledger.columns.instruments;
  const marketValue = whole(totalValueOn(ledger, prices, on, { ...scope, instruments }));
  const totalValue = whole(totalValueOn(ledger, prices, on, scope));
  const rates = new Map(
    ["EUR", "USD"].map((currency) => [currency, currency === "EUR" ? new Decimal(1) : rateOn(of, on)] as const),
  );
  return {
    marketValue,
    totalValue,
    cash: cash
      .filter(({ amount }) => !amount.isZero())
      .map(({ amount, currency }) => rates.get(currency) && amount.times(rates.get(currency)!))
      .reduce(add, zero as Decimal | undefined),
    cost: holdingsOn(ledger, { ...scope, on })
      .map(({ baseCostBasis, isCostComplete }) => (isCostComplete ? baseCostBasis : undefined))
      .reduce(add, zero as Decimal | undefined),
    netContribution: scopeFlows(ledger, prices, scope)
      .filter(({ day }) => day <= toEpochDay(on))
      .map(({ amount }) => amount)
      .reduce(add, zero as Decimal | undefined),
    income: bookedSum(ledger, "income", { ...scope, on }).base,
  };
}

function rateOn({ rates }: Case, on: string): Decimal | undefined {
  const known = rates?.["USD/EUR"]?.findLast(([date]) => date <= on);
  return known && new Decimal(known[1]);
}

const inText = (figures: Record<string, Decimal | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(figures).map(([name, amount]) => [name, amount?.toFixed()]));

/** Every figure of every day: from the series, and from the functions that answer for one date. */
function bothWays(of: Case, scope: Scope): [series: unknown, single: unknown] {
  const ledger = ledgerOf(of);
  const series = seriesOf(of, scope, ledger);
  const figures = Object.entries(series) as [string, DailyAmounts][];
  const dates = datesOf(of);
  return [
    dates.map((on) => ({
      on,
      ...inText(Object.fromEntries(figures.map(([name, amounts]) => [name, dailyAmountOn(amounts, on)]))),
    })),
    dates.map((on) => ({ on, ...inText(figuresOn(ledger, of, scope, on)) })),
  ];
}

/** The integers of a figure at 30 digits after the point, and which days are known. */
function atThirty(amounts: DailyAmounts): { cells: bigint[]; isKnown: number[] } {
  return {
    cells: dailyIntegers(amounts).map((cell) => cell * 10n ** BigInt(30 - amounts.scale)),
    isKnown: [...amounts.isKnown],
  };
}

describe("the daily series of any scope", () => {
  it.each(scopes)("equals the figures of each single date: %j", (scope) => {
    fc.assert(
      fc.property(randomEvents, (events) => {
        const [series, single] = bothWays(caseOf(events), scope);
        expect(series).toEqual(single);
      }),
      { seed: 301, numRuns: 40 },
    );
  });

  it.each(scopes)("is unknown exactly where they are, without prices or rates at first: %j", (scope) => {
    fc.assert(
      fc.property(randomEvents, foreign, (events, late) => {
        const [series, single] = bothWays(caseOf(events, late), scope);
        expect(series).toEqual(single);
      }),
      { seed: 302, numRuns: 40 },
    );
  });

  it.each<[Scope, Scope, Scope]>([
    [{ accounts: ["A"] }, { accounts: ["B"] }, {}],
    [{ instruments: ["X"] }, { instruments: ["Y"] }, { instruments: ["X", "Y"] }],
    [{ accounts: ["A"], instruments: ["X"] }, { accounts: ["B"], instruments: ["X"] }, { instruments: ["X"] }],
  ])("%j and %j add up to %j, figure by figure and digit by digit", (one, other, both) => {
    fc.assert(
      fc.property(randomEvents, foreign, (events, late) => {
        const of = caseOf(events, late);
        const parts = [seriesOf(of, one), seriesOf(of, other)];
        const whole = seriesOf(of, both);
        for (const figure of ["marketValue", "cash", "totalValue", "cost", "netContribution", "income"] as const) {
          const [a, b] = parts.map((part) => atThirty(part[figure]));
          const sum = atThirty(whole[figure]);
          expect([figure, a!.cells.map((cell, d) => cell + b!.cells[d]!)]).toEqual([figure, sum.cells]);
          const known = a!.isKnown.map((isKnown, d) => Math.min(isKnown, b!.isKnown[d]!));
          // A transfer is a flow of each but not of both: so only the parts may lack its price or rate.
          const needed =
            figure === "netContribution" ? sum.isKnown.map((isKnown, d) => isKnown & known[d]!) : sum.isKnown;
          expect([figure, known]).toEqual([figure, needed]);
        }
      }),
      { seed: 303, numRuns: 60 },
    );
  });

  it("does not depend on where the range starts", () => {
    fc.assert(
      fc.property(randomEvents, fc.integer({ min: 1, max: 40 }), foreign, (events, skipped, late) => {
        const of = caseOf(events, late);
        const ledger = ledgerOf(of);
        const from = addDays(firstDay, Math.min(skipped, datesOf(of).length - 1));
        const start = toEpochDay(from) - toEpochDay(firstDay);
        const whole = seriesOf(of, {}, ledger);
        const part = dailySeries(ledger, pricesFrom(of.closes), { from, to: of.lastDay });
        for (const figure of Object.keys(whole) as (keyof DailySeries)[]) {
          const [all, some] = [atThirty(whole[figure]), atThirty(part[figure])];
          expect([figure, some]).toEqual([
            figure,
            { cells: all.cells.slice(start), isKnown: all.isKnown.slice(start) },
          ]);
        }
      }),
      { seed: 304, numRuns: 60 },
    );
  });
});

describe("time travel", () => {
  it("holdings on a date are those of a ledger that ends there, whatever came later", () => {
    fc.assert(
      fc.property(randomEvents, fc.integer({ min: 0, max: 40 }), (events, days) => {
        const { transactions, ...of } = caseOf(events);
        const on = addDays(firstDay, days);
        const until = transactions.filter((each) => (each as { tradeDate: string }).tradeDate <= on);
        const heldOn = (ledger: Ledger) =>
          new Map(
            holdingsOn(ledger, { on }).map(({ instrument, accounts, quantity, costBasis }) => [
              instrument,
              [new Set(accounts), quantity.toFixed(), costBasis.toFixed()],
            ]),
          );
        expect(heldOn(ledgerOf({ ...of, transactions }))).toEqual(heldOn(ledgerOf({ ...of, transactions: until })));
      }),
      { seed: 305, numRuns: 150 },
    );
  });
});
