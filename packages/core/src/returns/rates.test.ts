import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEpochDay } from "../calendar/plain-date.ts";
import { measured } from "../outcome/measured.ts";
import type { DatedFlow } from "./dated-flow.ts";
import { irr } from "./irr.ts";
import { moneyWeightedReturn, rateOverPeriod } from "./money-weighted-return.ts";
import { rateRoots } from "./rate-roots.ts";
import { timedFlows } from "./timed-flows.ts";
import { xirr } from "./xirr.ts";
import { xnpv } from "./xnpv.ts";

describe("xirr", () => {
  const dated = (...flows: [string, number][]) => flows.map(([date, amount]) => ({ day: toEpochDay(date), amount }));

  it("is Excel's XIRR", () => {
    // support.microsoft.com, "XIRR function", example: 0.373362535 or 37.34 %.
    const flows = dated(
      ["2008-01-01", -10000],
      ["2008-03-01", 2750],
      ["2008-10-30", 4250],
      ["2009-02-15", 3250],
      ["2009-04-01", 2750],
    );
    const { rate, isUnique } = xirr(flows);
    expect(rate.value).toBeCloseTo(0.373362535, 8);
    expect(isUnique).toBe(true);
    expect(xirr(flows.toReversed()).rate).toEqual(rate);
  });

  it("finds both rates of -100, 230, -132, which are (x - 1.1)(x - 1.2), and takes the one nearest 0", () => {
    const { rate, roots, isUnique } = xirr([
      { day: 0, amount: -100 },
      { day: 365, amount: 230 },
      { day: 730, amount: -132 },
    ]);
    expect(roots.length).toBe(2);
    expect(roots[0]).toBeCloseTo(0.1, 11);
    expect(roots[1]).toBeCloseTo(0.2, 11);
    expect([rate.value, isUnique]).toEqual([roots[0], false]);
  });

  it("finds a double root: -100, 220, -121 is (x - 1.1) squared", () => {
    const { roots } = xirr([
      { day: 0, amount: -100 },
      { day: 365, amount: 220 },
      { day: 730, amount: -121 },
    ]);
    expect(roots.length).toBe(1);
    expect(roots[0]).toBeCloseTo(0.1, 6);
  });

  it("finds a rate near -1 and a rate of millions", () => {
    // Hand: 1e-6 / 100 = 1e-8 after a year; 1e8 / 1 after a year.
    expect(
      xirr([
        { day: 0, amount: -100 },
        { day: 365, amount: 1e-6 },
      ]).rate.value,
    ).toBeCloseTo(-0.99999999, 14);
    expect(
      xirr([
        { day: 0, amount: -1 },
        { day: 365, amount: 1e8 },
      ]).rate.value! / 99_999_999,
    ).toBeCloseTo(1, 10);
  });

  it("adds up a day's flows first", () => {
    const { rate } = xirr([
      { day: 0, amount: -60 },
      { day: 0, amount: -40 },
      { day: 365, amount: 110 },
      { day: 365, amount: 0 },
    ]);
    expect(rate.value).toBeCloseTo(0.1, 12);
  });

  it("counts a year of 360 days on request", () => {
    expect(
      xirr(
        [
          { day: 0, amount: -100 },
          { day: 360, amount: 110 },
        ],
        "ACT/360",
      ).rate.value,
    ).toBeCloseTo(0.1, 12);
  });

  it("is undefined, never 0 or -1: no change of sign, all on one day, no rate at all", () => {
    expect(xirr([]).rate.reason).toBe("no-sign-change");
    expect(
      xirr([
        { day: 0, amount: -1 },
        { day: 9, amount: -1 },
      ]).rate.reason,
    ).toBe("no-sign-change");
    expect(
      xirr([
        { day: 3, amount: -100 },
        { day: 3, amount: 110 },
      ]).rate.reason,
    ).toBe("no-sign-change");
    // 100 x^2 - 200 x + 150 has the discriminant 40000 - 60000.
    const none = xirr([
      { day: 0, amount: 100 },
      { day: 365, amount: -200 },
      { day: 730, amount: 150 },
    ]);
    expect(none).toEqual({ rate: { value: undefined, reason: "did-not-converge" }, roots: [], isUnique: false });
  });

  it("finds a single rate that is far out, by whatever way", () => {
    // Hand: the third flow is a fraction of the second; (1 + r) is about 1e-6 / 100 over a year, and 1e9 over two.
    const lost = xirr(dated(["2025-01-01", -100], ["2025-06-01", -1e-9], ["2026-01-01", 1e-6]));
    expect(lost.rate.value).toBeCloseTo(-0.99999999, 12);
    const won = xirr(dated(["2024-01-01", -1], ["2025-01-01", -1], ["2025-12-31", 1e18]));
    expect(won.rate.value! / 1e9).toBeCloseTo(1, 6);
    expect([lost.isUnique, won.isUnique]).toEqual([true, true]);
    // A million times as much in a day is a rate beyond all doubles.
    expect(xirr(dated(["2025-01-01", -1], ["2025-01-02", 1e6])).rate.reason).toBe("did-not-converge");
  });

  it("says that an amount is missing, and copes with parts of days", () => {
    expect(xirr([flow(0, -1), flow(365, Number.NaN), flow(400, 2)]).rate.reason).toBe("missing-price");
    expect(xirr([flow(0, -1), flow(365, Number.POSITIVE_INFINITY)]).rate.reason).toBe("missing-price");
    expect(xirr([flow(0.5, -50), flow(0.75, -50), flow(365.5, 110)]).rate.value).toBeCloseTo(0.1, 3);
  });

  it("knows a deposit and a larger withdrawal soon after for harmless: there is one rate in reach", () => {
    const years = Array.from({ length: 60 }, (_, i) => flow(30 * (i + 2), -100));
    const { isUnique, rate, roots } = xirr([flow(0, -100), flow(2, 140), flow(4, -60), ...years, flow(1900, 7000)]);
    expect(isUnique).toBe(true);
    expect(rate.value).toBe(roots[0]);
  });

  it("does not depend on the order of flows or on the unit of money, to the last digit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: -9999, max: 9999 })), { maxLength: 12 }),
        (list) => {
          const flows = list.map(([day, cents]) => flow(day, cents / 100));
          const { rate, roots } = xirr(flows);
          expect(xirr(flows.toReversed())).toEqual(xirr(flows));
          const doubled = xirr(flows.map(({ day, amount }) => flow(day, amount * 1024)));
          expect(doubled.roots.length).toBe(roots.length);
          expect(doubled.rate.value ?? 0).toBeCloseTo(rate.value ?? 0, 8);
        },
      ),
    );
  });

  it("finds the rate that flows were made from, alone where nothing is ever owed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.6, max: 1.5, noNaN: true }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 10_000 })), {
          minLength: 1,
          maxLength: 150,
        }),
        (annual, paid) => {
          const flows = paid.map(([day, amount]) => flow(day, -amount));
          const end = paid.reduce((sum, [day, amount]) => sum + amount * (1 + annual) ** ((3650 - day) / 365), 0);
          const { rate, isUnique } = xirr([...flows, flow(3650, end)]);
          expect(isUnique).toBe(true);
          expect(Math.abs(rate.value! - annual)).toBeLessThan(1e-13 * (1 + annual) + 1e-14);
        },
      ),
    );
  });

  it("calls a rate the only one just where the search over all of them finds one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -50, max: 50 })), {
          minLength: 3,
          maxLength: 9,
        }),
        (list) => {
          const flows = list.map(([day, amount]) => flow(day, amount));
          const { roots } = xirr(flows);
          const timed = timedFlows(flows, 365);
          if (roots.length === 0 || timed.amounts.length < 3) return;
          const searched = rateRoots(timed).map(Math.expm1);
          // Beyond the bounds of the search a single root may still be found.
          if (searched.length === 0) return;
          expect(roots.length).toBe(searched.length);
          roots.forEach((root, i) => expect((root - searched[i]!) / (1 + Math.abs(searched[i]!))).toBeCloseTo(0, 4));
        },
      ),
      { numRuns: 300 },
    );
  });

  // Flows with `date` instead of `day` once had "no change of sign".
  it.each([undefined, Number.NaN, Infinity, -Infinity])("refuses %s as the day of a flow", (day) => {
    const flows = [
      { day: day as number, amount: -1000 },
      { day: 365, amount: 1100 },
    ];
    const refused = expect.objectContaining({ code: "invalid-date" });
    expect(() => xirr(flows)).toThrowError(refused);
    expect(() => xirr([...flows].reverse())).toThrowError(refused);
    expect(() => xnpv(flows, 0.1)).toThrowError(refused);
  });
});

