import type { DatedFlow } from "@portfolio/core/measures";
import { Decimal } from "decimal.js";

const Wide = Decimal.clone({ precision: 50 });

/** The rate of flows to more than 25 digits: one step of Newton's method in 50 digits from a rate right to 13. */
export function exactRate(flows: readonly DatedFlow[], near: number): Decimal {
  const growth = new Wide(1).plus(near);
  const daily = growth.pow(new Wide(1).div(365));
  let factor = new Wide(1);
  let before = flows[0]!.day;
  let value = new Wide(0);
  let moment = new Wide(0);
  for (const { day, amount } of flows) {
    if (day !== before) factor = factor.div(daily.pow(day - before));
    before = day;
    const term = factor.times(amount);
    value = value.plus(term);
    moment = moment.plus(term.times(day - flows[0]!.day));
  }
  return new Wide(near).plus(value.times(growth).times(365).div(moment));
}

/** In how many leading digits a rate is right; 17 where it is the nearest double. */
export function rightDigits(rate: number, exact: Decimal): number {
  const off = exact.minus(rate).abs().div(exact.abs()).toNumber();
  return Math.min(17, -Math.log10(off));
}
