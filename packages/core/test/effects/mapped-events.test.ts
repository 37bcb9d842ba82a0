import {
  bookedSum,
  cashBalancesOn,
  type CostBasisMethod,
  Decimal,
  externalFlows,
  holdingsOn,
  realizedGain,
  totalValueOn,
} from "@portfolio/core";
import { currencyGainOnCash } from "@portfolio/core/measures";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";

const day = "2025-05-05";

/** Before each: 5000 paid in, 100 X bought for 1000. On the day X closes at 12, R (a right) at 2, S at 3, B (a bond) at 0.98. */
const closes = { X: "12", R: "2", S: "3", B: "0.98" };
const before: readonly object[] = [
  { id: "d", kind: "deposit", account: "A", tradeDate: "2025-01-01", currency: "EUR", grossAmount: "5000" },
  {
    id: "x",
    kind: "buy",
    account: "A",
    tradeDate: "2025-01-02",
    instrument: "X",
    quantity: "100",
    grossAmount: "1000",
    currency: "EUR",
  },
];

interface Picture {
  /** "quantity for cost" by instrument. */
  readonly holdings: Readonly<Record<string, string>>;
  /** Beside the 4000 that were there. */
  readonly cash: string;
  readonly income?: string;
  readonly gain?: string;
  readonly fees?: string;
  readonly taxes?: string;
  readonly flow?: string;
}

/**
 * How each foreign event is booked, the table of docs/methods/transaction-effects.md; every figure by hand.
 */
const events: Readonly<Record<string, readonly [booked: readonly object[], picture: Picture]>> = {
  // 30 gross, 4.50 tax; 25.50 buys 2.125 X at 12.
  "dividend reinvested": [
    [
      { kind: "dividend", instrument: "X", grossAmount: "30", taxAmount: "4.5" },
      { kind: "buy", instrument: "X", quantity: "2.125", grossAmount: "25.5" },
    ],
    { holdings: { X: "102.125 for 1025.5" }, cash: "0", income: "30", taxes: "4.5" },
  ],
  // 3 X for 100 held, worth 36; the tax of 5 is paid in cash.
  "dividend in shares": [
    [
      { kind: "dividend", instrument: "X", grossAmount: "36", taxAmount: "5" },
      { kind: "buy", instrument: "X", quantity: "3", grossAmount: "36" },
    ],
    { holdings: { X: "103 for 1036" }, cash: "-5", income: "36", taxes: "5" },
  ],
  // 20 S for 100 X, worth 60: income of X, cost of S.
  "dividend in kind": [
    [
      { kind: "dividend", instrument: "X", grossAmount: "60" },
      { kind: "buy", instrument: "S", quantity: "20", grossAmount: "60" },
    ],
    { holdings: { X: "100 for 1000", S: "20 for 60" }, cash: "0", income: "60" },
  ],
  // One for ten: 110 units, the same cost.
  "bonus shares": [
    [{ kind: "split", instrument: "X", ratio: { numerator: "11", denominator: "10" } }],
    { holdings: { X: "110 for 1000" }, cash: "0" },
  ],
  // 100 X become 33 1/3; the third, 10 of cost, is paid out at 36 x 1/3 = 12 (its price after the split is 36).
  "cash in lieu of a fraction": [
    [
      { kind: "split", instrument: "X", ratio: { numerator: "1", denominator: "3" } },
      { kind: "sell", instrument: "X", quantity: "0.333333333333333333333333", grossAmount: "12" },
    ],
    { holdings: { X: "33 for 990" }, cash: "12", gain: "2" },
  ],
  "rights, sold": [
    [
      {
        kind: "spin-off",
        instrument: "X",
        toInstrument: "R",
        ratio: { numerator: "1", denominator: "1" },
        costProportion: "0",
      },
      { kind: "sell", instrument: "R", quantity: "100", grossAmount: "200", feeAmount: "3" },
    ],
    { holdings: { X: "100 for 1000", R: "0 for 0" }, cash: "197", gain: "197", fees: "3" },
  ],
  // A stated 5 % of the cost, 50, goes to the rights; they lapse.
  "rights with a proportion, lapsed": [
    [
      { kind: "spin-off", instrument: "X", toInstrument: "R", quantity: "100", costProportion: "0.05" },
      { kind: "sell", instrument: "R", quantity: "100", grossAmount: "0" },
    ],
    { holdings: { X: "100 for 950", R: "0 for 0" }, cash: "0", gain: "-50" },
  ],
  // 100 rights with a cost of 50 and 8 a share buy 10 X: the rights go at cost, which joins that of the shares.
  "rights with a proportion, exercised": [
    [
      { kind: "spin-off", instrument: "X", toInstrument: "R", quantity: "100", costProportion: "0.05" },
      { kind: "sell", instrument: "R", quantity: "100", grossAmount: "50" },
      { kind: "buy", instrument: "X", quantity: "10", grossAmount: "130", feeAmount: "1" },
    ],
    { holdings: { X: "110 for 1081", R: "0 for 0" }, cash: "-81", fees: "1" },
  ],
  "worthless expiry": [
    [{ kind: "sell", instrument: "X", quantity: "100", unitPrice: "0" }],
    { holdings: { X: "0 for 0" }, cash: "0", gain: "-1000" },
  ],
  // 1000 nominal at 98 % with 7 of interest, then a coupon of 20, then sold at 99 % with 3 of interest.
  "bond with accrued interest": [
    [
      { kind: "buy", instrument: "B", quantity: "1000", grossAmount: "980", accruedInterest: "7", feeAmount: "2" },
      { kind: "interest", instrument: "B", grossAmount: "20", taxAmount: "5" },
      { kind: "sell", instrument: "B", quantity: "1000", grossAmount: "990", accruedInterest: "3" },
    ],
    {
      holdings: { X: "100 for 1000", B: "0 for 0" },
      cash: "19",
      income: "16",
      gain: "8",
      fees: "2",
      taxes: "5",
    },
  ],
  // A gift of the broker at the close: money's worth from outside, not performance.
  "free share": [
    [{ kind: "delivery-in", instrument: "S", quantity: "1", grossAmount: "3" }],
    { holdings: { X: "100 for 1000", S: "1 for 3" }, cash: "0", flow: "3" },
  ],
  "cash bonus": [[{ kind: "deposit", grossAmount: "50" }], { holdings: { X: "100 for 1000" }, cash: "50", flow: "50" }],
  rebate: [
    [{ kind: "fee-refund", grossAmount: "4", instrument: "X" }],
    { holdings: { X: "100 for 1000" }, cash: "4", fees: "-4" },
  ],
  "lending income": [
    [{ kind: "interest", grossAmount: "6", instrument: "X" }],
    { holdings: { X: "100 for 1000" }, cash: "6", income: "6" },
  ],
  "stamp duty on a sale": [
    [{ kind: "sell", instrument: "X", quantity: "10", grossAmount: "120", feeAmount: "1.2" }],
    { holdings: { X: "90 for 900" }, cash: "118.8", gain: "18.8", fees: "1.2" },
  ],
};

