import type { TimedFlows } from "./timed-flows.ts";

/** The same flows with time running backwards: their roots are those of the flows with the other sign. */
export function mirrored({ days, amounts, gaps, ...rest }: TimedFlows): TimedFlows {
  const count = days.length;
  const last = days[count - 1]!;
  return {
    ...rest,
    days: Float64Array.from(days, (_, i) => last - days[count - 1 - i]!),
    amounts: amounts.toReversed(),
    gaps: Int32Array.from(gaps, (_, i) => (i === 0 ? 0 : gaps[count - i]!)),
  };
}
