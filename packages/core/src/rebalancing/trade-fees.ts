import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { amountOf, type ExactAmount } from "./exact-amount.ts";

/** What each trade costs, in the base currency: a fixed amount, and a fraction of its gross amount (0.001 is 0.1 %). */
export interface TradeFees {
  readonly flat?: ExactAmount;
  readonly fraction?: ExactAmount;
}

/** Fees as numbers. */
export interface FeeRates {
  readonly flat: Decimal;
  readonly fraction: Decimal;
}

/**
 * Checks fees.
 *
 * @throws {PortfolioError} `invalid-decimal`: one is no decimal or below 0, or the fraction is 1 or more
 */
export function feeRates({ flat = "0", fraction = "0" }: TradeFees): FeeRates {
  const rates = { flat: amountOf(flat, "The flat fee"), fraction: amountOf(fraction, "The fee fraction") };
  if (rates.fraction.lt(1)) return rates;
  throw new PortfolioError(
    "invalid-decimal",
    `A fee of ${rates.fraction} of the trade is no fraction. Write 0.1 % as 0.001.`,
    {
      value: rates.fraction.toFixed(),
    },
  );
}

/** The fee of a trade of a gross amount; none for no trade. */
export function feeOf({ flat, fraction }: FeeRates, grossAmount: Decimal): Decimal {
  return grossAmount.isZero() ? new Decimal(0) : exactSum([flat, exactProduct(grossAmount, fraction)]);
}