function bookedIn(booked: readonly object[], method: CostBasisMethod) {
  const common = { account: "A", tradeDate: day, currency: "EUR" };
  const transactions = [...before, ...booked.map((fields, i) => ({ id: `t${i}`, ...common, ...fields }))];
  const dated = Object.fromEntries(Object.entries(closes).map(([id, close]) => [id, [[day, close]] as const]));
  const ledger = ledgerOf({ transactions, closes: dated, method });
  return { ledger, prices: pricesFrom(dated) };
}

const total = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce<Decimal>((sum, amount) => sum.plus(amount), new Decimal(0));

describe.each<CostBasisMethod>(["average-cost", "fifo"])("events that are booked as other kinds, %s", (method) => {
  it.each(Object.entries(events))("%s", (_, [booked, wanted]) => {
    const { ledger } = bookedIn(booked, method);
    const sum = (line: "income" | "fees" | "taxes") => String(bookedSum(ledger, line).base);
    expect(ledger.issues).toEqual([]);
    expect({
      holdings: Object.fromEntries(
        holdingsOn(ledger).map(({ instrument, quantity, costBasis }) => [
          instrument,
          `${quantity.toDecimalPlaces(12)} for ${costBasis.toDecimalPlaces(12)}`,
        ]),
      ),
      cash: String(total(cashBalancesOn(ledger).map(({ amount }) => amount)).minus(4000)),
      income: sum("income"),
      gain: String(realizedGain(ledger).base!.toDecimalPlaces(12)),
      fees: sum("fees"),
      taxes: sum("taxes"),
      flow: String(total(externalFlows(ledger, new Map()).map(({ amount }) => amount!)).minus(5000)),
    }).toEqual({ income: "0", gain: "0", fees: "0", taxes: "0", flow: "0", ...wanted });
  });

  it.each(Object.entries(events))("%s: what it is worth is explained to the last digit", (_, [booked]) => {
    const { ledger, prices } = bookedIn(booked, method);
    const end = totalValueOn(ledger, prices, day).known;
    const cash = total(cashBalancesOn(ledger).map(({ amount }) => amount));
    const cost = total(holdingsOn(ledger).map(({ baseCostBasis }) => baseCostBasis!));
    const flows = total(externalFlows(ledger, prices).map(({ amount }) => amount!));
    // Fees of trades are in cost or proceeds already.
    const charges = total(
      booked
        .map((fields) => fields as Record<string, string>)
        .filter(({ kind }) => kind === "fee" || kind === "fee-refund")
        .map(({ kind, grossAmount }) => new Decimal(grossAmount!).times(kind === "fee" ? 1 : -1)),
    );
    const explained = realizedGain(ledger)
      .base!.plus(end.minus(cash).minus(cost))
      .plus(bookedSum(ledger, "income").base!)
      .minus(charges)
      .minus(bookedSum(ledger, "taxes").base!)
      .plus(currencyGainOnCash(ledger, { on: day })!);
    expect(String(explained)).toBe(String(end.minus(flows)));
  });
});

describe("what would lose or make money out of nothing has no effect, and says so", () => {
  it.each<[string, object, string]>([
    [
      "a merger into nothing",
      { kind: "merger", instrument: "X", toInstrument: "S", quantity: "0" },
      "unsupported-kind",
    ],
    [
      "a spin-off of nothing",
      { kind: "spin-off", instrument: "X", toInstrument: "S", quantity: "0", costProportion: "0.1" },
      "unsupported-kind",
    ],
    [
      "a spin-off that states neither ratio nor quantity",
      { kind: "spin-off", instrument: "X", toInstrument: "S", costProportion: "0.1" },
      "unsupported-kind",
    ],
    ["an accumulation of nothing held", { kind: "accumulation", instrument: "S", grossAmount: "7" }, "oversold"],
  ])("%s", (_, fields, code) => {
    const { ledger } = bookedIn([fields], "fifo");
    expect(ledger.issues.map((issue) => issue.code)).toEqual([code]);
    expect(
      holdingsOn(ledger)
        .filter(({ quantity }) => !quantity.isZero())
        .map(({ instrument, costBasis }) => `${instrument} ${costBasis}`),
    ).toEqual(["X 1000"]);
    expect(String(bookedSum(ledger, "income").base)).toBe("0");
  });
});
