import { addDays, type Measured, type PriceHistory, priceHistory, toEpochDay } from "@portfolio/core";
import { defaultHealthSettings } from "@portfolio/core/insights";
import { type PerformanceReport, performanceReport, type ReportQuestion } from "@portfolio/core/report";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";

const from = "2025-01-01";
const to = "2026-01-01";

/** A close on each working day, growing by a factor a day on even days and falling on odd ones. */
function closes(first: number, up: number, down: number, start = from, days = 365): [string, string][] {
  let close = first;
  return Array.from({ length: days + 1 }, (_, d): [string, string] => {
    if (d > 0) close *= d % 2 === 0 ? up : down;
    return [addDays(start, d), close.toFixed(4)];
  }).filter(([date]) => ![6, 0].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
}

const common = { account: "A", currency: "EUR" };
const transactions = [
  { ...common, id: "d", kind: "deposit", tradeDate: "2025-01-01", grossAmount: "10000" },
  {
    ...common,
    id: "x",
    kind: "buy",
    tradeDate: "2025-01-02",
    instrument: "X",
    quantity: "50",
    unitPrice: "100",
    feeAmount: "5",
  },
  {
    ...common,
    id: "u",
    kind: "buy",
    tradeDate: "2025-01-03",
    instrument: "U",
    quantity: "20",
    unitPrice: "100",
    currency: "USD",
  },
  { ...common, id: "e", kind: "deposit", tradeDate: "2025-06-02", grossAmount: "2000" },
  {
    ...common,
    id: "v1",
    kind: "dividend",
    tradeDate: "2025-03-14",
    instrument: "X",
    grossAmount: "50",
    taxAmount: "7.5",
  },
  {
    ...common,
    id: "v2",
    kind: "dividend",
    tradeDate: "2025-06-13",
    instrument: "X",
    grossAmount: "50",
    taxAmount: "7.5",
  },
  {
    ...common,
    id: "v3",
    kind: "dividend",
    tradeDate: "2025-09-15",
    instrument: "X",
    grossAmount: "50",
    taxAmount: "7.5",
  },
  {
    ...common,
    id: "v4",
    kind: "dividend",
    tradeDate: "2025-12-15",
    instrument: "X",
    grossAmount: "50",
    taxAmount: "7.5",
  },
];
const world: PriceHistory = priceHistory(closes(500, 1.011, 0.992));
const isins = { X: "US0378331005", U: "IE00B4L5Y983" } as Record<string, string>;

function question(more: Partial<ReportQuestion> = {}, rows: readonly object[] = transactions): ReportQuestion {
  const prices = { X: closes(100, 1.012, 0.99), U: closes(100, 1.02, 0.983) };
  const ledger = ledgerOf({
    transactions: rows,
    closes: prices,
    currencies: { U: "USD" },
    rates: {
      "USD/EUR": [
        [from, "0.9"],
        ["2025-07-01", "0.8"],
      ],
    },
  });
  return {
    ledger,
    prices: pricesFrom(prices),
    instruments: new Map(
      ledger.columns.instruments.map((id) => [id, { id, name: id, currency: "EUR", isin: isins[id]! }]),
    ),
    from,
    to,
    startsAtInception: false,
    periodsPerYear: 252,
    riskFreeRate: 0.02,
    requiredReturn: 0.03,
    tailCutoff: 0.05,
    episodes: 3,
    rollingWindow: 60,
    correlated: 10,
    health: defaultHealthSettings,
    revision: 1,
    ...more,
  };
}

const benchmark = {
  name: "World",
  parts: [{ prices: world, currency: "EUR", weight: 1 }],
  rebalancing: "never" as const,
};

function figure(report: PerformanceReport, name: keyof PerformanceReport["risk"]["figures"]): number {
  return report.risk.figures[name].value!;
}

function withoutValue(figures: Readonly<Record<string, Measured>>): string[] {
  return Object.entries(figures).flatMap(([name, { value }]) => (typeof value === "number" ? [] : [name]));
}

describe("performanceReport", () => {
  const report = performanceReport(question({ benchmark }));

  it("links the months to the year and to the snapshot's return", () => {
    const linked =
      report.returns.monthly.reduce((growth, { linkedReturn }) => growth * (1 + linkedReturn.value!), 1) - 1;
    expect(linked).toBeCloseTo(report.performance.timeWeightedReturn.value!, 12);
    expect(report.returns.monthly.map(({ name }) => name).at(-1)).toBe("2026-01");
    expect(report.returns.yearly.map(({ name }) => name)).toEqual(["2025", "2026"]);
    expect(report.returns.bestMonth!.linkedReturn.value).toBe(
      Math.max(...report.returns.monthly.map(({ linkedReturn }) => linkedReturn.value!)),
    );
  });

  it("states the money-weighted rate of the snapshot, the only one there is", () => {
    expect(report.returns.moneyWeightedRates.isUnique).toBe(true);
    expect(report.returns.moneyWeightedRates.rate).toEqual(report.performance.moneyWeightedReturn);
    expect(report.returns.modifiedDietzReturn.value).toBeCloseTo(report.performance.timeWeightedReturn.value!, 1);
  });

  it("gives every measure of risk a value, in its own order", () => {
    expect(withoutValue(report.risk.figures)).toEqual([]);
    expect(figure(report, "valueAtRisk")).toBeGreaterThan(figure(report, "expectedShortfall"));
    expect(figure(report, "calmarRatio")).toBeCloseTo(
      figure(report, "annualizedReturn") / -report.performance.maxDrawdown.value!,
      10,
    );
    expect(report.risk.episodes).toHaveLength(3);
    expect(report.risk.episodes[0]!.depth).toBeCloseTo(report.performance.maxDrawdown.value!, 14);
    expect(report.risk.episodes[0]!.peakDate < report.risk.episodes[0]!.troughDate).toBe(true);
  });

  it("compares with the benchmark over the closes both have", () => {
    const { comparison } = report;
    expect(comparison!.from).toBe(from);
    const [first, last] = [closes(500, 1.011, 0.992)[0]![1], closes(500, 1.011, 0.992).at(-1)![1]];
    expect(comparison!.benchmarkReturn.value).toBeCloseTo(Number(last) / Number(first) - 1, 12);
    expect(comparison!.scopeReturn.value).toBeCloseTo(report.performance.timeWeightedReturn.value!, 12);
    expect(withoutValue(comparison!.figures)).toEqual([]);
    expect(comparison!.figures.beta.value).toBeGreaterThan(0.3);
    expect(comparison!.publicMarketEquivalent.endValue.value).toBeGreaterThan(12_000);
  });

  it("adds contributions up to the return", () => {
    const { value } = report.contributions;
    const sum = value!.lines.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(report.performance.timeWeightedReturn.value!, 12);
    expect(value!.returnBeforeCharges).toBeGreaterThan(value!.totalReturn);
  });

  it("adds gains, cash apart, up to the gain", () => {
    const sum = report.gains.reduce((total, { parts }) => total + Number(parts!.gain), 0);
    // Tax kept back is no part of a gain; there is no cash in another currency but what the purchase in dollars left.
    const dollars = 20 * 100 * (0.8 - 0.9);
    expect(sum - 30 - dollars).toBeCloseTo(Number(report.performance.gain.value), 6);
  });

  it("shows income received and to come", () => {
    const { income } = report;
    expect(income.byYear).toEqual([
      { key: "2025", gross: { value: "200" }, withheldTax: { value: "30" }, net: { value: "170" } },
    ]);
    expect(income.byCountry.map(({ key }) => key)).toEqual(["US"]);
    expect(income.byMonth).toHaveLength(4);
    expect(income.expected.map(({ status, amount }) => `${status} ${amount}`)).toEqual(Array(4).fill("estimated 50"));
    expect(income.yieldOnCost.value).toBeCloseTo(200 / (5005 + 1800), 12);
    expect(income.trailingYield.value).toBeCloseTo(200 / Number(report.performance.endValue.value), 12);
  });

  it("rolls over windows of trading days", () => {
    const { days, returns, volatility, sharpeRatio } = report.rolling;
    expect(days).toHaveLength(report.performance.observationCount - 59);
    expect([returns, volatility, sharpeRatio].map(({ length }) => length)).toEqual(Array(3).fill(days.length));
    expect([...volatility].every((value) => value > 0)).toBe(true);
    expect(days.at(-1)).toBe(toEpochDay("2026-01-01"));
  });

  it("correlates the largest holdings: the two move together but for their first day", () => {
    const { names, cells } = report.correlations;
    expect(names.toSorted()).toEqual(["U", "X"]);
    expect(cells[0]![0]).toEqual({ value: 1 });
    expect(cells[0]![1]).toEqual(cells[1]![0]);
    expect(cells[0]![1]!.value).toBeGreaterThan(0.8);
    expect(performanceReport(question({ correlated: 1 })).correlations.names).toHaveLength(1);
  });

  it("sorts what is there by class, country and currency, each view adding up", () => {
    const { views, turnover } = report.allocation;
    for (const lines of Object.values(views)) {
      const sum = lines.reduce((total, { marketValue }) => total + Number(marketValue), 0);
      expect(sum).toBeCloseTo(Number(report.performance.endValue.value), 6);
      expect(lines.reduce((total, { weight }) => total + weight.value!, 0)).toBeCloseTo(1, 12);
    }
    // The dollars of the purchase were never exchanged.
    expect(views.country.map(({ key }) => key).toSorted()).toEqual(["IE", "US", "cash", "negative-cash"]);
    expect(views.currency.map(({ key }) => key)).toContain("USD");
    const known = performanceReport(question({ classifications: new Map([["X", { sector: { energy: "0.4" } }]]) }));
    expect(known.allocation.views.sector.map(({ key }) => key)).toContain("energy");
    // Nothing was sold.
    expect(turnover).toEqual({ value: 0 });
  });

  it("survives a structured clone", () => {
    expect(structuredClone(report)).toEqual(report);
  });
});

describe("a report that lacks something", () => {
  it("has no comparison without a benchmark", () => {
    expect(performanceReport(question()).comparison).toBeUndefined();
    const late = { ...benchmark, parts: [{ prices: priceHistory([["2027-01-01", "5"]]), currency: "EUR", weight: 1 }] };
    expect(performanceReport(question({ benchmark: late })).comparison).toBeUndefined();
  });

  it("compares with a younger benchmark from its first close on, and says from when", () => {
    const young = priceHistory(closes(50, 1.02, 0.99, "2025-07-01", 184));
    const { comparison } = performanceReport(
      question({ benchmark: { ...benchmark, parts: [{ prices: young, currency: "EUR", weight: 1 }] } }),
    );
    expect(comparison!.from).toBe("2025-07-01");
    expect(comparison!.figures.beta.value).toBeTypeOf("number");
    expect(comparison!.publicMarketEquivalent.endValue).toEqual({ value: undefined, reason: "missing-price" });
  });

  it("restates a benchmark in the base currency at rates of the day", () => {
    const flat = priceHistory([
      [from, "100"],
      ["2025-06-30", "100"],
      ["2025-07-01", "100"],
      [to, "100"],
    ]);
    const { comparison } = performanceReport(
      question({ benchmark: { ...benchmark, parts: [{ prices: flat, currency: "USD", weight: 1 }] } }),
    );
    expect(comparison!.benchmarkReturn.value).toBeCloseTo(0.8 / 0.9 - 1, 14);
  });

  it("blends benchmarks, and refuses shares that do not add up", () => {
    const parts = [
      { prices: world, currency: "EUR", weight: 0.5 },
      { prices: priceHistory([[from, "100"]]), currency: "EUR", weight: 0.5 },
    ];
    const half = performanceReport(question({ benchmark: { ...benchmark, parts } })).comparison!;
    const whole = performanceReport(question({ benchmark })).comparison!;
    expect(half.benchmarkReturn.value).toBeCloseTo(whole.benchmarkReturn.value! / 2, 12);
    expect(() => performanceReport(question({ benchmark: { ...benchmark, parts: parts.slice(1) } }))).toThrow(/1/);
  });

  it("is empty, not broken, for an empty portfolio", () => {
    const empty = performanceReport(question({ benchmark }, []));
    expect(empty.performance.endValue.value).toBe("0");
    expect(empty.gains).toEqual([]);
    expect(empty.income.byMonth).toEqual([]);
    expect(empty.contributions).toEqual({ value: { totalReturn: 0, returnBeforeCharges: 0, lines: [] } });
    expect(empty.allocation.views.instrument).toEqual([]);
    expect(empty.allocation.concentration).toEqual({ value: undefined, reason: "no-capital" });
    expect(empty.correlations).toEqual({ names: [], cells: [] });
    expect(empty.rolling.days).toHaveLength(0);
    expect(empty.risk.figures.sortinoRatio.value).toBeUndefined();
    expect(empty.returns.moneyWeightedRates.rate.reason).toBe("no-sign-change");
  });

  it("leaves what a missing price touches undefined, and everything else standing", () => {
    const unpriced = {
      ...common,
      id: "n",
      kind: "buy",
      tradeDate: "2025-02-03",
      instrument: "N",
      quantity: "1",
      unitPrice: "100",
    };
    const report = performanceReport(question({ benchmark }, [...transactions, unpriced]));
    expect(report.contributions).toEqual({ value: undefined, reason: "missing-price" });
    expect(report.correlations.names).toEqual(["X", "U"]);
    expect(report.returns.monthly[0]!.linkedReturn.value).toBeTypeOf("number");
    expect(report.returns.monthly[1]!.linkedReturn).toEqual({ value: undefined, reason: "missing-price" });
    expect(report.income.byYear).toHaveLength(1);
    expect(report.gains.find(({ instrument }) => instrument === "N")!.parts).toBeUndefined();
    expect(report.gains.find(({ instrument }) => instrument === "X")!.parts).toBeDefined();
    expect(report.income.trailingYield).toEqual({ value: undefined, reason: "missing-price" });
    expect(report.health.find(({ rule }) => rule === "incomplete-data")!.status).toBe("attention");
  });

  it("reports on one instrument alone, without cash", () => {
    const report = performanceReport(question({ scope: { instruments: ["X"] } }));
    expect(report.contributions.value!.lines.map(({ instrument }) => instrument)).toEqual(["X"]);
    expect(report.gains.map(({ instrument }) => instrument)).toEqual(["X"]);
    expect(report.performance.events.every(({ kind }) => kind === "buy" || kind === "dividend")).toBe(true);
    expect(report.performance.timeWeightedReturn.value).toBeCloseTo(report.contributions.value!.totalReturn, 12);
  });

  it.each([
    ["riskFreeRate", { riskFreeRate: Number.NaN }],
    ["requiredReturn", { requiredReturn: -1 }],
    ["episodes", { episodes: 1.5 }],
    ["correlated", { correlated: -1 }],
    ["rollingWindow", { rollingWindow: 0 }],
    ["largestPosition", { health: { largestPosition: Number.NaN } }],
  ])("is refused with a %s that cannot be", (name, wrong) => {
    expect(() => performanceReport(question(wrong))).toThrow(name);
  });

  it("reports on an account that has nothing", () => {
    const report = performanceReport(question({ scope: { accounts: ["B"] } }));
    expect(report.performance.events).toEqual([]);
    expect(report.contributions.value!.lines).toEqual([]);
  });
});
