import { addDays, fromEpochDay, type EpochDay } from "../calendar/plain-date.ts";
import type { HoldingPeriod } from "./tax-gains.ts";

/**
 * Whether units were held for more than a year: the count begins on the day after the purchase, so a sale on the same
 * date of the next year is still short-term.
 */
export function holdingPeriodOf(heldSince: EpochDay, sold: EpochDay): HoldingPeriod {
  const first = addDays(fromEpochDay(heldSince), 1);
  // Compared as text: 29 February of a common year lies between the 28th and 1 March.
  const yearLater = `${String(Number(first.slice(0, 4)) + 1).padStart(4, "0")}${first.slice(4)}`;
  return fromEpochDay(sold) >= yearLater ? "long-term" : "short-term";
}
