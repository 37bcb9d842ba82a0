import { sumError } from "../numbers/double-double.ts";
import { dailyPowers, tableSize } from "./daily-powers.ts";
import type { TimedFlows } from "./timed-flows.ts";

/** So many flows are added up before a factor is worked out anew and their sum is added with compensation. */
const stretch = 16;

/** The present value of flows, its derivatives by u, and the sum of the magnitudes of its terms. */
export interface WalkedValue {
  readonly value: number;
  readonly slope: number;
  readonly curvature: number;
  readonly size: number;
}

/**
 * The present value at u >= 0, at the precision of `presentValueAt` and several times as fast: from flow to flow by a
 * factor for the days between.
 */
export function walkedValue({ gaps, days, amounts, daysPerYear }: TimedFlows, u: number): WalkedValue {
  const decay = -u / daysPerYear;
  const table = dailyPowers(decay);
  let value = 0;
  let rest = 0;
  let moment = 0;
  let inertia = 0;
  let size = 0;
  for (let start = 0; start < gaps.length; start += stretch) {
    const end = Math.min(start + stretch, gaps.length);
    let factor = Math.exp(decay * days[start]!);
    let part = amounts[start]! * factor;
    moment += part * days[start]!;
    inertia += part * days[start]! ** 2;
    size += Math.abs(part);
    for (let i = start + 1; i < end; i++) {
      const gap = gaps[i]!;
      const day = days[i]!;
      factor = gap < tableSize ? factor * table[gap]! : Math.exp(decay * day);
      const term = amounts[i]! * factor;
      const weighted = term * day;
      part += term;
      moment += weighted;
      inertia += weighted * day;
      size += Math.abs(term);
    }
    const next = value + part;
    rest += sumError(value, part, next);
    value = next;
  }
  return { value: value + rest, slope: -moment / daysPerYear, curvature: inertia / daysPerYear ** 2, size };
}
