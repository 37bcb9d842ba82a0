import type { TransactionKind } from "../transactions/transaction-kind.ts";

/** What a transaction of each kind is called inside a label, in English: "Cost that went with *a sale* on 2025-01-03". */
export const transactionWords: Readonly<Record<TransactionKind, string>> = {
  buy: "purchase",
  sell: "sale",
  deposit: "deposit",
  withdrawal: "withdrawal",
  "transfer-in": "transfer in",
  "transfer-out": "transfer out",
  "delivery-in": "delivery in",
  "delivery-out": "delivery out",
  dividend: "dividend",
  interest: "interest",
  "interest-charge": "interest charge",
  "return-of-capital": "return of capital",
  accumulation: "accumulation",
  fee: "fee",
  "fee-refund": "fee refund",
  tax: "tax",
  "tax-refund": "tax refund",
  "currency-exchange": "currency exchange",
  split: "split",
  merger: "merger",
  "spin-off": "spin-off",
  "symbol-change": "symbol change",
  "staking-reward": "staking reward",
  airdrop: "airdrop",
};
