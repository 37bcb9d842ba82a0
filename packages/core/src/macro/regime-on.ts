import { type PlainDate, plainDate } from "../calendar/plain-date.ts";
import { type Measured, unmeasured } from "../outcome/measured.ts";
import type { MacroRegime } from "./macro-regime.ts";
import type { MacroRegimes } from "./macro-regimes.ts";

/**
 * The regime of a day: that of the last month published on or before it.
 *
 * Undefined: no regime was confirmed by then -> `too-few-observations`.
 *
 * @throws {PortfolioError} `invalid-date`: the day is none
 * @see docs/methods/macro-regimes.md
 */
export function regimeOn({ months }: MacroRegimes, date: PlainDate): Measured<MacroRegime> {
  plainDate(date);
  let [low, high] = [0, months.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (months[middle]!.publishedOn <= date) low = middle + 1;
    else high = middle;
  }
  return months[low - 1]?.regime ?? unmeasured("too-few-observations");
}
