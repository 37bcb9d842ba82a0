import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEpochDay } from "../calendar/plain-date.ts";
import { decimalTextOf } from "../numbers/decimal-column.ts";
import { processingOrder, sameDayStep } from "./same-day-order.ts";
import type { Transaction } from "./transaction.ts";
import { packTransactions } from "./pack-transactions.ts";
import { kindCode } from "./transaction-columns.ts";
import { type TransactionKind, transactionKinds } from "./transaction-kind.ts";

function ordered(kind: TransactionKind, tradeDate = "2025-01-02", time?: string) {
  return time === undefined ? { kind, tradeDate } : { kind, tradeDate, time };
}

describe("processingOrder", () => {
  it("puts the steps of a day in the order of docs/methods/same-day-order.md", () => {
    const steps: readonly (readonly TransactionKind[])[] = [
      ["split", "symbol-change", "merger", "spin-off"],
      ["deposit", "delivery-in", "staking-reward", "airdrop"],
      ["buy", "currency-exchange"],
      ["transfer-out", "transfer-in"],
      ["dividend", "interest", "return-of-capital", "accumulation", "fee-refund", "tax-refund"],
      ["sell"],
      ["fee", "tax", "interest-charge"],
      ["withdrawal", "delivery-out"],
    ];
    expect(steps.flat().toSorted()).toEqual([...transactionKinds].toSorted());
    steps.forEach((kinds, i) => kinds.forEach((kind) => expect(sameDayStep[kind]).toBe(i + 1)));
  });

  it("goes by date first, then step, then time, then entry", () => {
    const entries = [
      ordered("sell", "2025-01-03"),
      ordered("withdrawal"),
      ordered("buy", "2025-01-02", "15:00"),
      ordered("buy", "2025-01-02", "09:30"),
      ordered("deposit"),
    ];
    expect([...processingOrder(entries)]).toEqual([4, 3, 2, 1, 0]);
  });

  it("leaves one without a time behind the one entered before it", () => {
    const entries = [ordered("buy", "2025-01-02", "15:00"), ordered("buy"), ordered("buy", "2025-01-02", "09:00")];
    expect([...processingOrder(entries)]).toEqual([2, 0, 1]);
  });

  it("takes times of hours and minutes and such with seconds", () => {
    expect([
      ...processingOrder([ordered("buy", "2025-01-02", "09:30:01"), ordered("buy", "2025-01-02", "09:30")]),
    ]).toEqual([1, 0]);
  });

  it("does not depend on the order of entry where every date, step and time differs", () => {
    const entries = transactionKinds.map((kind, i) => ordered(kind, `2025-01-${10 + (i % 5)}`, `1${i % 10}:${10 + i}`));
    const wanted = [...processingOrder(entries)].map((i) => entries[i]);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect([...processingOrder(shuffled)].map((i) => shuffled[i])).toEqual(wanted);
      }),
      { seed: 9 },
    );
  });
});

describe("packTransactions", () => {
  const transactions: Transaction[] = [
    {
      id: "s",
      kind: "sell",
      account: "A",
      tradeDate: "2025-01-02",
      instrument: "X",
      quantity: "1",
      unitPrice: "2.50",
      currency: "USD",
    },
    {
      id: "b",
      kind: "buy",
      account: "B",
      tradeDate: "2025-01-02",
      instrument: "Y",
      quantity: "3",
      grossAmount: "9007199254740993",
      currency: "EUR",
      feeAmount: "0.10",
    },
    {
      id: "p",
      kind: "split",
      account: "A",
      tradeDate: "2025-01-02",
      instrument: "X",
      ratio: { numerator: "2", denominator: "1" },
    },
  ];

  it("puts them in processing order, column by column", () => {
    const columns = packTransactions(transactions);
    expect(columns.ids).toEqual(["p", "b", "s"]);
    expect([...columns.kind]).toEqual([kindCode.split, kindCode.buy, kindCode.sell]);
    expect([...columns.day]).toEqual(Array(3).fill(toEpochDay("2025-01-02")));
    expect([columns.accounts, columns.instruments, columns.currencies]).toEqual([
      ["A", "B"],
      ["X", "Y"],
      ["EUR", "USD"],
    ]);
    expect([[...columns.account], [...columns.instrument], [...columns.currency]]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [-1, 0, 1],
    ]);
    expect([0, 1, 2].map((row) => decimalTextOf(columns.grossAmount, row))).toEqual([
      undefined,
      "9007199254740993",
      undefined,
    ]);
    expect(decimalTextOf(columns.unitPrice, 2)).toBe("2.5");
    expect([...columns.details]).toEqual([[0, { ratio: { numerator: "2", denominator: "1" } }]]);
  });

  it("is plain data and refuses what is no decimal", () => {
    expect(structuredClone(packTransactions(transactions))).toEqual(packTransactions(transactions));
    expect(packTransactions([])).toMatchObject({ count: 0, ids: [] });
    const broken = { ...transactions[0]!, unitPrice: "2,50" } as Transaction;
    expect(() => packTransactions([broken])).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
  });

  it.each([
    { kind: "currency-exchange", grossAmount: "1", toCurrency: "USD", toAmount: "one" },
    { kind: "buy", instrument: "X", quantity: "1", instrumentGrossAmount: "1,0" },
    { kind: "sell", instrument: "X", quantity: "1", accruedInterest: "" },
    { kind: "sell", instrument: "X", quantity: "1", lots: [{ transaction: "b", quantity: "all" }] },
    { kind: "split", instrument: "X", ratio: { numerator: "2:1", denominator: "1" } },
    { kind: "spin-off", instrument: "X", toInstrument: "Y", costProportion: "10 %" },
  ])("refuses what is no decimal in a field that few transactions have: $kind", (fields) => {
    const broken = { id: "t", account: "A", tradeDate: "2026-01-01", currency: "EUR", ...fields } as Transaction;
    expect(() => packTransactions([broken])).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
  });
});
