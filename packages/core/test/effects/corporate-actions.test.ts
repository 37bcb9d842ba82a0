import {
  bookedSum,
  cashBalancesOn,
  type CostBasisMethod,
  disposalsOf,
  externalFlows,
  holdingsOn,
  type Ledger,
  lotsOn,
  realizedGain,
} from "@portfolio/core";
import { instrumentFlows } from "@portfolio/core/measures";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";

const day = "2025-05-05";
const methods: readonly CostBasisMethod[] = ["average-cost", "fifo"];

/** Two purchases of X: 10 for 1000 and 20 for 2300, so 30 for 3300. */
const purchases = [
  {
    id: "b1",
    kind: "buy",
    account: "A",
    tradeDate: "2024-01-02",
    instrument: "X",
    quantity: "10",
    grossAmount: "1000",
    currency: "EUR",
  },
  {
    id: "b2",
    kind: "buy",
    account: "A",
    tradeDate: "2024-06-03",
    instrument: "X",
    quantity: "20",
    grossAmount: "2300",
    currency: "EUR",
  },
];
const action = { id: "t", account: "A", tradeDate: day, instrument: "X", toInstrument: "N" };

function picture(ledger: Ledger): Record<string, unknown> {
  return {
    issues: ledger.issues.map(({ code }) => code),
    holdings: holdingsOn(ledger).map(
      (h) => `${h.instrument} ${h.quantity} cost ${h.costBasis} base ${h.baseCostBasis}`,
    ),
    disposals: disposalsOf(ledger).map((d) => `${d.quantity} proceeds ${d.proceeds} cost ${d.cost} gain ${d.gain}`),
    cash: cashBalancesOn(ledger).map(({ amount, currency }) => `${amount} ${currency}`),
  };
}

function after(method: CostBasisMethod, event: object, of: Partial<LedgerOf> = {}): Ledger {
  return ledgerOf({ transactions: [...purchases, { ...action, ...event }], method, ...of });
}

