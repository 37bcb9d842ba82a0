import type { TransactionKind } from "@portfolio/core";

/** A field of the entry form that some kinds have. */
export type EntryField =
  | "instrument"
  | "quantity"
  | "unitPrice"
  | "grossAmount"
  | "feeAmount"
  | "taxAmount"
  | "currency"
  | "toAmount"
  | "toCurrency"
  | "ratio";

/** What was typed, field by field. */
export type EntryText = Readonly<Record<EntryField | "kind" | "tradeDate" | "account" | "note", string>>;

/** What is wrong with a field, in words that say what to do. */
export type EntryFaults = Partial<Record<keyof EntryText, string>>;

/** Kinds the form offers, with the fields each asks for. */
export const entryKinds: readonly { readonly kind: TransactionKind; readonly fields: readonly EntryField[] }[] = [
  { kind: "buy", fields: ["instrument", "quantity", "unitPrice", "feeAmount", "currency"] },
  { kind: "sell", fields: ["instrument", "quantity", "unitPrice", "feeAmount", "taxAmount", "currency"] },
  { kind: "dividend", fields: ["instrument", "grossAmount", "taxAmount", "currency"] },
  { kind: "deposit", fields: ["grossAmount", "currency"] },
  { kind: "withdrawal", fields: ["grossAmount", "currency"] },
  { kind: "interest", fields: ["grossAmount", "taxAmount", "currency"] },
  { kind: "interest-charge", fields: ["grossAmount", "currency"] },
  { kind: "fee", fields: ["grossAmount", "currency"] },
  { kind: "fee-refund", fields: ["grossAmount", "currency"] },
  { kind: "tax", fields: ["grossAmount", "currency"] },
  { kind: "tax-refund", fields: ["grossAmount", "currency"] },
  { kind: "currency-exchange", fields: ["grossAmount", "currency", "toAmount", "toCurrency", "feeAmount"] },
  { kind: "delivery-in", fields: ["instrument", "quantity", "unitPrice", "currency"] },
  { kind: "split", fields: ["instrument", "ratio"] },
];
