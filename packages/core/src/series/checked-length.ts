import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * A list of values per period, once it has one for each return.
 *
 * @throws {PortfolioError} `length-mismatch`: it has more or fewer
 */
export function checkedLength(perPeriod: ArrayLike<number>, returnCount: number): ArrayLike<number> {
  if (perPeriod.length === returnCount) return perPeriod;
  throw new PortfolioError(
    "length-mismatch",
    `There are ${returnCount} returns and ${perPeriod.length} values beside them. Give one for each return.`,
    { returns: returnCount, perPeriod: perPeriod.length },
  );
}
