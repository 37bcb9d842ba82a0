import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { mean } from "../series/compensated-sum.ts";
import type { DatedDrawdownEpisode } from "./dated-drawdown-episode.ts";
import type { DeepestDrawdown } from "./drawdown.ts";

/**
 * Average drawdown: the mean depth of drawdown episodes, as a negative fraction.
 *
 * Shape: all episodes of a series, from {@link drawdownEpisodes} with Infinity.
 * Undefined: no episode -> `no-drawdown`.
 *
 * @see docs/methods/drawdown.md
 */
export function averageDrawdown(episodes: readonly DeepestDrawdown[]): Measured {
  return meanOf(episodes.map(({ depth }) => depth));
}

/**
 * Average days of a drawdown: the mean of the calendar days from peak to recovery, or to the last date while it lasts.
 *
 * Undefined: no episode -> `no-drawdown`.
 *
 * @see docs/methods/drawdown.md
 */
export function averageDrawdownDays(episodes: readonly DatedDrawdownEpisode[]): Measured {
  return meanOf(episodes.map(({ daysDown }) => daysDown));
}

function meanOf(values: readonly number[]): Measured {
  return values.length === 0 ? unmeasured("no-drawdown") : measured(mean(values));
}
