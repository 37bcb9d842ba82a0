import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/plain-date.ts";
import { measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { type MacroRegime, macroRegimeNames } from "./macro-regime.ts";
import type { MacroRegimes } from "./macro-regimes.ts";
import { performanceByRegime } from "./performance-by-regime.ts";

const start = "2025-12-31";

/** Regimes that begin on days after the start. */
function regimesFrom(...changes: readonly [number, MacroRegime][]): MacroRegimes {
  const months = changes.map(([day, regime]) => ({
    month: "2025-12",
    publishedOn: addDays(start, day),
    composite: unmeasured("no-variation"),
    signal: measured(regime),
    regime: measured(regime),
  }));
  return { months, revised: true };
}

const dated = (returns: readonly number[], step = 1) => ({
  returns,
  dates: returns.map((_, i) => addDays(start, (i + 1) * step)),
  startDate: start,
  periodsPerYear: 4,
});

describe("performanceByRegime", () => {
  it("links the returns of a regime over its spells, and falls within each", () => {
    const regimes = regimesFrom([2, "expansion"], [4, "contraction"], [6, "expansion"]);
    const result = performanceByRegime(dated([0.5, 0.1, 0.2, -0.5, 0.1, -0.1, -0.2], 1), regimes);
    const [expansion, slowdown, contraction] = result.regimes;
    expect(result.regimes.map(({ regime }) => regime)).toEqual(macroRegimeNames);
    // Hand: days 2, 3, 6 and 7: 1.1 x 1.2 x 0.9 x 0.8; the second spell falls to 0.9 x 0.8.
    const linked = 1.1 * 1.2 * 0.9 * 0.8 - 1;
    expect(expansion!.linkedReturn.value).toBeCloseTo(linked, 14);
    expect(expansion!.annualizedReturn.value).toBeCloseTo((1 + linked) ** (365 / 4) - 1, 12);
    expect(expansion!.worstDrawdown.value).toBeCloseTo(0.72 - 1, 14);
    // Deviations 0.1, 0.2, -0.1, -0.2 from a mean of 0: sqrt(0.1 / 3) x sqrt(4).
    expect(expansion!.volatility.value).toBeCloseTo(Math.sqrt(0.1 / 3) * 2, 14);
    expect(expansion).toMatchObject({ days: 4, shareOfTime: 4 / 7, returnCount: 4, spellCount: 2 });
    expect(contraction!.linkedReturn.value).toBeCloseTo(0.5 * 1.1 - 1, 14);
    expect(contraction).toMatchObject({ days: 2, spellCount: 1, worstDrawdown: { value: -0.5 } });
    const none = { value: undefined, reason: "too-few-observations" };
    expect(slowdown).toEqual({
      regime: "slowdown",
      linkedReturn: none,
      annualizedReturn: none,
      volatility: none,
      worstDrawdown: none,
      days: 0,
      shareOfTime: 0,
      returnCount: 0,
      spellCount: 0,
    });
    expect([result.daysWithoutRegime, result.revised]).toEqual([1, true]);
  });

  it("counts the days that a return stands for", () => {
    const result = performanceByRegime(dated([0.1, 0.2], 30), regimesFrom([30, "recovery"], [31, "slowdown"]));
    expect(result.regimes.map(({ days }) => days)).toEqual([0, 30, 0, 30]);
    expect(result.regimes[3]!.annualizedReturn.value).toBeCloseTo(1.1 ** (365 / 30) - 1, 12);
  });

  it("is undefined with an unknown return, for volatility with fewer than two, after more than a total loss", () => {
    const all = regimesFrom([0, "expansion"]);
    const of = (...returns: number[]) => performanceByRegime(dated(returns), all).regimes[0]!;
    expect(of(0.1, Number.NaN, 0.2)).toMatchObject({
      linkedReturn: { reason: "missing-price" },
      annualizedReturn: { reason: "missing-price" },
      worstDrawdown: { reason: "missing-price" },
      volatility: { value: expect.closeTo(Math.sqrt(0.005) * 2, 14) },
    });
    expect(of(0.1).volatility.reason).toBe("too-few-observations");
    expect(of(-1, 0.5)).toMatchObject({
      linkedReturn: { value: -1 },
      annualizedReturn: { value: -1 },
      worstDrawdown: { value: -1 },
    });
    expect(of(-1.5).annualizedReturn.reason).toBe("no-capital");
    expect(of(0.01, 0.01, 0.01)).toMatchObject({ volatility: { value: 0 }, worstDrawdown: { value: 0 } });
    expect(of(1e200, 1e200).linkedReturn.reason).toBe("out-of-range");
    expect(performanceByRegime(dated([]), all).regimes[0]!.shareOfTime).toBe(0);
  });

  it("leaves nothing out: days, counts and links of all regimes are those of the whole", () => {
    const change = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.constantFrom(...macroRegimeNames));
    const returnsList = fc.array(
      fc.integer({ min: -90, max: 90 }).map((value) => value / 100),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), returnsList, (changes, returns) => {
        const regimes = regimesFrom(...changes.toSorted((a, b) => a[0] - b[0]), [999, "expansion"]);
        const { regimes: all, daysWithoutRegime } = performanceByRegime(dated(returns), regimes);
        expect(all.reduce((sum, { days }) => sum + days, daysWithoutRegime)).toBe(returns.length);
        const counted = all.reduce((sum, { returnCount }) => sum + returnCount, 0);
        expect(counted).toBe(returns.length - daysWithoutRegime);
        const linked = all.reduce((growth, { linkedReturn }) => growth * (1 + (linkedReturn.value ?? 0)), 1);
        const whole = returns.slice(daysWithoutRegime).reduce((growth, value) => growth * (1 + value), 1);
        expect(linked / whole).toBeCloseTo(1, 10);
      }),
    );
  });

  it("refuses dates that do not fit", () => {
    const all = regimesFrom([0, "expansion"]);
    const good = dated([0.1, 0.2]);
    expect(() => performanceByRegime({ ...good, dates: good.dates.slice(1) }, all)).toThrow(PortfolioError);
    expect(() => performanceByRegime({ ...good, dates: good.dates.toReversed() }, all)).toThrow(PortfolioError);
    expect(() => performanceByRegime({ ...good, startDate: good.dates[0]! }, all)).toThrow(PortfolioError);
    expect(() => performanceByRegime({ ...good, startDate: "2025-13-01" }, all)).toThrow(PortfolioError);
    expect(() => performanceByRegime({ ...good, periodsPerYear: 0 }, all)).toThrow(PortfolioError);
  });
});
