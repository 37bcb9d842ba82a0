import { holdingsSnapshot, type Instrument, performanceSnapshotOf, toEpochDay } from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";

/**
 * Two currencies, by hand. Rates of the dollar: 0.9 euro from 2 January, 0.8 on 10 January.
 *
 * X (dollars): 5 at 100 + fee 10 = 510 USD = 459 EUR. On 10 January 20 USD dividend less 3 tax, and 2 sold at 120 less
 * fee 4 = 236 USD = 188.80 EUR, cost 204 USD = 183.60 EUR, gain 32 USD = 5.20 EUR. Left 3, cost 306 USD = 275.40 EUR,
 * worth 360 USD = 288 EUR. Y (euro): 10 at 50, worth 450. Cash: 2000 - 900 - 500 = 600 EUR and
 * 1000 - 510 + 17 + 236 = 743 USD = 594.40 EUR. All: 288 + 450 + 600 + 594.40 = 1932.40.
 */
const base: LedgerOf = {
  currencies: { X: "USD" },
  rates: {
    "USD/EUR": [
      ["2025-01-02", "0.9"],
      ["2025-01-10", "0.8"],
    ],
  },
  closes: {
    X: [
      ["2025-01-02", "100"],
      ["2025-01-09", "118"],
      ["2025-01-10", "120"],
    ],
    Y: [
      ["2025-01-02", "50"],
      ["2025-01-10", "45"],
    ],
  },
  transactions: [
    { id: "t1", kind: "deposit", account: "A", tradeDate: "2025-01-02", currency: "EUR", grossAmount: "2000" },
    {
      id: "t2",
      kind: "currency-exchange",
      account: "A",
      tradeDate: "2025-01-02",
      currency: "EUR",
      grossAmount: "900",
      toCurrency: "USD",
      toAmount: "1000",
    },
    {
      id: "t3",
      kind: "buy",
      account: "A",
      tradeDate: "2025-01-02",
      instrument: "X",
      quantity: "5",
      unitPrice: "100",
      feeAmount: "10",
      currency: "USD",
    },
    {
      id: "t4",
      kind: "buy",
      account: "A",
      tradeDate: "2025-01-02",
      instrument: "Y",
      quantity: "10",
      unitPrice: "50",
      currency: "EUR",
    },
    {
      id: "t5",
      kind: "dividend",
      account: "A",
      tradeDate: "2025-01-10",
      instrument: "X",
      grossAmount: "20",
      taxAmount: "3",
      currency: "USD",
    },
    {
      id: "t6",
      kind: "sell",
      account: "A",
      tradeDate: "2025-01-10",
      instrument: "X",
      quantity: "2",
      unitPrice: "120",
      feeAmount: "4",
      currency: "USD",
    },
  ],
};
const instruments = new Map<string, Instrument>([
  ["X", { id: "X", name: "Example", ticker: "EXM", currency: "USD", assetClass: "share" }],
  ["Y", { id: "Y", name: "Fund", currency: "EUR" }],
]);
const date = "2025-01-10";

function holdingsOf(of: LedgerOf, on = date) {
  const priceOrigins = new Map([["X", { source: "yahoo" }]]);
  return holdingsSnapshot({
    ledger: ledgerOf(of),
    prices: pricesFrom(of.closes),
    instruments,
    priceOrigins,
    date: on,
    revision: 7,
  });
}

