import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * Daily closes of one instrument in its currency, as traded (never restated for later splits).
 *
 * `days` ascends; `closes[i]` is an integer at `scale`. Plain data: may be transferred and stored.
 */
export interface PriceHistory {
  readonly days: Int32Array;
  readonly closes: Float64Array;
  readonly scale: number;
}

/**
 * Builds a history from dated closes, at the smallest scale that holds them all.
 *
 * A close that would need an integer above 2^53 - 1 at that scale makes the whole history coarser, half-even: prices
 * are observed data with a tick, and 15 digits are more than any source has.
 *
 * @throws {PortfolioError} `unsorted-series`: dates do not ascend; `invalid-decimal`: a close is no decimal text or below 0
 */
export function priceHistory(closes: readonly (readonly [PlainDate, DecimalString])[]): PriceHistory {
  const parsed = closes.map(([date, close]) => ({ date, ...parseFixedPoint(close) }));
  const digits = (scale: number): bigint[] =>
    parsed.map((close) =>
      close.scale <= scale
        ? close.digits * powerOfTen(scale - close.scale)
        : divideHalfEven(close.digits, powerOfTen(close.scale - scale)),
    );
  let scale = parsed.reduce((most, close) => Math.max(most, close.scale), 0);
  while (scale > 0 && digits(scale).some((value) => !Number.isSafeInteger(Number(value)))) scale--;
  const days = Int32Array.from(parsed, ({ date }) => toEpochDay(date));
  parsed.forEach(({ date, digits: close }, row) => {
    if (close < 0n)
      throw new PortfolioError("invalid-decimal", `The close of ${date} is negative. Prices are 0 or more.`, { date });
    if (row > 0 && days[row]! <= days[row - 1]!)
      throw new PortfolioError("unsorted-series", `The closes are out of order at ${date}. Sort them by date.`, {
        date,
      });
  });
  return { days, closes: Float64Array.from(digits(scale), Number), scale };
}

/** A known close: an integer at a scale, and the day it is of. */
export interface KnownClose {
  readonly day: EpochDay;
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * The last close on or before a day; undefined before the first. Never a later one.
 *
 * @see docs/methods/prices-and-rates.md
 */
export function priceOn(history: PriceHistory | undefined, day: EpochDay): KnownClose | undefined {
  if (history === undefined) return undefined;
  let low = 0;
  let high = history.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history.days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  return { day: history.days[low - 1]!, digits: BigInt(history.closes[low - 1]!), scale: history.scale };
}
