import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { Goal } from "./goal.ts";
import type { PaymentSchedule, Plan } from "./plan.ts";
import { projection } from "./projection.ts";
import { requiredContribution } from "./required-contribution.ts";
import { requiredReturn } from "./required-return.ts";
import { safeWithdrawal } from "./safe-withdrawal.ts";
import { sustainableYears } from "./sustainable-years.ts";
import { timeToGoal } from "./time-to-goal.ts";

const each: PaymentSchedule = {
  firstPeriod: 1,
  lastPeriod: Infinity,
  everyPeriods: 1,
  timing: "end",
  growth: { annualRate: 0 },
};
const months: Plan = {
  startValue: 0,
  periods: 360,
  periodsPerYear: 12,
  payments: [],
  annualFeeRate: 0,
  annualInflationRate: 0,
};
const years: Plan = { ...months, periods: 30, periodsPerYear: 1 };
/** Half a percent a month, as the annual return that links to it. */
const halfPercent = 1.005 ** 12 - 1;
const nothingLeft = { amount: 0, money: "nominal" } as const;

describe("projection", () => {
  it("is Excel's FV: 500 and ten payments of 200 at the start of months at 6 % / 12 are 2581.40", () => {
    // support.microsoft.com, "FV function", FV(6%/12, 10, -200, -500, 1).
    const payments = [{ ...each, amount: 200, timing: "start" as const }];
    const { values } = projection({ ...months, startValue: 500, periods: 10, payments }, halfPercent).value!;
    expect(values.at(-1)).toBeCloseTo(2581.4033740601362, 9);
  });

  it("grows payments from the first: closed form of a growing annuity", () => {
    // 1000 (1.07^20 - 1.03^20) / 0.04.
    const payments = [{ ...each, amount: 1000, growth: { annualRate: 0.03 } }];
    expect(projection({ ...years, periods: 20, payments }, 0.07).value!.values.at(-1)).toBeCloseTo(
      51589.33069541922,
      8,
    );
  });

  it("keeps the purchasing power of payments with inflation, wherever they begin", () => {
    const payments = [{ ...each, amount: 100, growth: "inflation" as const, firstPeriod: 25, lastPeriod: 25 }];
    const { realValues, values } = projection(
      { ...months, payments, periods: 36, annualInflationRate: 0.04 },
      0,
    ).value!;
    expect(realValues[25]).toBeCloseTo(100, 12);
    expect(values[36]).toBeCloseTo(100 * 1.04 ** (25 / 12), 10);
  });

  it("takes fees from what a period made, and says a year's sums", () => {
    const payments = [
      { ...each, amount: -100 },
      { ...each, amount: 50, timing: "start" as const, everyPeriods: 2 },
    ];
    const plan = { ...years, startValue: 1000, periods: 2, annualFeeRate: 0.01, annualInflationRate: 0.25, payments };
    const [first, second] = projection(plan, 0.1).value!.years;
    // Hand: 1050 x 1.1 = 1155, fee 11.55, less 100 is 1043.45; / 1.25.
    expect(first).toEqual({
      year: 1,
      paidIn: 50,
      takenOut: 100,
      growth: expect.closeTo(105, 10),
      fees: expect.closeTo(11.55, 10),
      endValue: expect.closeTo(1043.45, 10),
      realEndValue: expect.closeTo(834.76, 10),
    });
    expect(second).toMatchObject({ year: 2, paidIn: 0, endValue: expect.closeTo(1043.45 * 1.1 * 0.99 - 100, 10) });
  });

  it("pays out at most what is there, and says when that was too little", () => {
    const payments = [{ ...each, amount: -60 }];
    const {
      values,
      firstShortfall,
      years: sums,
    } = projection({ ...years, startValue: 100, periods: 3, payments }, 0).value!;
    expect([...values]).toEqual([100, 40, 0, 0]);
    expect([firstShortfall, sums[1]!.takenOut, sums[2]!.takenOut]).toEqual([2, 40, 0]);
    expect(projection({ ...years, startValue: 120, periods: 2, payments }, 0).value!.firstShortfall).toBeUndefined();
  });

  it("survives a total loss and very large or small amounts; what leaves a double is undefined", () => {
    expect([...projection({ ...years, periods: 2, startValue: 5 }, -1).value!.values]).toEqual([5, 0, 0]);
    expect(projection({ ...years, startValue: 1e-300 }, 0.05).value!.values.at(-1)).toBeCloseTo(4.32194e-300, 304);
    expect(projection({ ...years, startValue: 1e308 }, 0.05).reason).toBe("out-of-range");
    const wild = { ...each, growth: { annualRate: 1e300 } };
    const spending = { ...years, startValue: 5, payments: [{ ...wild, amount: -1 }] };
    expect(projection(spending, 0).value!.firstShortfall).toBe(2);
    expect(projection({ ...spending, startValue: 1e307 }, 0).value!.firstShortfall).toBe(3);
    const query = { schedule: wild, goal: { amount: 1, money: "real" } } as const;
    expect(requiredContribution(years, 0, query).reason).toBe("out-of-range");
    expect(projection({ ...years, startValue: 1, annualInflationRate: -0.9999999999999 }, 9e307).reason).toBe(
      "out-of-range",
    );
  });

  const arbitraryPlan = fc.record({
    startValue: fc.integer({ min: 0, max: 100_000 }),
    periods: fc.integer({ min: 1, max: 40 }),
    periodsPerYear: fc.constantFrom(1, 4, 12),
    annualFeeRate: fc.constantFrom(0, 0.002, 0.02),
    annualInflationRate: fc.constantFrom(-0.01, 0, 0.03),
    payments: fc.array(
      fc.record({
        amount: fc.integer({ min: -5000, max: 5000 }),
        firstPeriod: fc.integer({ min: 1, max: 40 }),
        lastPeriod: fc.constant(Infinity),
        everyPeriods: fc.constantFrom(1, 3, 12),
        timing: fc.constantFrom("start" as const, "end" as const),
        growth: fc.constantFrom("inflation" as const, { annualRate: 0.02 }),
      }),
      { maxLength: 3 },
    ),
  });

  it("adds up in each year, and is never below 0", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(-0.3, 0, 0.07), (plan, annualReturn) => {
        const { values, years: sums } = projection(plan, annualReturn).value!;
        let value = plan.startValue;
        for (const { paidIn, takenOut, growth, fees, endValue } of sums) {
          expect(value + paidIn - takenOut + growth - fees).toBeCloseTo(endValue, 6);
          value = endValue;
        }
        expect(values.every((one) => one >= 0)).toBe(true);
        expect(value).toBe(values.at(-1));
      }),
    );
  });

  it("scales with all amounts", () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const double = (amount: number): number => amount * 2;
        const payments = plan.payments.map((one) => ({ ...one, amount: double(one.amount) }));
        const larger = projection({ ...plan, startValue: double(plan.startValue), payments }, 0.05).value!;
        expect(larger.values).toEqual(projection(plan, 0.05).value!.values.map(double));
      }),
    );
  });

  it.each([
    ["startValue", { startValue: -1 }],
    ["periods", { periods: 1.5 }],
    ["periods", { periods: 1e9 }],
    ["periodsPerYear", { periodsPerYear: 0 }],
    ["annualFeeRate", { annualFeeRate: 1 }],
    ["annualInflationRate", { annualInflationRate: -1 }],
    ["amount", { payments: [{ ...each, amount: Number.NaN }] }],
    ["firstPeriod", { payments: [{ ...each, amount: 1, firstPeriod: 0 }] }],
    ["lastPeriod", { payments: [{ ...each, amount: 1, firstPeriod: 3, lastPeriod: 2 }] }],
    ["everyPeriods", { payments: [{ ...each, amount: 1, everyPeriods: 0 }] }],
    ["annualRate", { payments: [{ ...each, amount: 1, growth: { annualRate: -1 } }] }],
  ])("refuses a wrong %s", (name, wrong) => {
    const refusal = expect.objectContaining({
      code: "argument-out-of-range",
      detail: expect.objectContaining({ name }),
    });
    expect(() => projection({ ...years, ...wrong }, 0.05)).toThrow(refusal);
    expect(() => projection({ ...years }, -1.01)).toThrow(PortfolioError);
  });
});

