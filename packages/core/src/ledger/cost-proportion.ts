import { fixedPointOf } from "../numbers/decimal-column.ts";
import { type FixedPoint, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer } from "../numbers/integer.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { InstrumentReplay } from "./instrument-replay.ts";
import { dayRate } from "./transaction-rates.ts";

/** A share between 0 and 1. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The share of an old instrument's cost that the new units take over: as the transaction states it, else by market value
 * at the closes that were handed in: of the new units against the old ones (spin-off) or against the cash (merger).
 *
 * Undefined: neither is known.
 */
export function proportionMoved(
  from: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  held: Integer,
  units: Integer,
): Fraction | undefined {
  const { columns, reorganizationCloses } = from.context;
  const stated = columns.details.get(row)?.costProportion;
  if (stated !== undefined) return asFraction(parseFixedPoint(stated));
  const closes = reorganizationCloses.get(row);
  const arrived = valueIn(from, row, units, to, closes?.toInstrument);
  const beside =
    columns.kind[row] === kindCode.merger ? cashValue(from, row) : valueIn(from, row, held, from, closes?.instrument);
  if (arrived === undefined || beside === undefined) return undefined;
  const scale = Math.max(arrived.scale, beside.scale);
  const [new_, old] = [arrived, beside].map((value) => value.digits * powerOfTen(scale - value.scale)) as [
    bigint,
    bigint,
  ];
  return new_ + old <= 0n ? undefined : { numerator: new_, denominator: new_ + old };
}

function asFraction({ digits, scale }: FixedPoint): Fraction | undefined {
  const denominator = powerOfTen(scale);
  return digits < 0n || digits > denominator ? undefined : { numerator: digits, denominator };
}

/** Units at a close, in the old instrument's currency. */
function valueIn(
  from: InstrumentReplay,
  row: number,
  units: Integer,
  of: InstrumentReplay,
  close: string | undefined,
): FixedPoint | undefined {
  if (close === undefined) return undefined;
  const { rates, columns } = from.context;
  const rate = dayRate(rates, of.currency, from.currency, columns.day[row]!);
  const price = parseFixedPoint(close);
  return (
    rate && {
      digits: asBigInt(units) * price.digits * rate.digits,
      scale: of.amounts.scales.quantity + price.scale + rate.scale,
    }
  );
}

/** The cash part in the old instrument's currency. */
function cashValue({ context, currency }: InstrumentReplay, row: number): FixedPoint | undefined {
  const { columns, rates } = context;
  const gross = fixedPointOf(columns.grossAmount, row);
  const own = columns.currencies[columns.currency[row]!] ?? currency;
  const rate = dayRate(rates, own, currency, columns.day[row]!);
  return gross && rate && { digits: gross.digits * rate.digits, scale: gross.scale + rate.scale };
}
