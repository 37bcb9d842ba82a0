import { checkValuesOf, type DailySums, type GeneratedPortfolio } from "@portfolio/generated-portfolio";

/** The published sums of the daily series; from every cell in BigInt where none are published. */
export function expectedDays(portfolio: GeneratedPortfolio): DailySums {
  return checkValuesOf(portfolio)?.daily ?? dailySumsOf(exactSeries(portfolio));
}

/** The last of exact daily values, and all of them together. */
export function dailySumsOf(days: readonly bigint[]): DailySums {
  return { lastDay: days.at(-1)!, sumOfDays: days.reduce((sum, day) => sum + day, 0n) };
}

/**
 * The value of every day in US dollars at 1e-14, one BigInt product per instrument and day: what any daily series has to
 * be. Of the first `instruments` alone when that is given.
 */
export function exactSeries(
  { day, instrument, sign, quantity, prices, rates, dayCount }: GeneratedPortfolio,
  instruments: number = prices.length,
): bigint[] {
  const changes = prices.map(() => new Map<number, number>());
  for (let i = 0; i < day.length; i++) {
    const own = changes[instrument[i]!]!;
    own.set(day[i]!, (own.get(day[i]!) ?? 0) + sign[i]! * quantity[i]!);
  }
  const days = Array.from({ length: dayCount }, () => 0n);
  for (let s = 0; s < instruments; s++) {
    const price = prices[s]!;
    const rate = rates[s % rates.length]!;
    let held = 0;
    for (let d = 0; d < dayCount; d++) {
      held += changes[s]!.get(d) ?? 0;
      // Price times rate stays below 2^53: 2e7 x 2e6.
      if (held !== 0) days[d]! += BigInt(held) * BigInt(price[d]! * rate[d]!);
    }
  }
  return days;
}