describe("holdingsSnapshot", () => {
  it("shows a small portfolio in two currencies wholly", () => {
    const close = (value: number): { value: unknown } => ({ value: expect.closeTo(value, 14) });
    expect(holdingsOf(base)).toEqual({
      version: 1,
      revision: 7,
      date,
      baseCurrency: "EUR",
      holdings: [
        {
          instrumentId: "X",
          name: "Example",
          ticker: "EXM",
          assetClass: "share",
          currency: "USD",
          accounts: ["A"],
          quantity: "3",
          unitCost: "102",
          costBasis: { native: "306", base: "275.4" },
          price: { price: "120", date, source: "yahoo", ageDays: 0, isStale: false },
          marketValue: { native: "360", base: "288" },
          unrealizedGain: { native: "54", base: "12.6" },
          unrealizedReturn: close(12.6 / 275.4),
          realizedGain: { native: "32", base: "5.2" },
          income: { native: "20", base: "16" },
          totalGain: { base: "33.8" },
          totalReturn: close(33.8 / 459),
          dayChange: { native: "6", base: "4.8" },
          dayReturn: close(2 / 118),
          weight: close(288 / 1932.4),
          recentCloses: Float64Array.of(100, 118, 120),
          missing: [],
        },
        {
          instrumentId: "Y",
          name: "Fund",
          currency: "EUR",
          accounts: ["A"],
          quantity: "10",
          unitCost: "50",
          costBasis: { native: "500", base: "500" },
          price: { price: "45", date, source: "manual", ageDays: 0, isStale: false },
          marketValue: { native: "450", base: "450" },
          unrealizedGain: { native: "-50", base: "-50" },
          unrealizedReturn: { value: -0.1 },
          realizedGain: { native: "0", base: "0" },
          income: { base: "0" },
          totalGain: { base: "-50" },
          totalReturn: { value: -0.1 },
          dayChange: { native: "-50", base: "-50" },
          dayReturn: { value: -0.1 },
          weight: close(450 / 1932.4),
          recentCloses: Float64Array.of(50, 45),
          missing: [],
        },
      ],
      closed: [],
      cash: [
        { currency: "EUR", amount: "600", base: "600", weight: close(600 / 1932.4) },
        { currency: "USD", amount: "743", base: "594.4", weight: close(594.4 / 1932.4) },
      ],
      totals: {
        totalValue: "1932.4",
        marketValue: "738",
        cash: "1194.4",
        costBasis: "775.4",
        unrealizedGain: "-37.4",
        realizedGain: "5.2",
        income: "16",
        dayChange: "-45.2",
        dayReturn: close(-45.2 / 1977.6),
        unrealizedReturn: close(-37.4 / 775.4),
      },
      leftOut: [],
      issues: [],
    });
  });

  it("leaves out what has no price, says so, and keeps every other figure", () => {
    const bought = {
      id: "t7",
      kind: "buy",
      account: "A",
      tradeDate: "2025-01-03",
      instrument: "Z",
      quantity: "1",
      unitPrice: "30",
      currency: "EUR",
    };
    const snapshot = holdingsOf({ ...base, transactions: [...base.transactions, bought] });
    expect(snapshot.totals).toMatchObject({
      totalValue: "1902.4",
      marketValue: "738",
      cash: "1164.4",
      costBasis: "805.4",
      unrealizedGain: "-37.4",
    });
    expect(snapshot.leftOut).toEqual([{ instrumentId: "Z", reason: "missing-price" }]);
    expect(snapshot.issues.map(({ code, source }) => `${code} ${source.instrumentId}`)).toEqual(["missing-price Z"]);
    const row = snapshot.holdings.find(({ instrumentId }) => instrumentId === "Z");
    expect(row).toMatchObject({
      marketValue: {},
      unrealizedGain: {},
      costBasis: { native: "30" },
      missing: ["missing-price"],
    });
    expect([row?.unrealizedReturn.reason, row?.totalReturn.reason, row?.weight.reason, row?.dayReturn.reason]).toEqual(
      Array(4).fill("missing-price"),
    );
    expect(JSON.stringify(snapshot)).not.toMatch(/NaN|Infinity/);
  });

  it("sums the income whose rate is known where another's is not", () => {
    const early = {
      id: "t0",
      kind: "dividend",
      account: "A",
      tradeDate: "2025-01-01",
      instrument: "X",
      grossAmount: "9",
      currency: "USD",
    };
    expect(holdingsOf({ ...base, transactions: [...base.transactions, early] }).totals.income).toBe("16");
  });

  it("calls a listed price stale after seven days, a manual one never", () => {
    const stale = (on: string) => holdingsOf(base, on).holdings.map(({ price }) => price?.isStale);
    expect([stale("2025-01-17"), stale("2025-01-18")]).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(holdingsOf(base, "2025-01-18").issues.map(({ code }) => code)).toEqual(["stale-price"]);
  });

  it("is plain data", () => {
    expect(structuredClone(holdingsOf(base))).toEqual(holdingsOf(base));
  });

  it("a split between two closes is no change of the day", () => {
    const of: LedgerOf = {
      closes: {
        X: [
          ["2025-01-02", "100"],
          ["2025-01-03", "26"],
        ],
      },
      transactions: [
        {
          id: "b",
          kind: "buy",
          account: "A",
          tradeDate: "2025-01-02",
          instrument: "X",
          quantity: "1",
          unitPrice: "100",
          currency: "EUR",
        },
        {
          id: "s",
          kind: "split",
          account: "A",
          tradeDate: "2025-01-03",
          instrument: "X",
          ratio: { numerator: "4", denominator: "1" },
        },
      ],
    };
    // 4 units at 26 = 104 after 1 at 100: 4 euro, 4 %.
    const [row] = holdingsOf(of, "2025-01-03").holdings;
    expect(row).toMatchObject({ quantity: "4", dayChange: { native: "4", base: "4" }, dayReturn: { value: 0.04 } });
  });
});

