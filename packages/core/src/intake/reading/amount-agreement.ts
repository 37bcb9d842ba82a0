import { type CurrencyCode, minorUnitDigits } from "../../money/currency.ts";
import { Decimal } from "../../numbers/decimal.ts";

/** Whether a printed amount is quantity times price, within 0.5 % and one minor unit. */
export function amountsAgree(gross: Decimal, product: Decimal, currency: CurrencyCode): boolean {
  if (product.equals(gross)) return true;
  const tolerance = gross
    .abs()
    .times("0.005")
    .plus(new Decimal(10).pow(-minorUnitDigits(currency)));
  return product.minus(gross).abs().lessThanOrEqualTo(tolerance);
}

/** What to say when it is not: the amount wins. */
export function mismatchMessage(gross: Decimal, product: Decimal, currency: CurrencyCode): string {
  return (
    `The amount ${gross.toString()} ${currency} is not quantity times price (${product.toSignificantDigits(12).toString()}). ` +
    "The amount is taken; compare it with the broker's contract note."
  );
}
