import { type CurrencyCode, Decimal, type DecimalString, type InstrumentId, type PlainDate } from "@portfolio/core";
import type { TransactionRow } from "@portfolio/storage";

/** A price of one's own trade, on its day. */
export interface TradePrice {
  readonly instrumentId: InstrumentId;
  readonly date: PlainDate;
  readonly close: DecimalString;
}

const leastAgreement = new Decimal("0.01");
const digitsOfQuotient = 12;

/** What one's own buys and sells of an instrument say of its price, the last trade of a day; others are left out. */
export function tradePricesOf(
  instrumentId: InstrumentId,
  currency: CurrencyCode,
  rows: readonly (TransactionRow | undefined)[],
): TradePrice[] {
  const byDate = new Map<PlainDate, TradePrice>();
  for (const row of rows) {
    if (row === undefined || (row.kind !== "buy" && row.kind !== "sell")) continue;
    // Paid in another currency, the price is in that one or in none that is stated.
    if (row.instrument !== instrumentId || row.currency !== currency) continue;
    const close = unitPriceOf(row);
    if (close !== undefined) byDate.set(row.tradeDate, { instrumentId, date: row.tradeDate, close });
  }
  return [...byDate.values()];
}

interface Trade {
  readonly quantity: DecimalString;
  readonly unitPrice?: DecimalString;
  readonly grossAmount?: DecimalString;
}

/** Beside a stated amount the printed price may be in pence or another currency: then the amount says what it was. */
function unitPriceOf({ quantity, unitPrice, grossAmount }: Trade): DecimalString | undefined {
  const units = new Decimal(quantity);
  const gross = grossAmount === undefined ? undefined : new Decimal(grossAmount);
  const price = unitPrice === undefined ? undefined : new Decimal(unitPrice);
  const isPrintedRight =
    price !== undefined &&
    (gross === undefined || units.times(price).minus(gross).abs().lte(gross.abs().times(leastAgreement)));
  const paid = isPrintedRight || gross === undefined || units.isZero() ? price : gross.div(units);
  if (paid === undefined || paid.lte(0)) return undefined;
  return isPrintedRight ? unitPrice : paid.toSignificantDigits(digitsOfQuotient).toString();
}
