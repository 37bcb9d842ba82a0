import type { PlainDate } from "../../calendar/plain-date.ts";
import type { IssueCode } from "../../outcome/issue.ts";
import type { TransactionKind } from "../../transactions/transaction-kind.ts";
import { amountsAgree, mismatchMessage } from "./amount-agreement.ts";
import type { DraftFields } from "./draft-fields.ts";

/** A fault that shows only in the whole draft. */
export interface DraftFault {
  readonly code: IssueCode;
  readonly message: string;
  /** Whether the draft is held back. */
  readonly holdsBack: boolean;
}

const cashKinds: ReadonlySet<TransactionKind> = new Set<TransactionKind>([
  "deposit",
  "withdrawal",
  "dividend",
  "return-of-capital",
  "interest",
  "interest-charge",
  "fee",
  "fee-refund",
  "tax",
  "tax-refund",
]);

const earliest = "1900-01-01";

/** What is wrong with a draft: its date, its quantity and price, its amount against both. */
export function draftFaults(draft: DraftFields, today: PlainDate): readonly DraftFault[] {
  return [dateFault(draft.tradeDate, today), emptyFault(draft), tradeFault(draft), amountFault(draft)].filter(
    (fault) => fault !== undefined,
  );
}

function dateFault(date: PlainDate, today: PlainDate): DraftFault | undefined {
  const latest = `${String(Number(today.slice(0, 4)) + 1).padStart(4, "0")}${today.slice(4)}`;
  if (date >= earliest && date <= latest) return undefined;
  const message = `The date ${date} lies outside 1900 to one year from today. Correct it in the file and import again.`;
  return { code: "future-date", message, holdsBack: true };
}

/** A movement of nothing: brokers print such rows as remarks. */
function emptyFault({ kind, grossAmount, taxAmount, feeAmount }: DraftFields): DraftFault | undefined {
  const movesCash = cashKinds.has(kind) && grossAmount?.isZero() === true;
  if (!movesCash || taxAmount?.isZero() === false || feeAmount?.isZero() === false) return undefined;
  const message = "The row moves an amount of 0, so it was left out. Nothing to do unless the amount is wrong.";
  return { code: "ignored-row", message, holdsBack: true };
}

function tradeFault({ kind, quantity, unitPrice }: DraftFields): DraftFault | undefined {
  if (unitPrice?.isNegative() === true && !unitPrice.isZero()) {
    const message = `The price ${unitPrice.toString()} is below zero. Correct it in the file and import again.`;
    return { code: "invalid-cell", message, holdsBack: true };
  }
  const needsQuantity = kind === "buy" || kind === "sell" || kind === "delivery-in" || kind === "delivery-out";
  if (!needsQuantity || (quantity !== undefined && !quantity.isZero())) return undefined;
  const message =
    "The row is a trade without a quantity. Add the quantity in the file, or enter the transaction by hand.";
  return { code: "invalid-cell", message, holdsBack: true };
}

function amountFault(draft: DraftFields): DraftFault | undefined {
  const inPriceCurrency = draft.priceCurrency === undefined || draft.priceCurrency === draft.currency;
  const gross = inPriceCurrency ? draft.grossAmount : draft.instrumentGrossAmount;
  const currency = inPriceCurrency ? draft.currency : draft.priceCurrency;
  if (draft.kind !== "buy" && draft.kind !== "sell") return undefined;
  if (gross === undefined || currency === undefined || !draft.quantity || !draft.unitPrice) return undefined;
  const product = draft.quantity.times(draft.unitPrice);
  if (amountsAgree(gross, product, currency)) return undefined;
  return { code: "amount-mismatch", message: mismatchMessage(gross, product, currency), holdsBack: false };
}
