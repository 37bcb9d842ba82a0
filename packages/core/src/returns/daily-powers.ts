/** Gaps of so many days are looked up; longer ones are worked out. */
export const tableSize: number = 64;

/** e^(rate x days) of 0 to 63 days. */
export function dailyPowers(rate: number): Float64Array {
  const table = new Float64Array(tableSize);
  for (let days = 0; days < tableSize; days++) table[days] = Math.exp(rate * days);
  return table;
}
