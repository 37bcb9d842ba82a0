import { addDays, toEpochDay } from "@portfolio/core";
import { performanceSnapshotOf } from "@portfolio/core/snapshot";
import { describe, expect, it } from "vitest";
import { type Closes, ledgerOf, pricesFrom } from "../support/build.ts";

const from = "2020-12-31";
const to = "2024-12-31";
const dates = Array.from({ length: toEpochDay(to) - toEpochDay(from) }, (_, day) => addDays(from, day + 1));
/** 1970-01-01 was a Thursday. */
const isWeekday = (date: string): boolean => (toEpochDay(date) + 3) % 7 < 5;

type Dated = readonly (readonly [string, string])[];

/** A walk that always takes the same steps, `swing` up or down at each close with a drift. */
function walk(on: readonly string[], swing: number, drift: number, seed = 7): Dated {
  let state = seed;
  let price = 100;
  return on.map((date) => {
    state = (state * 48271) % 2147483647;
    price *= 1 + drift + swing * (state / 1073741823.5 - 1);
    return [date, price.toFixed(6)] as const;
  });
}

/** Bought on the first close: `amounts` in euro of each instrument. */
function measure(closes: Closes, amounts: Readonly<Record<string, number>>, riskFreeRate = 0.02) {
  const transactions = Object.entries(amounts).flatMap(([instrument, amount]) => {
    const [tradeDate, unitPrice] = closes[instrument]![0]!;
    const quantity = (amount / Number(unitPrice)).toFixed(8);
    const common = { account: "A", tradeDate, currency: "EUR" };
    return [
      { ...common, id: `d-${instrument}`, kind: "deposit", grossAmount: String(amount) },
      { ...common, id: `b-${instrument}`, kind: "buy", instrument, quantity, unitPrice },
    ];
  });
  return performanceSnapshotOf({
    ledger: ledgerOf({ transactions, closes }),
    prices: pricesFrom(closes),
    instruments: new Map(),
    from,
    to,
    startsAtInception: true,
    periodsPerYear: "observed",
    riskFreeRate,
    revision: 1,
  });
}

const share = walk(dates.filter(isWeekday), 0.018, 0.0004);
const coin = walk(dates, 0.05, 0.001, 11);
const quarterEnds = dates.filter((date) => /-(03-31|06-30|09-30|12-31)$/.test(date));

describe("periods in a year of a performance snapshot", () => {
  it("are the weekdays of a portfolio of shares", () => {
    const { periodsPerYear, observationCount } = measure({ share }, { share: 10_000 });
    expect(observationCount).toBe(share.length);
    expect(periodsPerYear.value).toBeCloseTo((share.length * 365) / dates.length, 0);
  });

  it("a holding of one euro with a close on every day changes neither volatility nor Sharpe ratio", () => {
    const alone = measure({ share }, { share: 10_000 });
    const beside = measure({ share, coin }, { share: 10_000, coin: 1 });
    expect(beside.periodsPerYear.value).toBeCloseTo(365, 0);
    expect(beside.volatility.value! / alone.volatility.value!).toBeCloseTo(1, 2);
    expect(Math.abs(beside.volatility.value! / alone.volatility.value! - 1)).toBeLessThan(0.01);
    expect(Math.abs(beside.sharpeRatio.value! / alone.sharpeRatio.value! - 1)).toBeLessThan(0.01);
  });

  it("a fund with a close each quarter that earns less than the risk-free rate has no Sharpe ratio above 0", () => {
    // Four years at 1.35 % a year, in quarters that differ a little.
    let price = 100;
    const fund = quarterEnds.map((date, quarter) => {
      if (quarter > 0) price *= 1.0135 ** 0.25 + (quarter % 2 === 0 ? 0.0004 : -0.0004);
      return [date, price.toFixed(6)] as const;
    });
    const { periodsPerYear, sharpeRatio, volatility, annualizedTimeWeightedReturn } = measure({ fund }, { fund: 1000 });
    expect(annualizedTimeWeightedReturn.value).toBeLessThan(0.02);
    expect(periodsPerYear.value).toBeGreaterThan(3.9);
    expect(periodsPerYear.value).toBeLessThan(4.4);
    expect(sharpeRatio.value).toBeLessThan(0);
    expect(volatility.value).toBeLessThan(0.01);
  });

  it("a year of quarterly closes is too little to say anything", () => {
    const fund = quarterEnds.slice(-5).map((date, quarter) => [date, String(100 + quarter)] as const);
    const { periodsPerYear, volatility, sharpeRatio, observationCount } = measure({ fund }, { fund: 1000 });
    expect(observationCount).toBe(5);
    expect([periodsPerYear.reason, volatility.reason, sharpeRatio.reason]).toEqual(
      Array(3).fill("too-few-observations"),
    );
  });

  it("are 365 for coins alone", () => {
    const { periodsPerYear, volatility } = measure({ coin }, { coin: 1000 });
    expect(periodsPerYear.value).toBe(365);
    // Uniform steps of 5 % at most: 0.05 / sqrt(3) a day.
    expect(volatility.value).toBeCloseTo((0.05 / Math.sqrt(3)) * Math.sqrt(365), 1);
  });

  it("a scope that begins late in the range is measured over its own days", () => {
    const late = share.slice(-261);
    const { periodsPerYear } = measure({ share: late }, { share: 1000 });
    expect(periodsPerYear.value).toBeGreaterThan(258);
    expect(periodsPerYear.value).toBeLessThan(264);
  });

  it("are what the caller says when it says so", () => {
    const ledger = ledgerOf({ transactions: [] });
    const common = { ledger, prices: new Map(), instruments: new Map(), from, to, startsAtInception: false };
    const asked = performanceSnapshotOf({ ...common, periodsPerYear: 252, riskFreeRate: 0, revision: 1 });
    expect(asked.periodsPerYear).toEqual({ value: 252 });
  });
});

describe("the deepest drawdown of a single day", () => {
  const daily = (today: string) =>
    performanceSnapshotOf({
      ledger: ledgerOf({
        transactions: [
          { id: "d", kind: "deposit", account: "A", tradeDate: "2024-12-02", currency: "EUR", grossAmount: "1000" },
          {
            id: "b",
            kind: "buy",
            account: "A",
            tradeDate: "2024-12-02",
            instrument: "X",
            quantity: "10",
            unitPrice: "100",
            currency: "EUR",
          },
        ],
      }),
      prices: pricesFrom({
        X: [
          ["2024-12-02", "100"],
          ["2024-12-30", "120"],
          ["2024-12-31", today],
        ],
      }),
      instruments: new Map(),
      from: "2024-12-30",
      to: "2024-12-31",
      startsAtInception: false,
      periodsPerYear: "observed",
      riskFreeRate: 0,
      revision: 1,
    });

  it("is that day's fall, from the close before it", () => {
    const { maxDrawdown, currentDrawdown, maxDrawdownPeak, maxDrawdownTrough } = daily("119.4");
    expect(maxDrawdown.value).toBeCloseTo(-0.005, 14);
    expect(currentDrawdown.value).toBeCloseTo(-0.005, 14);
    expect([maxDrawdownPeak, maxDrawdownTrough]).toEqual(["2024-12-30", "2024-12-31"]);
  });

  it("is 0 without dates when it rose", () => {
    const { maxDrawdown, currentDrawdown, maxDrawdownPeak } = daily("121");
    expect([maxDrawdown.value, currentDrawdown.value, maxDrawdownPeak]).toEqual([0, 0, undefined]);
  });
});
