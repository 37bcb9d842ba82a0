import type { PeriodReturn } from "./period-returns.ts";

/**
 * The period with the highest return, the first of equals.
 *
 * Shape: what {@link periodReturns} answers for days, weeks, months, quarters or years. Periods without a known return are
 * left out.
 * Undefined: there is none left.
 *
 * @see docs/methods/return-series.md
 */
export function bestPeriod(periods: readonly PeriodReturn[]): PeriodReturn | undefined {
  return extreme(periods, (value, best) => value > best);
}

/** The period with the lowest return, the first of equals; otherwise as {@link bestPeriod}. Undefined: there is none. */
export function worstPeriod(periods: readonly PeriodReturn[]): PeriodReturn | undefined {
  return extreme(periods, (value, worst) => value < worst);
}

function extreme(
  periods: readonly PeriodReturn[],
  isBeyond: (value: number, other: number) => boolean,
): PeriodReturn | undefined {
  let found: PeriodReturn | undefined;
  for (const period of periods) {
    const value = period.linkedReturn.value;
    if (value === undefined) continue;
    if (found === undefined || isBeyond(value, found.linkedReturn.value!)) found = period;
  }
  return found;
}
