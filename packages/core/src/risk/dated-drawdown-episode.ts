import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { checkedDates } from "../series/checked-dates.ts";
import type { DrawdownEpisode } from "./drawdown-episodes.ts";

/** The calendar of a series of returns: the day before its first return began, and the date of each return. */
export interface ReturnDates {
  readonly startDate: PlainDate;
  readonly dates: readonly PlainDate[];
}

/** A drawdown episode in dates; what has not happened yet is undefined. */
export interface DatedDrawdownEpisode extends DrawdownEpisode {
  readonly peakDate: PlainDate;
  readonly troughDate: PlainDate;
  readonly recoveryDate: PlainDate | undefined;
  /** Calendar days below the peak: from the peak to the recovery, or to the last date while it lasts. */
  readonly daysDown: number;
  /** Calendar days from the trough to the recovery. */
  readonly daysToRecover: number | undefined;
}

/**
 * Drawdown episodes with their dates and calendar days.
 *
 * Undefined: recovery date and days to recover of an episode that lasts.
 *
 * @throws {PortfolioError} `unsorted-series`: the dates do not ascend from the start date on; `length-mismatch`: an
 *   episode lies beyond the dates; `invalid-date`
 * @see docs/methods/drawdown.md
 */
export function datedDrawdownEpisodes(
  episodes: readonly DrawdownEpisode[],
  { startDate, dates }: ReturnDates,
): DatedDrawdownEpisode[] {
  const all = [startDate, ...dates];
  const last = episodes.reduce((latest, { trough, recovery }) => Math.max(latest, recovery ?? trough), -1);
  const days = checkedDates(all, Math.max(all.length, last + 2));
  return episodes.map((episode) => dated(episode, all, days));
}

function dated(episode: DrawdownEpisode, dates: readonly PlainDate[], days: readonly number[]): DatedDrawdownEpisode {
  const { peak, trough, recovery } = episode;
  // Positions count from the first return; the start date lies before it.
  const recoveryDate = recovery === undefined ? undefined : dates[recovery + 1]!;
  const recovered = recoveryDate === undefined ? undefined : toEpochDay(recoveryDate);
  return {
    ...episode,
    peakDate: dates[peak + 1]!,
    troughDate: dates[trough + 1]!,
    recoveryDate,
    daysDown: (recovered ?? days.at(-1)!) - days[peak + 1]!,
    daysToRecover: recovered === undefined ? undefined : recovered - days[trough + 1]!,
  };
}
