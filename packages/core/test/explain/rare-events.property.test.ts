import { addDays, type CostBasisMethod } from "@portfolio/core";
import { explain } from "@portfolio/core/explain";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, text } from "../properties/random-ledger.ts";
import { ledgerOf, pricesFrom } from "../support/build.ts";
import { checkTrail } from "./check-trail.ts";
import { everyFigure, publicValue } from "./public-values.ts";
import { methods, runningTotals } from "./running-totals.ts";

/** What becomes of three instruments: W and X in euro, Y in dollars. */
const kinds = [
  "buy",
  "buy",
  "buy",
  "sell",
  "sell-all",
  "correction",
  "take-back",
  "merger",
  "merger-with-cash",
  "spin-off",
  "spin-off-by-value",
  "symbol-change",
  "return-of-capital",
  "accumulation",
  "staking-reward",
  "airdrop",
  "delivery-in",
  "delivery-out",
  "half-transfer",
  "transfer",
  "split",
  "bond",
] as const;

const randomEvent = fc.record({
  kind: fc.constantFrom(...kinds),
  dayStep: fc.constantFrom(0, 1, 1, 2),
  instrument: fc.constantFrom("W", "X", "Y"),
  to: fc.constantFrom("W", "X", "Y"),
  account: fc.constantFrom("A", "B"),
  part: fc.oneof(fc.constantFrom(100, 200, 300), fc.integer({ min: 1, max: 999 })),
  price: fc.integer({ min: 1, max: 99_999 }),
});

const scenario = fc.record({
  events: fc.array(randomEvent, { minLength: 1, maxLength: 25 }),
  rates: fc.array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 5, maxLength: 5 }),
  /** The day of the first rate and of the first close: before it they are missing. */
  ratesFrom: fc.constantFrom(0, 0, 8),
  closesFrom: fc.constantFrom(0, 0, 8),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const currencyOf: Readonly<Record<string, string>> = { W: "EUR", X: "EUR", Y: "USD" };

function transactionsOf(events: Scenario["events"]): { transactions: Record<string, unknown>[]; lastDay: string } {
  let tradeDate = addDays(firstDay, 1);
  const transactions = events.flatMap<Record<string, unknown>>(
    ({ kind, dayStep, instrument, to, account, part, price }, i) => {
      tradeDate = addDays(tradeDate, dayStep);
      const id = `t${i}`;
      const common = { id, account, tradeDate, instrument };
      const money = { currency: currencyOf[instrument]!, feeAmount: "1.25", taxAmount: "0.5" };
      const units = { quantity: text(part, 2), unitPrice: text(price, 3) };
      const other = to === instrument ? (instrument === "Y" ? "X" : "Y") : to;
      switch (kind) {
        case "sell-all":
          return [{ ...common, ...money, kind: "sell", quantity: "3", unitPrice: text(price, 3) }];
        case "correction":
          return [
            {
              ...common,
              currency: money.currency,
              kind: "buy",
              quantity: `-${units.quantity}`,
              unitPrice: units.unitPrice,
            },
          ];
        case "take-back":
          return [
            {
              ...common,
              currency: money.currency,
              kind: "sell",
              quantity: `-${units.quantity}`,
              unitPrice: units.unitPrice,
            },
          ];
        case "merger":
          return [
            { ...common, kind, toInstrument: other, ratio: { numerator: String(1 + (part % 5)), denominator: "3" } },
          ];
        case "merger-with-cash": {
          const cash = { currency: currencyOf[instrument]!, grossAmount: text(price, 3) };
          const stated = part % 3 === 0 ? { costProportion: text(part, 3) } : {};
          const got = part % 4 === 1 ? {} : { quantity: text(part, 2) };
          return [{ ...common, ...cash, ...stated, ...got, kind: "merger", toInstrument: other }];
        }
        case "spin-off":
          return [{ ...common, kind, toInstrument: other, quantity: text(part, 2), costProportion: text(part, 3) }];
        case "spin-off-by-value":
          return [
            {
              ...common,
              kind: "spin-off",
              toInstrument: other,
              ratio: { numerator: "1", denominator: String(1 + (part % 7)) },
            },
          ];
        case "symbol-change":
          return [{ ...common, kind, toInstrument: other }];
        case "return-of-capital":
        case "accumulation":
          return [{ ...common, ...money, kind, grossAmount: text(price, 3) }];
        case "delivery-out":
        case "delivery-in":
          return [
            {
              ...common,
              kind,
              quantity: units.quantity,
              ...(part % 2 === 0 ? { ...money, unitPrice: units.unitPrice } : {}),
            },
          ];
        case "half-transfer":
          return [
            {
              ...common,
              kind: part % 2 === 0 ? "transfer-in" : "transfer-out",
              quantity: units.quantity,
              currency: money.currency,
            },
          ];
        case "transfer": {
          const half = { tradeDate, instrument, quantity: text(part, 2), transferId: `m${i}` };
          const other = part % 5 === 0 ? account : account === "A" ? "B" : "A";
          return [
            { id, kind: "transfer-out", account, ...half },
            { id: `${id}in`, kind: "transfer-in", account: other, ...half },
          ];
        }
        case "split":
          return [
            { ...common, kind, ratio: { numerator: String(1 + (part % 5)), denominator: String(1 + (part % 3)) } },
          ];
        case "bond":
          return [{ ...common, ...money, ...units, kind: part % 2 === 0 ? "buy" : "sell", accruedInterest: "3.21" }];
        default:
          return [{ ...common, ...money, ...units, kind }];
      }
    },
  );
  return { transactions, lastDay: addDays(tradeDate, 2) };
}

function build({ events, rates, ratesFrom, closesFrom }: Scenario, method: CostBasisMethod) {
  const { transactions, lastDay } = transactionsOf(events);
  const dates = Array.from({ length: 60 }, (_, d) => addDays(firstDay, d));
  const closes = Object.fromEntries(
    ["W", "X", "Y"].map((id, k) => [
      id,
      dates.slice(closesFrom).map((date, d) => [date, text(rates[(d + k) % rates.length]!, 4)] as const),
    ]),
  );
  const dated = dates.slice(ratesFrom).map((date, d) => [date, text(rates[d % rates.length]!, 6)] as const);
  const of = { transactions, closes, currencies: currencyOf, rates: { "USD/EUR": dated }, method };
  return { of, prices: pricesFrom(closes), lastDay };
}

describe("explain over corporate actions, corrections, deliveries, and what is missing", () => {
  it.each(methods)(
    "%s: the root is the public figure and every node follows",
    (method) => {
      fc.assert(
        fc.property(scenario, (random) => {
          const { of, prices, lastDay } = build(random, method);
          const ledger = ledgerOf(of);
          const isAllKnown = random.ratesFrom === 0;
          const evidence = isAllKnown ? { ...of, runningTotal: runningTotals(ledger, of) } : of;
          for (const figure of everyFigure(ledger, addDays(firstDay, 6), lastDay)) {
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
        { seed: 702, numRuns: 30 },
      );
    },
    120_000,
  );
});
