import type { TransactionKind } from "@portfolio/core";

/** How a kind is called on screen. */
export const kindWords: Readonly<Record<TransactionKind, string>> = {
  buy: "Buy",
  sell: "Sell",
  deposit: "Deposit",
  withdrawal: "Withdrawal",
  "transfer-in": "Transfer in",
  "transfer-out": "Transfer out",
  "delivery-in": "Delivery in",
  "delivery-out": "Delivery out",
  dividend: "Dividend",
  interest: "Interest",
  "interest-charge": "Interest charge",
  "return-of-capital": "Return of capital",
  accumulation: "Accumulation",
  fee: "Fee",
  "fee-refund": "Fee refund",
  tax: "Tax",
  "tax-refund": "Tax refund",
  "currency-exchange": "Currency exchange",
  split: "Split",
  merger: "Merger",
  "spin-off": "Spin-off",
  "symbol-change": "Symbol change",
  "staking-reward": "Staking reward",
  airdrop: "Airdrop",
};
