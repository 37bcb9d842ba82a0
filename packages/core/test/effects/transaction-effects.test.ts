import {
  bookedSum,
  cashBalancesOn,
  externalFlows,
  holdingsOn,
  realizedGain,
  type TransactionKind,
  transactionKinds,
} from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../support/build.ts";

/** What one transaction does; G = 100, F = 3, T = 2, q = 4 unless the row says otherwise. Amounts that stay 0 are left out. */
interface Effect {
  readonly cash?: string;
  readonly quantity?: string;
  readonly cost?: string;
  readonly income?: string;
  readonly fees?: string;
  readonly taxes?: string;
  readonly gain?: string;
  readonly flow?: string;
}

const day = "2025-05-05";
const amounts = { currency: "EUR", grossAmount: "100", feeAmount: "3", taxAmount: "2" };
const units = { instrument: "X", quantity: "4" };

/** Before it: 10 units at a cost of 1000 and no cash. The close of the day is 30, so 4 units are worth 120. */
const before = {
  id: "before",
  kind: "delivery-in",
  account: "A",
  tradeDate: "2025-01-02",
  instrument: "X",
  quantity: "10",
  grossAmount: "1000",
  currency: "EUR",
};
const closes = {
  X: [
    ["2025-01-02", "100"],
    [day, "30"],
  ] as const,
};

/** House style section 6, row by row. */
const effects: Readonly<Partial<Record<TransactionKind, readonly [fields: object, effect: Effect]>>> = {
  buy: [
    { ...units, ...amounts },
    { cash: "-105", quantity: "4", cost: "103", fees: "3", taxes: "2" },
  ],
  sell: [
    { ...units, ...amounts },
    { cash: "95", quantity: "-4", cost: "-400", gain: "-303", fees: "3", taxes: "2" },
  ],
  deposit: [amounts, { cash: "95", flow: "100", fees: "3", taxes: "2" }],
  withdrawal: [amounts, { cash: "-105", flow: "-100", fees: "3", taxes: "2" }],
  "delivery-in": [
    { ...units, ...amounts },
    { quantity: "4", cost: "103", flow: "120", fees: "3", taxes: "2" },
  ],
  "delivery-out": [
    { ...units, ...amounts },
    { quantity: "-4", cost: "-400", gain: "-303", flow: "-120", fees: "3", taxes: "2" },
  ],
  dividend: [
    { instrument: "X", ...amounts },
    { cash: "95", income: "100", fees: "3", taxes: "2" },
  ],
  interest: [amounts, { cash: "95", income: "100", fees: "3", taxes: "2" }],
  "interest-charge": [amounts, { cash: "-105", income: "-100", fees: "3", taxes: "2" }],
  "return-of-capital": [
    { instrument: "X", ...amounts },
    { cash: "95", cost: "-100", fees: "3", taxes: "2" },
  ],
  accumulation: [
    { instrument: "X", ...amounts },
    { cash: "-5", cost: "100", income: "100", fees: "3", taxes: "2" },
  ],
  fee: [
    { currency: "EUR", grossAmount: "100" },
    { cash: "-100", fees: "100" },
  ],
  "fee-refund": [
    { currency: "EUR", grossAmount: "100" },
    { cash: "100", fees: "-100" },
  ],
  tax: [
    { currency: "EUR", grossAmount: "100" },
    { cash: "-100", taxes: "100" },
  ],
  "tax-refund": [
    { currency: "EUR", grossAmount: "100" },
    { cash: "100", taxes: "-100" },
  ],
  split: [{ instrument: "X", ratio: { numerator: "3", denominator: "2" } }, { quantity: "5" }],
  "staking-reward": [
    { ...units, currency: "EUR", grossAmount: "100", feeAmount: "3", taxAmount: "2" },
    { cash: "-5", quantity: "4", cost: "100", income: "100", fees: "3", taxes: "2" },
  ],
  airdrop: [
    { ...units, currency: "EUR", grossAmount: "100" },
    { quantity: "4", cost: "100", income: "100" },
  ],
};

function measured(transactions: readonly object[]): Record<keyof Effect, number> {
  const ledger = ledgerOf({ transactions: [before, ...transactions], closes });
  const [holding] = holdingsOn(ledger);
  const cash = cashBalancesOn(ledger).find(({ currency }) => currency === "EUR");
  const flows = externalFlows(ledger, pricesFrom(closes)).filter(({ row }) => ledger.columns.ids[row] !== "before");
  return {
    cash: Number(cash?.amount ?? 0),
    quantity: Number(holding!.quantity) - 10,
    cost: Number(holding!.costBasis) - 1000,
    income: Number(bookedSum(ledger, "income").base),
    fees: Number(bookedSum(ledger, "fees").base),
    taxes: Number(bookedSum(ledger, "taxes").base),
    gain: Number(realizedGain(ledger).base),
    flow: flows.reduce((sum, { amount }) => sum + Number(amount), 0),
  };
}

