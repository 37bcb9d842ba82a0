import { fromEpochDay, PortfolioError, type Scope, scopeOfTags } from "@portfolio/core";
import { type DailyAmounts, dailyAmountOn, type DailySeries, dailySeries } from "@portfolio/core/measures";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";

const day = (d: number): string => `2025-03-0${d}`;

/** Account A: 1000 paid in and 10 X for 800. On 3 March 4 X and 50 of cash go to B, which is opened by that. */
const opening: LedgerOf = {
  closes: {
    X: [
      [day(1), "80"],
      [day(3), "90"],
      [day(4), "100"],
    ],
  },
  transactions: [
    { id: "d", kind: "deposit", account: "A", tradeDate: day(1), currency: "EUR", grossAmount: "1000" },
    {
      id: "b",
      kind: "buy",
      account: "A",
      tradeDate: day(1),
      instrument: "X",
      quantity: "10",
      unitPrice: "80",
      currency: "EUR",
    },
    { id: "o", kind: "transfer-out", account: "A", tradeDate: day(3), instrument: "X", quantity: "4", transferId: "m" },
    { id: "i", kind: "transfer-in", account: "B", tradeDate: day(3), instrument: "X", quantity: "4", transferId: "m" },
    {
      id: "co",
      kind: "transfer-out",
      account: "A",
      tradeDate: day(3),
      currency: "EUR",
      grossAmount: "50",
      transferId: "c",
    },
    {
      id: "ci",
      kind: "transfer-in",
      account: "B",
      tradeDate: day(3),
      currency: "EUR",
      grossAmount: "50",
      transferId: "c",
    },
    {
      id: "v",
      kind: "dividend",
      account: "B",
      tradeDate: day(4),
      instrument: "X",
      grossAmount: "8",
      taxAmount: "2",
      currency: "EUR",
    },
  ],
};

function seriesOf(of: LedgerOf, scope: Scope = {}, [from, to] = [day(1), day(4)]): DailySeries {
  return dailySeries(ledgerOf(of), pricesFrom(of.closes), { from, to, scope });
}

/** Each day of a figure as text, "?" where it is not known. */
function daysOf(amounts: DailyAmounts): string[] {
  return [...amounts.isKnown].map(
    (_, d) => dailyAmountOn(amounts, fromEpochDay(amounts.firstDay + d))?.toFixed() ?? "?",
  );
}

const rowsOf = (series: DailySeries): Record<string, string[]> =>
  Object.fromEntries(Object.entries(series).map(([name, amounts]: [string, DailyAmounts]) => [name, daysOf(amounts)]));

