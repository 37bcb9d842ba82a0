import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { maxDrawdown } from "../risk/drawdown.ts";
import { standardDeviation } from "../risk/standard-deviation.ts";
import { mean } from "../series/compensated-sum.ts";
import { estimatedModel } from "./estimated-model.ts";
import { historicalOutcomes } from "./historical-outcomes.ts";
import { historicalWithdrawal } from "./historical-withdrawal.ts";
import { monteCarlo, type MonteCarloQuery } from "./monte-carlo.ts";
import { monteCarloWithdrawal } from "./monte-carlo-withdrawal.ts";
import type { PaymentSchedule, Plan } from "./plan.ts";
import { projection } from "./projection.ts";
import type { ReturnModel } from "./return-model.ts";
import { safeWithdrawal } from "./safe-withdrawal.ts";

const each: PaymentSchedule = {
  firstPeriod: 1,
  lastPeriod: Infinity,
  everyPeriods: 1,
  timing: "start",
  growth: { annualRate: 0 },
};
const plan: Plan = {
  startValue: 1000,
  periods: 24,
  periodsPerYear: 12,
  payments: [{ ...each, amount: 10 }],
  annualFeeRate: 0,
  annualInflationRate: 0,
};
const query: MonteCarloQuery = { pathCount: 5, seed: 7, shares: [0.5], goals: [] };
const normal = { kind: "normal", annualReturn: 0.06, annualVolatility: 0.15 } as const;
const student = { ...normal, kind: "student", degreesOfFreedom: 5 } as const;
const steps = Float64Array.from({ length: 12 }, (_, i) => 0.01 * (i - 5));
const bootstrap = { kind: "block-bootstrap", returns: steps, blockLength: 5 } as const;
const models: readonly ReturnModel[] = [normal, student, bootstrap];
const nothingLeft = { amount: 0, money: "nominal" } as const;

