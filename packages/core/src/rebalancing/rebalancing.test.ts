import { Decimal } from "@portfolio/core";
import {
  drift,
  planRebalance,
  rebalanceHoldings,
  type RebalanceHolding,
  type RebalanceInput,
  type RebalancePlan,
  type TargetAllocation,
} from "@portfolio/core/allocation";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../../test/support/build.ts";

function held(
  instrument: string,
  quantity: string,
  unitPrice: string,
  more: Partial<RebalanceHolding> = {},
): RebalanceHolding {
  return { instrument, quantity, currency: "EUR", unitPrice, exchangeRate: "1", quantityStep: "0.01", ...more };
}

function weights(of: Readonly<Record<string, string>>, cash = "0"): TargetAllocation {
  return { targets: Object.entries(of).map(([instrument, weight]) => ({ instrument, weight })), cash };
}

type Full = Extract<RebalanceInput, { readonly tax?: never }>;

function plan(
  holdings: readonly RebalanceHolding[],
  target: TargetAllocation,
  more: Partial<Full> = {},
): RebalancePlan {
  return planRebalance({ mode: "full", holdings, target, cash: "0", ...more });
}

function shown({ trades }: RebalancePlan): string[] {
  return trades.map(({ side, quantity, instrument, reason }) => `${side} ${quantity} ${instrument} ${reason.code}`);
}

function skips({ skipped }: RebalancePlan): string[] {
  return skipped.map(
    ({ instrument, code, baseUndoneAmount }) => `${instrument} ${code} ${baseUndoneAmount?.toDecimalPlaces(4) ?? "?"}`,
  );
}

const half = weights({ a: "0.5", b: "0.5" });

describe("a plan of new cash alone", () => {
  // konilo.github.io, "Portfolio contribution complexities" (2026): 1,000 to 9,500 and 500 at 90 and 10 percent is 400 and
  // 600; to 28,500 and 1,500 the whole 1,000 goes to the second one, because nothing may be sold.
  it.each([
    ["9500", "500", ["buy 400 a new-cash", "buy 600 b new-cash"]],
    ["28500", "1500", ["buy 1000 b new-cash"]],
  ])("of %s and %s buys what is furthest below", (a, b, expected) => {
    const target = weights({ a: "0.9", b: "0.1" });
    const found = plan([held("a", a, "1"), held("b", b, "1")], target, {
      mode: "contribution-only",
      contribution: "1000",
    });
    expect(shown(found)).toEqual(expected);
  });

  it("leaves drifts as even as they can be, and the least sum of squares", () => {
    const holdings = [held("a", "100", "1"), held("b", "60", "1"), held("c", "20", "1"), held("d", "420", "1")];
    const target = weights({ a: "0.25", b: "0.25", c: "0.25", d: "0.25" });
    const found = plan(holdings, target, { mode: "contribution-only", contribution: "60" });
    // b and c are the lowest: 60 + 10 and 20 + 50.
    expect(shown(found)).toEqual(["buy 10 b new-cash", "buy 50 c new-cash"]);
    expect(skips(found)).toEqual(["a no-cash 65", "b no-cash 95", "c no-cash 95", "d only-buys 255"]);
  });

  it("spends neither older cash nor the reserve", () => {
    const holdings = [held("a", "0", "1")];
    const more = { mode: "contribution-only", contribution: "100" } as const;
    expect(shown(plan(holdings, weights({ a: "1" }), { ...more, cash: "900" }))).toEqual(["buy 100 a new-cash"]);
    expect(shown(plan(holdings, weights({ a: "1" }), { ...more, cash: "-30", reserve: "20" }))).toEqual([
      "buy 50 a new-cash",
    ]);
    expect(shown(plan(holdings, weights({ a: "1" }), { ...more, contribution: "0", cash: "900" }))).toEqual([]);
  });
});

