import { instrumentId, type GeneratedPortfolio } from "@portfolio/generated-portfolio";

/** A trade as most programs hold it. */
export interface TradeObject {
  readonly day: number;
  readonly symbol: string;
  readonly currency: number;
  /** Signed, a whole number of 1e-4, so that a closed position is zero and is taken out. */
  readonly units: number;
}

/** The trades as objects, made before the clock starts. */
export function tradeObjectsOf({ day, instrument, sign, quantity, rates }: GeneratedPortfolio): TradeObject[] {
  return Array.from(day, (d, i) => ({
    day: d,
    symbol: instrumentId(instrument[i]!),
    currency: instrument[i]! % rates.length,
    units: sign[i]! * quantity[i]!,
  }));
}

/** The closes of each day by symbol, in plain units, made before the clock starts. */
export function pricesByDay(rows: readonly Float64Array[], dayCount: number): ReadonlyMap<string, number>[] {
  const symbols = rows.map((_, s) => instrumentId(s));
  return Array.from({ length: dayCount }, (_, d) => new Map(rows.map((row, s) => [symbols[s]!, row[d]!])));
}

/** The value of every day in doubles, day by day: a `Map` of position objects, and one of the day's prices. */
export function objectSeries(
  trades: readonly TradeObject[],
  prices: readonly ReadonlyMap<string, number>[],
  rates: readonly Float64Array[],
  dayCount: number,
): { readonly day: number; readonly value: number }[] {
  const positions = new Map<string, { currency: number; units: number }>();
  const days: { day: number; value: number }[] = [];
  let next = 0;
  for (let day = 0; day < dayCount; day++) {
    for (; next < trades.length && trades[next]!.day === day; next++) {
      const { symbol, currency, units } = trades[next]!;
      const position = positions.get(symbol) ?? { currency, units: 0 };
      position.units += units;
      if (position.units === 0) positions.delete(symbol);
      else positions.set(symbol, position);
    }
    let value = 0;
    for (const [symbol, { currency, units }] of positions)
      value += units * 1e-4 * prices[day]!.get(symbol)! * rates[currency]![day]!;
    days.push({ day, value });
  }
  return days;
}
