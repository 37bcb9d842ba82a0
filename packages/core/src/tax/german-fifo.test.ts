import { Decimal } from "@portfolio/core";
import { deFifo, type LotGains } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTrades } from "../../test/tax/random-trades.ts";
import { bought, kept, left, moved, paidBack, sold } from "../../test/tax/rows.ts";

function lots(gains: LotGains): string[] {
  return gains.lots.map(({ account, acquired, quantity, cost }) => `${account} ${quantity} of ${acquired}: ${cost}`);
}

describe("deFifo", () => {
  it("sells the oldest units of an account first, costs of both legs included", () => {
    const gains = deFifo([
      bought("2024-01-08", "100", "10010"),
      bought("2025-01-07", "50", "6010"),
      sold("2026-02-02", "120", "15590"),
    ]);
    expect(
      gains.disposals[0]!.matches.map(
        ({ rule, acquired, quantity, cost }) => `${rule} ${acquired} ${quantity} ${cost}`,
      ),
    ).toEqual(["fifo 2024-01-08 100 10010", "fifo 2025-01-07 20 2404"]);
    expect(gains.disposals[0]!.gain.toString()).toBe("3176");
    expect(lots(gains)).toEqual(["broker 30 of 2025-01-07: 3606"]);
  });

  it("keeps the order of each account by itself (EStG § 20 (4) sentence 7)", () => {
    const gains = deFifo([
      bought("2024-01-08", "10", "100"),
      bought("2024-02-08", "10", "200", { account: "second" }),
      sold("2026-02-02", "10", "300", { account: "second" }),
    ]);
    expect(gains.disposals[0]!.gain.toString()).toBe("100");
    expect(lots(gains)).toEqual(["broker 10 of 2024-01-08: 100"]);
  });

  it("takes the oldest units along in a transfer, and puts them where their dates say", () => {
    const gains = deFifo([
      bought("2024-01-08", "10", "100"),
      bought("2024-03-08", "10", "150"),
      bought("2024-02-08", "10", "200", { account: "second" }),
      moved("2024-05-01", "12", "second"),
      sold("2026-02-02", "15", "300", { account: "second" }),
    ]);
    expect(gains.disposals[0]!.matches.map(({ acquired, quantity }) => `${acquired} ${quantity}`)).toEqual([
      "2024-01-08 10",
      "2024-02-08 5",
    ]);
    expect(lots(gains)).toEqual([
      "second 5 of 2024-02-08: 100",
      "broker 8 of 2024-03-08: 120",
      "second 2 of 2024-03-08: 30",
    ]);
  });

  it("does not follow named lots, and says so", () => {
    const gains = deFifo([
      bought("2024-01-08", "10", "100"),
      bought("2024-03-08", "10", "150"),
      sold("2026-02-02", "10", "200", { lots: [{ transaction: "buy 2024-03-08", quantity: "10" }] }),
    ]);
    expect(gains.disposals[0]!.gain.toString()).toBe("100");
    expect(gains.issues.map(({ code }) => code)).toEqual(["tax-rule-unclear"]);
  });

  it("changes the cost of one account's units only, and sees what exceeds it as a gain", () => {
    const gains = deFifo([
      bought("2024-01-08", "10", "100"),
      bought("2024-01-09", "10", "100", { account: "second" }),
      kept("2024-12-31", "20"),
      paidBack("2025-12-31", "150"),
      left("2026-01-02", "5"),
    ]);
    expect(gains.disposals.map(({ gain }) => gain.toString())).toEqual(["30"]);
    expect(lots(gains)).toEqual(["broker 5 of 2024-01-08: 0", "second 10 of 2024-01-09: 100"]);
  });

  it("leaves out what an account does not hold, though another one does", () => {
    const gains = deFifo([
      bought("2024-01-08", "10", "100"),
      sold("2024-02-02", "5", "100", { account: "second" }),
      moved("2024-02-03", "11", "second"),
      paidBack("2024-02-04", "1", { account: "second" }),
    ]);
    expect(gains.issues.map(({ code }) => code)).toEqual(["oversold", "oversold", "oversold"]);
    expect(gains.disposals).toEqual([]);
    expect(deFifo([]).lots).toEqual([]);
  });

  it("conserves cost", () => {
    fc.assert(
      fc.property(randomTrades, (rows) => {
        const gains = deFifo(rows);
        const leftOut = new Set(gains.issues.map(({ source }) => source.transactionId));
        let cost = new Decimal(0);
        for (const row of rows) {
          if (leftOut.has(row.transaction)) continue;
          if (row.kind === "acquisition") cost = cost.plus(row.cost);
          if (row.kind === "accumulation") cost = cost.plus(row.amount);
          if (row.kind === "capital-return") cost = cost.minus(row.amount);
        }
        for (const one of gains.disposals)
          cost = one.quantity.isZero() ? cost.plus(one.proceeds) : cost.minus(one.cost);
        expect(cost.toFixed()).toBe(gains.cost.toFixed());
      }),
    );
  });
});
