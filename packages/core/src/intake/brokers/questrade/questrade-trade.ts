import type { DraftFields } from "../../reading/draft-fields.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import type { QuestradeRow } from "./questrade-row.ts";
import { securityName } from "./questrade-symbols.ts";

/** What every draft of a row shares. */
export function sharedFields(
  row: QuestradeRow,
): Pick<DraftFields, "rows" | "tradeDate" | "time" | "settlementDate" | "accountReference" | "currency" | "note"> {
  return {
    rows: [row.line],
    tradeDate: row.tradeDate,
    time: row.time,
    settlementDate: row.settlementDate,
    accountReference: row.account,
    currency: row.currency,
    note: row.description,
  };
}

/** The instrument of a row whose symbol is resolved. */
export function instrumentIn(row: QuestradeRow): DraftFields["instrument"] {
  if (row.symbol === "") return undefined;
  return instrumentOf({ ticker: row.symbol, name: securityName(row.description), currency: row.currency });
}

/**
 * A purchase or sale.
 *
 * Quantity, gross, commission and net are signed by their effect; a trade with both quantity and cash the other way
 * round is the cancellation of one, so its amounts are negative. Without a gross amount or a price (reinvestments) both
 * come from the net amount.
 */
export function tradeFields(row: QuestradeRow, kind: "buy" | "sell"): DraftFields {
  const fee = row.commission.negated();
  const cash = row.gross.isZero() ? row.net : row.gross;
  const buying = kind === "buy";
  const cancels = buying
    ? row.quantity.isNegative() && cash.greaterThan(0)
    : row.quantity.greaterThan(0) && cash.lessThan(0);
  const netOfFee = buying ? row.net.abs().minus(fee) : row.net.abs().plus(fee);
  const amount = row.gross.isZero() ? netOfFee : row.gross.abs();
  const quantity = row.quantity.abs();
  const price = row.price.isZero() && !quantity.isZero() ? amount.dividedBy(quantity) : row.price;
  return {
    ...sharedFields(row),
    kind,
    instrument: instrumentIn(row),
    quantity: cancels ? quantity.negated() : quantity,
    unitPrice: price,
    grossAmount: cancels ? amount.negated() : amount,
    feeAmount: fee,
  };
}
