import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";

/**
 * Payoff ratio: the mean win / the mean loss as a positive number.
 *
 * Units: a plain number. Shape: returns, or results of round trips in one currency; missing ones (NaN) are left out, and
 * 0 is neither a win nor a loss.
 * Undefined: no loss -> `no-losses`; losses but no win, so that there is no mean win -> `too-few-observations`.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function payoffRatio(results: ArrayLike<number>): Measured {
  const known = knownReturns(results);
  const wins = known.filter((value) => value > 0);
  const losses = known.filter((value) => value < 0);
  if (known.length === 0) return unmeasured("too-few-observations");
  if (losses.length === 0) return unmeasured("no-losses");
  if (wins.length === 0) return unmeasured("too-few-observations");
  return measuredIfFinite(mean(wins) / -mean(losses));
}
