import {
  addDays,
  Decimal,
  type CurrencyCode,
  type Instrument,
  isPlainDate,
  type PlainDate,
  priceHistory,
  quotationUnit,
} from "@portfolio/core";
import type {
  Coverage,
  PackedSeries,
  PriceRepository,
  RateRepository,
  ReceivedPrices,
  ReceivedRates,
  StoredQuote,
} from "@portfolio/storage";
import { type ProxyClient, ProxyError, type ProxyQuote } from "./proxy-client.ts";
import { resolveQuoteSymbol } from "./quote-symbol.ts";
import { tradedCloses } from "./traded-closes.ts";

/** What a refresh needs and where it writes. */
export interface RefreshInput {
  readonly proxy: ProxyClient;
  readonly prices: PriceRepository;
  readonly rates: RateRepository;
  readonly instruments: readonly Instrument[];
  readonly saveInstruments: (instruments: readonly Instrument[]) => Promise<void>;
  /** Pairs that figures need: from a currency to the base currency. */
  readonly pairs: readonly { readonly from: CurrencyCode; readonly to: CurrencyCode }[];
  /** The first day anything is held: rates are read from shortly before it. */
  readonly firstDay: PlainDate;
  readonly today: PlainDate;
  /** Whether what is found still belongs where it would be written: asked before each write. */
  readonly isCurrent: () => boolean;
}

/** How a refresh went: what has no price, and whether the server could be reached at all. */
export interface RefreshOutcome {
  readonly unresolved: readonly { readonly instrumentId: string; readonly reason: string }[];
  readonly isReachable: boolean;
  readonly message?: string;
}

/** Days read again before what is known, so that corrected closes and late splits are seen. */
const overlapDays = 7;
/** The most symbols the proxy answers at once. */
const quotesAtOnce = 50;

/**
 * Brings prices and rates up to date: full history for an instrument seen for the first time, then only the tail.
 *
 * Each instrument stands alone: one that fails is named and the others go on. Nothing that is stored is lost when the
 * server is down, slow, or answers nonsense.
 */
export async function refreshPrices(input: RefreshInput): Promise<RefreshOutcome> {
  const unresolved: { instrumentId: string; reason: string }[] = [];
  const failures: ProxyError[] = [];
  const attempt = async (instrumentId: string | undefined, work: () => Promise<string | undefined>): Promise<void> => {
    try {
      const reason = await work();
      if (reason !== undefined && instrumentId !== undefined) unresolved.push({ instrumentId, reason });
    } catch (error) {
      const failure = error instanceof ProxyError ? error : new ProxyError("unexpected", String(error));
      failures.push(failure);
      if (instrumentId !== undefined) unresolved.push({ instrumentId, reason: failure.message });
    }
  };
  // A server that cannot be reached once is not asked again for each instrument.
  const isOver = (): boolean => !input.isCurrent() || failures.some(({ code }) => code === "unreachable");
  const coverage = await input.prices.coverage();
  const resolved: Instrument[] = [];
  for (const instrument of input.instruments) {
    if (isOver()) break;
    await attempt(instrument.id, async () => {
      const known = await withSymbol(input, instrument);
      if (known.quoteSymbol === undefined)
        return `No source quotes it in ${instrument.currency}. Name its symbol, or enter prices by hand.`;
      resolved.push(known);
      return refreshHistory(input, known, coverage.get(instrument.id));
    });
  }
  const rateCoverage = input.isCurrent() ? await input.rates.coverage() : new Map<string, Coverage>();
  for (const pair of input.pairs) {
    if (isOver()) break;
    await attempt(undefined, () => refreshRates(input, pair, rateCoverage.get(`${pair.from}/${pair.to}`)));
  }
  for (let start = 0; start < resolved.length; start += quotesAtOnce) {
    if (isOver()) break;
    await attempt(undefined, () => refreshQuotes(input, resolved.slice(start, start + quotesAtOnce)));
  }
  const first = failures[0];
  return {
    unresolved,
    isReachable: !failures.some(({ code }) => code === "unreachable"),
    ...(first === undefined ? {} : { message: first.message }),
  };
}

