import { describe, expect, it } from "vitest";
import { consecutiveLosses, consecutiveWins } from "./consecutive-wins.ts";
import { gainToPainRatio } from "./gain-to-pain-ratio.ts";
import { kellyFraction } from "./kelly-fraction.ts";
import { omegaRatio } from "./omega-ratio.ts";
import { payoffRatio } from "./payoff-ratio.ts";
import { profitFactor } from "./profit-factor.ts";
import { winRate } from "./win-rate.ts";

// Conformance case metrics-edge/huge (source: own): omega and profit factor 8.1818..., win rate 0.6, payoff 5.4545...
const huge = [3, -0.75, 9, -0.9, 1.5];

describe("wins and losses", () => {
  it("are those of the case metrics-edge/huge", () => {
    expect(winRate(huge)).toEqual({ value: 0.6 });
    expect(payoffRatio(huge).value).toBeCloseTo(5.454545454545454, 14);
    expect(profitFactor(huge).value).toBeCloseTo(8.181818181818182, 14);
    expect(omegaRatio(huge, 0).value).toBeCloseTo(8.181818181818182, 14);
  });

  it("by hand: Kelly 0.6 - 0.4 / (60 / 11), gain to pain 11.85 / 1.65", () => {
    expect(kellyFraction(huge).value).toBeCloseTo(0.6 - (0.4 * 11) / 60, 14);
    expect(gainToPainRatio(huge).value).toBeCloseTo(11.85 / 1.65, 14);
    // A fair coin that pays two for one: the textbook's 25 %.
    expect(kellyFraction([2, -1]).value).toBeCloseTo(0.25, 15);
    expect(kellyFraction([1, -1, -1])).toMatchObject({ value: expect.closeTo(-1 / 3, 14) });
  });

  it("leave out zeros and missing returns", () => {
    const sparse = [0, 3, Number.NaN, -0.75, 0, 9, -0.9, 1.5];
    expect(winRate(sparse)).toEqual(winRate(huge));
    expect(payoffRatio(sparse)).toEqual(payoffRatio(huge));
    expect(kellyFraction(sparse)).toEqual(kellyFraction(huge));
  });

  it("take a threshold as a number or a list", () => {
    // Hand: above and below 1 %: 2 %, 1 %, -3 % -> 3 / 3.
    expect(omegaRatio([0.03, 0.02, -0.02], 0.01).value).toBeCloseTo(1, 14);
    expect(omegaRatio([0.03, Number.NaN, -0.02], [0.01, 0, 0.01]).value).toBeCloseTo(2 / 3, 14);
    expect(() => omegaRatio([0.03], [])).toThrow("Give one for each return");
  });

  it("are undefined without losses", () => {
    for (const metric of [payoffRatio, profitFactor, gainToPainRatio, kellyFraction]) {
      expect(metric([0.1, 0.2]).reason).toBe("no-losses");
      expect(metric([0, 0]).reason).toBe("no-losses");
      expect(metric([]).reason).toBe("too-few-observations");
    }
    expect(omegaRatio([0.1, 0.2], 0).reason).toBe("no-losses");
    expect(omegaRatio([-0.1], 0).reason).toBe("too-few-observations");
    expect([winRate([]).reason, winRate([0, 0]).reason]).toEqual(["too-few-observations", "too-few-observations"]);
  });

  it("without a win have a win rate, a profit factor and an omega of 0, and no mean win", () => {
    const losses = [-0.1, -0.2];
    expect([winRate(losses), profitFactor(losses), omegaRatio(losses, 0)]).toEqual([
      { value: 0 },
      { value: 0 },
      { value: 0 },
    ]);
    expect([payoffRatio(losses).reason, kellyFraction(losses).reason]).toEqual([
      "too-few-observations",
      "too-few-observations",
    ]);
  });

  it("of one loss", () => {
    expect(gainToPainRatio([-0.5])).toEqual({ value: -1 });
    expect(winRate([-0.5])).toEqual({ value: 0 });
  });
});

describe("consecutiveWins and consecutiveLosses", () => {
  it("are the longest runs; 0 ends one, a missing return does not", () => {
    const returns = [0.1, 0.1, 0, 0.1, Number.NaN, 0.1, 0.1, -0.1, -0.2, 0.3];
    expect(consecutiveWins(returns)).toEqual({ value: 3 });
    expect(consecutiveLosses(returns)).toEqual({ value: 2 });
    expect(consecutiveLosses([0.1])).toEqual({ value: 0 });
  });

  it("are undefined without returns", () => {
    expect([consecutiveWins([]).reason, consecutiveLosses([Number.NaN]).reason]).toEqual([
      "too-few-observations",
      "too-few-observations",
    ]);
  });
});
