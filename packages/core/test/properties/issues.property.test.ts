import { addDays, fromEpochDay, type Issue, type Scope } from "@portfolio/core";
import { type DailyAmounts, dailySeries } from "@portfolio/core/measures";
import { affectedFigures, issuesOf } from "@portfolio/core/snapshot";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issuePlaces } from "../../src/issues/issue-places.ts";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { firstDay, randomEvents, transactionsOf } from "./random-ledger.ts";

const scopes: readonly Scope[] = [{}, { accounts: ["B"] }, { instruments: ["Y"] }];
const quiet = { priceOrigins: new Map() };

/** The days a figure is not known on. */
function unknownDays({ isKnown, firstDay: first }: DailyAmounts): string[] {
  return [...isKnown].flatMap((known, d) => (known === 0 ? [fromEpochDay(first + d)] : []));
}

const covers = ({ date, lastDate = date }: Issue, on: string): boolean => date! <= on && on <= lastDate!;

/** Y is in dollars and priced late, account B pays in dollars, and so do the halves of cash that come from outside. */
const scenario = fc.record({
  events: randomEvents,
  knownAfter: fc.integer({ min: 0, max: 10 }),
  halves: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
});

describe("issues over random ledgers with late prices and rates", () => {
  it.each(scopes)("name every day and sum of a series that is not known, and no others: %j", (scope) => {
    fc.assert(
      fc.property(scenario, ({ events, knownAfter, halves }) => {
        const { transactions: plain, closes, lastDay: to } = transactionsOf(events);
        const known = addDays(firstDay, knownAfter);
        const transactions = [
          ...plain.map((each) => (each["account"] === "B" ? { ...each, currency: "USD" } : each)),
          ...halves.map((day, i) => ({
            id: `h${i}`,
            kind: "transfer-in",
            account: i === 0 ? "A" : "B",
            tradeDate: addDays(firstDay, day),
            currency: "USD",
            grossAmount: "7",
          })),
        ];
        const ledger = ledgerOf({
          transactions,
          currencies: { Y: "USD" },
          rates: { "USD/EUR": [[addDays(known, 2), "0.9"]] },
        });
        const prices = pricesFrom({ X: closes["X"]!, Y: closes["Y"]!.filter(([date]) => date >= known) });
        const series = dailySeries(ledger, prices, { from: firstDay, to, scope });
        const places = issuePlaces(ledger, issuesOf(ledger, prices, { from: firstDay, to, scope, ...quiet }));
        const lacking = places.filter(({ issue }) => issue.code === "missing-price" || issue.code === "missing-rate");

        const figuresOf = ({ code }: Issue, kind: (typeof places)[number]["kind"]) =>
          affectedFigures(code, kind, { isWithoutCash: scope.instruments !== undefined });
        const ofState = lacking.filter(({ kind }) => kind === undefined).map(({ issue }) => issue);
        const days = unknownDays(series.totalValue);
        expect(days.filter((on) => !ofState.some((issue) => covers(issue, on)))).toEqual([]);
        const ends = ofState.flatMap(({ date, lastDate = date }) => [date!, lastDate!]);
        expect(ends.filter((on) => !days.includes(on))).toEqual([]);

        // A sum is not known from its first unknown part on.
        for (const figure of ["netContribution", "income"] as const) {
          const named = lacking
            .filter(({ issue, kind }) => kind !== undefined && figuresOf(issue, kind).includes(figure))
            .map(({ issue }) => issue.date!);
          const from = unknownDays(series[figure])[0];
          const first = named.reduce<string | undefined>((least, date) => (least! < date ? least : date), undefined);
          // A trade of Y paid in euro lacks the rate for its cost in dollars; as a flow in euro it is known.
          const isExact = figure === "income" || scope.instruments === undefined;
          expect([figure, from]).toEqual([figure, isExact ? first : from]);
          expect(from === undefined || named.includes(from)).toBe(true);
        }
      }),
      { seed: 401, numRuns: 150 },
    );
  });
});