function flow(day: number, amount: number): DatedFlow {
  return { day, amount };
}

describe("moneyWeightedReturn", () => {
  it("is the published percentage of PWL's investor 1, and XIRR of the same flows", () => {
    // Conformance period-returns/pwl-investor-1; source: own amounts that reproduce the percentages published at
    // canadianportfoliomanagerblog.com.
    const [from, to] = [toEpochDay("2013-12-31"), toEpochDay("2014-12-31")];
    const flows = [flow(toEpochDay("2014-09-15"), 25_000)];
    const { rate } = moneyWeightedReturn({ startValue: 250_000, endValue: 298_082, flows, from, to });
    expect(rate.value).toBeCloseTo(0.08977570063727357, 14);
  });

  it("has none without capital, and says that a value is missing", () => {
    const empty = { startValue: 0, endValue: 0, flows: [], from: 0, to: 365 };
    expect(moneyWeightedReturn(empty).rate.reason).toBe("no-sign-change");
    expect(moneyWeightedReturn({ ...empty, startValue: Number.NaN }).rate.reason).toBe("missing-price");
  });

  it("is restated over the period itself: 21 % a year are 10 % in half of 730 / 2 days", () => {
    expect(rateOverPeriod(measured(0.21), 182.5).value).toBeCloseTo(0.1, 15);
    expect(rateOverPeriod({ value: undefined, reason: "did-not-converge" }, 100).reason).toBe("did-not-converge");
  });

  it("has no return over a period that leaves the doubles", () => {
    expect(rateOverPeriod({ value: 1e300 }, 1e6)).toEqual({ value: undefined, reason: "out-of-range" });
  });
});

