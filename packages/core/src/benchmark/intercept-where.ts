import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { type RiskFree, riskFreeReturns } from "../risk/risk-free.ts";
import { marketLine } from "./market-line.ts";
import { excessPairs } from "./paired-returns.ts";

/** How alpha per period is restated per year: (1 + a)^A - 1, or a x A. */
export type AlphaAnnualization = "compound" | "arithmetic";

/** What an alpha is asked of, and over which periods. */
export interface InterceptQuestion {
  readonly returns: ArrayLike<number>;
  readonly benchmark: ArrayLike<number>;
  readonly riskFree: RiskFree;
  readonly periodsPerYear: number;
  readonly annualization: AlphaAnnualization;
  readonly counts: (benchmark: number) => boolean;
}

/**
 * The intercept of the market line over the periods that count, per year.
 *
 * Undefined: as {@link marketLine}; more than everything is lost in a period -> `no-capital`; so much that a year of it
 * passes the range of a double -> `out-of-range`.
 */
export function interceptWhere(question: InterceptQuestion): Measured {
  const { periodsPerYear, annualization } = question;
  const riskFree = riskFreeReturns(question.riskFree, periodsPerYear);
  const line = marketLine(excessPairs({ ...question, riskFree }));
  if (line.value === undefined) return line;
  const { intercept } = line.value;
  if (annualization === "compound" && intercept < -1) return unmeasured("no-capital");
  const yearly =
    annualization === "compound" ? Math.expm1(Math.log1p(intercept) * periodsPerYear) : intercept * periodsPerYear;
  return measuredIfFinite(yearly);
}
