import { checkedArgument } from "../outcome/checked-argument.ts";
import type { Plan } from "./plan.ts";
import { reproduciblePower } from "./reproducible-power.ts";

/** What 1 becomes in a period of the plan at an annual return, before fees: (1 + r)^(1 / periodsPerYear). */
export function periodGrowth({ periodsPerYear }: Plan, annualReturn: number): number {
  return reproduciblePower(1 + annualReturn, 1 / periodsPerYear);
}

/** What the fees of a period leave of 1: (1 - fee)^(1 / periodsPerYear). */
export function feeFactor({ periodsPerYear, annualFeeRate }: Plan): number {
  return reproduciblePower(1 - annualFeeRate, 1 / periodsPerYear);
}

/**
 * An annual return of -1 or more.
 *
 * @throws {PortfolioError} `argument-out-of-range`: it is not
 */
export function checkedAnnualReturn(annualReturn: number): number {
  const isAllowed = annualReturn >= -1 && Number.isFinite(annualReturn);
  return checkedArgument("annualReturn", annualReturn, isAllowed, "Give a fraction a year, such as 0.05 for 5 %.");
}
