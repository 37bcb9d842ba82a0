/** How often something is run: the usual 3 warm-ups and 15 measured rounds, or fewer where one run takes seconds. */
export interface Effort {
  readonly warmUps: number;
  readonly rounds: number;
}

export const usualEffort: Effort = { warmUps: 3, rounds: 15 };
/** For our side of a million trades: the run that is checked is the warm-up. */
export const fewRuns: Effort = { warmUps: 0, rounds: 3 };
/** For a million trades beside decimal.js, which takes seconds for each run. */
export const oneRound: Effort = { warmUps: 0, rounds: 1 };

/** The times of each side in ms, round by round. */
export type Rounds<Side extends string> = Readonly<Record<Side, readonly number[]>>;

/** Runs all sides in turn, so that noise on a shared machine hits each of them. Warm-up rounds come first. */
export function interleaved<Side extends string>(
  sides: Readonly<Record<Side, () => unknown>>,
  { warmUps, rounds }: Effort = usualEffort,
): Rounds<Side> {
  const names = Object.keys(sides) as Side[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const time = timeOf(sides[name]);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** The median of the ratios of the rounds. */
export function medianRatio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((time, round) => time / under[round]!));
}

/** The median time in ms, after the warm-ups. */
export function medianTime(work: () => unknown, effort: Effort = usualEffort): number {
  return median(interleaved({ work }, effort).work);
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