describe("irr", () => {
  it("is the rate per period: -100, 60, 60", () => {
    // Hand: 100 x^2 - 60 x - 60 = 0, x = (60 + sqrt(3600 + 24000)) / 200.
    expect(irr([-100, 60, 60]).rate.value).toBeCloseTo((60 + Math.sqrt(27_600)) / 200 - 1, 15);
    expect(irr(Float64Array.of(0, -100, 60, 60)).rate.value).toBeCloseTo((60 + Math.sqrt(27_600)) / 200 - 1, 15);
  });

  it("finds all rates: 10 %, 20 % and 30 % of (x - 1.1)(x - 1.2)(x - 1.3)", () => {
    const { roots, rate, isUnique } = irr([-1000, 3600, -4310, 1716]);
    [0.1, 0.2, 0.3].forEach((root, i) => expect(roots[i]).toBeCloseTo(root, 9));
    expect([roots.length, rate.value, isUnique]).toEqual([3, roots[0], false]);
  });

  it("is undefined without amounts, of one sign, and where no rate balances them", () => {
    expect(irr([]).rate.reason).toBe("no-sign-change");
    expect(irr([1]).rate.reason).toBe("no-sign-change");
    expect(irr([1, 2]).rate.reason).toBe("no-sign-change");
    expect(irr([100, -200, 150]).rate.reason).toBe("did-not-converge");
    expect(irr([-1, Number.NaN, 1]).rate.reason).toBe("missing-price");
  });
});
