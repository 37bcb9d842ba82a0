import type { EpochDay } from "../calendar/plain-date.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Accumulator } from "./accumulate.ts";
import type { CurrencyGroup } from "./convert-totals.ts";
import { rateRow } from "./rate-row.ts";
import type { Segments } from "./segment.ts";

/** Totals of all lines in one currency whose integers have one scale. */
export interface ValuedGroup {
  readonly currency: CurrencyCode;
  readonly scale: number;
  readonly totals: Accumulator;
  readonly lineCount: number;
}

/** Counts a line with quantity and without price into the days on which it is so, or (`step` -1) out of them. */
export function countUnpriced(
  unpriced: Int32Array,
  { count, from, to }: Segments,
  firstKnown: number,
  step: 1 | -1,
): void {
  for (let i = 0; i < count && from[i]! < firstKnown; i++) {
    const end = Math.min(to[i]!, firstKnown);
    for (let d = from[i]!; d < end; d++) unpriced[d] = unpriced[d]! + step;
  }
}

/** Says for each day from `start` to before `end` whether all of it is known: every price and every rate. */
export function markKnown(
  isKnown: Uint8Array,
  ledger: Ledger,
  groups: ReadonlyMap<string, ValuedGroup>,
  unpriced: Int32Array,
  firstDay: EpochDay,
  start: number,
  end: number,
): void {
  for (let d = start; d < end; d++) isKnown[d] = unpriced[d] === 0 ? 1 : 0;
  for (const { totals, currency } of groups.values()) {
    const { firstKnown } = rateRow(ledger.rates, currency, ledger.baseCurrency, firstDay, isKnown.length);
    for (let d = start; d < end && d < firstKnown; d++) if (!isZero(totals, d)) isKnown[d] = 0;
  }
}

/** Groups with their rates, for the days from `start` to before `end`. */
export function currencyGroups(
  ledger: Ledger,
  groups: ReadonlyMap<string, ValuedGroup>,
  firstDay: EpochDay,
  dayCount: number,
  start = 0,
  end: number = dayCount,
): CurrencyGroup[] {
  return [...groups.values()].map(({ totals, scale, currency }) => {
    const row = rateRow(ledger.rates, currency, ledger.baseCurrency, firstDay, dayCount);
    const isWhole = start === 0 && end === dayCount;
    const { low, high, big } = totals;
    const part: Accumulator = isWhole
      ? totals
      : { ...totals, low: low.subarray(start, end), high: high?.subarray(start, end), big: big?.slice(start, end) };
    const rates = isWhole ? row.values : row.values.subarray(start, end);
    return { totals: part, scale, rates, rateScale: row.scale, maxRate: row.max };
  });
}

/** The parts of a total may be residues of each other, after something was taken out. */
function isZero({ low, high, big }: Accumulator, d: number): boolean {
  if (high === undefined && big === undefined) return low[d] === 0;
  return BigInt(low[d]!) + (BigInt(high?.[d] ?? 0) << 20n) + (big?.[d] ?? 0n) === 0n;
}
