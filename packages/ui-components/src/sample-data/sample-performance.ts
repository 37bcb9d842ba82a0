import type { Measured, PerformanceEvent, PerformanceSnapshot } from "@portfolio/core";

const firstDay = 20_412;
const dayCount = 366;

/** Steps of the invented contributions: epoch day offset and amount. */
const contributions: readonly (readonly [number, number])[] = [
  [8, 1500],
  [35, 2500],
  [67, 3000],
  [95, 9500],
  [120, 2000],
  [160, 3000],
  [210, 1500],
  [260, 2800],
  [300, 3000],
  [340, 3000],
];

const events: readonly PerformanceEvent[] = [
  { date: "2025-11-23", kind: "sell", label: "Sell 40 BCE" },
  { date: "2025-12-10", kind: "dividend", label: "Dividend ENB 151.80" },
  { date: "2026-02-03", kind: "buy", label: "Buy 100 XEQT" },
  { date: "2026-02-25", kind: "dividend", label: "Dividend RY 90.86" },
  { date: "2026-02-26", kind: "buy", label: "Buy 6 MSFT" },
  { date: "2026-05-04", kind: "buy", label: "Buy 120 XEQT" },
  { date: "2026-05-26", kind: "dividend", label: "Dividend RY 90.86" },
  { date: "2026-06-09", kind: "dividend", label: "Dividend ENB 151.80" },
  { date: "2026-08-05", kind: "buy", label: "Buy 80 VFV" },
  { date: "2026-08-25", kind: "dividend", label: "Dividend RY 102.92" },
  { date: "2026-08-26", kind: "dividend", label: "Dividend COST 19.40" },
  { date: "2026-08-27", kind: "dividend", label: "Dividend MSFT 52.10" },
  { date: "2026-10-30", kind: "deposit", label: "Deposit 3,000.00" },
];

const known = (value: number): Measured => ({ value });

/** A year of invented daily values with contributions and events; starts on 20 November 2025. */
export function samplePerformance(): PerformanceSnapshot {
  const days = new Int32Array(dayCount);
  const values = new Float64Array(dayCount);
  const netContributions = new Float64Array(dayCount);
  let state = 20261120;
  let noise = 0;
  for (let index = 0; index < dayCount; index += 1) {
    state = (state * 48271) % 2147483647;
    noise = noise * 0.96 + (state / 2147483647 - 0.5) * 3600;
    const paid = contributions.reduce((sum, [day, amount]) => sum + (day <= index ? amount : 0), 172_200);
    days[index] = firstDay + index;
    netContributions[index] = paid;
    values[index] =
      247_004.23 + (324_117.31 - 247_004.23) * (index / (dayCount - 1)) + Math.sin(index / 50) * 9000 + noise;
  }
  values[0] = 247_004.23;
  values[dayCount - 1] = 324_117.31;
  return {
    version: 1,
    revision: 1,
    baseCurrency: "CAD",
    from: "2025-11-20",
    to: "2026-11-20",
    startsAtInception: false,
    days,
    values,
    netContributions,
    startValue: { value: "247004.23" },
    endValue: { value: "324117.31" },
    netContribution: { value: "31800.00" },
    gain: { value: "45313.08" },
    income: { value: "4265.85" },
    timeWeightedReturn: known(0.1756),
    annualizedTimeWeightedReturn: known(0.1756),
    moneyWeightedReturn: known(0.1711),
    moneyWeightedReturnOfPeriod: known(0.1711),
    maxDrawdown: known(-0.104),
    maxDrawdownPeak: "2026-07-07",
    maxDrawdownTrough: "2026-08-20",
    currentDrawdown: known(-0.046),
    volatility: known(0.112),
    sharpeRatio: known(1.12),
    periodsPerYear: known(252),
    observationCount: 251,
    riskFreeRate: 0.03,
    events,
    issues: [],
  };
}
