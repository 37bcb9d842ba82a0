import { cashBalancesOn, holdingsOn, packTransactions, type Transaction } from "@portfolio/core";
import { expect, it } from "vitest";
import { ledgerOf } from "../support/build.ts";

const purchase = { id: "p", account: "A", kind: "buy", tradeDate: "2026-01-05", instrument: "X", currency: "EUR" };

it("a purchase that states no amount has an incomplete cost, and says so", () => {
  const ledger = ledgerOf({ transactions: [{ ...purchase, quantity: "10" }] });
  expect(ledger.issues.map(({ code, source }) => [code, source.transactionId])).toEqual([["missing-cost", "p"]]);
  expect(holdingsOn(ledger)[0]).toMatchObject({ isCostComplete: false });
  expect(cashBalancesOn(ledger)).toEqual([]);
});

it("a purchase at a price of 0 is complete", () => {
  const ledger = ledgerOf({ transactions: [{ ...purchase, quantity: "10", unitPrice: "0" }] });
  expect(ledger.issues).toEqual([]);
  expect(holdingsOn(ledger)[0]).toMatchObject({ isCostComplete: true });
});

it.each([
  ["kind", { kind: "Sell", quantity: "1", unitPrice: "1" }, "invalid-transaction"],
  ["quantity", { quantity: 12, unitPrice: "1" }, "invalid-decimal"],
  ["date", { quantity: "1", unitPrice: "1", tradeDate: "2026-1-5" }, "invalid-date"],
])("what types would refuse is refused without them, too: %s", (_, fields, code) => {
  const transaction = { ...purchase, ...fields } as unknown as Transaction;
  expect(() => packTransactions([transaction])).toThrowError(expect.objectContaining({ code }));
});

it("a cost-basis method that is none is refused, not taken for another", () => {
  expect(() => ledgerOf({ transactions: [], method: "FIFO" as "fifo" })).not.toThrow();
  expect(() =>
    ledgerOf({ transactions: [{ ...purchase, quantity: "1", unitPrice: "1" }], method: "FIFO" as "fifo" }),
  ).toThrowError(expect.objectContaining({ code: "invalid-identifier" }));
});
