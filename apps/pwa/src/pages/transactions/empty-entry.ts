import type { EntryText } from "./entry-fields.ts";

/** The form with nothing typed: a purchase of the given day. */
export function emptyEntry(tradeDate: string): EntryText {
  return {
    kind: "buy",
    tradeDate,
    account: "",
    instrument: "",
    quantity: "",
    unitPrice: "",
    grossAmount: "",
    feeAmount: "",
    taxAmount: "",
    currency: "",
    toAmount: "",
    toCurrency: "",
    ratio: "",
    note: "",
  };
}
