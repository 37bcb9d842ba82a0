import { Decimal } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import type { GainDisposal } from "./tax-gains.ts";

/**
 * How a report rounds the figures of each disposal: `exact` not at all; `cents` proceeds, cost and denied loss half-even
 * to two places; `whole-pounds` gains down and losses up to whole pounds, so in the person's favour.
 */
export type GainRounding = (typeof gainRoundings)[number];

/** Every rounding of a gain report. */
export const gainRoundings = ["exact", "cents", "whole-pounds"] as const;

/** The money figures of a disposal. recognizedGain = gain + deniedLoss. */
export type GainFigures = Pick<GainDisposal, "proceeds" | "cost" | "gain" | "deniedLoss" | "recognizedGain">;

/** The figures of a disposal as a report shows them. Totals add up what is shown. */
export function roundedFigures(disposal: GainFigures, rounding: GainRounding): GainFigures {
  const { proceeds, cost, gain, deniedLoss, recognizedGain } = disposal;
  switch (rounding) {
    case "exact":
      return { proceeds, cost, gain, deniedLoss, recognizedGain };
    case "cents":
      return inCents(proceeds, cost, deniedLoss);
    case "whole-pounds":
      return { proceeds, cost, gain: gain.floor(), deniedLoss, recognizedGain: recognizedGain.floor() };
  }
}

/** Rounds what a form asks for, and computes the gain from it, so that the lines of a form add up. */
function inCents(proceeds: Decimal, cost: Decimal, denied: Decimal): GainFigures {
  const cents = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN);
  const gain = exactDifference(cents(proceeds), cents(cost));
  const deniedLoss = cents(denied);
  return {
    proceeds: cents(proceeds),
    cost: cents(cost),
    gain,
    deniedLoss,
    recognizedGain: exactSum([gain, deniedLoss]),
  };
}