describe("timeToGoal", () => {
  it("is Excel's NPER, rounded up: 5000 a year at 5 % make 100,000 in 14.2067 years", () => {
    // exceljet.net, "Calculate periods for annuity".
    const plan = { ...years, payments: [{ ...each, amount: 5000 }] };
    expect(timeToGoal(plan, 0.05, { amount: 100_000, money: "nominal" })).toEqual({ value: 15 });
    expect(timeToGoal(plan, 0.05, { amount: 5000, money: "nominal" })).toEqual({ value: 1 });
  });

  it("is 0 with enough, later for a real goal, and undefined when it never comes", () => {
    const plan = { ...years, startValue: 100, annualInflationRate: 0.03 };
    expect(timeToGoal(plan, 0.05, { amount: 100, money: "real" })).toEqual({ value: 0 });
    expect(timeToGoal(plan, 0.05, { amount: 150, money: "nominal" })).toEqual({ value: 9 });
    expect(timeToGoal(plan, 0.05, { amount: 150, money: "real" })).toEqual({ value: 22 });
    expect(timeToGoal(plan, 0.03, { amount: 150, money: "real" }).reason).toBe("not-reached");
    expect(timeToGoal({ ...plan, startValue: 1e308 }, 9, { amount: 0, money: "real" }).reason).toBe("out-of-range");
    expect(() => timeToGoal(plan, 0.05, { amount: -1, money: "real" })).toThrow(PortfolioError);
  });
});

