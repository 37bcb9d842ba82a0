import type { EpochDay } from "../calendar/plain-date.ts";
import { directHistory, exchangeRateOn, type RateTable, seriesRateDigits } from "../fx/exchange-rate.ts";
import { lastRowOn, type RateHistory } from "../fx/rate-history.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { type FixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven, divideToSignificantDigits } from "../numbers/rounding.ts";

/**
 * The rate of one currency on every calendar day, carried forward, never filled backwards.
 *
 * `values[d]` is an integer below 2^53 at `scale`; 0 on the days before `firstKnown`.
 */
export interface RateRow {
  readonly values: Float64Array;
  readonly scale: number;
  readonly firstKnown: number;
  /** The largest of the values. */
  readonly max: number;
}

/** Rate tables are immutable, so a row is built once per table, pair and range. */
const knownRows = new WeakMap<RateTable, Map<string, RateRow>>();

/**
 * Units of `to` for one `from` on `dayCount` days from `firstDay`: recorded rates as they are, derived ones with 15
 * digits. Built once per table and range.
 */
export function rateRow(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  firstDay: EpochDay,
  dayCount: number,
): RateRow {
  const rows = knownRows.get(table) ?? new Map<string, RateRow>();
  knownRows.set(table, rows);
  const key = `${from}/${to} ${firstDay} ${dayCount}`;
  const row = rows.get(key) ?? withMax(builtRow(table, from, to, firstDay, dayCount));
  // Ranges change with the period a person looks at: a few are kept, not all that ever were.
  if (rows.size >= mostRows) rows.clear();
  rows.set(key, row);
  return row;
}

const mostRows = 64;

function withMax(row: Omit<RateRow, "max">): RateRow {
  return { ...row, max: row.values.reduce((most, value) => Math.max(most, value), 0) };
}

function builtRow(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  firstDay: EpochDay,
  dayCount: number,
): Omit<RateRow, "max"> {
  if (from === to) return { values: new Float64Array(dayCount).fill(1), scale: 0, firstKnown: 0 };
  const direct = directHistory(table, from, to);
  return (direct && recordedRow(direct, firstDay, dayCount)) ?? derivedRow(table, from, to, firstDay, dayCount);
}

/** A recorded pair, known from the first day on and of modest digits, in one walk; undefined where it is not so. */
function recordedRow(
  { days, rates }: RateHistory,
  firstDay: EpochDay,
  dayCount: number,
): Omit<RateRow, "max"> | undefined {
  const first = lastRowOn(days, firstDay);
  const last = lastRowOn(days, firstDay + dayCount - 1);
  if (first < 0) return undefined;
  let scale = 0;
  for (let row = first; row <= last; row++) scale = Math.max(scale, rates.scales[row]!);
  const values = new Float64Array(dayCount);
  const factors = Float64Array.from({ length: scale + 1 }, (_, digits) => Number(powerOfTen(digits)));
  let row = first;
  for (let d = 0; d < dayCount; d++) {
    while (row < last && days[row + 1]! <= firstDay + d) row++;
    const value = rates.values[row]! * factors[scale - rates.scales[row]!]!;
    if (!(value > 0 && value <= Number.MAX_SAFE_INTEGER)) return undefined;
    values[d] = value;
  }
  return { values, scale, firstKnown: 0 };
}

function derivedRow(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  firstDay: EpochDay,
  dayCount: number,
): Omit<RateRow, "max"> {
  const known = Array.from({ length: dayCount }, (_, d) =>
    seriesRate(exchangeRateOn(table, from, to, firstDay + d, seriesRateDigits)),
  );
  const firstKnown = known.findIndex((rate) => rate !== undefined);
  // A rate of 15 digits beside a larger one: the finest scale that keeps every integer of the row below 2^53.
  let scale = known.reduce((most, rate) => Math.max(most, rate?.scale ?? 0), 0);
  const isSafe = (rate: FixedPoint | undefined): boolean =>
    rate === undefined || Number.isSafeInteger(integerAtScale(rate, scale));
  while (scale > 0 && !known.every(isSafe)) scale--;
  const values = Float64Array.from(known, (rate) => (rate === undefined ? 0 : integerAtScale(rate, scale)));
  return { values, scale, firstKnown: firstKnown < 0 ? dayCount : firstKnown };
}

/** A rate as the series takes it: its integer below 2^53. */
function seriesRate(rate: FixedPoint | undefined): FixedPoint | undefined {
  if (rate === undefined || Number.isSafeInteger(Number(rate.digits))) return rate;
  return divideToSignificantDigits(rate.digits, powerOfTen(rate.scale), seriesRateDigits);
}

function integerAtScale({ digits, scale: own }: FixedPoint, scale: number): number {
  return Number(own <= scale ? digits * powerOfTen(scale - own) : divideHalfEven(digits, powerOfTen(own - scale)));
}
