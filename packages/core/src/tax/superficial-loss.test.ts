import { Decimal } from "@portfolio/core";
import { caSuperficialLoss, type SuperficialLossGains } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTrades } from "../../test/tax/random-trades.ts";
import { bought, left, paidBack, sold, split } from "../../test/tax/rows.ts";

function shown({ disposals }: SuperficialLossGains): string[] {
  return disposals.map(({ recognizedGain, deniedLoss }) => `${recognizedGain} denied ${deniedLoss}`);
}

describe("caSuperficialLoss", () => {
  // Interpretation bulletin IT-456R, paragraph 12: min(20 sold, 15 bought, 15 left) / 20 = 15/20 of the loss.
  it("denies the least of sold, bought and held, over sold (IT-456R: 15/20)", () => {
    const gains = caSuperficialLoss([
      bought("2024-01-02", "20", "400"),
      sold("2024-06-03", "20", "300"),
      bought("2024-06-10", "15", "225"),
    ]);
    expect(shown(gains)).toEqual(["-25 denied 75"]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["15", "300"]);
  });

  // tsiemens/acb tests at 2329b8e (MIT), as the shared case tax-canada/superficial-6.
  it("counts what is held at the end of the window, by settlement date", () => {
    const settled = (date: string): { readonly settlementDate: string } => ({ settlementDate: date });
    const gains = caSuperficialLoss([
      bought("2017-01-02", "10", "12", settled("2017-01-04")),
      sold("2017-01-03", "10", "2", settled("2017-01-05")),
      bought("2017-01-04", "5", "7", settled("2017-01-06")),
      sold("2017-01-05", "2", "0.4", settled("2017-01-07")),
      sold("2017-02-20", "3", "0.6", settled("2017-02-22")),
    ]);
    expect(shown(gains)).toEqual(["-7 denied 3", "0 denied 3.6", "-9 denied 0"]);
    expect(gains.costsAfter.map(({ quantity, cost }) => `${quantity} ${cost}`)).toEqual([
      "10 12",
      "0 3",
      "5 10",
      "3 9.6",
      "0 0",
    ]);
  });

  it("settles a window by the settlement date, not the trade date", () => {
    const buyBack = (settlementDate: string): string =>
      shown(
        caSuperficialLoss([
          bought("2024-01-02", "10", "100"),
          sold("2024-06-03", "10", "50", { settlementDate: "2024-06-05" }),
          bought("2024-07-04", "10", "60", { settlementDate }),
        ]),
      )[0]!;
    expect(buyBack("2024-07-05")).toBe("0 denied 50");
    expect(buyBack("2024-07-06")).toBe("-50 denied 0");
  });

  it("counts thirty days before the sale, and not thirty-one", () => {
    const early = (date: string): string =>
      shown(
        caSuperficialLoss([bought("2023-01-02", "10", "100"), bought(date, "5", "50"), sold("2024-06-03", "10", "50")]),
      )[0]!;
    expect(early("2024-05-04")).toBe("-25 denied 25");
    expect(early("2024-05-03")).toBe("-50 denied 0");
  });

  it("lets a purchase come before a sale of its day, whatever the order of rows", () => {
    const gains = caSuperficialLoss([sold("2024-06-03", "10", "150"), bought("2024-06-03", "10", "100")]);
    expect(shown(gains)).toEqual(["50 denied 0"]);
    expect(gains.issues).toEqual([]);
  });

  // Canada, distributions 500, 600, 100 on a cost of 1010: costs 510, 0, 0 and gains 90, 100 (adjustedcostbase.ca).
  it("lowers the cost by returns of capital, never below 0", () => {
    const gains = caSuperficialLoss([
      bought("2020-01-02", "100", "1010"),
      paidBack("2020-12-31", "500"),
      paidBack("2021-12-31", "600"),
      paidBack("2022-12-31", "100"),
    ]);
    expect(gains.costsAfter.map(({ cost }) => cost.toString())).toEqual(["1010", "510", "0", "0"]);
    expect(gains.disposals.map(({ gain }) => gain.toString())).toEqual(["90", "100"]);
  });

  it("loses for good what only a registered account replaces", () => {
    const gains = caSuperficialLoss([
      bought("2024-01-02", "10", "100"),
      sold("2024-06-03", "10", "50"),
      bought("2024-06-05", "4", "20"),
      bought("2024-06-06", "3", "15", { account: "rrsp", treatment: "registered" }),
    ]);
    // 7 of 10 are replaced, 4 of them where a cost can take the loss.
    expect(shown(gains)).toEqual(["-15 denied 35"]);
    expect(gains.cost.toString()).toBe("40");
  });

  it("asks a person about an affiliated person's purchase, and takes what they enter", () => {
    const rows = [
      bought("2024-01-02", "10", "100"),
      sold("2024-06-03", "10", "50"),
      bought("2024-06-05", "10", "55", { account: "spouse", treatment: "affiliated" }),
    ];
    const asked = caSuperficialLoss(rows);
    expect(asked.issues.map(({ code, source }) => [code, source.transactionId])).toEqual([
      ["tax-rule-unclear", "sell 2024-06-03"],
    ]);
    expect(shown(asked)).toEqual(["-50 denied 0"]);
    const entered = caSuperficialLoss(rows, { statedDenials: new Map([["sell 2024-06-03", "50"]]) });
    expect(shown(entered)).toEqual(["0 denied 50"]);
    expect(entered.cost.toString()).toBe("0");
    expect(entered.issues).toEqual([]);
    const beyond = caSuperficialLoss(rows, { statedDenials: new Map([["sell 2024-06-03", "80.123"]]) });
    expect(shown(beyond)).toEqual(["0 denied 50"]);
  });

  it("does not deny a gain, and leaves an oversell out of everything", () => {
    const gains = caSuperficialLoss([
      bought("2024-01-02", "10", "100"),
      sold("2024-06-03", "5", "80"),
      sold("2024-06-04", "6", "10"),
      bought("2024-06-05", "5", "55"),
    ]);
    expect(shown(gains)).toEqual(["30 denied 0"]);
    expect(gains.issues.map(({ code }) => code)).toEqual(["oversold"]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["10", "105"]);
  });

  it("restates quantities of the window by splits", () => {
    const gains = caSuperficialLoss([
      bought("2024-01-02", "10", "100"),
      sold("2024-06-03", "10", "50"),
      split("2024-06-10", "4"),
      bought("2024-06-12", "20", "30"),
    ]);
    // 20 new shares are 5 of those sold.
    expect(shown(gains)).toEqual(["-25 denied 25"]);
    expect(gains.costsAfter.at(-1)).toEqual({
      transaction: "buy 2024-06-12",
      quantity: new Decimal(20),
      cost: new Decimal(55),
    });
  });

  it("takes units that leave along with their cost", () => {
    const gains = caSuperficialLoss([bought("2024-01-02", "10", "100"), left("2024-02-02", "10")]);
    expect([gains.quantity.toString(), gains.cost.toString()]).toEqual(["0", "0"]);
    expect(caSuperficialLoss([]).disposals).toEqual([]);
  });

  it("conserves cost: what came in, and denied losses, left with disposals or is held", () => {
    fc.assert(
      fc.property(randomTrades, (rows) => {
        const gains = caSuperficialLoss(rows);
        const leftOut = new Set(gains.issues.map(({ source }) => source.transactionId));
        let cost = new Decimal(0);
        for (const row of rows) {
          if (leftOut.has(row.transaction)) continue;
          if (row.kind === "acquisition") cost = cost.plus(row.cost);
          if (row.kind === "accumulation") cost = cost.plus(row.amount);
          if (row.kind === "capital-return") cost = cost.minus(row.amount);
        }
        for (const one of gains.disposals) {
          expect(one.recognizedGain.toFixed()).toBe(one.gain.plus(one.deniedLoss).toFixed());
          expect(one.deniedLoss.lte(Decimal.max(one.gain.neg(), 0))).toBe(true);
          cost = one.quantity.isZero() ? cost.plus(one.proceeds) : cost.minus(one.cost).plus(one.deniedLoss);
        }
        expect(cost.toFixed()).toBe(gains.cost.toFixed());
      }),
    );
  });
});
