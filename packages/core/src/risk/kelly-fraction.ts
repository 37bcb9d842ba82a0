import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { payoffRatio } from "./payoff-ratio.ts";
import { winRate } from "./win-rate.ts";

/**
 * Kelly fraction: p - (1 - p) / payoff ratio, where p is the win rate.
 *
 * The share of capital that would have grown fastest if every result had been one of two: the mean win or the mean loss.
 *
 * Units: fraction of capital; above 1 is borrowed.
 * Sign: negative when the odds were against it.
 * Undefined: as {@link payoffRatio}.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function kellyFraction(results: ArrayLike<number>): Measured {
  const payoff = payoffRatio(results);
  const wins = winRate(results);
  if (payoff.value === undefined) return payoff;
  return wins.value === undefined ? wins : measuredIfFinite(wins.value - (1 - wins.value) / payoff.value);
}
