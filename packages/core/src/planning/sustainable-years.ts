import { type Measured, measured } from "../outcome/measured.ts";
import type { Plan } from "./plan.ts";
import { projection } from "./projection.ts";

/**
 * Sustainable years: how long all withdrawals of a plan are paid in full, at one unchanging return.
 *
 * Units: years, in steps of a period. All of the plan's years when nothing falls short within it, so ask with a plan
 * that is longer than what you hope for.
 * Undefined: an amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of the plan, or the return, cannot be
 * @see docs/methods/projection.md
 */
export function sustainableYears(plan: Plan, annualReturn: number): Measured {
  const path = projection(plan, annualReturn);
  if (path.value === undefined) return path;
  const paid = path.value.firstShortfall === undefined ? plan.periods : path.value.firstShortfall - 1;
  return measured(paid / plan.periodsPerYear);
}
