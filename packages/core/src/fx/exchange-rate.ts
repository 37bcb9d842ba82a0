import type { EpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { digitsOf } from "../numbers/decimal-column.ts";
import { type FixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideToSignificantDigits } from "../numbers/rounding.ts";
import { lastRowOn, type RateHistory } from "./rate-history.ts";

/** Significant digits of an inverse or cross rate in the ledger and in single figures. */
export const ledgerRateDigits: number = 34;

/** Significant digits of a derived rate in the daily series, so that it stays below 2^53. */
export const seriesRateDigits: number = 15;

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** All known rate histories, findable by pair. */
export interface RateTable {
  readonly histories: readonly RateHistory[];
  readonly byPair: ReadonlyMap<string, RateHistory>;
}

/** Gathers rate histories. Of two histories of one pair the later one in the list wins. */
export function rateTable(histories: readonly RateHistory[]): RateTable {
  return {
    histories,
    byPair: new Map(histories.map((history) => [pairKey(history.baseCurrency, history.quoteCurrency), history])),
  };
}

/** The recorded history of a pair as it is asked for; undefined when only the inverse or a cross rate is known. */
export function directHistory(table: RateTable, from: CurrencyCode, to: CurrencyCode): RateHistory | undefined {
  return table.byPair.get(pairKey(from, to));
}

/**
 * The exchange rate of a day: units of `to` for one `from`.
 *
 * Looked up as the direct pair, else 1 / the inverse pair, else through one common third currency (the first in
 * alphabetical order); each the last known on or before the day. A recorded rate is exact; a derived one is divided
 * once, half-even, to `significantDigits`. The same currency: 1.
 *
 * Undefined: nothing is known on or before the day. Never 1:1 instead, never a later rate.
 */
export function exchangeRateOn(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  day: EpochDay,
  significantDigits: number = ledgerRateDigits,
): FixedPoint | undefined {
  if (from === to) return { digits: 1n, scale: 0 };
  const fraction = pairOn(table, from, to, day) ?? crossOn(table, from, to, day);
  return fraction === undefined ? undefined : asFixedPoint(fraction, significantDigits);
}

function pairOn(table: RateTable, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Fraction | undefined {
  const direct = fractionOn(table.byPair.get(pairKey(from, to)), day);
  if (direct !== undefined) return direct;
  const inverse = fractionOn(table.byPair.get(pairKey(to, from)), day);
  return inverse === undefined ? undefined : { numerator: inverse.denominator, denominator: inverse.numerator };
}

function fractionOn(history: RateHistory | undefined, day: EpochDay): Fraction | undefined {
  if (history === undefined) return undefined;
  const row = lastRowOn(history.days, day);
  if (row < 0) return undefined;
  const numerator = digitsOf(history.rates, row);
  return numerator <= 0n ? undefined : { numerator, denominator: powerOfTen(history.rates.scales[row]!) };
}

function crossOn(table: RateTable, from: CurrencyCode, to: CurrencyCode, day: EpochDay): Fraction | undefined {
  for (const third of neighbours(table, from)) {
    const first = pairOn(table, from, third, day);
    const second = first && pairOn(table, third, to, day);
    if (first !== undefined && second !== undefined) {
      return { numerator: first.numerator * second.numerator, denominator: first.denominator * second.denominator };
    }
  }
  return undefined;
}

function neighbours(table: RateTable, currency: CurrencyCode): CurrencyCode[] {
  const others = table.histories.flatMap(({ baseCurrency, quoteCurrency }) => {
    if (baseCurrency === currency) return [quoteCurrency];
    return quoteCurrency === currency ? [baseCurrency] : [];
  });
  return [...new Set(others)].sort();
}

function asFixedPoint({ numerator, denominator }: Fraction, significantDigits: number): FixedPoint {
  const scale = denominator.toString().length - 1;
  return denominator === powerOfTen(scale)
    ? { digits: numerator, scale }
    : divideToSignificantDigits(numerator, denominator, significantDigits);
}

function pairKey(base: CurrencyCode, quote: CurrencyCode): string {
  return `${base}/${quote}`;
}
