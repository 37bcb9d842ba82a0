import { addDays, type LedgerOptions } from "@portfolio/core";
import { explain } from "@portfolio/core/explain";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, randomEvents, text, transactionsOf } from "../properties/random-ledger.ts";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { checkTrail } from "./check-trail.ts";
import { everyFigure, publicValue } from "./public-values.ts";
import { methods, runningTotals } from "./running-totals.ts";

/** Y is in dollars, some of its trades are settled in euro; recorded rates, exchanges, named lots, deliveries, accumulations. */
function enriched(
  transactions: readonly Record<string, unknown>[],
  picks: readonly number[],
): Record<string, unknown>[] {
  const bought = new Map<unknown, string[]>();
  return transactions.flatMap((t, i) => {
    const { kind, instrument, id } = t;
    const pick = picks[i % picks.length]!;
    if (kind === "buy") bought.set(instrument, [...(bought.get(instrument) ?? []), id as string]);
    const names = bought.get(instrument) ?? [];
    const isNamed = (kind === "sell" || kind === "transfer-out") && names.length > 0 && pick % 2 === 0;
    const named = [0, 1, 2].map((more) => names[(pick + more) % names.length]!);
    const lots = isNamed
      ? { lots: [...new Set(named)].map((transaction) => ({ transaction, quantity: text(1 + (pick % 400), 2) })) }
      : {};
    if (t["currency"] === undefined) return [{ ...t, ...lots }];
    const isTrade = kind === "buy" || kind === "sell";
    const isForeign = isTrade && pick % 7 === 1;
    const isDollar = (instrument === "Y" || (instrument === undefined && pick % 3 === 0)) && !isForeign;
    const rate = isDollar && pick % 2 === 0 ? { exchangeRate: text(700_000 + pick, 6) } : {};
    const stated =
      isForeign && instrument === "Y" && pick % 2 === 0 ? { instrumentGrossAmount: text(1 + pick, 2) } : {};
    const became =
      isTrade && pick % 11 === 3
        ? { kind: kind === "buy" ? "delivery-in" : "delivery-out" }
        : kind === "dividend" && pick % 5 === 2
          ? { kind: "accumulation" }
          : {};
    const row = { ...t, ...lots, ...stated, ...became, ...(isDollar ? { currency: "USD", ...rate } : {}) };
    if (pick % 5 !== 0) return [row];
    const { account, tradeDate } = t;
    const exchange = { kind: "currency-exchange", currency: "EUR", toCurrency: "USD", feeAmount: "0.5" };
    const amounts = { grossAmount: text(pick, 2), toAmount: text(pick + 3, 2) };
    return [row, { id: `${String(id)}x`, account, tradeDate, ...exchange, ...amounts }];
  });
}

const optionSets: readonly Partial<LedgerOptions>[] = [
  {},
  { feesInCost: false },
  { taxesInCost: true },
  { dividendReducesCost: true },
  { roundCostPerSale: 2 },
];

const scenario = fc.record({
  events: randomEvents,
  picks: fc.array(fc.nat(999), { minLength: 7, maxLength: 7 }),
  rates: fc.array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 7, maxLength: 7 }),
  skipped: fc.integer({ min: 0, max: 20 }),
  options: fc.constantFrom(...optionSets),
  ratePath: fc.constantFrom("direct", "inverse", "cross"),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function build({ events, picks, rates, skipped, options, ratePath }: Scenario) {
  const { transactions: plain, closes, lastDay } = transactionsOf(events);
  const transactions = enriched(plain, picks);
  const dates = Array.from({ length: 150 }, (_, d) => addDays(firstDay, d));
  const dated = dates.map((date, d) => [date, text(rates[d % rates.length]!, 6)] as const);
  const pairs = {
    direct: { "USD/EUR": dated },
    inverse: { "EUR/USD": dated },
    cross: { "USD/CHF": dated, "EUR/CHF": dated.slice(3).map(([, rate], i) => [dates[i]!, rate] as const) },
  };
  const from = addDays(firstDay, skipped) < lastDay ? addDays(firstDay, skipped) : firstDay;
  const of = { transactions, closes, currencies: { Y: "USD" }, rates: pairs[ratePath], options };
  return { of, prices: pricesFrom(closes), from, to: lastDay };
}

describe("explain over random ledgers", () => {
  it.each(methods)(
    "%s: the root is the public figure, every node follows, every leaf is in the data",
    (method) => {
      fc.assert(
        fc.property(scenario, (random) => {
          const { of: input, prices, from, to } = build(random);
          const of = { ...input, method };
          const ledger = ledgerOf(of);
          const evidence = { ...of, runningTotal: runningTotals(ledger, of) };
          for (const figure of everyFigure(ledger, from, to)) {
            const trail = explain(ledger, prices, figure);
            const { faults, recorded } = checkTrail(trail, evidence);
            const value = publicValue(ledger, prices, figure);
            expect({ figure, value: trail.value, faults, recorded }).toEqual({
              figure,
              value,
              faults: [],
              recorded: 0,
            });
          }
        }),
        { seed: 701, numRuns: 25 },
      );
    },
    120_000,
  );
});