describe("monteCarlo", () => {
  // The same draws and walks in Python 3 with whole numbers and its own functions (math.log, math.exp).
  it.each([
    [normal, [1061.6206955092139, 1063.114406728673, 1289.3135002099973, 1346.5562441578431, 1364.5492988666633]],
    [student, [995.9017537024424, 1105.4335374933073, 1118.412807237287, 1219.5324732734998, 1439.6508383094172]],
    [bootstrap, [1132.4918027119668, 1272.842492544911, 1292.2825690440152, 1329.2045693683674, 1670.0693554319348]],
  ])("is a transcription into Python: $kind", (model, wanted) => {
    const { endValues, bands, meanEndValue } = monteCarlo(plan, model, query).value!;
    wanted.forEach((value, i) => expect(endValues[i]! / value).toBeCloseTo(1, 13));
    expect(bands[0]!.values[24]).toBe(endValues[2]);
    expect(meanEndValue).toBeCloseTo(wanted.reduce((sum, value) => sum + value) / 5, 9);
  });

  it("is the projection without volatility, in every figure", () => {
    const payments = [{ ...each, amount: -9, growth: "inflation" as const }];
    const steady = { ...plan, payments, periods: 200, annualFeeRate: 0.01, annualInflationRate: 0.03 };
    const path = projection(steady, 0.06).value!;
    const flat = Float64Array.from({ length: 12 }, () => 1.06 ** (1 / 12) - 1);
    const still: ReturnModel[] = [
      { ...normal, annualVolatility: 0 },
      { ...student, annualVolatility: 0 },
      { ...bootstrap, returns: flat },
    ];
    const goals = [
      { amount: path.realValues[60]! * 1.001, money: "real", period: 60 },
      { amount: path.values[60]! * 0.999, money: "nominal", period: 60 },
    ] as const;
    expect(path.firstShortfall).toBeGreaterThan(100);
    for (const model of still) {
      const outcomes = monteCarlo(steady, model, { ...query, shares: [0, 1], goals }).value!;
      for (const { values, realValues } of outcomes.bands)
        for (const [i, value] of path.values.entries()) {
          expect(values[i]).toBeCloseTo(value, 8);
          expect(realValues[i]).toBeCloseTo(path.realValues[i]!, 8);
        }
      expect(outcomes.goalOdds).toEqual([0, 1]);
      expect(outcomes.ruinOddsByPeriod.indexOf(1)).toBe(path.firstShortfall);
      expect([...outcomes.maxDrawdowns]).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it("repeats with the seed, and differs with another", () => {
    for (const model of models) {
      const again = monteCarlo(plan, model, query);
      expect(monteCarlo(plan, model, query)).toEqual(again);
      expect(monteCarlo(plan, model, { ...query, seed: 8 })).not.toEqual(again);
      // More paths begin with the same ones.
      const more = monteCarlo(plan, model, { ...query, pathCount: 9 }).value!;
      for (const value of again.value!.endValues) expect(more.endValues).toContain(value);
    }
  });

  it("scales, and has percentiles in order", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -30, max: 30 }), fc.constantFrom(...models), (seed, amount, model) => {
        const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
        const one = { ...plan, payments: [{ ...each, amount }] };
        const four = { ...plan, startValue: 4000, payments: [{ ...each, amount: 4 * amount }] };
        const small = monteCarlo(one, model, { ...query, seed, shares, pathCount: 20 }).value!;
        const large = monteCarlo(four, model, { ...query, seed, shares, pathCount: 20 }).value!;
        for (const [i, { values }] of small.bands.entries()) {
          expect(large.bands[i]!.values).toEqual(values.map((value) => 4 * value));
          const higher = small.bands[i + 1]?.values ?? values;
          expect(values.every((value, period) => value <= higher[period]!)).toBe(true);
        }
        expect([...large.maxDrawdowns]).toEqual([...small.maxDrawdowns].toSorted((a, b) => a - b));
        const running = [...small.ruinOddsByPeriod];
        expect(running).toEqual(running.toSorted((a, b) => a - b));
        expect(running.at(-1)).toBe(small.ruinOdds);
      }),
      { numRuns: 50 },
    );
  });

  it("never ruins without a withdrawal, whatever is lost", () => {
    const none = { ...plan, payments: [{ ...each, amount: 0 }] };
    for (const model of [...models, { ...bootstrap, returns: steps.map(() => -1) }])
      expect(monteCarlo(none, model, { ...query, pathCount: 200 }).value!.ruinOdds).toBe(0);
    const lost = monteCarlo(plan, { ...bootstrap, returns: steps.map(() => -1) }, query).value!;
    expect([lost.endValues[0], lost.maxDrawdowns[0]]).toEqual([0, -1]);
  });

  it("draws blocks in a row, around the end, each as often", () => {
    const year = { ...plan, payments: [], periods: 5, startValue: 1 };
    const { endValues } = monteCarlo(year, bootstrap, { ...query, pathCount: 24_000 }).value!;
    const blocks = Array.from(steps, (_, first) =>
      [0, 1, 2, 3, 4].reduce((growth, next) => growth * (1 + steps[(first + next) % 12]!), 1),
    );
    const counts = blocks.map((growth) => endValues.filter((value) => Math.abs(value - growth) < 1e-12).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(24_000);
    // Chi squared of 11 degrees: above 31.3 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(31.3);
  });

  it("comes near to the sample mean, and to the moments of its distribution", () => {
    const once = { ...plan, payments: [], periods: 1, startValue: 1 };
    const count = 40_000;
    const drawn = monteCarlo(once, bootstrap, { ...query, pathCount: count }).value!;
    const error = (5 * standardDeviation(steps)) / Math.sqrt(count);
    expect(Math.abs(drawn.meanEndValue - 1 - mean(steps))).toBeLessThan(error);
    const year = { ...once, periods: 12 };
    const { endValues } = monteCarlo(year, normal, { ...query, pathCount: count }).value!;
    const logs = endValues.map(Math.log);
    expect(Math.abs(mean(logs) - Math.log(1.06))).toBeLessThan((5 * 0.15) / Math.sqrt(count));
    expect(Math.abs(standardDeviation(logs) - 0.15)).toBeLessThan((5 * 0.15) / Math.sqrt(2 * count));
  });

  it("measures drawdowns on returns, not on money", () => {
    const withdrawing = { ...plan, payments: [{ ...each, amount: -30 }] };
    const [without, withPayments] = [{ ...plan, payments: [] }, withdrawing].map(
      (one) => monteCarlo(one, normal, { ...query, pathCount: 50 }).value!.maxDrawdowns,
    );
    expect(withPayments).toEqual(without);
    const falling = steps.toReversed();
    const { maxDrawdowns } = historicalOutcomes({ ...plan, periods: 12 }, falling, { shares: [], goals: [] }).value!;
    expect(maxDrawdowns[0]).toBeCloseTo(maxDrawdown(falling).value!, 14);
    expect(maxDrawdowns[0]).toBeCloseTo(0.99 * 0.98 * 0.97 * 0.96 * 0.95 - 1, 14);
  });

  it("is undefined with too few, unknown or impossible returns, and beyond doubles", () => {
    const ask = (returns: ArrayLike<number>, blockLength = 5) =>
      monteCarlo(plan, { ...bootstrap, returns, blockLength }, query);
    expect(ask(steps.slice(1)).reason).toBe("too-few-observations");
    expect(ask([]).reason).toBe("too-few-observations");
    expect(ask(steps, 13).reason).toBe("too-few-observations");
    expect(ask(steps.with(3, Number.NaN)).reason).toBe("missing-price");
    expect(ask(steps.with(3, -1.01)).reason).toBe("no-capital");
    expect(monteCarlo({ ...plan, startValue: 1e308 }, { ...normal, annualReturn: 9 }, query).reason).toBe(
      "out-of-range",
    );
    const tiny = monteCarlo({ ...plan, startValue: 1e-300, payments: [] }, normal, query).value!;
    expect(tiny.meanEndValue).toBeGreaterThan(0);
  });

  it.each<[string, Partial<MonteCarloQuery>, Partial<Record<string, number>>]>([
    ["seed", { seed: -1 }, {}],
    ["pathCount", { pathCount: 0 }, {}],
    ["pathCount", { pathCount: 1e8 }, {}],
    ["share", { shares: [1.1] }, {}],
    ["period", { goals: [{ amount: 1, money: "real", period: 25 }] }, {}],
    ["amount", { goals: [{ amount: -1, money: "real", period: 4 }] }, {}],
    ["annualReturn", {}, { annualReturn: -2 }],
    ["annualVolatility", {}, { annualVolatility: -0.1 }],
    ["degreesOfFreedom", {}, { degreesOfFreedom: 2 }],
  ])("refuses a wrong %s", (name, wrong, wrongModel) => {
    const refusal = expect.objectContaining({
      code: "argument-out-of-range",
      detail: expect.objectContaining({ name }),
    });
    expect(() => monteCarlo(plan, { ...student, ...wrongModel }, { ...query, ...wrong })).toThrow(refusal);
    expect(() => monteCarlo(plan, { ...bootstrap, blockLength: 0 }, query)).toThrow(PortfolioError);
  });
});