describe.each(methods)("corporate actions, %s", (method) => {
  it("a merger in shares carries cost and dates over, without a gain", () => {
    const ledger = after(method, { kind: "merger", ratio: { numerator: "3", denominator: "2" } });
    expect(picture(ledger)).toEqual({
      issues: [],
      holdings: ["X 0 cost 0 base 0", "N 45 cost 3300 base 3300"],
      disposals: [],
      cash: ["-3300 EUR"],
    });
    const lots = lotsOn(ledger, { instrument: "N" }).map(
      (lot) => `${lot.quantity} of ${lot.acquiredOn} for ${lot.costBasis}`,
    );
    expect(lots).toEqual(
      method === "fifo" ? ["15 of 2024-01-02 for 1000", "30 of 2024-06-03 for 2300"] : ["45 of 2024-01-02 for 3300"],
    );
  });

  it("a merger for cash alone is a sale of everything", () => {
    // Hand: 3500 - 3300; the fee is a charge beside the gain (house style, section 6).
    const ledger = after(method, {
      kind: "merger",
      currency: "EUR",
      grossAmount: "3500",
      feeAmount: "7",
      taxAmount: "2",
    });
    expect(picture(ledger)).toEqual({
      issues: [],
      holdings: ["X 0 cost 0 base 0"],
      disposals: ["30 proceeds 3500 cost 3300 gain 200"],
      cash: ["191 EUR"],
    });
    expect(String(bookedSum(ledger, "fees").base)).toBe("7");
  });

  it("a mixed merger realizes gain on the cash part only, its share of the cost by market value", () => {
    // Hand: 15 N at 200 are 3000, cash 1000: a quarter of the cost, 825, goes with the cash; gain 175; 2475 stays.
    const ledger = after(
      method,
      { kind: "merger", ratio: { numerator: "1", denominator: "2" }, currency: "EUR", grossAmount: "1000" },
      { closes: { N: [[day, "200"]] } },
    );
    expect(picture(ledger)).toEqual({
      issues: [],
      holdings: ["X 0 cost 0 base 0", "N 15 cost 2475 base 2475"],
      disposals: ["0 proceeds 1000 cost 825 gain 175"],
      cash: ["-2300 EUR"],
    });
  });

  it("a mixed merger without any close says so and leaves all of the cost with the new units", () => {
    const ledger = after(method, { kind: "merger", quantity: "15", currency: "EUR", grossAmount: "1000" });
    expect(picture(ledger)).toEqual({
      issues: ["missing-price"],
      holdings: ["X 0 cost 0 base 0", "N 15 cost 3300 base 3300"],
      disposals: ["0 proceeds 1000 cost 0 gain 1000"],
      cash: ["-2300 EUR"],
    });
  });

  it("a spin-off moves its proportion of every lot, with the dates", () => {
    const ledger = after(method, {
      kind: "spin-off",
      ratio: { numerator: "1", denominator: "10" },
      costProportion: "0.2",
    });
    expect(picture(ledger)).toEqual({
      issues: [],
      holdings: ["X 30 cost 2640 base 2640", "N 3 cost 660 base 660"],
      disposals: [],
      cash: ["-3300 EUR"],
    });
    const lots = lotsOn(ledger).map(
      (lot) => `${lot.instrument} ${lot.quantity} of ${lot.acquiredOn} for ${lot.costBasis}`,
    );
    expect(lots).toEqual(
      method === "fifo"
        ? [
            "X 10 of 2024-01-02 for 800",
            "X 20 of 2024-06-03 for 1840",
            "N 1 of 2024-01-02 for 200",
            "N 2 of 2024-06-03 for 460",
          ]
        : ["X 30 of 2024-01-02 for 2640", "N 3 of 2024-01-02 for 660"],
    );
  });

  it("a spin-off without a proportion shares the cost by the closes of its day", () => {
    // Hand: 30 X at 90 are 2700, 3 N at 100 are 300: a tenth.
    const ledger = after(
      method,
      { kind: "spin-off", quantity: "3" },
      { closes: { X: [[day, "90"]], N: [[day, "100"]] } },
    );
    expect(picture(ledger)["holdings"]).toEqual(["X 30 cost 2970 base 2970", "N 3 cost 330 base 330"]);
  });

  it("a spin-off of which nothing is known leaves the cost where it is and says so", () => {
    const ledger = after(method, { kind: "spin-off", quantity: "3" });
    expect(picture(ledger)).toMatchObject({
      issues: ["missing-cost"],
      holdings: ["X 30 cost 3300 base 3300", "N 3 cost 0 base 0"],
    });
  });

  it("a symbol change concerns every account and changes nothing else", () => {
    const moved = [
      {
        id: "o",
        kind: "transfer-out",
        account: "A",
        tradeDate: "2024-07-01",
        instrument: "X",
        quantity: "10",
        transferId: "m",
      },
      {
        id: "i",
        kind: "transfer-in",
        account: "B",
        tradeDate: "2024-07-01",
        instrument: "X",
        quantity: "10",
        transferId: "m",
      },
    ];
    const ledger = ledgerOf({ transactions: [...purchases, ...moved, { ...action, kind: "symbol-change" }], method });
    const total = holdingsOn(ledger).map(
      (h) => `${h.instrument} ${h.quantity} ${h.costBasis} in ${h.accounts.join("+")}`,
    );
    expect(total).toEqual(["X 0 0 in A+B", "N 30 3300 in A+B"]);
    expect(ledger.issues).toEqual([]);
  });

  it("cost in another currency goes over at the rate of the day, cost in the base currency as it was settled", () => {
    // X in dollars, bought at 0.8 and 0.9; N in pounds at 0.5 pounds for a dollar on the day of the merger.
    const dollars = purchases.map((purchase) => ({ ...purchase, currency: "USD" }));
    const ledger = ledgerOf({
      transactions: [...dollars, { ...action, kind: "merger", ratio: { numerator: "1", denominator: "1" } }],
      method,
      currencies: { X: "USD", N: "GBP" },
      rates: {
        "USD/EUR": [
          ["2024-01-02", "0.8"],
          ["2024-06-03", "0.9"],
          [day, "1.1"],
        ],
        "USD/GBP": [[day, "0.5"]],
      },
    });
    // Hand: 3300 x 0.5 pounds; 1000 x 0.8 + 2300 x 0.9 euro.
    expect(picture(ledger)).toMatchObject({
      issues: [],
      holdings: ["X 0 cost 0 base 0", "N 30 cost 1650 base 2870"],
    });
  });

  it("nothing is lost in thirds: what moves and what stays add up to what was there", () => {
    const ledger = after(method, {
      kind: "spin-off",
      ratio: { numerator: "1", denominator: "3" },
      costProportion: "0.333333333333333333333333333333333333",
    });
    const [x, n] = holdingsOn(ledger);
    expect(String(x!.costBasis.plus(n!.costBasis))).toBe("3300");
    expect(String(realizedGain(ledger).base)).toBe("0");
  });

  it("an action on an instrument that is not held has no effect", () => {
    const ledger = ledgerOf({ transactions: [{ ...action, kind: "merger", quantity: "3" }] });
    expect(picture(ledger)).toMatchObject({ issues: ["oversold"], cash: [] });
  });

  it("in the scope of one instrument the new units leave the old one and enter the new one at their value", () => {
    // Hand: 15 N at 200 are 3000; the cash of 1000 less its fee of 10 goes out of X as well.
    const closes = { X: [[day, "130"]], N: [[day, "200"]] } as const;
    const merger = { kind: "merger", quantity: "15", currency: "EUR", grossAmount: "1000", feeAmount: "10" };
    const ledger = after(method, merger, { closes });
    const flowsOf = (instrument: string): string[] =>
      instrumentFlows(ledger, pricesFrom(closes), instrument)
        .filter(({ row }) => ledger.columns.ids[row] === "t")
        .map(({ amount }) => String(amount));
    expect(flowsOf("N")).toEqual(["3000"]);
    expect(flowsOf("X")).toEqual(["-3990"]);
    expect(externalFlows(ledger, pricesFrom(closes))).toEqual([]);
  });

  it("cash of a merger without a rate to the instrument's currency is named", () => {
    const ledger = after(method, { kind: "merger", quantity: "15", currency: "USD", grossAmount: "1000" });
    expect(ledger.issues.map(({ code }) => code)).toContain("missing-rate");
  });
});

