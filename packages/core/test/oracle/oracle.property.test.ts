import {
  addDays,
  type CostBasisMethod,
  type Decimal,
  disposalsOf,
  holdingsOn,
  type Ledger,
  realizedGain,
} from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, randomEvents, text, transactionsOf } from "../properties/random-ledger.ts";
import { ledgerOf } from "../support/build.ts";
import { fromText, type Rational, subtract } from "./rational.ts";
import { type PlainTransaction, rationalLedger } from "./rational-ledger.ts";

const methods: readonly CostBasisMethod[] = [
  "average-cost",
  "fifo",
  "lifo",
  "highest-cost",
  "lowest-cost",
  "specific-lots",
];

/** A share of a thousand roundings at 1e-24 and of the rates beside them: far below the 18th digit. */
const tolerance = { n: 1n, d: 10n ** 20n };

function agrees(name: string, figure: Decimal | undefined, exact: Rational): void {
  const difference = subtract(fromText(figure!.toFixed()), exact);
  const size = difference.n < 0n ? -difference.n : difference.n;
  expect(
    size * tolerance.d <= difference.d * tolerance.n,
    `${name}: ${figure!.toFixed()} is not ${exact.n}/${exact.d}`,
  ).toBe(true);
}

/** Y trades in dollars, and half of the reductions name lots: purchases of any time, in quantities that may not fit. */
function withCurrenciesAndLots(
  transactions: readonly PlainTransaction[],
  picks: readonly number[],
): PlainTransaction[] {
  const bought = new Map<unknown, string[]>();
  return transactions.map((t, i) => {
    const { kind, instrument, id } = t;
    const currency = t["currency"] !== undefined && instrument === "Y" ? { currency: "USD" } : {};
    if (kind === "buy") bought.set(instrument, [...(bought.get(instrument) ?? []), id as string]);
    const names = bought.get(instrument) ?? [];
    const pick = picks[i % picks.length]!;
    const isNamed = (kind === "sell" || kind === "transfer-out") && names.length > 0 && pick % 2 === 0;
    const named = [0, 1, 2].map((more) => names[(pick + more) % names.length]!);
    const lots = isNamed
      ? { lots: [...new Set(named)].map((transaction) => ({ transaction, quantity: text(1 + (pick % 400), 2) })) }
      : {};
    return { ...t, ...currency, ...lots };
  });
}

describe("the ledger against exact fractions", () => {
  it.each(methods)("%s: quantity, cost and gain in both currencies, over a thousand random ledgers", (method) => {
    fc.assert(
      fc.property(
        randomEvents,
        fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
        fc.array(fc.integer({ min: 400_000, max: 2_000_000 }), { minLength: 7, maxLength: 7 }),
        (events, picks, rates) => {
          const transactions = withCurrenciesAndLots(transactionsOf(events).transactions, picks);
          const rateText = (date: string): string =>
            text(rates[Math.round((Date.parse(date) - Date.parse(firstDay)) / 86_400_000) % rates.length]!, 6);
          const dates = Array.from({ length: 150 }, (_, d) => addDays(firstDay, d));
          const ledger: Ledger = ledgerOf({
            transactions,
            currencies: { Y: "USD" },
            rates: { "USD/EUR": dates.map((date) => [date, rateText(date)] as const) },
            method,
          });
          const rateOn = (instrument: string, date: string): Rational =>
            fromText(instrument === "Y" ? rateText(date) : "1");
          const exact = rationalLedger(transactions, { method, rateOn });
          for (const { instrument, quantity, costBasis, baseCostBasis } of holdingsOn(ledger)) {
            const figures = exact.get(instrument)!;
            const gain = realizedGain(ledger, { instrument });
            agrees(`quantity of ${instrument}`, quantity, figures.quantity);
            agrees(`cost of ${instrument}`, costBasis, figures.cost);
            agrees(`base cost of ${instrument}`, baseCostBasis, figures.base);
            agrees(`gain of ${instrument}`, gain.native, figures.gain);
            agrees(`base gain of ${instrument}`, gain.base, figures.baseGain);
            const isCrumb = quantity.isZero() && !(costBasis.isZero() && baseCostBasis!.isZero());
            expect(isCrumb, `a closed holding of ${instrument} keeps nothing`).toBe(false);
          }
          expect(disposalsOf(ledger).every(({ baseGain }) => baseGain !== undefined)).toBe(true);
        },
      ),
      { seed: 401, numRuns: 1000 },
    );
  });
});
