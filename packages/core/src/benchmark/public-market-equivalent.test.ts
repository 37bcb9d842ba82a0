import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicMarketEquivalent } from "./public-market-equivalent.ts";

const index = { days: [0, 9, 10, 365], values: [100, 110, 112, 150] };

describe("publicMarketEquivalent", () => {
  it("buys at the close of the day before and sells at the close of the day", () => {
    // Hand: 1000 x 1.5; 560 in on day 10 buys at 110 of day 9; 560 out on day 10 sells at 112.
    const period = { startValue: 1000, endValue: 2000, flows: [{ day: 10, amount: 560 }], from: 0, to: 365 };
    expect(publicMarketEquivalent(period, index).endValue.value).toBeCloseTo(1500 + (560 * 150) / 110, 10);
    const out = { ...period, flows: [{ day: 10, amount: -560 }] };
    expect(publicMarketEquivalent(out, index).endValue.value).toBeCloseTo(750, 10);
    expect(publicMarketEquivalent(out, index).ratio.value).toBeCloseTo((750 + 2000) / 1500, 13);
  });

  it("is the index where nothing flows", () => {
    const still = { startValue: 1000, endValue: 1500, flows: [], from: 0, to: 365 };
    const { endValue, moneyWeightedReturn, ratio } = publicMarketEquivalent(still, index);
    expect([endValue.value, moneyWeightedReturn.rate.value, ratio.value]).toEqual([1500, 0.5, 1]);
  });

  it("equals a scope that returns what the index returns, whatever flows", () => {
    const days = fc.array(
      fc.tuple(fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.integer({ min: -200, max: 400 })),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(days, (list) => {
        const closes = [100];
        let value = 10_000;
        for (const [change, flow] of list) {
          // Inflows are at work on their day, outflows were: methods, section 5.
          value = (value + Math.max(flow, 0)) * (1 + change) + Math.min(flow, 0);
          closes.push(closes.at(-1)! * (1 + change));
        }
        fc.pre(value > 0);
        const flows = list.map(([, amount], i) => ({ day: i + 1, amount }));
        const period = { startValue: 10_000, endValue: value, flows, from: 0, to: list.length };
        const equivalent = publicMarketEquivalent(period, { days: closes.map((_, day) => day), values: closes });
        expect(equivalent.endValue.value! / value).toBeCloseTo(1, 10);
        expect(equivalent.ratio.value).toBeCloseTo(1, 11);
      }),
    );
  });

  it("may end below 0 where more was taken out than the index brings", () => {
    const drained = { startValue: 100, endValue: 50, flows: [{ day: 10, amount: -1000 }], from: 0, to: 365 };
    const { endValue, ratio } = publicMarketEquivalent(drained, index);
    expect(endValue.value).toBeLessThan(0);
    expect(ratio.value).toBeGreaterThan(9);
  });

  it("is undefined without a close on or before a day it needs, and without money", () => {
    const early = { startValue: 100, endValue: 50, flows: [], from: -5, to: 365 };
    const { endValue, moneyWeightedReturn, ratio } = publicMarketEquivalent(early, index);
    expect([endValue.reason, moneyWeightedReturn.rate.reason, ratio.reason]).toEqual([
      "missing-price",
      "missing-price",
      "missing-price",
    ]);
    const worthless = { days: [0, 365], values: [0, 1] };
    expect(publicMarketEquivalent({ ...early, from: 0 }, worthless).endValue.reason).toBe("missing-price");
    const empty = { ...early, startValue: 0, endValue: 0, from: 0 };
    expect(publicMarketEquivalent(empty, index)).toMatchObject({
      endValue: { value: 0 },
      ratio: { reason: "zero-denominator" },
      moneyWeightedReturn: { rate: { reason: "no-sign-change" } },
    });
  });

  it("refuses a flow outside the period, and closes out of order or without days", () => {
    const period = { startValue: 100, endValue: 50, flows: [{ day: 400, amount: 1 }], from: 0, to: 365 };
    expect(() => publicMarketEquivalent(period, index)).toThrow(/day 400 lies outside/);
    expect(() => publicMarketEquivalent(period, { days: [1, 0], values: [1, 1] })).toThrow(/Sort them/);
    expect(() => publicMarketEquivalent(period, { days: [0, 1], values: [1] })).toThrow(/items/);
  });
});
