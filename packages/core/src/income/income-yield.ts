import type { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";

/** Income against the market value it comes from, both in one currency. */
export interface YieldOnValue {
  /** Gross or net: the yield is of what is given. */
  readonly income: Decimal;
  readonly marketValue: Decimal;
}

/** Income against what was paid for the holding, both in one currency. */
export interface YieldOnCost {
  readonly income: Decimal;
  readonly costBasis: Decimal;
}

/**
 * Trailing yield: income of the last 12 months / market value now.
 *
 * Units: a fraction a year (0.03 is 3 %). Sign: negative when corrections or charges exceed what was received.
 * Undefined: a market value of 0 or less -> `no-capital`.
 *
 * @see docs/methods/income.md
 * @example
 * trailingYield({ income: decimal("30"), marketValue: decimal("1000") }); // => { value: 0.03 }
 * trailingYield({ income: decimal("30"), marketValue: decimal("0") }).value; // => undefined
 */
export function trailingYield({ income, marketValue }: YieldOnValue): Measured {
  return ratio(income, marketValue);
}

/**
 * Forward yield: income expected in the next 12 months / market value now. See {@link forwardIncome}.
 *
 * Units: a fraction a year. Undefined: a market value of 0 or less -> `no-capital`.
 *
 * @see docs/methods/income.md
 */
export function forwardYield({ income, marketValue }: YieldOnValue): Measured {
  return ratio(income, marketValue);
}

/**
 * Yield on cost: income of the last 12 months / cost basis of what is held.
 *
 * Units: a fraction a year. Undefined: a cost of 0 or less -> `no-capital`: rewards that cost nothing have no yield on it.
 *
 * @see docs/methods/income.md
 */
export function yieldOnCost({ income, costBasis }: YieldOnCost): Measured {
  return ratio(income, costBasis);
}

function ratio(income: Decimal, capital: Decimal): Measured {
  return capital.gt(0) ? measured(income.div(capital).toNumber()) : unmeasured("no-capital");
}
