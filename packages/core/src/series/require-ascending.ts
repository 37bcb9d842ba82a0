import type { EpochDay } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * Checks that days ascend, each once.
 *
 * @throws {PortfolioError} `unsorted-series`: a day is not after the one before it
 */
export function requireAscending(days: ArrayLike<EpochDay>): void {
  for (let i = 1; i < days.length; i++) {
    if (days[i]! > days[i - 1]!) continue;
    throw new PortfolioError("unsorted-series", `Day ${days[i]} follows day ${days[i - 1]}. Sort them, each once.`, {
      position: i,
    });
  }
}
