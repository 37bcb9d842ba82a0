import { checkedArgument } from "../outcome/checked-argument.ts";

/**
 * Checks how many periods a year has.
 *
 * @throws {PortfolioError} `argument-out-of-range`: it is not above 0
 */
export function checkedPeriodsPerYear(periodsPerYear: number): number {
  const isAllowed = periodsPerYear > 0 && Number.isFinite(periodsPerYear);
  const remedy = "Give a number above 0, such as 252 for trading days or 12 for months.";
  return checkedArgument("periodsPerYear", periodsPerYear, isAllowed, remedy);
}
