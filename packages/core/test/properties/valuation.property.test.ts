import { addDays, dailyValuation, externalFlows, priceHistory, toEpochDay } from "@portfolio/core";
import { dailyReturns, timeWeightedReturn, valueSeries } from "@portfolio/core/measures";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimalString } from "../../src/numbers/fixed-point.ts";
import { accumulate, accumulator, type LimbPath } from "../../src/valuation/accumulate.ts";
import { convertTotals } from "../../src/valuation/convert-totals.ts";
import type { PriceRow } from "../../src/valuation/price-row.ts";
import type { Segments } from "../../src/valuation/segment.ts";
import { dailyIntegers, ledgerOf, pricesFrom, ratesFrom } from "../support/build.ts";
import { firstDay } from "./random-ledger.ts";

const paths: readonly LimbPath[] = ["one-limb", "two-limbs", "big"];
const dayCount = 12;

/** One instrument of a random portfolio: a purchase, later some sold, with its own number of decimals. */
const randomInstrument = fc.record({
  quantityScale: fc.integer({ min: 0, max: 18 }),
  quantity: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  units: fc.integer({ min: 0, max: 18 }),
  priceScale: fc.integer({ min: 0, max: 6 }),
  prices: fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: dayCount, maxLength: dayCount }),
  boughtOn: fc.integer({ min: 0, max: dayCount - 1 }),
  soldOn: fc.integer({ min: 0, max: dayCount - 1 }),
  isForeign: fc.boolean(),
});
const randomInstruments = fc.array(randomInstrument, { minLength: 1, maxLength: 6 });
const randomRates = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: dayCount, maxLength: dayCount });

type RandomInstrument = typeof randomInstrument extends fc.Arbitrary<infer T> ? T : never;

function scenario(instruments: readonly RandomInstrument[], rates: readonly number[]) {
  const transactions = instruments.flatMap((of, i) => {
    const common = { account: "A", instrument: `I${i}`, grossAmount: "0", currency: "EUR" };
    const quantity = of.quantity * 10n ** BigInt(Math.min(of.units, of.quantityScale));
    const bought = {
      ...common,
      id: `b${i}`,
      kind: "buy",
      tradeDate: addDays(firstDay, of.boughtOn),
      quantity: toDecimalString(quantity, of.quantityScale),
    };
    const half = quantity / 2n;
    if (of.soldOn <= of.boughtOn || half === 0n) return [bought];
    return [
      bought,
      {
        ...common,
        id: `s${i}`,
        kind: "sell",
        tradeDate: addDays(firstDay, of.soldOn),
        quantity: toDecimalString(half, of.quantityScale),
      },
    ];
  });
  const closes = Object.fromEntries(
    instruments.map((of, i) => [
      `I${i}`,
      of.prices.map((price, d) => [addDays(firstDay, d), toDecimalString(BigInt(price), of.priceScale)] as const),
    ]),
  );
  const currencies = Object.fromEntries(instruments.map((of, i) => [`I${i}`, of.isForeign ? "USD" : "EUR"]));
  const dated = rates.map((rate, d) => [addDays(firstDay, d), toDecimalString(BigInt(rate), 6)] as const);
  return { transactions, closes, currencies, rates: { "USD/EUR": dated } };
}

/** The value of every day at 1e-30, cell by cell in BigInt, straight from the definition. */
function byCell(instruments: readonly RandomInstrument[], rates: readonly number[]): bigint[] {
  return Array.from({ length: dayCount }, (_, d) =>
    instruments.reduce((sum, of) => {
      const bought = of.quantity * 10n ** BigInt(Math.min(of.units, of.quantityScale));
      const sold = of.soldOn > of.boughtOn && d >= of.soldOn ? bought / 2n : 0n;
      const held = d >= of.boughtOn ? bought - sold : 0n;
      const rate = of.isForeign ? BigInt(rates[d]!) : 1_000_000n;
      return sum + held * BigInt(of.prices[d]!) * rate * 10n ** BigInt(24 - of.quantityScale - of.priceScale);
    }, 0n),
  );
}

const span = { from: firstDay, to: addDays(firstDay, dayCount - 1) };

