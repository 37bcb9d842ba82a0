import type { EpochDay } from "../calendar/plain-date.ts";

/** The sum of all changes up to and including a day. */
export type RunningUnits = (day: EpochDay) => bigint;

/** Adds up dated changes once, in any order. Cost: O(n log n), then O(log n) for each question. */
export function runningUnits(changes: readonly { readonly day: EpochDay; readonly units: bigint }[]): RunningUnits {
  const sorted = [...changes].sort((a, b) => a.day - b.day);
  let sum = 0n;
  const sums = sorted.map(({ units }) => (sum += units));
  return (day) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.day <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0n : sums[low - 1]!;
  };
}
