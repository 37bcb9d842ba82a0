import { Decimal } from "../../numbers/decimal.ts";
import type { TransactionDraft } from "../../transactions/transaction-draft.ts";

type Amount =
  | "quantity"
  | "unitPrice"
  | "grossAmount"
  | "instrumentGrossAmount"
  | "feeAmount"
  | "taxAmount"
  | "accruedInterest"
  | "exchangeRate"
  | "toAmount";

/** A draft while it is put together: amounts are still Decimals and what a file does not say may be undefined. */
export type DraftFields = {
  readonly [Field in keyof TransactionDraft]: Field extends Amount
    ? Decimal | undefined
    : TransactionDraft[Field] | undefined;
} & Pick<TransactionDraft, "rows" | "kind" | "tradeDate">;

const zeroMeansAbsent: ReadonlySet<string> = new Set(["feeAmount", "taxAmount", "accruedInterest"]);

/** The draft with decimal strings, without the fields that are undefined, blank, or a fee or tax of 0. */
export function draftOf(fields: DraftFields): TransactionDraft {
  const draft: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || value === "") continue;
    if (!(value instanceof Decimal)) draft[field] = value;
    else if (!value.isZero() || !zeroMeansAbsent.has(field)) draft[field] = value.toString();
  }
  return draft as unknown as TransactionDraft;
}
