import { type Instrument, toEpochDay, type TotalAmount } from "@portfolio/core";
import { holdingsSnapshot, performanceSnapshotOf } from "@portfolio/core/snapshot";
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
const currenciesOf = { X: "USD", Y: "EUR" };
const whole = (known: string): TotalAmount => ({ known, leftOut: [] });

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
      dayChangeDate: date,
      totals: {
        totalValue: whole("1932.4"),
        marketValue: whole("738"),
        cash: whole("1194.4"),
        costBasis: whole("775.4"),
        unrealizedGain: whole("-37.4"),
        realizedGain: whole("5.2"),
        income: whole("16"),
        dayChange: whole("-45.2"),
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
    const leftOut = [{ instrumentId: "Z", reason: "missing-price" }];
    expect(snapshot.totals).toMatchObject({
      totalValue: { known: "1902.4", leftOut },
      marketValue: { known: "738", leftOut },
      cash: whole("1164.4"),
      costBasis: whole("805.4"),
      unrealizedGain: { known: "-37.4", leftOut },
      realizedGain: whole("5.2"),
      dayChange: { known: "-45.2", leftOut },
    });
    expect(snapshot.leftOut).toEqual(leftOut);
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
    expect(holdingsOf({ ...base, transactions: [...base.transactions, early] }).totals.income).toEqual({
      known: "16",
      leftOut: [{ instrumentId: "X", reason: "missing-rate" }],
      incomplete: [
        {
          issue: "missing-rate",
          source: { transactionId: "t0", accountId: "A", instrumentId: "X" },
          date: "2025-01-01",
        },
      ],
    });
  });

  it("states no total of which nothing is known: never 0, and each part by name", () => {
    // Reported in francs without any rate: 10 Y, 3 X, euro and dollars of cash, a dividend and a sale.
    const { totals, leftOut, holdings, cash } = holdingsOf({ ...base, baseCurrency: "CHF", currencies: currenciesOf });
    const lacks = (ids: readonly string[]) => ids.map((instrumentId) => ({ instrumentId, reason: "missing-rate" }));
    const currenciesLeftOut = ["EUR", "USD"].map((currency) => ({ currency, reason: "missing-rate" }));
    expect(totals).toMatchObject({
      totalValue: { leftOut: [...lacks(["X", "Y"]), ...currenciesLeftOut] },
      marketValue: { leftOut: lacks(["X", "Y"]) },
      cash: { leftOut: currenciesLeftOut },
      costBasis: { leftOut: lacks(["X", "Y"]) },
      unrealizedGain: { leftOut: lacks(["X", "Y"]) },
      realizedGain: { leftOut: lacks(["X"]) },
      income: { leftOut: lacks(["X"]) },
      dayChange: { leftOut: lacks(["X", "Y"]) },
      dayReturn: { value: undefined, reason: "missing-rate" },
      unrealizedReturn: { value: undefined, reason: "missing-rate" },
    });
    expect(Object.values(totals).some((total) => "known" in total)).toBe(false);
    expect(leftOut).toEqual(totals.totalValue.leftOut);
    expect([...holdings, ...cash].map(({ weight }) => weight.reason)).toEqual(Array(4).fill("missing-rate"));
  });

  it("marks totals incomplete when one currency lacks a rate, cash included", () => {
    // Only the dollar is known in francs: 360 USD x 0.9 = 324, 743 USD x 0.9 = 668.70.
    const { totals } = holdingsOf({
      ...base,
      baseCurrency: "CHF",
      currencies: currenciesOf,
      rates: { "USD/CHF": [["2025-01-01", "0.9"]] },
    });
    expect(totals).toMatchObject({
      totalValue: {
        known: "992.7",
        leftOut: [
          { instrumentId: "Y", reason: "missing-rate" },
          { currency: "EUR", reason: "missing-rate" },
        ],
      },
      cash: { known: "668.7", leftOut: [{ currency: "EUR", reason: "missing-rate" }] },
      costBasis: { known: "275.4", leftOut: [{ instrumentId: "Y", reason: "missing-rate" }] },
      realizedGain: whole("28.8"),
      income: whole("18"),
    });
  });

  it("is 0 and whole for a scope without anything", () => {
    const { totals, leftOut } = holdingsOf({ transactions: [] });
    expect([totals.totalValue, totals.income, totals.realizedGain, leftOut]).toEqual([
      ...Array(3).fill(whole("0")),
      [],
    ]);
  });

  it("adds up the changes of one day only, the newest with a close, and says which", () => {
    // Y closed last on the 10th (45 after 50), X on the 11th (130 after 120): on the 11th Y did not move.
    const closes = { ...base.closes, X: [...base.closes!["X"]!, ["2025-01-11", "130"] as const] };
    const { totals, dayChangeDate, holdings } = holdingsOf({ ...base, closes }, "2025-01-12");
    expect(dayChangeDate).toBe("2025-01-11");
    expect(holdings.map(({ dayChange, dayReturn }) => [dayChange.base, dayReturn.value])).toEqual([
      ["24", 10 / 120],
      ["0", 0],
    ]);
    // 3 x 10 USD x 0.8.
    expect(totals.dayChange).toEqual(whole("24"));
    expect(totals.dayReturn.value).toBeCloseTo(24 / 1932.4, 14);
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
      startValue: { value: "0" },
      endValue: { value: "1932.4" },
      netContribution: { value: "2000" },
      gain: { value: "-67.6" },
      income: { value: "16" },
      periodsPerYear: { value: 252 },
      observationCount: 3,
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
    expect([snapshot.endValue.reason, snapshot.gain.reason]).toEqual(Array(2).fill("missing-price"));
    expect([snapshot.startValue, snapshot.netContribution]).toEqual([{ value: "0" }, { value: "2000" }]);
  });

  it("states no gain over a start that has no price, though the end is known", () => {
    // 100 X at 50 in January, closes from April on: 10000 would be the whole value, not a gain.
    const of: LedgerOf = {
      closes: { X: [["2025-04-01", "100"]] },
      transactions: [
        { id: "d", kind: "deposit", account: "A", tradeDate: "2025-01-02", currency: "EUR", grossAmount: "5000" },
        {
          id: "b",
          kind: "buy",
          account: "A",
          tradeDate: "2025-01-02",
          instrument: "X",
          quantity: "100",
          unitPrice: "50",
          currency: "EUR",
        },
      ],
    };
    const over = (from: string, to: string, closes: LedgerOf["closes"] = of.closes!) =>
      performanceSnapshotOf({
        ledger: ledgerOf(of),
        prices: pricesFrom(closes),
        instruments,
        from,
        to,
        startsAtInception: false,
        periodsPerYear: "observed",
        riskFreeRate: 0,
        revision: 7,
      });
    expect(over("2025-02-01", "2025-05-01")).toMatchObject({
      startValue: { value: undefined, reason: "missing-price" },
      endValue: { value: "10000" },
      netContribution: { value: "0" },
      gain: { value: undefined, reason: "missing-price" },
      moneyWeightedReturn: { value: undefined, reason: "missing-price" },
    });
    // From before the purchase both ends are known: 10000 - 5000.
    expect(over("2025-01-01", "2025-05-01").gain).toEqual({ value: "5000" });
    expect(over("2025-01-01", "2025-05-01", {})).toMatchObject({
      endValue: { value: undefined, reason: "missing-price" },
      gain: { value: undefined, reason: "missing-price" },
    });
  });

  it("names the missing rate of a flow and of cash", () => {
    const { netContribution, gain, endValue, income, timeWeightedReturn, maxDrawdown } = performanceSnapshotOf({
      ledger: ledgerOf({ ...base, baseCurrency: "CHF", currencies: currenciesOf }),
      prices: pricesFrom(base.closes),
      instruments,
      from: "2025-01-01",
      to: date,
      startsAtInception: true,
      periodsPerYear: "observed",
      riskFreeRate: 0,
      revision: 7,
    });
    const figures = [netContribution, gain, endValue, income, timeWeightedReturn, maxDrawdown];
    expect(figures.map(({ reason }) => reason)).toEqual(Array(6).fill("missing-rate"));
  });
});
