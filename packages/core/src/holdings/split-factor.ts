import type { EpochDay } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { kindCode } from "../transactions/transaction-columns.ts";

/**
 * New units for one old unit of an instrument, by its splits after one day and up to another; 1 when there are none.
 *
 * A split that several accounts list on one day counts once. Cost: O(transactions with details).
 */
export function splitFactorBetween(
  { columns, rejected }: Ledger,
  instrument: InstrumentId,
  after: EpochDay,
  on: EpochDay,
): Decimal {
  const seen = new Set<string>();
  let factor = new Decimal(1);
  for (const [row, { ratio }] of columns.details) {
    const day = columns.day[row]!;
    if (ratio === undefined || columns.kind[row] !== kindCode.split || rejected[row] === 1 || day <= after || day > on)
      continue;
    if (columns.instruments[columns.instrument[row]!] !== instrument) continue;
    const own = new Decimal(ratio.numerator).div(ratio.denominator);
    const event = `${day} ${own}`;
    if (!seen.has(event)) factor = factor.times(own);
    seen.add(event);
  }
  return factor;
}
