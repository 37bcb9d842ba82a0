import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * Demands a number as the day of each flow: without one, a rate would be of other flows than were meant.
 *
 * @throws {PortfolioError} `invalid-date`: the day of a flow is no number
 */
export function requireDays(flows: readonly { readonly day: number }[]): void {
  for (const { day } of flows) {
    if (Number.isFinite(day)) continue;
    const message = `The day of a flow is ${String(day)}. Give a day number, which toEpochDay makes of a date.`;
    throw new PortfolioError("invalid-date", message, { value: day });
  }
}
