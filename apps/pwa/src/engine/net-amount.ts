import { Decimal, type DecimalString, type Transaction } from "@portfolio/core";

const intoAccount = new Set([
  "sell",
  "deposit",
  "transfer-in",
  "dividend",
  "interest",
  "return-of-capital",
  "fee-refund",
  "tax-refund",
]);
const outOfAccount = new Set([
  "buy",
  "withdrawal",
  "transfer-out",
  "interest-charge",
  "fee",
  "tax",
  "currency-exchange",
]);

/** What a transaction moves in its account's cash, signed, for a table; undefined when no cash moves. */
export function netAmountOf(transaction: Transaction): DecimalString | undefined {
  const sign = intoAccount.has(transaction.kind) ? 1 : outOfAccount.has(transaction.kind) ? -1 : 0;
  if (sign === 0) return undefined;
  const fields = transaction as {
    grossAmount?: string;
    quantity?: string;
    unitPrice?: string;
    feeAmount?: string;
    taxAmount?: string;
    accruedInterest?: string;
    instrument?: string;
  };
  if ((transaction.kind === "transfer-in" || transaction.kind === "transfer-out") && fields.instrument !== undefined)
    return undefined;
  const gross =
    fields.grossAmount === undefined ? product(fields.quantity, fields.unitPrice) : new Decimal(fields.grossAmount);
  if (gross === undefined) return undefined;
  const charges = new Decimal(fields.feeAmount ?? 0).plus(fields.taxAmount ?? 0);
  return gross
    .plus(fields.accruedInterest ?? 0)
    .times(sign)
    .minus(charges)
    .toString();
}

function product(quantity: string | undefined, unitPrice: string | undefined): Decimal | undefined {
  return quantity === undefined || unitPrice === undefined ? undefined : new Decimal(quantity).times(unitPrice);
}