describe("a plan for a withdrawal", () => {
  it("sells what is furthest above, never buys, and pays out exactly", () => {
    const found = plan([held("a", "700", "1"), held("b", "300", "1")], half, { mode: "withdrawal", withdrawal: "300" });
    expect(shown(found)).toEqual(["sell 300 a raise-cash"]);
    expect([found.withdrawnAmount, found.withdrawalShortfall, found.after.cash].map(String)).toEqual(["300", "0", "0"]);
  });

  it("takes cash first, rounds whole units up, and pays its fees out of the sale", () => {
    const found = plan([held("a", "10", "100", { quantityStep: "1" })], weights({ a: "1" }), {
      mode: "withdrawal",
      withdrawal: "300",
      cash: "50",
      fees: { flat: "1", fraction: "0.01" },
    });
    expect(shown(found)).toEqual(["sell 3 a raise-cash"]);
    expect([found.feeAmount, found.after.cash].map(String)).toEqual(["4", "46"]);
    expect(
      plan([held("a", "10", "100")], weights({ a: "1" }), { mode: "withdrawal", withdrawal: "50", cash: "50" }).trades,
    ).toEqual([]);
  });

  it("says what cannot be paid out", () => {
    const locked = plan([held("a", "700", "1"), held("b", "300", "1")], half, {
      mode: "withdrawal",
      withdrawal: "500",
      doNotSell: ["a"],
    });
    expect(shown(locked)).toEqual(["sell 300 b raise-cash"]);
    expect([locked.withdrawnAmount, locked.withdrawalShortfall, locked.after.cash].map(String)).toEqual([
      "300",
      "200",
      "0",
    ]);
    expect(skips(locked)[0]).toBe("a do-not-sell 350");
  });
});

describe("a full plan", () => {
  it("sells what has no target, and buys what is not held", () => {
    const found = plan([held("old", "10", "10"), held("new", "0", "3")], weights({ new: "1" }));
    expect(shown(found)).toEqual(["sell 10 old not-in-target", "buy 33.33 new underweight"]);
    expect(found.trades[1]!.reason).toEqual({
      code: "underweight",
      targetWeight: { value: 1 },
      weightBefore: { value: 0 },
      weightAfter: { value: 0.9999 },
    });
  });

  it("converts at the given rates and reports both currencies", () => {
    const found = plan(
      [held("a", "0", "50", { currency: "USD", exchangeRate: "0.8", quantityStep: "1" })],
      weights({ a: "1" }),
      {
        cash: "100",
      },
    );
    const [trade] = found.trades;
    expect([trade!.quantity, trade!.grossAmount, trade!.baseGrossAmount, trade!.baseCashChange].map(String)).toEqual([
      "2",
      "100",
      "80",
      "-80",
    ]);
  });

  it("buys whole units and lots, nearest to the target as far as cash goes", () => {
    const holdings = [held("a", "0", "70", { quantityStep: "1" }), held("b", "0", "3", { quantityStep: "10" })];
    const found = plan(holdings, half, { cash: "200" });
    expect(shown(found)).toEqual(["buy 1 a underweight", "buy 30 b underweight"]);
    expect(found.after.cash.toString()).toBe("40");
    expect(skips(plan([held("a", "10", "70", { quantityStep: "1" })], weights({ a: "1" }), { cash: "34" }))).toEqual([
      "a less-than-one-step 34",
    ]);
  });

  it("buys one unit more where that comes nearer, the largest gap first, ties by name", () => {
    const holdings = ["c", "b", "a"].map((instrument) => held(instrument, "0", "100", { quantityStep: "1" }));
    const thirds = weights({ a: "0.3333333334", b: "0.3333333333", c: "0.3333333333" });
    const found = plan(holdings, thirds, { cash: "800" });
    expect(shown(found)).toEqual(["buy 3 a underweight", "buy 3 b underweight", "buy 2 c underweight"]);
  });

  it("meets targets that fees have made smaller", () => {
    const found = plan(
      [held("a", "1000", "1", { quantityStep: "0.00000001" }), held("b", "0", "1", { quantityStep: "0.00000001" })],
      half,
      {
        fees: { fraction: "0.01" },
      },
    );
    const [sold, bought] = found.trades.map(({ quantity }) => quantity);
    // With s sold and p bought: s - 0.01 s = 1.01 p and 1000 - s = p, so s = 1010 / 2.
    expect(sold!.toNumber()).toBeCloseTo(1010 / 2, 7);
    expect(bought!.toNumber()).toBeCloseTo(1000 - 1010 / 2, 7);
    for (const {
      drift: { value },
    } of found.after.drift)
      expect(Math.abs(value!)).toBeLessThan(1e-9);
  });

  it("leaves out small trades, and those that cost as much as they move", () => {
    const holdings = [held("a", "520", "1"), held("b", "480", "1")];
    expect(skips(plan(holdings, half, { minimumTrade: "25" }))).toEqual(["a below-minimum 20", "b below-minimum 20"]);
    expect(plan(holdings, half, { fees: { flat: "20" } }).trades).toEqual([]);
    expect(shown(plan(holdings, half, { minimumTrade: "20" }))).toEqual([
      "sell 20 a overweight",
      "buy 20 b underweight",
    ]);
  });

  it("keeps the reserve beside the weights, and cash that is wished for inside them", () => {
    const found = plan([held("a", "0", "1"), held("b", "0", "1")], weights({ a: "0.5", b: "0.4" }, "0.1"), {
      cash: "1000",
      reserve: "200",
    });
    expect(shown(found)).toEqual(["buy 400 a underweight", "buy 320 b underweight"]);
    expect(found.after.cash.toString()).toBe("280");
    expect(found.after.drift.map(({ kind, key, weight }) => `${kind} ${key} ${weight.value}`)).toEqual([
      "instrument a 0.5",
      "instrument b 0.4",
      "cash cash 0.1",
    ]);
  });

  it("restores the reserve when cash is below it, also from what is below its target", () => {
    const found = plan([held("a", "1000", "1")], weights({ a: "1" }), { cash: "-100", reserve: "50" });
    expect(shown(found)).toEqual(["sell 150 a overweight"]);
    const locked = plan([held("a", "500", "1"), held("b", "500", "1")], weights({ a: "0.9", b: "0.1" }), {
      cash: "-100",
      doNotSell: ["b"],
    });
    expect(shown(locked)).toEqual(["sell 100 a raise-cash"]);
  });

  it("obeys the lists, and sells no more than there is use for", () => {
    const holdings = [held("a", "600", "1"), held("b", "400", "1")];
    const found = plan(holdings, half, { doNotBuy: ["b"] });
    expect(found.trades).toEqual([]);
    expect(skips(found)).toEqual(["a no-use-for-cash 100", "b do-not-buy 100"]);
    expect(skips(plan(holdings, half, { doNotSell: ["a"] }))).toEqual(["a do-not-sell 100", "b no-cash 100"]);
  });

  it("names what has no price, and leaves its part of the target out", () => {
    const unknown = { ...held("b", "5", "1"), unitPrice: undefined };
    const found = plan(
      [held("a", "60", "1"), unknown, held("c", "40", "1")],
      weights({ a: "0.25", b: "0.5", c: "0.25" }),
    );
    expect(found.isComplete).toBe(false);
    expect(shown(found)).toEqual(["sell 10 a overweight", "buy 10 c underweight"]);
    expect(skips(found)).toEqual(["b missing-price ?"]);
    const blind = plan([held("a", "60", "1"), unknown], weights({ b: "1" }));
    expect(blind.trades).toEqual([]);
    expect(skips(blind)).toEqual(["a targets-without-price 60", "b missing-price ?"]);
    const norate = { ...held("b", "5", "1"), exchangeRate: undefined };
    expect(skips(plan([norate, held("z", "9", "0")], half_of("b", "z")))).toEqual([
      "b missing-rate ?",
      "z worthless ?",
    ]);
  });

  it("has nothing to do for nothing", () => {
    const empty = plan([held("a", "0", "1")], weights({ a: "1" }));
    expect([empty.trades, empty.before.totalDrift]).toEqual([[], { value: undefined, reason: "no-capital" }]);
    expect(plan([], weights({}, "1"), { cash: "5" }).trades).toEqual([]);
    const huge = plan([held("a", "1e30", "1e20"), held("b", "0", "1e-12")], half);
    expect(huge.after.totalDrift.value).toBeLessThan(1e-9);
  });
});

