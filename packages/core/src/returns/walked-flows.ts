import type { TimedFlows } from "./timed-flows.ts";

/** Timed flows on whole days, with the days since the flow before: what {@link walkedValue} walks along. */
export interface WalkedFlows extends TimedFlows {
  readonly gaps: Int32Array;
}

/** Timed flows with their gaps; undefined where a flow lies within a day. */
export function walkedFlows(flows: TimedFlows): WalkedFlows | undefined {
  const { days } = flows;
  const gaps = new Int32Array(days.length);
  for (let i = 1; i < days.length; i++) {
    gaps[i] = days[i]! - days[i - 1]!;
    if (gaps[i] !== days[i]! - days[i - 1]!) return undefined;
  }
  return { ...flows, gaps };
}

/** The same flows with time running backwards: their roots are those of the flows with the other sign. */
export function mirrored({ days, amounts, daysPerYear, gaps }: WalkedFlows): WalkedFlows {
  const count = days.length;
  const last = days[count - 1]!;
  return {
    days: Float64Array.from(days, (_, i) => last - days[count - 1 - i]!),
    amounts: amounts.toReversed(),
    daysPerYear,
    gaps: Int32Array.from(gaps, (_, i) => (i === 0 ? 0 : gaps[count - i]!)),
  };
}
