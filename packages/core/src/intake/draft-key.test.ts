import { describe, expect, it } from "vitest";
import type { TransactionDraft } from "../transactions/transaction-draft.ts";
import { draftKey, draftKeys } from "./draft-key.ts";

const buy: TransactionDraft = {
  rows: [2],
  kind: "buy",
  tradeDate: "2025-01-02",
  instrument: { ticker: "EXA" },
  quantity: "1",
};

describe("draftKeys", () => {
  it("numbers identical drafts of one file", () => {
    const [first, second] = draftKeys([buy, { ...buy, rows: [3] }]);
    expect(second).toBe(`${first}#2`);
  });

  it("does not depend on lines, times and notes", () => {
    expect(draftKey({ ...buy, rows: [9], time: "10:00", note: "x" }, 1)).toBe(draftKey(buy, 1));
  });

  it("differs with every amount", () => {
    const changes: readonly Partial<TransactionDraft>[] = [
      { kind: "sell" },
      { tradeDate: "2025-01-03" },
      { quantity: "2" },
      { unitPrice: "1" },
      { grossAmount: "1" },
      { feeAmount: "1" },
      { taxAmount: "1" },
      { currency: "USD" },
      { toAmount: "1" },
      { ratio: { numerator: "2", denominator: "1" } },
      { accountReference: "1" },
      { instrument: { isin: "US00EXAMP012" } },
    ];
    const keys = draftKeys([buy, ...changes.map((change) => ({ ...buy, ...change }))]);
    expect(new Set(keys).size).toBe(changes.length + 1);
  });

  it("is the broker's id where there is one, so that a restated amount is the same event", () => {
    const first = { ...buy, externalId: "X1" };
    expect(draftKey({ ...first, feeAmount: "2" }, 1)).toBe(draftKey(first, 1));
  });

  it("cannot be forged by a separator in a text", () => {
    expect(draftKey({ ...buy, accountReference: "a|b" }, 1)).not.toBe(
      draftKey({ ...buy, accountReference: "a", instrument: { ticker: "b|EXA" } }, 1),
    );
    expect(draftKey({ ...buy, accountReference: "#2" }, 1).endsWith("#2")).toBe(false);
  });
});
