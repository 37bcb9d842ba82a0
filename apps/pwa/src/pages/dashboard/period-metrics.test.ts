import type { PerformanceSnapshot } from "@portfolio/core";
import { expect, test } from "vitest";
import { periodMetrics } from "./period-metrics.ts";

const snapshot: PerformanceSnapshot = {
  version: 1,
  revision: 1,
  baseCurrency: "EUR",
  from: "2025-11-20",
  to: "2026-11-20",
  startsAtInception: false,
  days: new Int32Array(),
  values: new Float64Array(),
  netContributions: new Float64Array(),
  startValue: { value: "100" },
  endValue: { value: "110" },
  netContribution: { value: "5" },
  gain: { value: "5" },
  income: { value: "0" },
  timeWeightedReturn: { value: 0.05 },
  annualizedTimeWeightedReturn: { value: 0.05 },
  moneyWeightedReturn: { value: 0.05 },
  moneyWeightedReturnOfPeriod: { value: 0.05 },
  maxDrawdown: { value: -0.00042 },
  maxDrawdownPeak: "2026-11-20",
  maxDrawdownTrough: "2026-11-21",
  currentDrawdown: { value: -0.00042 },
  volatility: { value: 0.1 },
  sharpeRatio: { value: 1 },
  periodsPerYear: { value: 252 },
  observationCount: 252,
  riskFreeRate: 0.02,
  events: [],
  issues: [],
};
const metric = (label: string, of: PerformanceSnapshot = snapshot) =>
  periodMetrics(of, "en-CA").find((each) => each.label === label);

test("a drawdown below a tenth of a percent is not shown as none", () => {
  expect(metric("Deepest drawdown")).toMatchObject({
    figure: "−0.04%",
    caption: "20 Nov to 21 Nov, now −0.04%",
  });
  expect(metric("Deepest drawdown", { ...snapshot, maxDrawdown: { value: -0.104 } })?.figure).toBe("−10.4%");
});

test("a gain that lacks a price has no figure and says why", () => {
  const unknown = { value: undefined, reason: "missing-price" } as const;
  expect(metric("Gain", { ...snapshot, gain: unknown, endValue: unknown })).toMatchObject({
    figure: undefined,
    reason: "missing-price",
    tone: "neutral",
  });
  expect(metric("Gain")).toMatchObject({ figure: "+€5.00", caption: "+€5.00 paid in", tone: "gain" });
});
