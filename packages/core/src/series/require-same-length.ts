import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * Checks that columns which belong together have one length.
 *
 * @throws {PortfolioError} `length-mismatch`: one has more items than the other
 */
export function requireSameLength(what: string, one: ArrayLike<unknown>, other: ArrayLike<unknown>): void {
  if (one.length === other.length) return;
  throw new PortfolioError(
    "length-mismatch",
    `${what} have ${one.length} and ${other.length} items. Give one for each period; alignSeries brings dated series together.`,
    { lengths: [one.length, other.length] },
  );
}
