import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * ln(1 + rate) of a discount rate, which must be above -1.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the rate is -1 or less, or no number
 */
export function logOfRate(rate: number): number {
  if (rate > -1 && rate < Number.POSITIVE_INFINITY) return Math.log1p(rate);
  throw new PortfolioError(
    "argument-out-of-range",
    `${rate} is not a discount rate. Write it as a fraction above -1, such as 0.05 for 5 %.`,
    { value: rate },
  );
}
