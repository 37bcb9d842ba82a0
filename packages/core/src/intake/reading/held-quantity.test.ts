import { expect, it } from "vitest";
import type { TransactionDraft } from "../../transactions/transaction-draft.ts";
import { heldAtStartOf } from "./held-quantity.ts";

it("adds up what was held before a day, through splits, in any order", () => {
  const draft = (
    kind: TransactionDraft["kind"],
    tradeDate: string,
    more: Partial<TransactionDraft>,
  ): TransactionDraft => ({
    rows: [1],
    kind,
    tradeDate,
    instrument: { ticker: "EXA" },
    ...more,
  });
  const drafts = [
    draft("sell", "2025-03-01", { quantity: "5" }),
    draft("split", "2025-02-01", { ratio: { numerator: "3", denominator: "2" } }),
    draft("buy", "2025-01-01", { quantity: "10" }),
    draft("buy", "2025-04-01", { quantity: "100" }),
    draft("buy", "2025-01-01", { quantity: "7", instrument: { ticker: "EXB" } }),
    draft("delivery-out", "2025-03-15", { quantity: "1" }),
  ];
  expect(heldAtStartOf("2025-04-01", "EXA", drafts).toString()).toBe("9");
});
