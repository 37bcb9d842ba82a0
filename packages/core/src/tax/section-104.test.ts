import { Decimal } from "@portfolio/core";
import { type GainDisposal, gainReport, type TaxGains, ukSection104 } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTrades } from "../../test/tax/random-trades.ts";
import { bought, kept, left, paidBack, sold, split } from "../../test/tax/rows.ts";

function shown({ matches }: GainDisposal): string[] {
  return matches.map(({ rule, acquired, quantity, cost }) => `${rule} ${acquired ?? "-"} ${quantity} ${cost}`);
}

function gainsOf({ disposals }: TaxGains): string[] {
  return disposals.map(({ gain }) => gain.toFixed());
}

describe("ukSection104", () => {
  // HMRC helpsheet HS284 (2021), example 2.
  it("matches a purchase of the next thirty days before the pool (HS284, example 2)", () => {
    const gains = ukSection104([
      bought("2019-01-01", "9500", "14250"),
      sold("2020-08-30", "4000", "6000"),
      bought("2020-09-11", "500", "850"),
    ]);
    expect(gainsOf(gains)).toEqual(["-100"]);
    expect(shown(gains.disposals[0]!)).toEqual(["30-days 2020-09-11 500 850", "section-104 - 3500 5250"]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["6000", "9000"]);
  });

  // HMRC helpsheet HS284, example 3 (also cgtcalc's HMRCExample1 at 8f7df22): 1,000 shares for 4,150, 500 for 2,130, fees
  // included; 700 sold for 3,260 net, 400 for 1,975 net.
  it("takes averages from the pool, and whole pounds in the person's favour (HS284, example 3)", () => {
    const gains = ukSection104([
      bought("2014-04-01", "1000", "4150"),
      bought("2017-09-01", "500", "2130"),
      sold("2018-05-01", "700", "3260"),
      sold("2019-02-01", "400", "1975"),
    ]);
    const rounded = gainReport({ gains: [gains], yearStart: { month: 4, day: 6 }, rounding: "whole-pounds" });
    expect(rounded.years[0]!.disposals.map(({ gain }) => gain.toString())).toEqual(["329", "300"]);
    expect(rounded.years[0]!.totals.net.toString()).toBe("629");
    expect(gains.cost.toDecimalPlaces(2).toString()).toBe("1674.67");
  });

  // HMRC cryptoassets manual CRYPTO22255, example 5.
  it("serves coins by the same rule (CRYPTO22255, example 5)", () => {
    const gains = ukSection104([
      bought("2020-01-01", "14000", "200000"),
      sold("2020-08-30", "4000", "160000"),
      bought("2020-09-11", "500", "17500"),
    ]);
    expect(gainsOf(gains)).toEqual(["92500"]);
    expect(gains.cost.toString()).toBe("150000");
  });

  it("counts the thirtieth day and not the thirty-first", () => {
    const buyBack = (date: string): string =>
      gainsOf(
        ukSection104([bought("2019-01-01", "10", "100"), sold("2020-01-01", "10", "50"), bought(date, "10", "40")]),
      )[0]!;
    expect(buyBack("2020-01-31")).toBe("10");
    expect(buyBack("2020-02-01")).toBe("-50");
  });

  it("serves the same day of a later disposal before the thirty days of an earlier one", () => {
    const gains = ukSection104([
      bought("2020-01-01", "100", "100"),
      sold("2020-03-25", "70", "350"),
      bought("2020-04-10", "60", "120"),
      sold("2020-04-10", "40", "240"),
    ]);
    expect(gains.disposals.map(shown)).toEqual([
      ["30-days 2020-04-10 20 40", "section-104 - 50 50"],
      ["same-day 2020-04-10 40 80"],
    ]);
  });

  it("makes one disposal of a day's sales and one purchase of a day's purchases", () => {
    const gains = ukSection104([
      bought("2020-01-01", "10", "100"),
      bought("2020-01-01", "10", "200", { transaction: "second" }),
      sold("2020-02-03", "5", "100"),
      sold("2020-02-03", "5", "140", { transaction: "another" }),
    ]);
    expect(gains.disposals).toHaveLength(1);
    expect(gains.disposals[0]!.transactions).toEqual(["sell 2020-02-03", "another"]);
    expect(gainsOf(gains)).toEqual(["90"]);
  });

  it("covers a sale by a purchase of the next days even when nothing was held", () => {
    const gains = ukSection104([sold("2020-01-01", "10", "50"), bought("2020-01-02", "10", "40")]);
    expect(gainsOf(gains)).toEqual(["10"]);
    expect(gains.issues).toEqual([]);
  });

  it("leaves a day out that sells more than there is, and gives its matches to others", () => {
    const gains = ukSection104([
      sold("2020-01-01", "15", "100"),
      sold("2020-01-05", "10", "80"),
      bought("2020-01-10", "10", "60"),
    ]);
    expect(gains.issues.map(({ code, source }) => [code, source.transactionId])).toEqual([
      ["oversold", "sell 2020-01-01"],
    ]);
    expect(gains.disposals.map(({ date }) => date)).toEqual(["2020-01-05"]);
    expect(gainsOf(gains)).toEqual(["20"]);
  });

  it("restates quantities by splits, also between a sale and the purchase it is matched with", () => {
    const gains = ukSection104([
      bought("2020-01-01", "30", "300"),
      sold("2020-02-01", "10", "150"),
      split("2020-02-10", "3", "2"),
      bought("2020-02-20", "6", "48"),
    ]);
    // 6 new shares are 4 of those sold; the other 6 come from the pool at 10 each.
    expect(shown(gains.disposals[0]!)).toEqual(["30-days 2020-02-20 4 48", "section-104 - 6 60"]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["36", "240"]);
    expect(gains.issues).toEqual([]);
  });

  it("counts a split once that two accounts list, and ends without a crumb where it does not come out even", () => {
    const gains = ukSection104([
      bought("2020-01-01", "10", "100"),
      split("2020-02-10", "2", "3"),
      { ...split("2020-02-10", "4", "6"), account: "other" },
      sold("2020-03-01", "6.666666666666666666666667", "90"),
    ]);
    expect(gainsOf(gains)).toEqual(["-10"]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["0", "0"]);
  });

  it("says that a purchase on the day of a split is unclear", () => {
    const gains = ukSection104([bought("2020-01-01", "10", "100"), split("2020-01-01", "2")]);
    expect(gains.issues.map(({ code }) => code)).toEqual(["tax-rule-unclear"]);
    expect(gains.quantity.toString()).toBe("10");
  });

  it("lowers the pool by capital returns, raises it by accumulations, and sees what exceeds it as a gain", () => {
    const gains = ukSection104([
      bought("2020-01-01", "10", "100"),
      paidBack("2020-02-01", "30"),
      kept("2020-03-01", "10"),
      paidBack("2020-04-01", "95"),
      sold("2020-05-01", "10", "60"),
    ]);
    expect(gains.disposals.map(({ date, quantity, gain }) => `${date} ${quantity} ${gain}`)).toEqual([
      "2020-04-01 0 15",
      "2020-05-01 10 60",
    ]);
    expect(gains.disposals[0]!.matches[0]!.rule).toBe("capital-return");
  });

  it("raises an issue for a capital return without a holding and a departure above it", () => {
    const gains = ukSection104([
      paidBack("2020-01-01", "10"),
      bought("2020-02-01", "5", "50"),
      left("2020-03-01", "6"),
    ]);
    expect(gains.issues.map(({ code }) => code)).toEqual(["oversold", "oversold"]);
    expect(gains.cost.toString()).toBe("50");
  });

  it("takes the cost of units that leave without a gain", () => {
    const gains = ukSection104([bought("2020-01-01", "10", "100"), left("2020-02-01", "4")]);
    expect(gains.disposals).toEqual([]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["6", "60"]);
  });

  it("leaves out accounts that are not taxable", () => {
    const gains = ukSection104([
      bought("2020-01-01", "10", "100"),
      bought("2020-01-02", "10", "900", { treatment: "registered", account: "isa" }),
      sold("2020-03-01", "10", "150"),
    ]);
    expect(gainsOf(gains)).toEqual(["50"]);
  });

  it("answers nothing for no rows, and a total loss for worthless shares", () => {
    expect(ukSection104([])).toEqual({
      rule: "uk-section-104",
      instrument: undefined,
      disposals: [],
      quantity: new Decimal(0),
      cost: new Decimal(0),
      issues: [],
    });
    expect(gainsOf(ukSection104([bought("2020-01-01", "10", "100"), sold("2020-06-01", "10", "0")]))).toEqual(["-100"]);
  });

  it("keeps huge and tiny numbers exact", () => {
    const gains = ukSection104([
      bought("2020-01-01", "123456789012345678901234567890.123456789012345678", "1e40"),
      bought("2020-01-02", "0.000000000000000001", "0.000000000000000000000001"),
      sold("2020-06-01", "123456789012345678901234567890.123456789012345679", "1e40"),
    ]);
    expect(gainsOf(gains)).toEqual(["-0.000000000000000000000001"]);
    expect(gains.quantity.toString()).toBe("0");
  });

  it("refuses rows of two instruments, a quantity of 0, and a ratio that is none", () => {
    const other = bought("2020-01-01", "1", "1", { instrument: "other" });
    expect(() => ukSection104([bought("2020-01-01", "1", "1"), other])).toThrow(/belongs to "other"/);
    expect(() => ukSection104([bought("2020-01-01", "0", "1")])).toThrow(/must be above 0/);
    expect(() => ukSection104([split("2020-01-01", "0")])).toThrow(/ratio/);
    expect(() => ukSection104([bought("2020-13-01", "1", "1")])).toThrow(/is not a date/);
  });
});