describe("the exact daily series", () => {
  it("equals BigInt per cell, on every path, whatever decimals, prices and quantities", () => {
    fc.assert(
      fc.property(randomInstruments, randomRates, (instruments, rates) => {
        const of = scenario(instruments, rates);
        const ledger = ledgerOf(of);
        const prices = pricesFrom(of.closes);
        const wanted = byCell(instruments, rates);
        // A total beyond 2^104 is rounded to what a pair of doubles holds; nothing below is.
        for (const path of paths) {
          const valuation = dailyValuation(ledger, prices, { ...span, path });
          const cells = dailyIntegers(valuation);
          expect(valuation.isKnown.every((known) => known === 1)).toBe(true);
          const spare = 10n ** BigInt(Math.max(30 - valuation.scale, 0));
          const isRounded = cells.some((cell) => cell >= 2n ** 100n);
          const off = cells.map((cell, d) => 2n * (cell * spare - wanted[d]!));
          expect(off.every((twice) => (isRounded ? twice <= spare && -twice <= spare : twice === 0n))).toBe(true);
        }
      }),
      { seed: 201, numRuns: 200 },
    );
  });

  it("is the same in any order of instruments", () => {
    fc.assert(
      fc.property(randomInstruments, randomRates, (instruments, rates) => {
        const of = scenario(instruments, rates);
        const values = (transactions: readonly object[]) =>
          dailyIntegers(dailyValuation(ledgerOf({ ...of, transactions }), pricesFrom(of.closes), span));
        expect(values(of.transactions.toReversed())).toEqual(values(of.transactions));
      }),
      { seed: 202, numRuns: 100 },
    );
  });
});

function segments(quantities: readonly number[], big?: readonly bigint[]): Segments {
  return {
    count: quantities.length,
    scale: 0,
    from: Int32Array.from(quantities, (_, i) => i),
    to: Int32Array.from(quantities, (_, i) => i + 1),
    quantity: Float64Array.from(quantities),
    largest: Math.max(0, ...quantities.map(Math.abs)),
    big,
  };
}

function prices(values: readonly number[]): PriceRow {
  return { values: Float64Array.from(values), offset: 0, scale: 0, firstKnown: 0, max: Math.max(...values) };
}

describe("the limbs of an accumulator", () => {
  const quantity = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(2 ** 20, -(2 ** 20), 2 ** 53 - 1, -(2 ** 53) + 1),
  );
  const price = fc.oneof(
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 40),
  );
  const line = fc.record({
    quantities: fc.array(quantity, { minLength: 3, maxLength: 3 }),
    prices: fc.array(price, { minLength: 3, maxLength: 3 }),
    path: fc.constantFrom(...paths),
  });

  it("hold any mix of paths and signs exactly, and their bounds are true", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        // Rates of up to 21 bits let the conversion work in halves of 26; wider ones need pairs of doubles.
        fc
          .constantFrom(2 ** 21, 2 ** 30)
          .chain((max) => fc.array(fc.integer({ min: 1, max }), { minLength: 3, maxLength: 3 })),
        (lines, rates) => {
          const row = accumulator(3);
          for (const each of lines) accumulate(row, segments(each.quantities), prices(each.prices), each.path);
          const wanted = [0, 1, 2].map((d) =>
            lines.reduce((sum, each) => sum + BigInt(each.quantities[d]!) * BigInt(each.prices[d]!), 0n),
          );
          const got = [0, 1, 2].map(
            (d) => BigInt(row.low[d]!) + (BigInt(row.high?.[d] ?? 0) << 20n) + (row.big?.[d] ?? 0n),
          );
          expect(got).toEqual(wanted);
          expect(Math.max(row.bound, row.boundHigh)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
          for (const low of row.low) expect(Math.abs(low)).toBeLessThanOrEqual(row.bound);
          for (const high of row.high ?? []) expect(Math.abs(high)).toBeLessThanOrEqual(row.boundHigh);
          const totals = convertTotals(
            [{ totals: row, scale: 0, rates: Float64Array.from(rates), rateScale: 0, maxRate: Math.max(...rates) }],
            3,
          );
          const converted = wanted.map((value, d) => value * BigInt(rates[d]!));
          const isSmall = converted.every((value) => value < 2n ** 104n && -value < 2n ** 104n);
          expect(isSmall ? dailyIntegers(totals) : converted).toEqual(converted);
        },
      ),
      { seed: 203, numRuns: 500 },
    );
  });

  it.each<[string, number, number, LimbPath]>([
    ["just fits one limb", 2 ** 53 - 1, 1, "one-limb"],
    ["just passes one limb", 2 ** 52, 2, "two-limbs"],
    ["a price that just fits two limbs", 2 ** 40, 2 ** 31 - 1, "two-limbs"],
    ["a price just too large for two limbs", 2 ** 40, 2 ** 31, "big"],
  ])("%s", (_, q, p, path) => {
    expect(accumulate(accumulator(1), segments([q]), prices([p]))).toBe(path);
  });

  it("never take a narrower path than the numbers allow, also when asked to", () => {
    expect(accumulate(accumulator(1), segments([2 ** 52]), prices([2 ** 20]), "one-limb")).toBe("two-limbs");
    expect(accumulate(accumulator(1), segments([1], [2n ** 60n]), prices([1]), "one-limb")).toBe("big");
  });
});

describe("convertTotals", () => {
  it("is exact where a sum on the way is far larger than the result", () => {
    // Plus and minus 2^53 - 1 at a rate of 2^53 - 1 make 2^107 on the way; what is left is 3.
    const huge = 2 ** 53 - 1;
    const group = (value: number, rate: number) => {
      const totals = accumulator(1);
      accumulate(totals, segments([value]), prices([1]));
      return { totals, scale: 0, rates: Float64Array.of(rate), rateScale: 0, maxRate: rate };
    };
    const groups = [group(huge, huge), group(3, 1), group(huge, huge), group(-huge, huge), group(-huge, huge)];
    expect(dailyIntegers(convertTotals(groups, 1))).toEqual([3n]);
  });
});

