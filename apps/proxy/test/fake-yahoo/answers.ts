import { openingOf, type FakeInstrument } from "./fake-instrument.ts";

/** A number as Yahoo writes it: a 32-bit float with its noise. */
function noisy(value: number): number {
  return Math.fround(value);
}

function lastDays({ days }: FakeInstrument): {
  last: { date: string; close: number } | undefined;
  previous: number | undefined;
} {
  const priced = days.flatMap(({ date, close }) => (close === null ? [] : [{ date, close }]));
  return { last: priced.at(-1), previous: priced.at(-2)?.close };
}

/** One entry of `quoteResponse.result`. */
export function quoteEntry(instrument: FakeInstrument): Record<string, unknown> {
  const { last, previous } = lastDays(instrument);
  return {
    language: "en-US",
    region: "US",
    quoteType: instrument.quoteType,
    typeDisp: instrument.quoteType,
    currency: instrument.currency,
    symbol: instrument.symbol,
    shortName: instrument.name,
    longName: instrument.name,
    exchange: instrument.exchange,
    fullExchangeName: instrument.fullExchangeName,
    exchangeTimezoneName: instrument.timeZone,
    gmtOffSetMilliseconds: instrument.offset * 1000,
    marketState: "REGULAR",
    priceHint: instrument.priceHint,
    exchangeDataDelayedBy: 15,
    regularMarketPrice: last === undefined ? undefined : noisy(last.close),
    regularMarketPreviousClose: previous === undefined ? undefined : noisy(previous),
    regularMarketTime: last === undefined ? undefined : openingOf(instrument, last.date) + instrument.sessionSeconds,
    tradeable: false,
    ...instrument.quote,
  };
}

function byEpoch<T extends { readonly date: string }>(
  instrument: FakeInstrument,
  events: readonly T[] | undefined,
): Record<string, T & { date: number }> | undefined {
  if (events === undefined || events.length === 0) return undefined;
  return Object.fromEntries(
    events.map((event) => [
      String(openingOf(instrument, event.date)),
      { ...event, date: openingOf(instrument, event.date) },
    ]),
  );
}

/** The answer of `/v8/finance/chart/{symbol}` for the rows between two moments (epoch seconds). */
export function chartAnswer(instrument: FakeInstrument, from: number, to: number, today: string): unknown {
  const rows = instrument.days
    .map((day) => ({ at: day.at ?? openingOf(instrument, day.date), close: day.close }))
    .filter(({ at }) => at >= from && at < to);
  const closes = rows.map(({ close }) => (close === null ? null : noisy(close)));
  const { last } = lastDays(instrument);
  const start = openingOf(instrument, today);
  const period = { timezone: "XXX", start, end: start + instrument.sessionSeconds, gmtoffset: instrument.offset };
  const meta = {
    currency: instrument.currency,
    symbol: instrument.symbol,
    exchangeName: instrument.exchange,
    fullExchangeName: instrument.fullExchangeName,
    instrumentType: instrument.quoteType,
    firstTradeDate: rows[0]?.at ?? null,
    regularMarketTime: last === undefined ? start : openingOf(instrument, last.date) + instrument.sessionSeconds,
    hasPrePostMarketData: true,
    gmtoffset: instrument.offset,
    timezone: "XXX",
    exchangeTimezoneName: instrument.timeZone,
    regularMarketPrice: noisy(last?.close ?? 0),
    chartPreviousClose: closes[0] ?? null,
    priceHint: instrument.priceHint,
    currentTradingPeriod: { pre: period, regular: period, post: period },
    dataGranularity: "1d",
    range: "",
    validRanges: ["1d", "5d", "1mo", "max"],
    ...instrument.meta,
  };
  const volume = closes.map((close) => (close === null ? null : 1000));
  const quote = rows.length === 0 ? {} : { open: closes, high: closes, low: closes, close: closes, volume };
  const indicators =
    rows.length === 0 ? { quote: [quote], adjclose: [{}] } : { quote: [quote], adjclose: [{ adjclose: closes }] };
  const dividends = byEpoch(instrument, instrument.dividends);
  const splits = byEpoch(
    instrument,
    instrument.splits?.map((split) => ({ ...split, splitRatio: `${split.numerator}:${split.denominator}` })),
  );
  const events = { ...(dividends === undefined ? {} : { dividends }), ...(splits === undefined ? {} : { splits }) };
  const result = {
    meta,
    ...(rows.length === 0 ? {} : { timestamp: rows.map(({ at }) => at) }),
    ...(Object.keys(events).length === 0 ? {} : { events }),
    indicators,
  };
  return { chart: { result: [result], error: null } };
}

/** The answer of the chart call for a symbol Yahoo does not know. */
export const noChart: unknown = {
  chart: { result: null, error: { code: "Not Found", description: "No data found, symbol may be delisted" } },
};

/** The answer of `/v1/finance/search`, with the entry without a symbol that Yahoo mixes in. */
export function searchAnswer(instruments: readonly FakeInstrument[], text: string): unknown {
  const wanted = text.toLowerCase();
  const hits = instruments.filter(
    ({ symbol, name }) => symbol.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted),
  );
  const quotes = hits.slice(0, 10).map((hit) => ({
    exchange: hit.exchange,
    shortname: hit.name,
    longname: hit.name,
    quoteType: hit.quoteType,
    symbol: hit.symbol,
    index: "quotes",
    score: 20_000,
    typeDisp: hit.quoteType.toLowerCase(),
    exchDisp: hit.fullExchangeName,
    isYahooFinance: true,
  }));
  const foreign = { index: "5f1e", name: `${text} Holdings`, permalink: "holdings", isYahooFinance: false };
  return {
    explains: [],
    count: quotes.length + 1,
    quotes: [...quotes, foreign],
    news: [],
    nav: [],
    lists: [],
    totalTime: 10,
  };
}
