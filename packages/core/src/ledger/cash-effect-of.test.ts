import { expect, it } from "vitest";
import type { Transaction } from "../transactions/transaction.ts";
import { cashEffectOf } from "./cash-effect.ts";

const base = { id: "t", account: "a", tradeDate: "2026-11-20", currency: "USD" };

it.each([
  [{ kind: "buy", instrument: "i", quantity: "10", unitPrice: "90", feeAmount: "1" }, "-901"],
  [{ kind: "sell", instrument: "i", quantity: "10", unitPrice: "90", feeAmount: "1", taxAmount: "2" }, "897"],
  [{ kind: "deposit", grossAmount: "100.50" }, "100.5"],
  [{ kind: "accumulation", instrument: "i", grossAmount: "40", taxAmount: "3" }, "-3"],
  [{ kind: "transfer-out", instrument: "i", quantity: "5", feeAmount: "25" }, "-25"],
  [{ kind: "transfer-out", instrument: "i", quantity: "5" }, undefined],
  [{ kind: "split", instrument: "i", ratio: { numerator: "4", denominator: "1" } }, undefined],
] as const)("%o moves %s", (fields, amount) => {
  expect(cashEffectOf({ ...base, ...fields } as Transaction)).toBe(amount);
});
