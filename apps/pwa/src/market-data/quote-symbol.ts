import type { Instrument } from "@portfolio/core";
import type { ProxyClient, ProxyQuote } from "./proxy-client.ts";

/** What a source calls an instrument, and in which unit it quotes. */
export interface ResolvedSymbol {
  readonly symbol: string;
  readonly quotationUnit?: string;
}

const mostCandidates = 8;

/**
 * Finds the source's symbol of an instrument, one whose quote is in the instrument's currency. A quote in another
 * currency, or in none, is never taken for it.
 *
 * Where there is an ISIN, it names the security and is asked first; the bare ticker alone is not believed then, because
 * on another exchange it may be another company's. Without one the ticker comes first.
 *
 * Undefined: no candidate is quoted in the instrument's currency; the person has to name one.
 */
export async function resolveQuoteSymbol(
  proxy: ProxyClient,
  instrument: Instrument,
): Promise<ResolvedSymbol | undefined> {
  const { isin, name, ticker } = instrument;
  const bare = ticker?.replaceAll(" ", "-").toUpperCase();
  if (isin !== undefined)
    return (
      (await searched(proxy, isin, instrument)) ??
      (await searched(proxy, name, instrument)) ??
      (await searched(proxy, ticker, instrument, bare))
    );
  const direct = bare === undefined ? undefined : await matching(proxy, [bare], instrument);
  return direct ?? (await searched(proxy, ticker, instrument)) ?? (await searched(proxy, name, instrument));
}

async function searched(
  proxy: ProxyClient,
  words: string | undefined,
  instrument: Instrument,
  doubted?: string,
): Promise<ResolvedSymbol | undefined> {
  if (words === undefined || words === "") return undefined;
  const candidates = await proxy.search(words);
  const symbols = candidates.map(({ symbol }) => symbol).filter((symbol) => symbol !== doubted);
  return matching(proxy, symbols.slice(0, mostCandidates), instrument);
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