describe("performanceSnapshotOf", () => {
  const measure = (of: LedgerOf) =>
    performanceSnapshotOf({
      ledger: ledgerOf(of),
      prices: pricesFrom(of.closes),
      instruments,
      from: "2025-01-01",
      to: date,
      startsAtInception: true,
      periodsPerYear: 252,
      riskFreeRate: 0,
      revision: 7,
    });

  it("measures the same portfolio: 2000 came in on the 2nd, closes were 1991, 2072 on the 9th and 1932.40", () => {
    const snapshot = measure(base);
    expect([...snapshot.values]).toEqual([0, ...Array<number>(7).fill(1991), 2072, 1932.4]);
    expect([...snapshot.netContributions]).toEqual([0, ...Array<number>(9).fill(2000)]);
    expect([snapshot.days[0], snapshot.days.at(-1)]).toEqual([toEpochDay("2025-01-01"), toEpochDay(date)]);
    expect(snapshot).toMatchObject({
      startValue: "0",
      endValue: "1932.4",
      netContribution: "2000",
      gain: "-67.6",
      income: "16",
      issues: [],
    });
    expect(snapshot.timeWeightedReturn.value).toBe(-0.0338);
    expect(snapshot.annualizedTimeWeightedReturn.reason).toBe("too-few-observations");
    expect(snapshot.moneyWeightedReturn.value).toBeCloseTo(0.9662 ** (365 / 8) - 1, 11);
    expect(snapshot.maxDrawdown.value).toBeCloseTo(1932.4 / 2072 - 1, 14);
    expect(snapshot.currentDrawdown.value).toBeCloseTo(1932.4 / 2072 - 1, 14);
    expect([snapshot.maxDrawdownPeak, snapshot.maxDrawdownTrough]).toEqual(["2025-01-09", date]);
    const returns = [1991 / 2000 - 1, 2072 / 1991 - 1, 1932.4 / 2072 - 1];
    const mean = returns.reduce((sum, value) => sum + value, 0) / 3;
    const deviation = Math.sqrt(returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2);
    expect(snapshot.volatility.value).toBeCloseTo(deviation * Math.sqrt(252), 12);
    expect(snapshot.sharpeRatio.value).toBeCloseTo((mean / deviation) * Math.sqrt(252), 11);
    expect(snapshot.events.map(({ date: on, kind, label }) => `${on} ${kind} ${label}`)).toEqual([
      "2025-01-02 deposit ",
      "2025-01-02 buy EXM, Fund",
      "2025-01-10 dividend EXM",
      "2025-01-10 sell EXM",
    ]);
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });

  it("has gaps where a price is missing, an issue, and reasons in place of figures", () => {
    const bought = {
      id: "t7",
      kind: "buy",
      account: "A",
      tradeDate: "2025-01-03",
      instrument: "Z",
      quantity: "1",
      unitPrice: "30",
      currency: "EUR",
    };
    const snapshot = measure({ ...base, transactions: [...base.transactions, bought] });
    expect([...snapshot.values].map(Number.isNaN)).toEqual([false, false, ...Array<boolean>(8).fill(true)]);
    expect(snapshot.issues.map(({ code, date: on }) => `${code} ${on}`)).toEqual(["missing-price 2025-01-03"]);
    expect([
      snapshot.timeWeightedReturn.reason,
      snapshot.moneyWeightedReturn.reason,
      snapshot.maxDrawdown.reason,
    ]).toEqual(Array(3).fill("missing-price"));
    expect(snapshot.endValue).toBe("1902.4");
  });
});
