import type { CurrencyCode } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { amountsAgree, mismatchMessage } from "../../reading/amount-agreement.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import type { Findings } from "../../reading/findings.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import { inCurrency, type PrintedAmount, type Trading212Row } from "./trading-212-row.ts";

/** What every draft of a row shares. */
export function rowFields(
  row: Trading212Row,
): Pick<DraftFields, "rows" | "tradeDate" | "time" | "externalId" | "note"> {
  return { rows: [row.line], tradeDate: row.date.date, time: row.date.time, externalId: row.id, note: row.note };
}

/** The instrument of a row; undefined for cash. */
export function rowInstrument(row: Trading212Row): DraftFields["instrument"] {
  const { currency, quotationUnit } = row.price?.unit ?? {};
  return instrumentOf({ ticker: row.ticker, isin: row.isin, name: row.name, currency, quotationUnit });
}

/** Sum of the charges in the currency of the total; undefined when one is in a currency that cannot be converted. */
export function chargesOf(row: Trading212Row): Decimal | undefined {
  let sum = new Decimal(0);
  for (const charge of row.charges) {
    const amount = inTotalCurrency(charge, row);
    if (amount === undefined) return undefined;
    sum = sum.plus(amount);
  }
  return sum;
}

function inTotalCurrency(charge: PrintedAmount, { total, price, rate }: Trading212Row): Decimal | undefined {
  const { currency } = charge.unit;
  if (currency === total?.unit.currency) return inCurrency(charge);
  const convertible = currency === price?.unit.currency && rate?.greaterThan(0) === true;
  return convertible ? charge.amount.dividedBy(rate) : undefined;
}

/** Reports a charge that cannot be brought into the currency of the total. */
export function refuseCharges(row: Trading212Row, findings: Findings): void {
  const message =
    "A charge of this row is in a currency that cannot be converted to that of its total. Enter the row by hand.";
  findings.report("invalid-cell", row.line, message);
}

/**
 * Books a purchase or sale.
 *
 * The total holds the charges; the price may be in another currency, or in pence. Nothing is signed.
 */
export function bookTrading212Trade(row: Trading212Row, kind: "buy" | "sell", findings: Findings): void {
  const { total, price, shares } = row;
  const fee = chargesOf(row);
  if (fee === undefined) return refuseCharges(row, findings);
  if (total === undefined || shares === undefined) {
    const message = "The trade lacks its total or its number of shares. Fill them in and import again.";
    return findings.report("invalid-cell", row.line, message, total === undefined ? "Total" : "No. of shares");
  }
  const net = inCurrency(total).abs();
  const unitPrice = price === undefined ? undefined : inCurrency(price);
  const priceCurrency = price?.unit.currency;
  const foreign = priceCurrency !== undefined && priceCurrency !== total.unit.currency;
  const gross = kind === "buy" ? net.minus(fee) : net.plus(fee);
  findings.book({
    ...rowFields(row),
    kind,
    instrument: rowInstrument(row),
    quantity: shares.abs(),
    unitPrice,
    priceCurrency: foreign ? priceCurrency : undefined,
    currency: total.unit.currency,
    grossAmount: gross,
    instrumentGrossAmount: foreign ? unitPrice?.times(shares.abs()) : undefined,
    feeAmount: fee,
  });
  if (foreign) checkConversion(row, gross, total.unit.currency, findings);
}

/** A price in another currency is compared through the row's exchange rate. */
function checkConversion(row: Trading212Row, gross: Decimal, currency: CurrencyCode, findings: Findings): void {
  const { shares, price, rate } = row;
  if (shares === undefined || price === undefined || rate?.greaterThan(0) !== true || findings.isRefused(row.line))
    return;
  const product = shares.abs().times(price.amount).dividedBy(rate);
  if (amountsAgree(gross, product, currency)) return;
  findings.report("amount-mismatch", row.line, mismatchMessage(gross, product, currency), "Total");
}