describe("dailySeries", () => {
  it("an account opened by a transfer brings its value in as a flow on that day", () => {
    expect(rowsOf(seriesOf(opening, { accounts: ["B"] }))).toEqual({
      marketValue: ["0", "0", "360", "400"],
      cash: ["0", "0", "50", "56"],
      totalValue: ["0", "0", "410", "456"],
      cost: ["0", "0", "320", "320"],
      netContribution: ["0", "0", "410", "410"],
      income: ["0", "0", "0", "8"],
    });
  });

  it("the account it came from loses the same; for both together nothing moved", () => {
    expect(daysOf(seriesOf(opening, { accounts: ["A"] }).netContribution)).toEqual(["1000", "1000", "590", "590"]);
    expect(rowsOf(seriesOf(opening, { accounts: ["A", "B"] }))).toEqual(rowsOf(seriesOf(opening)));
    expect(rowsOf(seriesOf(opening))).toEqual({
      marketValue: ["800", "800", "900", "1000"],
      cash: ["200", "200", "200", "206"],
      totalValue: ["1000", "1000", "1100", "1206"],
      cost: ["800", "800", "800", "800"],
      netContribution: ["1000", "1000", "1000", "1000"],
      income: ["0", "0", "0", "8"],
    });
  });

  it("an account opened by a deposit is a flow of the deposit", () => {
    const paidIn = { id: "n", kind: "deposit", account: "C", tradeDate: day(2), currency: "EUR", grossAmount: "70" };
    const of = { ...opening, transactions: [...opening.transactions, paidIn] };
    expect(daysOf(seriesOf(of, { accounts: ["C"] }).netContribution)).toEqual(["0", "70", "70", "70"]);
    expect(daysOf(seriesOf(of).netContribution)).toEqual(["1000", "1070", "1070", "1070"]);
  });

  it("an instrument inside an account has no cash; what crosses the account flows at market value, income flows out", () => {
    expect(rowsOf(seriesOf(opening, { accounts: ["B"], instruments: ["X"] }))).toEqual({
      marketValue: ["0", "0", "360", "400"],
      cash: ["0", "0", "0", "0"],
      totalValue: ["0", "0", "360", "400"],
      cost: ["0", "0", "320", "320"],
      netContribution: ["0", "0", "360", "352"],
      income: ["0", "0", "0", "8"],
    });
    expect(daysOf(seriesOf(opening, { instruments: ["X"] }).netContribution)).toEqual(["800", "800", "800", "792"]);
  });

  it("tags that nobody carries give a series of zeros", () => {
    const scope = scopeOfTags(["unheard of"], [{ id: "A" }], [{ id: "X" }]);
    expect(Object.values(rowsOf(seriesOf(opening, scope)))).toEqual(
      Array.from({ length: 6 }, () => ["0", "0", "0", "0"]),
    );
  });

  it("sums go back to the beginning of the ledger, not of the range", () => {
    const { netContribution, income } = seriesOf(opening, {}, [day(4), day(5)]);
    expect([daysOf(netContribution), daysOf(income)]).toEqual([
      ["1000", "1000"],
      ["8", "8"],
    ]);
  });

  it("a pair with halves on two days moves and flows on the day of its outgoing half, at what went out", () => {
    const late = opening.transactions.map((each) =>
      (each as { id: string }).id === "i" ? { ...each, tradeDate: day(4) } : each,
    );
    const { marketValue, netContribution } = seriesOf({ ...opening, transactions: late }, { accounts: ["B"] });
    expect([daysOf(marketValue), daysOf(netContribution)]).toEqual([
      ["0", "0", "360", "400"],
      ["0", "0", "410", "410"],
    ]);
  });

  it("half a transfer is a flow of the instrument, too", () => {
    const halves = opening.transactions.filter(({ id }: { id?: string }) => id !== "i");
    expect(daysOf(seriesOf({ ...opening, transactions: halves }, { instruments: ["X"] }).netContribution)).toEqual([
      "800",
      "800",
      "440",
      "432",
    ]);
  });

  it("cost is not known while units without a cost are held, and is again when they are gone", () => {
    const given = {
      id: "g",
      kind: "delivery-in",
      account: "A",
      tradeDate: day(2),
      instrument: "G",
      quantity: "1",
      currency: "EUR",
    };
    const sold = { ...given, id: "s", kind: "sell", tradeDate: day(4), grossAmount: "5" };
    const of = { ...opening, transactions: [...opening.transactions, given, sold] };
    const { cost, netContribution, marketValue } = seriesOf(of);
    expect([daysOf(cost), daysOf(netContribution), daysOf(marketValue)]).toEqual([
      ["800", "?", "?", "800"],
      ["1000", "?", "?", "?"],
      ["800", "?", "?", "1000"],
    ]);
    // The known part stays in the numbers.
    expect(Array.from(cost.high, (high, d) => (high + cost.low[d]!) / 10 ** cost.scale)).toEqual([800, 800, 800, 800]);
  });

  it("a merger inside the scope is no flow but for its cash; one that leads out of it flows at value", () => {
    const of: LedgerOf = {
      closes: { ...opening.closes, N: [[day(4), "30"]] },
      transactions: [
        ...opening.transactions.slice(0, 2),
        {
          id: "m",
          kind: "merger",
          account: "A",
          tradeDate: day(4),
          instrument: "X",
          toInstrument: "N",
          quantity: "20",
          currency: "EUR",
          grossAmount: "100",
        },
      ],
    };
    const flowsOf = (...instruments: string[]) => daysOf(seriesOf(of, { instruments }).netContribution).at(-1);
    expect([flowsOf("X", "N"), flowsOf("X"), flowsOf("N")]).toEqual(["700", "100", "600"]);
  });

  it("costs that no pair of doubles holds are rounded once, to 31 digits", () => {
    // A third of 10^12 + 1 at 1e-24 has 36 digits.
    const bought = {
      id: "b",
      kind: "buy",
      account: "A",
      tradeDate: day(1),
      instrument: "X",
      quantity: "3",
      grossAmount: "1000000000001",
      currency: "EUR",
    };
    const sold = { ...bought, id: "s", kind: "sell", tradeDate: day(2), quantity: "1" };
    const { cost } = seriesOf({ transactions: [bought, sold] });
    expect(daysOf(cost).slice(0, 2)).toEqual(["1000000000001", "666666666667.3333333333333333333"]);
    expect(cost.scale).toBe(19);
  });

  it("refuses a date outside the series", () => {
    expect(() => dailyAmountOn(seriesOf(opening).cash, day(5))).toThrow(PortfolioError);
    expect(() => dailyAmountOn(seriesOf(opening).cash, "2025-02-28")).toThrow(PortfolioError);
  });
});