function half_of(first: string, second: string): TargetAllocation {
  return weights({ [first]: "0.5", [second]: "0.5" });
}

describe("targets of categories", () => {
  const holdings = [held("a", "300", "1"), held("b", "100", "1"), held("c", "600", "1")];

  it("are divided as their instruments are held now", () => {
    const target = {
      targets: [
        { category: "x", weight: "0.8", members: ["b", "a"] },
        { instrument: "c", weight: "0.2" },
      ],
    };
    expect(shown(plan(holdings, target))).toEqual([
      "sell 400 c overweight",
      "buy 300 a underweight",
      "buy 100 b underweight",
    ]);
    const none = [held("a", "0", "1"), held("b", "0", "1"), held("c", "1000", "1")];
    expect(shown(plan(none, target))).toEqual([
      "sell 800 c overweight",
      "buy 400 a underweight",
      "buy 400 b underweight",
    ]);
  });

  it("or by given weights", () => {
    const target = {
      targets: [
        { category: "x", weight: "0.8", members: { a: "0.5", b: "0.5" } },
        { instrument: "c", weight: "0.2" },
      ],
    };
    expect(shown(plan(holdings, target))).toEqual([
      "sell 400 c overweight",
      "buy 100 a underweight",
      "buy 300 b underweight",
    ]);
  });

  it("leave a part that may not be bought to the others", () => {
    const target = {
      targets: [
        { category: "x", weight: "0.8", members: ["a", "b"] },
        { instrument: "c", weight: "0.2" },
      ],
    };
    expect(shown(plan(holdings, target, { doNotBuy: ["a"] }))).toEqual([
      "sell 400 c overweight",
      "buy 400 b underweight",
    ]);
  });
});