async function withSymbol(input: RefreshInput, instrument: Instrument): Promise<Instrument> {
  if (instrument.quoteSymbol !== undefined) return instrument;
  const found = await resolveQuoteSymbol(input.proxy, instrument);
  if (found === undefined) return instrument;
  const known = {
    ...instrument,
    quoteSymbol: found.symbol,
    ...(found.quotationUnit === undefined ? {} : { quotationUnit: found.quotationUnit }),
  };
  if (input.isCurrent()) await input.saveInstruments([known]);
  return known;
}

async function refreshHistory(
  input: RefreshInput,
  instrument: Instrument,
  known: Coverage | undefined,
): Promise<string | undefined> {
  const from = known === undefined ? undefined : addDays(known.to, -overlapDays);
  const history = await input.proxy.priceHistory(instrument.quoteSymbol!, from);
  if (history.currency !== instrument.currency)
    return `${instrument.quoteSymbol} is quoted in ${history.currency ?? "no known currency"}, not in ${instrument.currency}. Name another symbol.`;
  // A split inside the tail restates everything before it: read the whole history again.
  if (from !== undefined && history.splits.some(({ date }) => date > from))
    return refreshHistory(input, instrument, undefined);
  const closes = tradedCloses(history);
  if (closes.length === 0)
    return known === undefined ? "The source knows no closes of it. Enter prices by hand." : undefined;
  const prices = received(instrument.id, history.source, history.receivedAt, priceHistory(closes), closes, known);
  if (input.isCurrent()) await input.prices.save([prices]);
  return undefined;
}

function received(
  id: string,
  source: string,
  receivedAt: string,
  { days, closes, scale }: ReturnType<typeof priceHistory>,
  dated: readonly (readonly [PlainDate, string])[],
  known: Coverage | undefined,
): ReceivedPrices {
  const series: PackedSeries = { days, values: closes, scale };
  return {
    series,
    replacesAll: known === undefined,
    coverage: { id, source, receivedAt, from: known?.from ?? dated[0]![0], to: dated.at(-1)![0] },
  };
}

async function refreshRates(
  input: RefreshInput,
  { from, to }: { from: CurrencyCode; to: CurrencyCode },
  known: Coverage | undefined,
): Promise<undefined> {
  const start =
    known === undefined || known.from > input.firstDay
      ? addDays(input.firstDay, -overlapDays - 3)
      : addDays(known.to, -overlapDays);
  const answer = await input.proxy.exchangeRates(from, to, start);
  if (answer.rates.length === 0) return undefined;
  const dated = answer.rates.map(({ date, rate }) => [date, rate] as const);
  const { days, closes, scale } = priceHistory(dated);
  const coverage: Coverage = {
    id: `${from}/${to}`,
    source: answer.source,
    receivedAt: answer.receivedAt,
    from: known === undefined || dated[0]![0] < known.from ? dated[0]![0] : known.from,
    to: dated.at(-1)![0],
  };
  const rates: ReceivedRates = { coverage, series: { days, values: closes, scale } };
  if (input.isCurrent()) await input.rates.save([rates]);
  return undefined;
}

async function refreshQuotes(input: RefreshInput, instruments: readonly Instrument[]): Promise<undefined> {
  const quotes = await input.proxy.quotes(instruments.map(({ quoteSymbol }) => quoteSymbol!));
  const bySymbol = new Map(quotes.map((quote) => [quote.symbol, quote]));
  const stored = instruments.flatMap((instrument): StoredQuote[] => {
    const quote = bySymbol.get(instrument.quoteSymbol!);
    if (quote === undefined || quote.currency !== instrument.currency) return [];
    const unit = new Decimal(10).pow(quotationUnit(quote.quotationUnit ?? "")?.digits ?? 0);
    return [
      {
        instrumentId: instrument.id,
        price: new Decimal(quote.price).div(unit).toString(),
        date: dayOf(quote),
        asOf: quote.asOf,
        source: quote.source,
      },
    ];
  });
  if (stored.length > 0 && input.isCurrent()) await input.prices.saveQuotes(stored);
  return undefined;
}

/** The day at the exchange where it is known, else the one in Greenwich. */
function dayOf({ date, asOf }: ProxyQuote): PlainDate {
  return typeof date === "string" && isPlainDate(date) ? date : asOf.slice(0, 10);
}
