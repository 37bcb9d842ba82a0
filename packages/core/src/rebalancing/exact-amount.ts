import { type Decimal, decimal, type DecimalString } from "../numbers/decimal.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/** An exact number as callers give it: decimal text, or a Decimal of a holding. */
export type ExactAmount = Decimal | DecimalString;

/**
 * An amount of 0 or more.
 *
 * @throws {PortfolioError} `invalid-decimal`: it is no decimal, or below 0
 */
export function amountOf(value: ExactAmount, name: string): Decimal {
  const amount = decimal(value);
  if (!amount.isNegative() || amount.isZero()) return amount;
  throw new PortfolioError("invalid-decimal", `${name} is ${amount}. Give 0 or more.`, { value: amount.toFixed() });
}