describe("tolerance bands", () => {
  // Swedroe's 5/25 rule as the White Coat Investor states it: 10 percent may go from 7.5 to 12.5, 60 from 55 to 65.
  const rule = { absolute: "0.05", relative: "0.25" };
  it.each([
    ["0.1", "0.125", false],
    ["0.1", "0.12501", true],
    ["0.1", "0.0749", true],
    ["0.1", "0.075", false],
    ["0.05", "0.0626", true],
    ["0.6", "0.65", false],
    ["0.6", "0.6500000001", true],
  ])("of a target of %s: %s is outside: %s", (target, weight, expected) => {
    const rest = (value: string): string => new Decimal(1).minus(value).toFixed();
    const lines = [
      { key: "it", marketValue: weight, target },
      { key: "rest", marketValue: rest(weight), target: rest(target) },
    ];
    expect(drift(lines, rule)[0]!.isOutsideBand).toBe(expected);
  });

  it("keep a plan from trading until a target leaves its band; then all go to their targets", () => {
    const inside = plan([held("a", "549", "1"), held("b", "451", "1")], half, { band: rule });
    expect(inside.trades).toEqual([]);
    expect(skips(inside)).toEqual(["a within-band 49", "b within-band 49"]);
    expect(shown(plan([held("a", "551", "1"), held("b", "449", "1")], half, { band: rule }))).toEqual([
      "sell 51 a overweight",
      "buy 51 b underweight",
    ]);
    expect(plan([held("a", "500", "1"), held("b", "480", "1")], half, { band: rule, cash: "20" }).trades).toEqual([]);
  });

  it("do not keep cash from coming in or going out", () => {
    const holdings = [held("a", "500", "1"), held("b", "500", "1")];
    expect(plan(holdings, half, { band: rule, mode: "contribution-only", contribution: "10" }).trades.length).toBe(2);
    expect(plan(holdings, half, { band: rule, mode: "withdrawal", withdrawal: "10" }).trades.length).toBe(2);
  });
});

describe("drift", () => {
  it("is in points and relative, and undefined without a value or a target", () => {
    const [a, b] = drift([
      { key: "a", marketValue: "75", target: "0.5" },
      { key: "b", marketValue: "25", target: "0" },
    ]);
    expect([a!.drift, a!.relativeDrift, a!.isOutsideBand]).toEqual([{ value: 0.25 }, { value: 0.5 }, false]);
    expect(b!.relativeDrift).toEqual({ value: undefined, reason: "no-capital" });
    const none = drift([{ key: "a", marketValue: "0", target: "1" }], { absolute: "0" });
    expect(none.map(({ weight, isOutsideBand }) => [weight.reason, isOutsideBand])).toEqual([["no-capital", false]]);
    expect(drift([])).toEqual([]);
  });

  it("refuses a negative band or target", () => {
    const line = { key: "a", marketValue: "1", target: "1" };
    for (const ask of [
      (): unknown => drift([{ ...line, target: "-1" }]),
      (): unknown => drift([line], { absolute: "-0.1" }),
    ])
      expect(ask).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
  });
});

