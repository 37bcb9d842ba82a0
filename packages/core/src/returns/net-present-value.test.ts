import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEpochDay } from "../calendar/plain-date.ts";
import { irr } from "./irr.ts";
import { mirr } from "./mirr.ts";
import { npv } from "./npv.ts";
import { xnpv } from "./xnpv.ts";

const amounts = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 30 });
const rates = fc.double({ min: -0.5, max: 2, noNaN: true });

describe("npv", () => {
  it("is pyxirr's, with the first amount now or after a period", () => {
    // Conformance npv-mirr/npv-0 and npv-1; source: Anexen/pyxirr tests (numbers restated).
    const flows = [-40_000, 5000, 8000, 12_000, 30_000];
    expect(npv(flows, 0.08, 0).value).toBeCloseTo(3065.2226681795346, 10);
    expect(npv(flows, 0.08, 1).value).toBeCloseTo(2838.169137203273, 10);
  });

  it("is the sum at a rate of 0, and additive", () => {
    expect(npv([1, 2, 3], 0, 1)).toEqual({ value: 6 });
    fc.assert(
      fc.property(amounts, amounts, rates, (a, b, rate) => {
        const long = a.length > b.length ? a : b;
        const sum = long.map((_, i) => (a[i] ?? 0) + (b[i] ?? 0));
        const parts = npv(a, rate, 0).value! + npv(b, rate, 0).value!;
        const size = npv([...a, ...b].map(Math.abs), Math.min(rate, 0), 0).value!;
        expect(Math.abs(npv(sum, rate, 0).value! - parts)).toBeLessThanOrEqual(1e-13 * (1 + size));
      }),
    );
  });

  it("is undefined for nothing, an unknown amount, and beyond all doubles", () => {
    expect(npv([], 0.1, 0).reason).toBe("too-few-observations");
    expect(npv([1, Number.NaN], 0.1, 0).reason).toBe("missing-price");
    expect(
      npv(
        Array.from({ length: 2000 }, () => 1),
        -0.9,
        0,
      ).reason,
    ).toBe("out-of-range");
    expect(npv([1, ...Array.from({ length: 2000 }, () => 0)], -0.9, 0)).toEqual({ value: 1 });
  });

  it("refuses a rate of -1 or less, or none", () => {
    for (const rate of [-1, -2, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => npv([1], rate, 0)).toThrow(/is not a discount rate/);
  });
});

describe("xnpv", () => {
  const flows = (
    [
      ["2008-01-01", -10_000],
      ["2008-03-01", 2750],
      ["2008-10-30", 4250],
      ["2009-02-15", 3250],
      ["2009-04-01", 2750],
    ] as const
  ).map(([date, amount]) => ({ day: toEpochDay(date), amount }));

  it("is Excel's", () => {
    // Conformance npv-mirr/xnpv-excel; source: Microsoft Excel help for XNPV.
    expect(xnpv(flows, 0.09).value).toBeCloseTo(2086.6476020315367, 10);
    expect(xnpv(flows, 0).value).toBe(3000);
    expect(xnpv(flows, -0.5).value).toBeCloseTo(14268.654346155818, 9);
    expect(xnpv(flows.toReversed(), 12).value).toBeCloseTo(-7398.093177099217, 10);
  });

  it("counts from the earliest flow, even of nothing, and by 360 days on request", () => {
    const later = [
      { day: 0, amount: 0 },
      { day: 365, amount: 105 },
    ];
    expect(xnpv(later, 0.05).value).toBeCloseTo(100, 12);
    expect(
      xnpv(
        [
          { day: 0, amount: 0 },
          { day: 360, amount: 105 },
        ],
        0.05,
        "ACT/360",
      ).value,
    ).toBeCloseTo(100, 12);
  });

  it("is undefined for nothing and for an unknown amount, and refuses a rate of -1", () => {
    expect(xnpv([], 0.1).reason).toBe("too-few-observations");
    expect(xnpv([{ day: 0, amount: Number.NaN }], 0.1).reason).toBe("missing-price");
    expect(() => xnpv(flows, -1)).toThrow(/is not a discount rate/);
  });
});

describe("mirr", () => {
  it("is pyxirr's", () => {
    // Conformance npv-mirr/mirr-0; source: Anexen/pyxirr tests (numbers restated).
    const rate = mirr([-1000, 100, 250, 500, 500], { financeRate: 0.1, reinvestRate: 0.1 });
    expect(rate.value).toBeCloseTo(0.10401626745959101, 15);
  });

  it("is the internal rate where both rates are that", () => {
    const { value } = irr([-100, 60, 60]).rate;
    expect(mirr([-100, 60, 60], { financeRate: 0.3, reinvestRate: value! }).value).toBeCloseTo(value!, 14);
  });

  it("is undefined where one side is missing, refuses a rate of -1", () => {
    const tenth = { financeRate: 0.1, reinvestRate: 0.1 };
    for (const given of [[], [-1], [-1, -1], [1, 1], [0]]) expect(mirr(given, tenth).reason).toBe("no-sign-change");
    expect(mirr([-1, Number.NaN], tenth).reason).toBe("missing-price");
    expect(() => mirr([-1, 1], { financeRate: -1, reinvestRate: 0 })).toThrow(/is not a discount rate/);
  });
});