describe("requiredContribution", () => {
  it("is Excel's PMT: 129.08 a month save 50,000 in 18 years at 6 % / 12", () => {
    // support.microsoft.com, "PMT function", PMT(6%/12, 18*12, 0, 50000).
    const goal = { amount: 50_000, money: "nominal" } as const;
    const { value } = requiredContribution({ ...months, periods: 216 }, halfPercent, { schedule: each, goal });
    expect(value).toBeCloseTo(129.0811608679954, 9);
  });

  it("is 0 when nothing is needed, pays for withdrawals on the way, and cannot mend an earlier one", () => {
    const ask = (plan: Plan, schedule = each, amount = 100) =>
      requiredContribution(plan, 0, { schedule, goal: { amount, money: "nominal" } });
    expect(ask({ ...years, startValue: 100 })).toEqual({ value: 0 });
    // Hand: 30 x has to bring 100, but after ten years 10 x has to cover 50.
    const spent = { ...each, amount: -50, firstPeriod: 10, lastPeriod: 10 };
    expect(ask({ ...years, payments: [spent] })).toEqual({ value: 5 });
    expect(ask({ ...years, payments: [spent] }, { ...each, firstPeriod: 11 }).reason).toBe("not-reached");
    expect(ask({ ...years, startValue: 50, payments: [spent] }, { ...each, firstPeriod: 11 })).toEqual({ value: 5 });
    const early = { ...each, firstPeriod: 1, lastPeriod: 1 };
    expect(requiredContribution(years, -1, { schedule: early, goal: { amount: 1, money: "real" } }).reason).toBe(
      "not-reached",
    );
    expect(() => ask(years, { ...each, firstPeriod: 31 })).toThrow(PortfolioError);
  });

  it("reaches the goal and no more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom(-0.1, 0, 0.06),
        fc.constantFrom<Goal["money"]>("real", "nominal"),
        (startValue, annualReturn, money) => {
          const goal = { amount: 100_000, money };
          const plan = { ...months, startValue, periods: 90, annualFeeRate: 0.01, annualInflationRate: 0.02 };
          const schedule = { ...each, everyPeriods: 2, growth: "inflation" } as const;
          const amount = requiredContribution(plan, annualReturn, { schedule, goal }).value!;
          const reached = (paid: number): number => {
            const path = projection({ ...plan, payments: [{ ...schedule, amount: paid }] }, annualReturn).value!;
            return (money === "real" ? path.realValues : path.values).at(-1)!;
          };
          expect(reached(amount) / goal.amount).toBeCloseTo(1, 11);
        },
      ),
    );
  });
});

describe("requiredReturn", () => {
  it("is the rate of a closed form, before fees", () => {
    const goal = { amount: 200, money: "nominal" } as const;
    expect(requiredReturn({ ...years, startValue: 100 }, goal).value).toBeCloseTo(2 ** (1 / 30) - 1, 13);
    // Excel's RATE of support.microsoft.com, RATE(48, -200, 8000): 0.77 % a month.
    const loan = { ...months, startValue: 8000, periods: 48, payments: [{ ...each, amount: -200 }] };
    expect((1 + requiredReturn(loan, nothingLeft).value!) ** (1 / 12) - 1).toBeCloseTo(0.0077014724882, 10);
    const withFees = { ...years, startValue: 100, annualFeeRate: 0.01 };
    expect(requiredReturn(withFees, goal).value).toBeCloseTo(2 ** (1 / 30) / 0.99 - 1, 12);
  });

  it("is -1 when the last payment alone is enough, below 0 when there is too much, and undefined when none will do", () => {
    const goal = { amount: 10, money: "nominal" } as const;
    expect(requiredReturn({ ...years, payments: [{ ...each, amount: 10 }] }, goal)).toEqual({ value: -1 });
    expect(requiredReturn({ ...years, startValue: 1000 }, goal).value).toBeCloseTo(0.01 ** (1 / 30) - 1, 12);
    expect(requiredReturn(years, goal).reason).toBe("not-reached");
    expect(
      requiredReturn({ ...years, startValue: 1, payments: [{ ...each, amount: -2, timing: "start" }] }, goal).reason,
    ).toBe("not-reached");
  });
});