describe("a plan with regard to tax", () => {
  const tax = { on: "2026-01-02", longHeldMonths: 12 };
  const lot = (
    transaction: string,
    acquiredOn: string,
    quantity: string,
    baseCostBasis: string,
  ): NonNullable<RebalanceHolding["lots"]>[number] => ({
    transaction,
    account: "broker",
    acquiredOn,
    quantity,
    baseCostBasis,
  });
  const lots = [
    lot("young small", "2025-06-01", "10", "90"),
    lot("old", "2020-06-01", "10", "50"),
    lot("young loss", "2025-07-01", "10", "130"),
    lot("young big", "2025-01-03", "10", "20"),
  ];
  const holdings = [held("a", "40", "10", { lots }), held("b", "0", "10")];
  const byTax = (weight: string, gainBudget?: string): RebalancePlan =>
    planRebalance({
      mode: "tax-aware",
      holdings,
      target: weights({ a: weight, b: new Decimal(1).minus(weight).toFixed() }),
      cash: "0",
      tax: { ...tax, ...(gainBudget === undefined ? {} : { gainBudget }) },
    });
  const sold = ({ trades }: RebalancePlan): string[] =>
    trades.flatMap((trade) =>
      trade.lots.map((one) => `${one.quantity} ${one.transaction} ${one.class} ${one.baseGain}`),
    );

  it("sells losses first, then what was held for long, then the smallest gain", () => {
    const found = byTax("0.1");
    expect(sold(found)).toEqual([
      "10 young loss loss -30",
      "10 old long-held 50",
      "10 young small short-held 10",
      "6 young big short-held 48",
    ]);
    expect(found.realizedGain!.toString()).toBe("78");
  });

  it("counts a lot as long-held only after more than the months", () => {
    const edge = [lot("year", "2025-01-02", "1", "5"), lot("year and a day", "2025-01-01", "1", "1")];
    const found = planRebalance({
      mode: "tax-aware",
      holdings: [held("a", "2", "10", { lots: edge }), held("b", "0", "10")],
      target: half,
      cash: "0",
      tax,
    });
    expect(sold(found)).toEqual(["1 year and a day long-held 9"]);
  });

  it("stops at the budget, and says what it left undone and what gain that would have been", () => {
    const found = byTax("0.5", "0");
    // The loss of 30 lets 6 of the old lot go, 5 of gain each.
    expect(sold(found)).toEqual(["10 young loss loss -30", "6 old long-held 30"]);
    expect(found.realizedGain!.toString()).toBe("0");
    expect(
      found.skipped.map(
        ({ instrument, code, baseUndoneAmount, baseGain }) => `${instrument} ${code} ${baseUndoneAmount} ${baseGain}`,
      ),
    ).toEqual(["a gain-budget 40 20", "b no-cash 40 undefined"]);
  });

  it("takes fees off the gain", () => {
    const found = planRebalance({
      mode: "tax-aware",
      holdings: [held("a", "40", "10", { lots, quantityStep: "1" }), held("b", "0", "10", { quantityStep: "1" })],
      target: weights({ a: "0.75", b: "0.25" }),
      cash: "0",
      tax,
      fees: { flat: "2" },
    });
    expect(found.trades[0]!.baseRealizedGain!.toString()).toBe("-32");
  });

  it("does not sell what has no known cost", () => {
    const unknown = [{ ...lots[0]!, baseCostBasis: undefined }];
    const found = planRebalance({
      mode: "tax-aware",
      holdings: [held("a", "10", "10", { lots: unknown }), held("b", "0", "10")],
      target: half,
      cash: "0",
      tax,
    });
    expect(skips(found)).toEqual(["a missing-cost 50", "b no-cash 50"]);
  });

  it("takes its lots from a ledger, in the base currency", () => {
    const place = { account: "broker", instrument: "a", currency: "USD", kind: "buy" };
    const ledger = ledgerOf({
      transactions: [
        { account: "broker", id: "d", kind: "deposit", tradeDate: "2024-01-01", currency: "USD", grossAmount: "1000" },
        { ...place, id: "first", tradeDate: "2024-01-02", quantity: "10", unitPrice: "10", feeAmount: "1" },
        { ...place, id: "second", tradeDate: "2025-06-02", quantity: "10", unitPrice: "30" },
        { account: "broker", id: "k", kind: "deposit", tradeDate: "2024-01-01", currency: "SEK", grossAmount: "5" },
      ],
      currencies: { a: "USD" },
      rates: {
        "USD/EUR": [
          ["2024-01-01", "0.9"],
          ["2025-06-01", "0.8"],
        ],
      },
      method: "fifo",
    });
    const prices = pricesFrom({ a: [["2026-01-02", "20"]], b: [["2026-01-02", "5"]] });
    const query = {
      on: "2026-01-02",
      quantityStep: (): string => "1",
      buyable: [{ instrument: "b", currency: "EUR" }],
    };
    const found = rebalanceHoldings(ledger, prices, query);
    expect(found.cash.toString()).toBe("479.2");
    expect(found.issues.map(({ code, source }) => `${code} ${source.currency}`)).toEqual(["missing-rate SEK"]);
    expect(
      found.holdings.map(
        ({ instrument, quantity, unitPrice, exchangeRate }) => `${instrument} ${quantity} ${unitPrice} ${exchangeRate}`,
      ),
    ).toEqual(["a 20 20 0.8", "b 0 5 1"]);
    expect(found.holdings[0]!.lots!.map(({ transaction, baseCostBasis }) => `${transaction} ${baseCostBasis}`)).toEqual(
      ["first 90.9", "second 240"],
    );
    const target = weights({ a: "0.2", b: "0.8" });
    const next = planRebalance({ mode: "tax-aware", ...found, target, tax });
    expect(sold(next)).toEqual(["10 second loss -80"]);
  });
});

