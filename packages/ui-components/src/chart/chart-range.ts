import type { ChartPoints } from "../view-models/chart-points.ts";
import { valueRange } from "./value-range.ts";

/** Up to this many days a chart is about the moves of the value. */
const shortDays = 31;

/** How much of the axis the moves of the value may shrink to before the contributions give way. */
const leastShare = 1 / 3;

/**
 * Bounds of the value axis: value and contributions, or the value alone when a short range would flatten it to a line.
 *
 * What was paid in then lies outside of the plot and is cut off.
 */
export function chartRange({ days, values, contributions }: ChartPoints): readonly [low: number, high: number] {
  const both = valueRange([values, contributions]);
  if ((days.at(-1) ?? 0) - (days[0] ?? 0) > shortDays || values.every((value) => value === null)) return both;
  const own = valueRange([values]);
  return own[1] - own[0] < (both[1] - both[0]) * leastShare ? own : both;
}
