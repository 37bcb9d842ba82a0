import type { Instrument } from "@portfolio/core";

/** What stands for an instrument in the form: its ticker or name, with as much behind it as it takes to tell it apart. */
export function instrumentText(instrument: Instrument, instruments: readonly Instrument[]): string {
  const short = instrument.ticker ?? instrument.name;
  const alike = instruments.filter(({ id, ticker, name }) => id !== instrument.id && isSame(ticker ?? name, short));
  if (alike.length === 0) return short;
  const inCurrency = alike.filter(({ currency }) => currency === instrument.currency);
  if (inCurrency.length === 0) return `${short}, ${instrument.currency}`;
  const own = instrument.isin ?? instrument.name;
  const isOwn = inCurrency.every(({ isin, name }) => !isSame(isin ?? name, own));
  return `${short}, ${instrument.currency}, ${isOwn ? own : instrument.id}`;
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