describe("what a plan refuses", () => {
  const holdings = [held("a", "1", "1"), held("b", "1", "1")];
  it.each<[string, Partial<Full>, string]>([
    ["weights that do not add up to 1", { target: weights({ a: "0.5", b: "0.500000002" }) }, "invalid-weights"],
    ["a negative weight", { target: weights({ a: "1.5", b: "-0.5" }) }, "invalid-decimal"],
    [
      "two targets for one instrument",
      {
        target: {
          targets: [
            { instrument: "a", weight: "0.5" },
            { category: "x", weight: "0.5", members: ["a"] },
          ],
        },
      },
      "invalid-weights",
    ],
    [
      "a category without instruments",
      { target: { targets: [{ category: "x", weight: "1", members: [] }] } },
      "invalid-weights",
    ],
    [
      "shares of a category that do not add up to 1",
      { target: { targets: [{ category: "x", weight: "1", members: { a: "0.5", b: "0.4" } }] } },
      "invalid-weights",
    ],
    ["a target that is not among the holdings", { target: weights({ z: "1" }) }, "unknown-instrument"],
    ["a holding given twice", { holdings: [...holdings, held("a", "1", "1")] }, "invalid-identifier"],
    ["a negative price", { holdings: [held("a", "1", "-1"), held("b", "1", "1")] }, "invalid-decimal"],
    ["a step of 0", { holdings: [held("a", "1", "1", { quantityStep: "0" }), held("b", "1", "1")] }, "invalid-decimal"],
    ["a negative withdrawal", { withdrawal: "-1" }, "invalid-decimal"],
    ["a fee of everything", { fees: { fraction: "1" } }, "invalid-decimal"],
    ["text that is no number", { cash: "a lot" }, "invalid-decimal"],
  ])("%s", (_, more, code) => {
    expect(() => plan(holdings, half, more)).toThrowError(expect.objectContaining({ code }));
  });

  it("lots of more than is held", () => {
    const lots = [{ transaction: "t", account: "x", acquiredOn: "2020-01-01", quantity: "2", baseCostBasis: "1" }];
    const ask = (): unknown =>
      planRebalance({
        mode: "tax-aware",
        holdings: [held("a", "1", "1", { lots })],
        target: weights({ a: "1" }),
        cash: "0",
        tax: { on: "2026-01-01", longHeldMonths: 12 },
      });
    expect(ask).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
  });

  it("takes weights that are off by rounding", () => {
    expect(plan(holdings, weights({ a: "0.5", b: "0.5000000005" })).trades).toEqual([]);
  });
});

describe("what a plan says at its edges", () => {
  it("calls nothing too small where no trade was", () => {
    // One unit more of "world" would take more from cash, which has a target too, than it brings.
    const holdings = [
      held("acme", "44", "166.7356600", { quantityStep: "1" }),
      held("world", "100", "89.05", { quantityStep: "1" }),
    ];
    const target = weights({ acme: "0.3", world: "0.6" }, "0.1");
    const { skipped } = planRebalance({ mode: "full", holdings, target, cash: "4177.0504", fees: { flat: "5" } });
    expect(skipped.map(({ instrument, code }) => `${instrument}: ${code}`)).toEqual(["world: no-improvement"]);
  });

  it("comes to an end where a step is below the last of 60 digits", () => {
    const holdings = [
      held("dust", "10", "1e-65", { quantityStep: "1" }),
      held("world", "5", "50", { quantityStep: "1" }),
    ];
    const { trades } = planRebalance({
      mode: "full",
      holdings,
      target: weights({ dust: "0.5", world: "0.5" }),
      cash: "100",
    });
    expect(trades.map(({ side, instrument }) => `${side} ${instrument}`)).toEqual(["sell world", "buy dust"]);
  });

  it("refuses an amount that is missing", () => {
    const holdings = [held("world", null as unknown as string, "50")];
    expect(() => planRebalance({ mode: "full", holdings, target: weights({ world: "1" }), cash: "1" })).toThrowError(
      expect.objectContaining({ code: "invalid-decimal" }),
    );
  });
});
