import { Decimal, decimal, type DecimalString } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/** What instruments are sorted by: "bond", "technology", "DE", or a word of the user's own. */
export type Category = string;

/** One category, or what the instrument itself holds: fractions by category as decimal text, which add up to at most 1. */
export type CategoryShares = Category | Readonly<Record<Category, DecimalString>>;

/** The fraction of an instrument that belongs to a category. */
export interface CategoryShare {
  readonly category: Category;
  readonly share: Decimal;
}

/** How far above 1 weights may add up, because a source rounded them; the largest one gives it back. */
const tolerance = "1e-9";

/**
 * The categories of an instrument with their fractions; what is missing to 1 is not assigned.
 *
 * @throws {PortfolioError} `invalid-weights`: a fraction is negative, or they add up to more than 1; `invalid-decimal`
 */
export function categoryShares(shares: CategoryShares | undefined, instrument: string): CategoryShare[] {
  if (shares === undefined || shares === "") return [];
  if (typeof shares === "string") return [{ category: shares, share: new Decimal(1) }];
  const given = Object.entries(shares)
    .map(([category, text]) => ({ category, share: decimal(text) }))
    .filter(({ share }) => !share.isZero());
  const negative = given.find(({ share }) => share.isNegative());
  if (negative !== undefined) throw invalid(instrument, `the share of "${negative.category}" is ${negative.share}`);
  const sum = exactSum(given.map(({ share }) => share));
  if (sum.gt(exactSum([new Decimal(1), new Decimal(tolerance)]))) throw invalid(instrument, `they add up to ${sum}`);
  return sum.gt(1) ? withoutExcess(given, exactDifference(sum, new Decimal(1))) : given;
}

function withoutExcess(given: readonly CategoryShare[], excess: Decimal): CategoryShare[] {
  const largest = given.reduce((most, one) => (one.share.gt(most.share) ? one : most));
  return given.map((one) => (one === largest ? { ...one, share: exactDifference(one.share, excess) } : one));
}

function invalid(instrument: string, fault: string): PortfolioError {
  return new PortfolioError(
    "invalid-weights",
    `The weights of "${instrument}" cannot be right: ${fault}. Give fractions of 0 or more that add up to at most 1.`,
    { instrument },
  );
}