describe("monteCarloWithdrawal", () => {
  it("lasts with the odds that were asked for, and no more than that", () => {
    const years = { ...plan, payments: [], periods: 120, annualInflationRate: 0.02 };
    const schedule = { ...each, growth: "inflation" } as const;
    // 0.55 x 100 is 55.00000000000001 in doubles, which are still 55 paths.
    for (const [model, pathCount, odds] of models.flatMap((one) => [
      [one, 400, 0.9] as const,
      [one, 100, 0.55] as const,
    ])) {
      const asked = { ...query, pathCount, schedule, left: { amount: 100, money: "real" }, odds } as const;
      const amount = monteCarloWithdrawal(years, model, asked).value!;
      const lasting = (taken: number) => {
        const goals = [{ ...asked.left, period: 120 }];
        const payments = [{ ...schedule, amount: -taken }];
        return monteCarlo({ ...years, payments }, model, { ...query, pathCount, goals }).value!.goalOdds[0]!;
      };
      expect(lasting(amount)).toBe(odds);
      expect(lasting(amount * 1.000001)).toBeLessThan(odds);
    }
  });

  it("is the safe withdrawal without volatility, and less with it", () => {
    const years = { ...plan, payments: [], periods: 120 };
    const asked = { ...query, pathCount: 400, schedule: each, left: nothingLeft, odds: 0.95 } as const;
    const safe = safeWithdrawal(years, 0.06, asked).value!;
    const still = monteCarloWithdrawal(years, { ...normal, annualVolatility: 0 }, asked).value!;
    expect(still / safe).toBeCloseTo(1, 12);
    expect(monteCarloWithdrawal(years, normal, asked).value!).toBeLessThan(safe);
    expect(monteCarloWithdrawal(years, { ...bootstrap, returns: [] }, asked).reason).toBe("too-few-observations");
    const unreachable = { ...asked, left: { amount: 1e9, money: "real" } } as const;
    expect(monteCarloWithdrawal(years, normal, unreachable).reason).toBe("not-reached");
    expect(() => monteCarloWithdrawal(years, normal, { ...asked, odds: 0 })).toThrow(PortfolioError);
  });
});

