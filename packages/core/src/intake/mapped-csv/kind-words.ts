import type { TransactionKind } from "../../transactions/transaction-kind.ts";
import { transactionKinds } from "../../transactions/transaction-kind.ts";

const words: Readonly<Record<string, TransactionKind>> = {
  b: "buy",
  bought: "buy",
  purchase: "buy",
  reinvest: "buy",
  reinvestment: "buy",
  s: "sell",
  sale: "sell",
  sold: "sell",
  dividends: "dividend",
  div: "dividend",
  distribution: "dividend",
  "interest income": "interest",
  "credit interest": "interest",
  "interest charge": "interest-charge",
  "debit interest": "interest-charge",
  fees: "fee",
  charge: "fee",
  commission: "fee",
  "fee refund": "fee-refund",
  "fees refund": "fee-refund",
  taxes: "tax",
  "withholding tax": "tax",
  "tax refund": "tax-refund",
  "cash in": "deposit",
  contribution: "deposit",
  removal: "withdrawal",
  "cash out": "withdrawal",
  withdraw: "withdrawal",
  "stock split": "split",
  "transfer in": "transfer-in",
  "transfer out": "transfer-out",
  "delivery in": "delivery-in",
  "delivery (inbound)": "delivery-in",
  "delivery out": "delivery-out",
  "delivery (outbound)": "delivery-out",
  "return of capital": "return-of-capital",
};

/**
 * The kind a word stands for: the file's own words first, then ours, then the usual English ones.
 *
 * Undefined: not known, and never guessed from a part of the word.
 */
export function kindOfWord(
  word: string,
  own: Readonly<Record<string, TransactionKind>> = {},
): TransactionKind | undefined {
  const folded = fold(word);
  const mapped = Object.entries(own).find(([key]) => fold(key) === folded)?.[1];
  if (mapped !== undefined) return mapped;
  const ours = transactionKinds.find((kind) => kind === folded.replaceAll(/[ _]/g, "-"));
  return ours ?? (Object.hasOwn(words, folded) ? words[folded] : undefined);
}

function fold(word: string): string {
  return word.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
