import { checkedArgument } from "../outcome/checked-argument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { type DeepestDrawdown, drawdownSeries } from "./drawdown.ts";

/** A fall from a peak until wealth is back at it, by positions in the series; `recovery` is undefined while it lasts. */
export interface DrawdownEpisode extends DeepestDrawdown {
  readonly recovery: number | undefined;
}

/**
 * The deepest drawdown episodes, deepest first; of equally deep ones the earlier first.
 *
 * An episode begins at the last peak before a fall (-1: before the first return) and ends with the first return after
 * which wealth is at or above that peak. Without a fall there is none.
 *
 * Shape: `top` is how many are wanted, Infinity for all.
 * Undefined: no returns -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `top` is not at least 1
 * @see docs/methods/drawdown.md
 * @example
 * drawdownEpisodes([0.25, -0.2, 0.25], Infinity).value?.length; // => 1
 */
export function drawdownEpisodes(returns: ArrayLike<number>, top: number): Measured<readonly DrawdownEpisode[]> {
  checkedArgument("top", top, top >= 1, "Give how many drawdowns you want, or Infinity for all.");
  const gap = gapInReturns(returns);
  if (gap !== undefined) return gap;
  const series = drawdownSeries(returns);
  if (!series.every((fall) => Number.isFinite(fall))) return unmeasured("out-of-range");
  const deepestFirst = episodesOf(series).sort((a, b) => a.depth - b.depth);
  return measured(deepestFirst.slice(0, top));
}

function episodesOf(series: Float64Array): DrawdownEpisode[] {
  const episodes: DrawdownEpisode[] = [];
  for (let i = 0; i < series.length; i++) {
    if (series[i] === 0) continue;
    const episode = episodeFrom(series, i);
    episodes.push(episode);
    i = episode.recovery ?? series.length;
  }
  return episodes;
}

/** The episode whose first fall is at `start`. */
function episodeFrom(series: Float64Array, start: number): DrawdownEpisode {
  let trough = start;
  let end = start;
  for (; end < series.length && series[end] !== 0; end++) if (series[end]! < series[trough]!) trough = end;
  return { depth: series[trough]!, peak: start - 1, trough, recovery: end < series.length ? end : undefined };
}
