import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualizedReturn } from "../returns/annualize.ts";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { type Measured } from "../outcome/measured.ts";
import { calmarRatio } from "./calmar-ratio.ts";
import { consecutiveWins } from "./consecutive-wins.ts";
import { downsideDeviation } from "./downside-deviation.ts";
import { drawdownEpisodes } from "./drawdown-episodes.ts";
import { maxDrawdown } from "./drawdown.ts";
import { excessKurtosis } from "./excess-kurtosis.ts";
import { expectedShortfall } from "./expected-shortfall.ts";
import { gainToPainRatio } from "./gain-to-pain-ratio.ts";
import { kellyFraction } from "./kelly-fraction.ts";
import { omegaRatio } from "./omega-ratio.ts";
import { payoffRatio } from "./payoff-ratio.ts";
import { probabilisticSharpeRatio } from "./probabilistic-sharpe-ratio.ts";
import { profitFactor } from "./profit-factor.ts";
import { recoveryFactor } from "./recovery-factor.ts";
import { semiDeviation } from "./semi-deviation.ts";
import { sharpeRatio } from "./sharpe-ratio.ts";
import { skewness } from "./skewness.ts";
import { sortinoRatio } from "./sortino-ratio.ts";
import { stability } from "./stability.ts";
import { tailRatio } from "./tail-ratio.ts";
import { ulcerIndex } from "./ulcer-index.ts";
import { ulcerPerformanceIndex } from "./ulcer-performance-index.ts";
import { valueAtRisk } from "./value-at-risk.ts";
import { volatility } from "./volatility.ts";
import { winRate } from "./win-rate.ts";

type Metric = (returns: readonly number[]) => Measured;

/** Figures of how returns are spread: the order does not matter to them, and a missing return is left out. */
const statistics: Record<string, Metric> = {
  volatility: (r) => volatility(r, 252),
  semiDeviation: (r) => semiDeviation(r, 252),
  downsideDeviation: (r) => downsideDeviation(r, 0, 252),
  sharpeRatio: (r) => sharpeRatio(r, { riskFreePerPeriod: 0 }, 252),
  sortinoRatio: (r) => sortinoRatio(r, 0, 252),
  omegaRatio: (r) => omegaRatio(r, 0),
  gainToPainRatio,
  valueAtRisk: (r) => valueAtRisk(r, 0.05, "historical"),
  normalValueAtRisk: (r) => valueAtRisk(r, 0.05, "normal"),
  expectedShortfall: (r) => expectedShortfall(r, 0.05, "historical"),
  normalExpectedShortfall: (r) => expectedShortfall(r, 0.05, "normal"),
  tailRatio,
  skewness: (r) => skewness(r, "sample"),
  excessKurtosis: (r) => excessKurtosis(r, "sample"),
  probabilisticSharpeRatio: (r) => probabilisticSharpeRatio(r, 0),
  winRate,
  payoffRatio,
  profitFactor,
  kellyFraction,
};

/** Figures of the path of wealth: the order matters, and a gap leaves them without a value. */
const paths: Record<string, Metric> = {
  cumulativeReturn,
  annualizedReturn: (r) => annualizedReturn(r, 252),
  maxDrawdown,
  ulcerIndex,
  ulcerPerformanceIndex: (r) => ulcerPerformanceIndex(r, { riskFreeRate: 0.02 }, 252),
  calmarRatio: (r) => calmarRatio(r, 252),
  recoveryFactor,
  stability,
};

/** Figures that a scale does not change, and those that it multiplies. */
const scaleFree = ["sharpeRatio", "sortinoRatio", "omegaRatio", "gainToPainRatio", "tailRatio", "skewness"].concat([
  "excessKurtosis",
  "probabilisticSharpeRatio",
  "winRate",
  "payoffRatio",
  "profitFactor",
  "kellyFraction",
]);
const scaled = ["volatility", "semiDeviation", "downsideDeviation", "valueAtRisk", "expectedShortfall"];

const one = fc.integer({ min: -5000, max: 6000 }).map((value) => value / 10_000);
const returnsList = fc.array(one, { minLength: 1, maxLength: 30 });

/** How far two measures are apart, relative to the second; Infinity when only one has a value or reasons differ. */
function apart(got: Measured, wanted: Measured): number {
  if (got.value === undefined || wanted.value === undefined) return got.reason === wanted.reason ? 0 : Infinity;
  return Math.abs(got.value - wanted.value) / Math.max(Math.abs(wanted.value), 1e-3);
}

