import { Decimal } from "@portfolio/core";
import { type LotGains, usWashSale } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTrades } from "../../test/tax/random-trades.ts";
import { bought, kept, left, moved, paidBack, sold, split } from "../../test/tax/rows.ts";

function lots(gains: LotGains): string[] {
  return gains.lots.map(
    ({ acquired, heldSince, quantity, cost }) => `${quantity} of ${acquired} since ${heldSince}: ${cost}`,
  );
}

function shown({ disposals }: LotGains): string[] {
  return disposals.map(({ recognizedGain, deniedLoss }) => `${recognizedGain} disallowed ${deniedLoss}`);
}

describe("usWashSale", () => {
  // IRS VITA course 4011: 100 shares for 1,000, sold for 750, bought back for 800: 250 disallowed, basis 1,050.
  it("adds the disallowed loss to the replacement (IRS VITA)", () => {
    const gains = usWashSale([
      bought("2021-01-04", "100", "1000"),
      sold("2021-06-01", "100", "750"),
      bought("2021-06-20", "100", "800"),
    ]);
    expect(shown(gains)).toEqual(["0 disallowed 250"]);
    // The new shares were held 148 days longer, the time the old ones were.
    expect(lots(gains)).toEqual(["100 of 2021-06-20 since 2021-01-23: 1050"]);
  });

  // IRS Publication 564 (2009), table 3: 160 at 25, 240 at 20, 10 at 30; 210 sold for 6,720. FIFO basis 5,000.
  it("sells the oldest first (Pub. 564, table 3)", () => {
    const gains = usWashSale([
      bought("2008-02-06", "160", "4000"),
      bought("2008-08-07", "240", "4800"),
      bought("2008-12-18", "10", "300"),
      sold("2009-10-01", "210", "6720"),
    ]);
    expect(gains.disposals[0]!.cost.toString()).toBe("5000");
    expect(gains.disposals[0]!.matches.map(({ holdingPeriod, gain }) => `${holdingPeriod} ${gain}`)).toEqual([
      "long-term 1120",
      "long-term 600",
    ]);
  });

  // An article of the press on the rule (example 2 of "What does wash-sale rule mean?", quoted on mitbbs.com): 75 of
  // 100 replaced, 525 of 700 disallowed, bases 1,550 and 825.
  it("shares the loss out over replacements bought before the sale, in proportion", () => {
    const gains = usWashSale([
      bought("2008-12-01", "100", "2000"),
      bought("2009-03-01", "50", "1200"),
      bought("2009-03-10", "25", "650"),
      sold("2009-03-27", "100", "1300"),
    ]);
    expect(shown(gains)).toEqual(["-175 disallowed 525"]);
    expect(gains.lots.map(({ cost }) => cost.toString())).toEqual(["1550", "825"]);
    expect(
      gains.disposals[0]!.matches[0]!.replacements.map(({ quantity, deniedLoss }) => `${quantity} ${deniedLoss}`),
    ).toEqual(["50 350", "25 175"]);
  });

  it("takes the earliest replacements first, and each unit once", () => {
    const gains = usWashSale([
      bought("2020-01-02", "20", "200"),
      sold("2021-03-01", "10", "60"),
      sold("2021-03-02", "10", "70"),
      bought("2021-03-10", "15", "150"),
    ]);
    expect(shown(gains)).toEqual(["0 disallowed 40", "-15 disallowed 15"]);
    expect(lots(gains)).toEqual(["10 of 2021-03-10 since 2020-01-11: 140", "5 of 2021-03-10 since 2020-01-10: 65"]);
  });

  it("does not let a lot that replaces already do so again", () => {
    const gains = usWashSale([
      bought("2020-01-02", "10", "100"),
      bought("2020-01-03", "10", "100"),
      bought("2021-02-20", "10", "70"),
      sold("2021-03-01", "10", "80"),
      sold("2021-03-02", "10", "80"),
    ]);
    expect(shown(gains)).toEqual(["0 disallowed 20", "-20 disallowed 0"]);
    expect(gains.cost.toString()).toBe("90");
  });

  it("counts thirty days on both sides, and not thirty-one", () => {
    const denied = (date: string): string =>
      shown(
        usWashSale([bought("2020-03-01", "10", "100"), bought(date, "10", "90"), sold("2021-03-01", "10", "80")]),
      )[0]!;
    expect(denied("2021-01-30")).toBe("0 disallowed 20");
    expect(denied("2021-01-29")).toBe("-20 disallowed 0");
    expect(denied("2021-03-31")).toBe("0 disallowed 20");
    expect(denied("2021-04-01")).toBe("-20 disallowed 0");
  });

  it("lets the rest of a purchase replace what was sold of it, unless told otherwise", () => {
    const rows = [bought("2021-02-20", "100", "1000"), sold("2021-03-01", "40", "300")];
    expect(shown(usWashSale(rows))).toEqual(["0 disallowed 100"]);
    expect(lots(usWashSale(rows))).toEqual([
      "40 of 2021-02-20 since 2021-02-11: 500",
      "20 of 2021-02-20 since 2021-02-20: 200",
    ]);
    expect(shown(usWashSale(rows, { sameLotCounts: false }))).toEqual(["-100 disallowed 0"]);
  });

  it("looks at each lot of a sale by itself: the gain of one does not make up for the loss of another", () => {
    const gains = usWashSale([
      bought("2020-01-02", "10", "50"),
      bought("2020-02-03", "10", "150"),
      sold("2021-03-01", "20", "200"),
      bought("2021-03-05", "20", "190"),
    ]);
    expect(shown(gains)).toEqual(["50 disallowed 50"]);
  });

  it("loses for good what an account free of tax replaces", () => {
    const gains = usWashSale([
      bought("2020-01-02", "10", "100"),
      sold("2021-03-01", "10", "80"),
      bought("2021-03-02", "10", "85", { account: "ira", treatment: "registered" }),
    ]);
    expect(shown(gains)).toEqual(["0 disallowed 20"]);
    expect(gains.disposals[0]!.matches[0]!.replacements[0]!.isLost).toBe(true);
    expect(gains.cost.toString()).toBe("0");
  });

  it("sells the lots a sale names, and says when they do not suffice", () => {
    const rows = [bought("2020-01-02", "10", "100"), bought("2020-06-02", "10", "150")];
    const named = (quantity: string): LotGains =>
      usWashSale([...rows, sold("2021-09-01", "10", "200", { lots: [{ transaction: "buy 2020-06-02", quantity }] })]);
    expect(named("10").disposals[0]!.matches.map(({ rule, cost }) => `${rule} ${cost}`)).toEqual(["specific-lots 150"]);
    expect(named("10").issues).toEqual([]);
    expect(named("4").disposals[0]!.matches.map(({ rule, cost }) => `${rule} ${cost}`)).toEqual([
      "specific-lots 60",
      "fifo 60",
    ]);
    expect(named("4").issues.map(({ code }) => code)).toEqual(["ambiguous-lots"]);
  });

  it("is long-term from the day after the anniversary", () => {
    const period = (from: string, to: string): string | undefined =>
      usWashSale([bought(from, "1", "10"), sold(to, "1", "20")]).disposals[0]!.matches[0]!.holdingPeriod;
    expect(period("2020-03-01", "2021-03-01")).toBe("short-term");
    expect(period("2020-03-01", "2021-03-02")).toBe("long-term");
    // Rev. Rul. 66-7: bought on the last day of a month, long-term on the first day of the thirteenth month.
    expect(period("2019-02-28", "2020-02-29")).toBe("short-term");
    expect(period("2019-02-28", "2020-03-01")).toBe("long-term");
    expect(period("2020-02-29", "2021-02-28")).toBe("short-term");
    expect(period("2020-02-29", "2021-03-01")).toBe("long-term");
  });

  it("restates lots by splits, changes their cost by distributions, and lets units leave and move", () => {
    const gains = usWashSale([
      bought("2020-01-02", "10", "100"),
      bought("2020-02-02", "30", "100"),
      kept("2020-03-02", "20"),
      paidBack("2020-04-02", "160"),
      split("2020-05-02", "2"),
      moved("2020-05-03", "5", "other"),
      left("2020-06-02", "10"),
    ]);
    // +5 and +15, then -40 and -120: the second lot has 115 and gives 5 as a gain.
    expect(gains.disposals.map(({ gain, matches }) => `${matches[0]!.rule} ${gain}`)).toEqual(["capital-return 5"]);
    expect(lots(gains)).toEqual(["10 of 2020-01-02 since 2020-01-02: 32.5", "60 of 2020-02-02 since 2020-02-02: 0"]);
  });

  it("leaves an oversell out, and a distribution on nothing", () => {
    const gains = usWashSale([
      bought("2020-01-02", "10", "100"),
      sold("2020-02-02", "11", "100"),
      left("2020-02-03", "11"),
    ]);
    expect(gains.issues.map(({ code }) => code)).toEqual(["oversold", "oversold"]);
    expect(gains.quantity.toString()).toBe("10");
    expect(usWashSale([paidBack("2020-01-01", "5")]).issues.map(({ code }) => code)).toEqual(["oversold"]);
    expect(usWashSale([])).toMatchObject({ disposals: [], lots: [], issues: [] });
  });

  it("conserves cost and never disallows more than was lost, or replaces more than was bought", () => {
    fc.assert(
      fc.property(randomTrades, fc.boolean(), (rows, sameLotCounts) => {
        const gains = usWashSale(rows, { sameLotCounts });
        const leftOut = new Set(gains.issues.map(({ source }) => source.transactionId));
        let cost = new Decimal(0);
        for (const row of rows) {
          if (leftOut.has(row.transaction)) continue;
          if (row.kind === "acquisition") cost = cost.plus(row.cost);
          if (row.kind === "accumulation") cost = cost.plus(row.amount);
          if (row.kind === "capital-return") cost = cost.minus(row.amount);
        }
        const replaced = new Map<string, Decimal>();
        for (const one of gains.disposals) {
          cost = one.quantity.isZero() ? cost.plus(one.proceeds) : cost.minus(one.cost).plus(one.deniedLoss);
          for (const match of one.matches) {
            expect(match.deniedLoss.lte(Decimal.max(match.gain.neg(), 0))).toBe(true);
            for (const { transaction, quantity } of match.replacements)
              replaced.set(transaction, (replaced.get(transaction) ?? new Decimal(0)).plus(quantity));
          }
        }
        expect(cost.toFixed()).toBe(gains.cost.toFixed());
        const purchases = rows.filter((row) => row.kind === "acquisition");
        expect(purchases.every((row) => (replaced.get(row.transaction) ?? new Decimal(0)).lte(row.quantity))).toBe(
          true,
        );
      }),
    );
  });
});
