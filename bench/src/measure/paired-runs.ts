const warmUps = 3;
const pairs = 15;

/** What 15 interleaved pairs of runs took: medians in ms, and the median of the ratios of the pairs. */
export interface PairedTimes {
  readonly baselineMs: number;
  readonly oursMs: number;
  readonly baselineOverOurs: number;
  readonly oursOverBaseline: number;
}

/**
 * Runs baseline and ours in turn, so that noise on a shared machine hits both sides. Three warm-up pairs come first.
 */
export function pairedTimes(baseline: () => unknown, ours: () => unknown): PairedTimes {
  const measured: { baseline: number; ours: number }[] = [];
  for (let run = -warmUps; run < pairs; run++) {
    const times = { baseline: timeOf(baseline), ours: timeOf(ours) };
    if (run >= 0) measured.push(times);
  }
  return pairedTimesOf(measured);
}

/** The medians of pairs that were measured elsewhere (in a browser). */
export function pairedTimesOf(measured: readonly { readonly baseline: number; readonly ours: number }[]): PairedTimes {
  return {
    baselineMs: median(measured.map(({ baseline }) => baseline)),
    oursMs: median(measured.map(({ ours }) => ours)),
    baselineOverOurs: median(measured.map(({ baseline, ours }) => baseline / ours)),
    oursOverBaseline: median(measured.map(({ baseline, ours }) => ours / baseline)),
  };
}

/** The median time of 15 runs in ms, after three warm-ups. */
export function medianTime(work: () => unknown): number {
  for (let run = 0; run < warmUps; run++) work();
  return median(Array.from({ length: pairs }, () => timeOf(work)));
}

/** The middle value; of an even number the upper one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
