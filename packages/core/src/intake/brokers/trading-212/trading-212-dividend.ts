import { minorUnitDigits } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import type { Findings } from "../../reading/findings.ts";
import { inCurrency, type Trading212Row } from "./trading-212-row.ts";
import { rowFields, rowInstrument } from "./trading-212-trade.ts";

/**
 * Books a dividend or a return of capital: the total is net of the tax withheld.
 *
 * Tax printed in another currency is converted at the rate the row implies, (shares times rate, less tax) / total, and
 * rounded to the minor unit.
 */
export function bookTrading212Dividend(row: Trading212Row, findings: Findings): void {
  const { total } = row;
  if (total === undefined) {
    const message = "The dividend lacks its total. Fill it in and import again.";
    return findings.report("invalid-cell", row.line, message, "Total");
  }
  const net = inCurrency(total);
  const tax = taxOf(row, net);
  findings.book({
    ...rowFields(row),
    kind: row.action.includes("return of capital") ? "return-of-capital" : "dividend",
    instrument: rowInstrument(row),
    currency: total.unit.currency,
    grossAmount: net.plus(tax ?? 0),
    taxAmount: tax,
    substitutePayment: row.action.includes("manufactured") || undefined,
  });
  if (tax !== undefined || (row.tax === undefined && row.action.includes("return of capital"))) return;
  const message =
    "The tax withheld is not printed, or not convertible to the currency of the total, so the net amount was taken as gross. " +
    "Add the tax if some was withheld.";
  findings.report("withholding-unknown", row.line, message, "Withholding tax");
}

/** Tax in the currency of the total; undefined when none is printed or it cannot be converted. */
function taxOf({ tax, total, price, shares }: Trading212Row, net: Decimal): Decimal | undefined {
  if (tax === undefined || total === undefined) return undefined;
  if (tax.amount.isZero()) return new Decimal(0);
  const printed = inCurrency(tax);
  if (tax.unit.currency === total.unit.currency) return printed;
  if (price === undefined || shares === undefined || price.unit.currency !== tax.unit.currency) return undefined;
  const paidOut = inCurrency(price).times(shares).minus(printed);
  if (!paidOut.greaterThan(0)) return undefined;
  const digits = minorUnitDigits(total.unit.currency);
  return printed.times(net).dividedBy(paidOut).toDecimalPlaces(digits);
}
