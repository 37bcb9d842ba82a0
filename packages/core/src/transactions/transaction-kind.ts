/** Every kind of event a ledger knows, in a fixed order: the index is the code in stored columns. Append only. */
export const transactionKinds = [
  "buy",
  "sell",
  "deposit",
  "withdrawal",
  "transfer-in",
  "transfer-out",
  "delivery-in",
  "delivery-out",
  "dividend",
  "interest",
  "interest-charge",
  "return-of-capital",
  "accumulation",
  "fee",
  "fee-refund",
  "tax",
  "tax-refund",
  "currency-exchange",
  "split",
  "merger",
  "spin-off",
  "symbol-change",
  "staking-reward",
  "airdrop",
] as const;

/** What a transaction does, such as "buy"; decides which other fields it has. */
export type TransactionKind = (typeof transactionKinds)[number];
