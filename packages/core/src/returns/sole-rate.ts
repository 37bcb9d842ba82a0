import { dailyPowers, tableSize } from "./daily-powers.ts";
import { widest } from "./rate-roots.ts";
import { mirrored } from "./mirrored-flows.ts";
import type { TimedFlows } from "./timed-flows.ts";

/** What rounding may leave in a sum, in parts of the magnitudes added up. */
const rounding = 1e-11;

/**
 * Whether a root u of the present value can be shown to be the only one within the bounds of the search. False says
 * nothing: there may be one or several.
 *
 * It holds where the investor is never indebted to the investment at that rate, and also where that happens early for
 * so little and so short that even the highest rate of the search does not make it count, or late, for the lowest.
 */
export function isSoleRate(flows: TimedFlows, u: number): boolean {
  return keepsSign(flows, u) || keepsSign(mirrored(flows), -u);
}

/**
 * With S(t) the sum of the discounted flows up to t, which is 0 after the last one, the present value at v is (v - u)
 * times g(v), the integral of S(t) e^((u - v) t). Let B(t) be that integral at the bound w, from t to the end. By parts,
 * g(v) is B at the first flow plus (w - v) times an integral of B with positive weights, so g has no root below w where B
 * keeps one sign.
 *
 * The walk goes back from the end: `sum` is S, `integral` is B scaled to the day it begins on, both as of the last day.
 */
function keepsSign({ gaps, amounts, daysPerYear }: TimedFlows, u: number): boolean {
  if (!(Math.abs(u) < widest)) return false;
  const growth = u / daysPerYear;
  const decay = (u - widest) / daysPerYear;
  const growths = dailyPowers(growth);
  const decays = dailyPowers(decay);
  const sign = -Math.sign(amounts.at(-1)!);
  let factor = 1;
  let sum = 0;
  let size = 0;
  let integral = 0;
  for (let i = gaps.length - 1; i > 0; i--) {
    const gap = gaps[i]!;
    const term = amounts[i]! * factor;
    sum -= term;
    size += Math.abs(term);
    const left = gap < tableSize ? decays[gap]! : Math.exp(decay * gap);
    integral = sum * (1 - left) + left * integral;
    if (!(sign * integral > rounding * size)) return false;
    factor *= gap < tableSize ? growths[gap]! : Math.exp(growth * gap);
  }
  return true;
}
