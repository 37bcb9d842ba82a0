import { describe, expect, it } from "vitest";
import { averageDrawdown, averageDrawdownDays } from "./average-drawdown.ts";
import { cumulativeDrawdownSeries, cumulativeMaxDrawdown } from "./cumulative-drawdown.ts";
import { datedDrawdownEpisodes } from "./dated-drawdown-episode.ts";
import { drawdownEpisodes } from "./drawdown-episodes.ts";
import { drawdownSeries, maxDrawdown } from "./drawdown.ts";
import { currentDrawdownOfPrices, highWaterMark } from "./high-water-mark.ts";

const dates = ["2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07", "2025-01-10"];
const startDate = "2025-01-01";

describe("drawdownEpisodes", () => {
  it("are those of the cases metrics-edge/huge and loss-first (source: own)", () => {
    const [deepest, second, ...others] = drawdownEpisodes([3, -0.75, 9, -0.9, 1.5], 3).value!;
    expect(deepest).toMatchObject({ peak: 2, trough: 3, recovery: undefined });
    expect(deepest!.depth).toBeCloseTo(-0.9, 14);
    expect(second).toEqual({ peak: 0, trough: 1, recovery: 2, depth: -0.75 });
    expect(others).toEqual([]);
    expect(drawdownEpisodes([-0.1, 0.05, 0.05, 0.02], 3).value).toMatchObject([{ peak: -1, trough: 0, recovery: 3 }]);
  });

  it("end where wealth is back at the peak, however the last digit was rounded", () => {
    // Each pair is back at the peak by hand; in doubles 0.93 x (1 + 7 / 93) is 0.9999999999999999.
    expect((1 - 0.07) * (1 + 7 / 93)).toBeLessThan(1);
    for (const [down, up] of [
      [-0.2, 0.25],
      [-0.1, 1 / 9],
      [-0.3, 3 / 7],
      [-0.37, 0.37 / 0.63],
      [-0.07, 7 / 93],
    ] as const) {
      expect(drawdownEpisodes([0.1, down, up, 0], Infinity).value).toMatchObject([{ peak: 0, trough: 1, recovery: 2 }]);
      expect(drawdownSeries([0.1, down, up])[2]).toBe(0);
    }
  });

  it("are as many as asked for, deepest first, the earlier of equals first", () => {
    const three = [-0.1, 0.2, -0.3, 1, -0.1];
    expect(drawdownEpisodes(three, Infinity).value!.map(({ trough }) => trough)).toEqual([2, 0, 4]);
    expect(drawdownEpisodes(three, 1).value!.map(({ trough }) => trough)).toEqual([2]);
    expect(() => drawdownEpisodes(three, 0)).toThrow("top is 0");
  });

  it("are none without a fall, undefined without returns or with a missing one", () => {
    expect(drawdownEpisodes([0.1, 0], 5)).toEqual({ value: [] });
    expect(drawdownEpisodes([], 5).reason).toBe("too-few-observations");
    expect(drawdownEpisodes([0.1, Number.NaN], 5).reason).toBe("missing-price");
  });

  it("never end after a total loss", () => {
    expect(drawdownEpisodes([0.5, -1, 4, 0], 5).value).toEqual([
      { depth: -1, peak: 0, trough: 1, recovery: undefined },
    ]);
  });
});

describe("datedDrawdownEpisodes", () => {
  it("count calendar days from the peak to the recovery, and from the trough to it", () => {
    const episodes = drawdownEpisodes([0.1, -0.2, -0.1, 0.5, -0.1], Infinity).value!;
    const [deepest, open] = datedDrawdownEpisodes(episodes, { startDate, dates });
    expect(deepest).toMatchObject({
      peakDate: "2025-01-02",
      troughDate: "2025-01-06",
      recoveryDate: "2025-01-07",
      daysDown: 5,
      daysToRecover: 1,
    });
    expect(open).toMatchObject({ peakDate: "2025-01-07", troughDate: "2025-01-10", daysDown: 3 });
    expect([open!.recoveryDate, open!.daysToRecover]).toEqual([undefined, undefined]);
    expect(averageDrawdown(episodes).value).toBeCloseTo((-0.28 - 0.1) / 2, 14);
    expect(averageDrawdownDays([deepest!, open!])).toEqual({ value: 4 });
  });

  it("begin on the start date when the first return is a fall", () => {
    const episodes = drawdownEpisodes([-0.1, 0, 0, 0, 0], 1).value!;
    expect(datedDrawdownEpisodes(episodes, { startDate, dates })).toMatchObject([
      { peakDate: startDate, troughDate: "2025-01-02", daysDown: 9 },
    ]);
  });

  it("refuse dates that do not fit", () => {
    const episodes = drawdownEpisodes([0.1, -0.2, 0, 0, 0.5], 1).value!;
    const dated = (start: string, days: string[]) => datedDrawdownEpisodes(episodes, { startDate: start, dates: days });
    expect(() => dated("2025-01-02", dates)).toThrow("do not ascend at 2025-01-02");
    expect(() => dated(startDate, dates.slice(0, 4))).toThrow("Give the date of each return");
    expect(() => dated("yesterday", dates)).toThrow('"yesterday" is not a date');
  });

  it("have no average without an episode", () => {
    expect([averageDrawdown([]).reason, averageDrawdownDays([]).reason]).toEqual(["no-drawdown", "no-drawdown"]);
  });
});

describe("drawdowns of running returns", () => {
  it("are those of the returns", () => {
    // Hand: 0.9, 1.08, 0.81 against peaks 1, 1.08, 1.08.
    expect(cumulativeMaxDrawdown([-0.1, 0.08, -0.19]).value).toBeCloseTo(-0.25, 15);
    expect([...cumulativeDrawdownSeries([-0.1, 0.08, -0.19])].map((fall) => fall.toFixed(12))).toEqual(
      [...drawdownSeries([-0.1, 0.2, -0.25])].map((fall) => fall.toFixed(12)),
    );
    expect(cumulativeMaxDrawdown([0.1, 0.2])).toEqual(maxDrawdown([0.1, 0.1]));
  });

  it("are undefined as those", () => {
    expect(cumulativeMaxDrawdown([]).reason).toBe("too-few-observations");
    expect(cumulativeMaxDrawdown([0.1, Number.NaN]).reason).toBe("missing-price");
    expect([...cumulativeDrawdownSeries([0, Number.NaN, 0.1])]).toEqual([0, Number.NaN, Number.NaN]);
  });
});

describe("highWaterMark and currentDrawdownOfPrices", () => {
  it("are those of the case metrics-small/all-time-high-five-days", () => {
    expect(highWaterMark([1500, 9, 900])).toEqual({ value: 1500 });
    expect(currentDrawdownOfPrices([1500, 9, 900]).value).toBeCloseTo(-0.4, 15);
  });

  it("leave missing prices out", () => {
    expect(highWaterMark([Number.NaN, 2, 3, Number.NaN])).toEqual({ value: 3 });
    expect(currentDrawdownOfPrices([4, Number.NaN, 3, Number.NaN])).toEqual({ value: -0.25 });
  });

  it("are undefined without prices, the drawdown also without a value above 0", () => {
    expect([highWaterMark([]).reason, currentDrawdownOfPrices([Number.NaN]).reason]).toEqual([
      "too-few-observations",
      "too-few-observations",
    ]);
    expect(currentDrawdownOfPrices([0, -1]).reason).toBe("no-capital");
  });
});
