import { describe, expect, it } from "vitest";
import { validateTransaction } from "./validate-transaction.ts";

const buy = {
  id: "t",
  account: "a",
  kind: "buy",
  tradeDate: "2026-11-20",
  instrument: "i",
  quantity: "1.5",
  unitPrice: "10",
  currency: "USD",
};

describe("validating a transaction", () => {
  it.each([
    buy,
    { ...buy, kind: "delivery-in", time: "09:30", note: "" },
    { ...buy, lots: [{ transaction: "t0", quantity: "1" }] },
    { ...buy, kind: "deposit", grossAmount: "-5" },
    { ...buy, kind: "transfer-in", unitPrice: undefined },
    { id: "t", account: "a", kind: "transfer-out", tradeDate: "2026-11-20", currency: "CAD", grossAmount: "1" },
    { ...buy, kind: "split", ratio: { numerator: "4", denominator: "1" } },
    { ...buy, kind: "merger", toInstrument: "j" },
  ])("finds no fault in $kind", (transaction) => {
    expect(validateTransaction(transaction)).toBeUndefined();
  });

  it.each([
    ["kind", { ...buy, kind: "gift" }],
    ["kind", {}],
    ["id", { ...buy, id: "" }],
    ["account", { ...buy, account: undefined }],
    ["tradeDate", { ...buy, tradeDate: "2026-02-30" }],
    ["settlementDate", { ...buy, settlementDate: "soon" }],
    ["time", { ...buy, time: "24:00" }],
    ["instrument", { ...buy, instrument: undefined }],
    ["instrument", { ...buy, instrument: 7 }],
    ["quantity", { ...buy, quantity: "" }],
    ["currency", { ...buy, currency: undefined }],
    ["unitPrice", { ...buy, unitPrice: "1,5" }],
    ["feeAmount", { ...buy, feeAmount: 3 }],
    ["taxAmount", { ...buy, taxAmount: "1e999" }],
    ["grossAmount", { ...buy, kind: "deposit" }],
    ["grossAmount", { ...buy, kind: "dividend" }],
    ["grossAmount", { ...buy, kind: "transfer-in", instrument: undefined }],
    ["toCurrency", { ...buy, kind: "currency-exchange", grossAmount: "1" }],
    ["toAmount", { ...buy, kind: "currency-exchange", grossAmount: "1", toCurrency: "EUR" }],
    ["ratio", { ...buy, kind: "split" }],
    ["ratio", { ...buy, kind: "split", ratio: { numerator: "0", denominator: "1" } }],
    ["ratio", { ...buy, kind: "split", ratio: null }],
    ["toInstrument", { ...buy, kind: "spin-off" }],
    ["lots", { ...buy, lots: [{ transaction: "t0" }] }],
    ["lots", { ...buy, lots: "t0" }],
  ])("names %s where it is missing or wrong", (field, transaction) => {
    expect(validateTransaction(transaction)?.field).toBe(field);
  });
});
