import type { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";

/** Which growth is asked for. */
export interface IncomeGrowthQuery {
  /** The later year. It should be over: half a year's income is no decline. */
  readonly year: number;
  /** How many years back: 1 compares with the year before, 3 and 5 are usual for compound growth. */
  readonly years: number;
}

/**
 * Growth of income: (income of the year / income of the year so many years before)^(1 / years) - 1.
 *
 * For the portfolio pass yearly sums; for a payer's own growth amounts per unit, which purchases do not change.
 *
 * Units: a fraction a year. Shape: amounts by year, in one currency.
 * Undefined: one of the years is not there -> `too-few-observations`; the earlier income is 0 or less, or the later one
 * below 0 -> `no-capital`: there is nothing to grow from.
 *
 * @see docs/methods/income.md
 * @example
 * const byYear = new Map([[2023, decimal("100")], [2026, decimal("133.1")]]);
 * incomeGrowth(byYear, { year: 2026, years: 3 }).value?.toFixed(10); // => "0.1000000000"
 * incomeGrowth(byYear, { year: 2026, years: 1 }).value; // => undefined
 */
export function incomeGrowth(byYear: ReadonlyMap<number, Decimal>, { year, years }: IncomeGrowthQuery): Measured {
  const [later, earlier] = [byYear.get(year), byYear.get(year - years)];
  if (later === undefined || earlier === undefined || years < 1) return unmeasured("too-few-observations");
  if (earlier.lte(0) || later.lt(0)) return unmeasured("no-capital");
  return measured(later.div(earlier).toNumber() ** (1 / years) - 1);
}