describe("history", () => {
  const two: Plan = { ...plan, startValue: 100, payments: [], periods: 2, periodsPerYear: 1 };
  const returns = [0.5, 0, -0.5, 1];

  it("begins a sequence with each return that has enough after it", () => {
    // Hand: 1.5 x 1, 1 x 0.5, 0.5 x 2.
    const goals = [{ amount: 100, money: "nominal", period: 2 }] as const;
    const outcomes = historicalOutcomes(two, returns, { shares: [0.5], goals }).value!;
    expect([...outcomes.endValues]).toEqual([50, 100, 150]);
    expect([outcomes.pathCount, outcomes.goalOdds[0], [...outcomes.maxDrawdowns]]).toEqual([3, 2 / 3, [-0.5, -0.5, 0]]);
  });

  it("finds the withdrawal of the worst sequence, of the middle one", () => {
    // Hand, at the start of both years: x + x / g1 = 100, so 100 g1 / (1 + g1): 60, 50, 33 1/3.
    const ask = (odds: number) => historicalWithdrawal(two, returns, { schedule: each, left: nothingLeft, odds }).value;
    expect(ask(1)).toBeCloseTo(100 / 3, 12);
    expect(ask(2 / 3)).toBeCloseTo(50, 12);
    expect(ask(0.3)).toBeCloseTo(60, 12);
    const withFee = { ...two, annualFeeRate: 0.5 };
    const left = historicalWithdrawal(withFee, [1, 1], { schedule: each, left: nothingLeft, odds: 1 });
    expect(left.value).toBeCloseTo(50, 12);
  });

  it("says how likely a ruin was by each period", () => {
    // Hand, 60 at each start: 40 x 1.5 = 60 lasts; 40 and 40 x 0.5 fall short in the second period.
    const payments = [{ ...each, amount: -60 }];
    const { ruinOddsByPeriod } = historicalOutcomes({ ...two, payments }, returns, { shares: [], goals: [] }).value!;
    expect([...ruinOddsByPeriod]).toEqual([0, 0, 2 / 3]);
    // 110 falls short in the first period everywhere, and counts once.
    const much = [{ ...each, amount: -110 }];
    const early = historicalOutcomes({ ...two, payments: much }, returns, { shares: [], goals: [] }).value!;
    expect([...early.ruinOddsByPeriod, early.ruinOdds]).toEqual([0, 1, 1, 1]);
  });

  it("is undefined with fewer returns than periods, or unknown ones", () => {
    const asked = { schedule: each, left: nothingLeft, odds: 1 } as const;
    const none = { shares: [], goals: [] };
    for (const [some, reason] of [
      [[0.1], "too-few-observations"],
      [[], "too-few-observations"],
      [[0.1, Number.NaN], "missing-price"],
      [[0.1, -2], "no-capital"],
    ] as const) {
      expect(historicalWithdrawal(two, some, asked).reason).toBe(reason);
      expect(historicalOutcomes(two, some, none).reason).toBe(reason);
    }
    expect(historicalOutcomes(two, [0.1, 0.1], none).value!.pathCount).toBe(1);
  });
});

describe("estimatedModel", () => {
  it("restates mean and deviation of log returns per year", () => {
    const returns = Float64Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? Math.exp(0.03) : Math.exp(-0.01)) - 1);
    const { value } = estimatedModel(returns, 12);
    // Hand: mean 0.01, squares 0.02^2 x 12 / 11.
    expect(value!.annualReturn).toBeCloseTo(Math.exp(0.12) - 1, 13);
    expect(value!.annualVolatility).toBeCloseTo(0.02 * Math.sqrt(12 / 11) * Math.sqrt(12), 13);
    expect(estimatedModel([...returns, Number.NaN], 12).value).toEqual(value);
    expect(estimatedModel(returns.fill(0.01), 12).value!.annualVolatility).toBeCloseTo(0, 15);
  });

  it("is undefined with too few returns, a total loss, or rates beyond doubles", () => {
    expect(estimatedModel(steps.slice(1), 12).reason).toBe("too-few-observations");
    expect(estimatedModel(steps.with(0, -1), 12).reason).toBe("no-capital");
    expect(
      estimatedModel(
        steps.map(() => 1e300),
        252,
      ).reason,
    ).toBe("out-of-range");
    expect(() => estimatedModel(steps, 0)).toThrow(PortfolioError);
  });
});
