import type { Instrument } from "@portfolio/core";
import type { ProxyClient, ProxyQuote } from "./proxy-client.ts";

/** What a source calls an instrument, and in which unit it quotes. */
export interface ResolvedSymbol {
  readonly symbol: string;
  readonly quotationUnit?: string;
}

const mostCandidates = 8;

/**
 * Finds the source's symbol of an instrument: its ticker or one found by ISIN, ticker or name, whose quote is in the
 * instrument's currency. A quote in another currency, or in none, is never taken for it.
 *
 * Undefined: no candidate is quoted in the instrument's currency; the person has to name one.
 */
export async function resolveQuoteSymbol(
  proxy: ProxyClient,
  instrument: Instrument,
): Promise<ResolvedSymbol | undefined> {
  const direct = instrument.ticker === undefined ? [] : [instrument.ticker.replaceAll(" ", "-").toUpperCase()];
  const first = await matching(proxy, direct, instrument);
  if (first !== undefined) return first;
  for (const words of [instrument.isin, instrument.ticker, instrument.name]) {
    if (words === undefined || words === "") continue;
    const candidates = await proxy.search(words);
    const found = await matching(proxy, candidates.map(({ symbol }) => symbol).slice(0, mostCandidates), instrument);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function matching(
  proxy: ProxyClient,
  symbols: readonly string[],
  instrument: Instrument,
): Promise<ResolvedSymbol | undefined> {
  const allowed = symbols.filter((symbol) => /^[A-Z0-9.^=&\-:]{1,24}$/.test(symbol));
  if (allowed.length === 0) return undefined;
  const quotes = await proxy.quotes(allowed);
  const bySymbol = new Map(quotes.map((quote) => [quote.symbol, quote]));
  const match = allowed
    .map((symbol) => bySymbol.get(symbol))
    .find((quote): quote is ProxyQuote => quote?.currency === instrument.currency);
  if (match === undefined) return undefined;
  return { symbol: match.symbol, ...(match.quotationUnit === null ? {} : { quotationUnit: match.quotationUnit }) };
}