describe("safeWithdrawal", () => {
  it("is the payment of a loan: 599.55 a month from 100,000 at 6 % / 12 over 30 years", () => {
    const query = { schedule: each, left: nothingLeft };
    const plan = { ...months, startValue: 100_000 };
    expect(safeWithdrawal(plan, halfPercent, query).value).toBeCloseTo(599.5505251527569, 9);
    // support.microsoft.com, "PMT function": PMT(8%/12, 10, 10000) is -1037.03.
    const short = { ...months, startValue: 10_000, periods: 10 };
    expect(safeWithdrawal(short, (1 + 0.08 / 12) ** 12 - 1, query).value).toBeCloseTo(1037.0320893591625, 9);
  });

  it("keeps its purchasing power: an annuity due at the real return (1.05 / 1.02 - 1)", () => {
    const plan = { ...years, startValue: 1e6, annualInflationRate: 0.02 };
    const query = { schedule: { ...each, timing: "start", growth: "inflation" }, left: nothingLeft } as const;
    expect(safeWithdrawal(plan, 0.05, query).value).toBeCloseTo(49185.45872006586, 7);
    // Only what the real return brings, when all is to be left.
    const kept = { ...query, left: { amount: 1e6, money: "real" } } as const;
    expect(safeWithdrawal(plan, 0.05, kept).value).toBeCloseTo((1e6 * (1.05 / 1.02 - 1)) / (1.05 / 1.02), 6);
  });

  it("lasts exactly as long as it was asked to", () => {
    const plan = { ...months, startValue: 1e5, annualFeeRate: 0.003, annualInflationRate: 0.02 };
    const schedule = { ...each, everyPeriods: 3, growth: "inflation" } as const;
    const amount = safeWithdrawal(plan, 0.04, { schedule, left: nothingLeft }).value!;
    const lasts = (taken: number) => sustainableYears({ ...plan, payments: [{ ...schedule, amount: -taken }] }, 0.04);
    expect(lasts(amount)).toEqual({ value: 30 });
    expect(lasts(amount * 1.00001).value).toBeLessThan(30);
  });

  it("is undefined when something would have to be paid in, and 0 when there is just enough", () => {
    const query = { schedule: each, left: { amount: 100, money: "nominal" } } as const;
    expect(safeWithdrawal({ ...years, startValue: 99 }, 0, query).reason).toBe("not-reached");
    expect(safeWithdrawal({ ...years, startValue: 100 }, 0, query)).toEqual({ value: 0 });
    expect(safeWithdrawal({ ...years, startValue: 0 }, 0, { ...query, left: nothingLeft })).toEqual({ value: 0 });
    const spent = [{ ...each, amount: -200, lastPeriod: 1 }];
    expect(safeWithdrawal({ ...years, startValue: 100, payments: spent }, 0, query).reason).toBe("not-reached");
  });
});

describe("sustainableYears", () => {
  it("is the NPER of a loan: 5000 at 1 % a month by 111.22 is paid off in 60 months", () => {
    // Microsoft KB 10052, NPER(1.00%, -111.22, 5000) = 60. What 60 payments are worth is 4999.90.
    const payments = [{ ...each, amount: -111.22 }];
    const plan = { ...months, startValue: 5000, payments };
    expect(sustainableYears(plan, 1.01 ** 12 - 1).value! * 12).toBe(60);
    expect(sustainableYears({ ...plan, startValue: 4999 }, 1.01 ** 12 - 1).value! * 12).toBe(59);
  });

  it("is all of the plan without withdrawals or with what interest pays, 0 when the first falls short", () => {
    expect(sustainableYears(years, 0)).toEqual({ value: 30 });
    expect(sustainableYears({ ...years, startValue: 100, payments: [{ ...each, amount: -5 }] }, 0.05)).toEqual({
      value: 30,
    });
    expect(sustainableYears({ ...years, startValue: 4, payments: [{ ...each, amount: -5 }] }, 0.05)).toEqual({
      value: 0,
    });
    expect(sustainableYears({ ...years, startValue: 1e308 }, 1).reason).toBe("out-of-range");
  });
});