const nothing = { cash: 0, quantity: 0, cost: 0, income: 0, fees: 0, taxes: 0, gain: 0, flow: 0 };

describe("what each kind does to cash, quantity, cost, income, charges, gain and flows", () => {
  it.each(Object.entries(effects))("%s", (kind, [fields, effect]) => {
    const wanted = Object.fromEntries(Object.entries(effect).map(([cell, value]) => [cell, Number(value)]));
    expect(measured([{ id: "t", kind, account: "A", tradeDate: day, ...fields }])).toEqual({ ...nothing, ...wanted });
  });

  it("covers every kind but pairs, exchanges and corporate actions between two instruments", () => {
    const apart = ["transfer-in", "transfer-out", "currency-exchange", "merger", "spin-off", "symbol-change"];
    expect([...Object.keys(effects), ...apart].toSorted()).toEqual([...transactionKinds].toSorted());
  });

  it("a transfer of an instrument costs its fee and tax in cash and moves cost, without a flow", () => {
    const half = {
      account: "A",
      tradeDate: day,
      instrument: "X",
      quantity: "4",
      transferId: "m",
      currency: "EUR",
      feeAmount: "3",
      taxAmount: "2",
    };
    const out = { id: "o", kind: "transfer-out", ...half };
    const into = { id: "i", kind: "transfer-in", ...half, account: "B", feeAmount: "0", taxAmount: "0" };
    expect(measured([out, into])).toEqual({ ...nothing, cash: -5, fees: 3, taxes: 2 });
  });

  it("a transfer of cash moves its gross less charges, without a flow", () => {
    const half = { tradeDate: day, transferId: "m", currency: "EUR", grossAmount: "100" };
    const ledger = ledgerOf({
      transactions: [
        { id: "o", kind: "transfer-out", account: "A", ...half, feeAmount: "1" },
        { id: "i", kind: "transfer-in", account: "B", ...half },
      ],
    });
    expect(cashBalancesOn(ledger).map(({ account, amount }) => `${account} ${amount}`)).toEqual(["A -101", "B 100"]);
    expect(externalFlows(ledger, new Map())).toEqual([]);
    expect(externalFlows(ledger, new Map(), { accounts: ["B"] }).map(({ amount }) => String(amount))).toEqual(["100"]);
  });

  it("a currency exchange gives one currency and fee for another", () => {
    const exchange = {
      id: "x",
      kind: "currency-exchange",
      account: "A",
      tradeDate: day,
      currency: "EUR",
      grossAmount: "100",
      feeAmount: "3",
      toCurrency: "USD",
      toAmount: "110",
    };
    const cash = cashBalancesOn(ledgerOf({ transactions: [exchange] }));
    expect(cash.map(({ currency, amount }) => `${amount} ${currency}`)).toEqual(["-103 EUR", "110 USD"]);
  });

  it("accrued interest of a bond moves cash and is income, paid on a purchase and received on a sale", () => {
    const trade = {
      account: "A",
      tradeDate: day,
      instrument: "X",
      quantity: "4",
      currency: "EUR",
      grossAmount: "100",
      accruedInterest: "7",
    };
    expect(measured([{ id: "b", kind: "buy", ...trade }])).toEqual({
      ...nothing,
      cash: -107,
      quantity: 4,
      cost: 100,
      income: -7,
    });
    expect(measured([{ id: "s", kind: "sell", ...trade }])).toEqual({
      ...nothing,
      cash: 107,
      quantity: -4,
      cost: -400,
      gain: -300,
      income: 7,
    });
  });

  it.each(["merger", "spin-off", "symbol-change"])(
    "%s to an unknown instrument, or to itself, has no effect",
    (kind) => {
      const action = {
        id: "t",
        kind,
        account: "A",
        tradeDate: day,
        instrument: "X",
        currency: "EUR",
        grossAmount: "5",
      };
      for (const toInstrument of [undefined, "X"]) {
        const named = toInstrument === undefined ? {} : { toInstrument };
        const ledger = ledgerOf({ transactions: [before, { ...action, ...named }] });
        expect(ledger.issues.map(({ code }) => code)).toEqual(["unsupported-kind"]);
        expect(cashBalancesOn(ledger)).toEqual([]);
      }
    },
  );

  it("by option taxes enter cost, fees stay out", () => {
    const options = { feesInCost: false, taxesInCost: true };
    const ledger = ledgerOf({
      options,
      transactions: [{ id: "t", kind: "buy", account: "A", tradeDate: day, ...units, ...amounts }],
    });
    expect(String(holdingsOn(ledger)[0]?.costBasis)).toBe("102");
  });
});
