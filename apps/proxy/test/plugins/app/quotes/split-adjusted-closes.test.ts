import { describe, expect, it } from "vitest";
import { splitAdjustedCloses } from "../../../../src/plugins/app/quotes/split-adjusted-closes.ts";
import { splitPrecision } from "../../../../src/plugins/app/quotes/split-precision.ts";

/** Reproducible numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

describe("splitPrecision", () => {
  it("adds nothing without a later split or after a reverse split", () => {
    expect([splitPrecision(2, 1), splitPrecision(2, 0.1)]).toEqual([2, 2]);
  });

  it("adds the digits of the ratio and one more", () => {
    expect([splitPrecision(2, 4), splitPrecision(2, 10), splitPrecision(2, 28), splitPrecision(4, 3)]).toEqual([
      4, 4, 5, 6,
    ]);
  });
});

describe("splitAdjustedCloses", () => {
  const day = (date: string, close: number) => ({ date, close, final: true });

  it("keeps the traded close of a day before a 4:1 split, which two digits would lose", () => {
    const closes = splitAdjustedCloses(
      [day("2020-08-28", 75.0875015258789), day("2020-08-31", 129.0399932861328)],
      [{ date: "2020-08-31", numerator: 4, denominator: 1 }],
      2,
    );
    expect(closes).toEqual([
      { date: "2020-08-28", close: "75.0875", final: true },
      { date: "2020-08-31", close: "129.04", final: true },
    ]);
    expect((Number(closes[0]?.close) * 4).toFixed(2)).toBe("300.35");
    expect((Number((75.0875015258789).toFixed(2)) * 4).toFixed(2)).not.toBe("300.35");
  });

  it("counts only the splits after each day, and clears the float error of the ratio after the last", () => {
    const splits = [
      { date: "2001-01-02", numerator: 3, denominator: 1 },
      { date: "2002-01-02", numerator: 7, denominator: 3 },
      { date: "2003-01-02", numerator: 10, denominator: 1 },
    ];
    const days = ["2000-01-03", "2001-01-02", "2002-01-02", "2003-01-02"].map((date) => day(date, 12.3456789));
    expect(splitAdjustedCloses(days, splits, 2).map(({ close }) => close)).toEqual([
      "12.34568",
      "12.34568",
      "12.3457",
      "12.35",
    ]);
  });

  it("lets every traded close be rebuilt from its 32-bit float (10,000 random closes and ratios)", () => {
    const next = chance(20_261_120);
    const lost: unknown[] = [];
    for (let round = 0; round < 10_000; round += 1) {
      const traded = (Math.floor(next() * 500_000) + 100) / 100;
      const [numerator, denominator] = [Math.floor(next() * 50) + 1, Math.floor(next() * 5) + 1];
      const ratio = numerator / denominator;
      const [close] = splitAdjustedCloses(
        [day("2020-01-02", Math.fround(traded / ratio))],
        [{ date: "2021-01-04", numerator, denominator }],
        2,
      );
      const rebuilt = (Number(close?.close) * ratio).toFixed(2);
      if (rebuilt !== traded.toFixed(2)) lost.push({ traded, ratio, close, rebuilt });
    }
    expect(lost).toEqual([]);
  });
});
