import { blendedBenchmark } from "../benchmark/blended-benchmark.ts";
import { type EpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { type PriceHistory, priceOn } from "../prices/price-history.ts";
import { simpleReturns } from "../returns/simple-returns.ts";
import type { DatedReturns } from "../series/align-series.ts";
import type { BenchmarkPart, ReportQuestion } from "./report-question.ts";

/** A benchmark in the base currency. */
export interface BenchmarkSeries {
  /** The first day of the range on which every part has a close, and from which on it is compared. */
  readonly firstDay: EpochDay;
  /** Of every calendar day from the first on; 1 there. NaN where a rate is missing. */
  readonly levels: Float64Array;
  /** Between days with a new close of some part. */
  readonly returns: DatedReturns;
}

/**
 * A benchmark over a range, at closes and exchange rates of the day; undefined when one of its parts has no close on or
 * before the last day.
 */
export function benchmarkSeries(
  { parts, rebalancing }: NonNullable<ReportQuestion["benchmark"]>,
  { ledger, from, to }: Pick<ReportQuestion, "ledger" | "from" | "to">,
): BenchmarkSeries | undefined {
  const firstDay = Math.max(toEpochDay(from), ...parts.map(({ prices }) => prices.days[0] ?? Infinity));
  const length = toEpochDay(to) - firstDay + 1;
  if (!(length > 0)) return undefined;
  const days = Int32Array.from({ length: length - 1 }, (_, d) => firstDay + 1 + d);
  const daily = parts.map((part) => simpleReturns(levelsInBase(ledger, part, firstDay, length)));
  const blended = blendedBenchmark(
    { days, parts: parts.map(({ weight }, i) => ({ weight, returns: daily[i]! })) },
    rebalancing,
  );
  const levels = new Float64Array(length).fill(1);
  for (let d = 1; d < length; d++) levels[d] = levels[d - 1]! * (1 + blended[d - 1]!);
  return { firstDay, levels, returns: betweenCloses(parts, firstDay, levels) };
}

function levelsInBase(
  { rates, baseCurrency }: Ledger,
  { prices, currency }: BenchmarkPart,
  firstDay: EpochDay,
  length: number,
): Float64Array {
  return Float64Array.from({ length }, (_, d) => {
    const close = priceOn(prices, firstDay + d);
    const rate = exchangeRateOn(rates, currency, baseCurrency, firstDay + d);
    if (close === undefined || rate === undefined) return Number.NaN;
    return toDecimal(close.digits * rate.digits, close.scale + rate.scale).toNumber();
  });
}

/** Returns between the days on which some part has a new close: on the others nothing is known to have moved. */
function betweenCloses(parts: readonly BenchmarkPart[], firstDay: EpochDay, levels: Float64Array): DatedReturns {
  const isClose = new Uint8Array(levels.length);
  for (const { prices } of parts) markCloses(isClose, prices, firstDay);
  const days: number[] = [];
  const at = [levels[0]!];
  for (let d = 1; d < levels.length; d++) {
    if (isClose[d] !== 1) continue;
    days.push(firstDay + d);
    at.push(levels[d]!);
  }
  return { from: firstDay, days, returns: simpleReturns(at) };
}

function markCloses(isClose: Uint8Array, { days }: PriceHistory, firstDay: EpochDay): void {
  for (const day of days) if (day > firstDay && day < firstDay + isClose.length) isClose[day - firstDay] = 1;
}