describe("the series in doubles", () => {
  it("value + rest is the exact value to 28 digits, also at a scale whose power of ten no double holds", () => {
    fc.assert(
      fc.property(randomInstruments, randomRates, (instruments, rates) => {
        const of = scenario(instruments, rates);
        const valuation = dailyValuation(ledgerOf(of), pricesFrom(of.closes), span);
        const { values, valueRests } = valueSeries(valuation, []);
        dailyIntegers(valuation).forEach((cell, d) => {
          // At 1e-40 in integers: doubles are dyadic, so their digits are finite. A total is kept to 1e-22.
          const exact = cell * 10n ** BigInt(40 - valuation.scale);
          const off = asInteger(values[d]!) + asInteger(valueRests[d]!) - exact;
          expect((off < 0n ? -off : off) * 10n ** 28n <= exact + 10n ** 47n).toBe(true);
        });
      }),
      { seed: 204, numRuns: 100 },
    );
  });

  it("the time-weighted return does not depend on the size of flows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 3, maxLength: 20 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 1_000_000 })),
        (closes, sizes) => {
          const dated = closes.map((close, d) => [addDays(firstDay, d), toDecimalString(BigInt(close), 2)] as const);
          // Units delivered at any size: each day's return is the price's, so the whole is last / first - 1.
          const transactions = closes.slice(0, -1).map((_, d) => ({
            id: `t${d}`,
            kind: "delivery-in",
            account: "A",
            tradeDate: addDays(firstDay, d),
            instrument: "X",
            quantity: String(sizes.next().value),
            grossAmount: "1",
            currency: "EUR",
          }));
          const of = { transactions, closes: { X: dated } };
          const ledger = ledgerOf(of);
          const valuation = dailyValuation(ledger, pricesFrom(of.closes), {
            from: firstDay,
            to: addDays(firstDay, closes.length - 1),
          });
          const series = valueSeries(
            valuation,
            externalFlows(ledger, pricesFrom(of.closes)).filter(({ day }) => day > toEpochDay(firstDay)),
          );
          // A delivery arrives at the start of its day at the close of that day: (V(previous) + in) grows by what was there before.
          const expected = dailyReturns(series).reduce((growth, r) => growth * (1 + r), 1) - 1;
          expect(timeWeightedReturn(series).value).toBeCloseTo(expected, 9);
          const single = {
            ...series,
            inflows: series.inflows.map(() => 0),
            inflowRests: series.inflowRests.map(() => 0),
            values: Float64Array.from(closes),
            valueRests: series.valueRests.map(() => 0),
          };
          expect(timeWeightedReturn(single).value).toBeCloseTo(closes.at(-1)! / closes[0]! - 1, 12);
        },
      ),
      { seed: 205, numRuns: 100 },
    );
  });
});

/** A double as an integer at 1e-40, rounded down. */
function asInteger(value: number): bigint {
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return (BigInt(mantissa) * 10n ** 40n) >> BigInt(exponent);
}

describe("rates in the daily series", () => {
  it("an inverse rate keeps 15 significant digits, however small it is", () => {
    // 1 / 149.37 = 0.00669478476267...: 15 digits are at scale 17.
    const rates = ratesFrom({ "USD/JPY": [[firstDay, "149.37"]] });
    const ledger = {
      ...ledgerOf({
        transactions: [
          { id: "d", kind: "deposit", account: "A", tradeDate: firstDay, currency: "JPY", grossAmount: "1000000000" },
        ],
        baseCurrency: "USD",
      }),
      rates,
    };
    const { high, low, scale } = dailyValuation(ledger, new Map(), { from: firstDay, to: firstDay });
    const inverse = 10n ** 19n / 14937n;
    expect(scale).toBe(17);
    expect((BigInt(high[0]!) + BigInt(low[0]!)) / 10n ** 9n / 1n).toBe(inverse);
  });

  it("nothing is taken from a later day: without a rate or price the day is marked, not filled", () => {
    const of = {
      transactions: [
        {
          id: "b",
          kind: "buy",
          account: "A",
          tradeDate: firstDay,
          instrument: "X",
          quantity: "1",
          grossAmount: "0",
          currency: "EUR",
        },
      ],
    };
    const valuation = dailyValuation(ledgerOf(of), new Map([["X", priceHistory([[addDays(firstDay, 1), "5"]])]]), {
      from: firstDay,
      to: addDays(firstDay, 2),
    });
    expect([[...valuation.isKnown], dailyIntegers(valuation)]).toEqual([
      [0, 1, 1],
      [0n, 5n, 5n],
    ]);
  });
});