const times = ({ value, ...reason }: Measured, factor: number): Measured =>
  value === undefined ? ({ value, ...reason } as Measured) : { value: value * factor };

describe("every measure", () => {
  it("is a finite number or undefined with a reason, whatever it is given", () => {
    const anything = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1, 1e308, -1e308, 5e-324, Number.NaN, Infinity));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (returns) => {
        for (const [name, metric] of Object.entries({ ...statistics, ...paths, consecutiveWins })) {
          const { value, reason } = metric(returns);
          expect([name, value === undefined ? typeof reason : Number.isFinite(value)]).toEqual([
            name,
            value === undefined ? "string" : true,
          ]);
        }
      }),
    );
  });

  it("of spread does not depend on the order and leaves missing returns out; one of a path says what is missing", () => {
    fc.assert(
      fc.property(returnsList, fc.nat(), (returns, place) => {
        const turned = returns.toReversed();
        const gap = [...returns];
        gap.splice(place % (returns.length + 1), 0, Number.NaN);
        for (const metric of Object.values(statistics)) {
          expect(metric(gap)).toEqual(metric(returns));
          expect(apart(metric(turned), metric(returns))).toBeLessThan(1e-9);
        }
        for (const metric of Object.values(paths)) expect(metric(gap).reason).toBe("missing-price");
      }),
    );
  });

  it("keeps to the scale", () => {
    fc.assert(
      fc.property(returnsList, fc.constantFrom(2 ** -6, 8), (returns, scale) => {
        const larger = returns.map((value) => value * scale);
        for (const name of [...scaleFree, ...scaled]) {
          const wanted = times(statistics[name]!(returns), scaled.includes(name) ? scale : 1);
          expect(apart(statistics[name]!(larger), wanted)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("of spread restates by the square root of periods, and does not see a common level", () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 30 }), (returns) => {
        const raised = returns.map((value) => value + 0.25);
        const sharpe = (list: readonly number[], free: number) => sharpeRatio(list, { riskFreePerPeriod: free }, 252);
        expect(apart(volatility(returns, 1008), times(volatility(returns, 252), 2))).toBeLessThan(1e-12);
        expect(apart(volatility(raised, 252), volatility(returns, 252))).toBeLessThan(1e-9);
        // Equal returns less a level may vary by a rounding of the level: nothing is asked of them.
        if (volatility(returns, 1).value! > 1e-9) expectNear(sharpe(raised, 0.25), sharpe(returns, 0));
      }),
    );
  });
});

function expectNear(got: Measured, wanted: Measured): void {
  expect(apart(got, wanted)).toBeLessThan(1e-9);
}

describe("risk", () => {
  it("expected shortfall is not above value at risk; both fall with the cutoff", () => {
    fc.assert(
      fc.property(returnsList, fc.integer({ min: 1, max: 49 }), (returns, percent) => {
        for (const kind of ["historical", "normal"] as const) {
          const [near, far] = [(percent + 50) / 100, percent / 100].map((cutoff) => valueAtRisk(returns, cutoff, kind));
          const shortfall = expectedShortfall(returns, percent / 100, kind);
          expect(far!.reason).toBe(shortfall.reason);
          expect(shortfall.value ?? 0).toBeLessThanOrEqual((far!.value ?? 0) + 1e-15);
          expect(far!.value ?? 0).toBeLessThanOrEqual((near!.value ?? 0) + 1e-15);
        }
      }),
    );
  });

  it("drawdown episodes do not overlap, and the deepest is the maximum drawdown", () => {
    fc.assert(
      fc.property(returnsList, (returns) => {
        const episodes = drawdownEpisodes(returns, Infinity).value!;
        expect(episodes[0]?.depth ?? 0).toBe(maxDrawdown(returns).value);
        const inOrder = episodes.toSorted((a, b) => a.peak - b.peak);
        const places = inOrder.flatMap(({ peak, trough, recovery }) => [
          peak,
          trough - 0.5,
          recovery ?? returns.length,
        ]);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it("links over any cut: (1 + a) (1 + b) - 1", () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 30 }), fc.nat(), (returns, place) => {
        const cut = 1 + (place % (returns.length - 1));
        const [first, second] = [returns.slice(0, cut), returns.slice(cut)].map(
          (part) => cumulativeReturn(part).value!,
        );
        expect(apart(cumulativeReturn(returns), { value: (1 + first!) * (1 + second!) - 1 })).toBeLessThan(1e-12);
      }),
    );
  });
});