describe("ukSection104 on any rows", () => {
  const figures = ({ disposals, quantity, cost }: TaxGains): unknown => ({
    held: [quantity.toFixed(), cost.toFixed()],
    disposals: disposals.map((one) => [one.date, one.quantity.toFixed(), one.proceeds.toFixed(), shown(one)]),
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(
        randomTrades.map((rows) => rows.filter(({ kind }) => kind === "acquisition" || kind === "disposal")),
        fc.infiniteStream(fc.nat()),
        (rows, keys) => {
          const mixed = rows.map((row) => ({ row, key: keys.next().value as number }));
          mixed.sort((a, b) => a.key - b.key);
          expect(figures(ukSection104(mixed.map(({ row }) => row)))).toEqual(figures(ukSection104(rows)));
        },
      ),
    );
  });

  it("matches every unit that is sold, and loses no cost", () => {
    fc.assert(
      fc.property(randomTrades, (rows) => {
        const gains = ukSection104(rows);
        const leftOut = new Set(gains.issues.map(({ source }) => source.transactionId));
        let cost = new Decimal(0);
        for (const row of rows) {
          if (leftOut.has(row.transaction)) continue;
          if (row.kind === "acquisition") cost = cost.plus(row.cost);
          if (row.kind === "accumulation") cost = cost.plus(row.amount);
          if (row.kind === "capital-return") cost = cost.minus(row.amount);
        }
        for (const disposal of gains.disposals) {
          const units = disposal.matches.reduce((sum, match) => sum.plus(match.quantity), new Decimal(0));
          const proceeds = disposal.matches.reduce((sum, match) => sum.plus(match.proceeds), new Decimal(0));
          expect(proceeds.toFixed()).toBe(disposal.proceeds.toFixed());
          expect(units.toFixed()).toBe(disposal.quantity.toFixed());
          // A capital return above the cost lowered it by less than it paid.
          cost = disposal.quantity.isZero() ? cost.plus(disposal.proceeds) : cost.minus(disposal.cost);
        }
        expect(cost.toFixed()).toBe(gains.cost.toFixed());
      }),
    );
  });

  it("scales with the amounts", () => {
    fc.assert(
      fc.property(randomTrades, (rows) => {
        const tenfold = rows.map((row) => {
          if (row.kind === "acquisition") return { ...row, cost: new Decimal(row.cost).times(1000).toFixed() };
          if (row.kind === "disposal") return { ...row, proceeds: new Decimal(row.proceeds).times(1000).toFixed() };
          return "amount" in row ? { ...row, amount: new Decimal(row.amount).times(1000).toFixed() } : row;
        });
        const [plain, scaled] = [ukSection104(rows), ukSection104(tenfold)];
        plain.disposals.forEach(({ gain }, at) =>
          expect(scaled.disposals[at]!.gain.minus(gain.times(1000)).abs().lt("1e-18")).toBe(true),
        );
      }),
    );
  });
});