describe("named lots", () => {
  const sale = { kind: "sell", account: "A", tradeDate: day, instrument: "X", currency: "EUR", grossAmount: "1" };

  it("need no name when everything goes: by a merger, a renaming or a sale", () => {
    for (const event of [
      { ...action, kind: "merger", quantity: "15" },
      { ...action, kind: "symbol-change" },
      { ...sale, id: "s", quantity: "30" },
    ]) {
      expect(ledgerOf({ transactions: [...purchases, event], method: "specific-lots" }).issues).toEqual([]);
    }
    const part = ledgerOf({
      transactions: [...purchases, { ...sale, id: "s", quantity: "12" }],
      method: "specific-lots",
    });
    expect(part.issues.map(({ code }) => code)).toEqual(["ambiguous-lots"]);
  });

  it("a sale taken back goes to the place of the lot that it took, whatever was bought since", () => {
    const rebought = { ...purchases[1]!, id: "b3", tradeDate: "2025-05-06", quantity: "5", grossAmount: "500" };
    const back = { ...sale, id: "c", tradeDate: "2025-05-07", quantity: "-30", grossAmount: "-1" };
    const ledger = ledgerOf({
      transactions: [...purchases, { ...sale, id: "s", quantity: "30" }, rebought, back],
      method: "fifo",
    });
    const lots = lotsOn(ledger).map((lot) => `${lot.quantity} of ${lot.acquiredOn} for ${lot.costBasis}`);
    expect(lots).toEqual(["30 of 2024-06-03 for 3300", "5 of 2025-05-06 for 500"]);
  });
});
