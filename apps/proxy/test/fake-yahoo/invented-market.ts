import type { FakeDay, FakeInstrument } from "./fake-instrument.ts";

const firstDate = "2024-01-01";
const dayMilliseconds = 86_400_000;

interface Venue {
  readonly exchange: string;
  readonly fullExchangeName: string;
  readonly timeZone: string;
  readonly offset: number;
  readonly opensAt: number;
  readonly sessionSeconds: number;
}

const hour = 3600;
const venues = {
  nasdaq: {
    exchange: "NMS",
    fullExchangeName: "NasdaqGS",
    timeZone: "America/New_York",
    offset: -5 * hour,
    opensAt: 14.5 * hour,
    sessionSeconds: 6.5 * hour,
  },
  nyse: {
    exchange: "NYQ",
    fullExchangeName: "NYSE",
    timeZone: "America/New_York",
    offset: -5 * hour,
    opensAt: 14.5 * hour,
    sessionSeconds: 6.5 * hour,
  },
  toronto: {
    exchange: "TOR",
    fullExchangeName: "Toronto",
    timeZone: "America/Toronto",
    offset: -5 * hour,
    opensAt: 14.5 * hour,
    sessionSeconds: 6.5 * hour,
  },
  london: {
    exchange: "LSE",
    fullExchangeName: "LSE",
    timeZone: "Europe/London",
    offset: 0,
    opensAt: 8 * hour,
    sessionSeconds: 8.5 * hour,
  },
  milan: {
    exchange: "MIL",
    fullExchangeName: "Milan",
    timeZone: "Europe/Rome",
    offset: hour,
    opensAt: 8 * hour,
    sessionSeconds: 8.5 * hour,
  },
  xetra: {
    exchange: "GER",
    fullExchangeName: "XETRA",
    timeZone: "Europe/Berlin",
    offset: hour,
    opensAt: 8 * hour,
    sessionSeconds: 8.5 * hour,
  },
  amsterdam: {
    exchange: "AMS",
    fullExchangeName: "Amsterdam",
    timeZone: "Europe/Amsterdam",
    offset: hour,
    opensAt: 8 * hour,
    sessionSeconds: 8.5 * hour,
  },
  forex: {
    exchange: "CCY",
    fullExchangeName: "CCY",
    timeZone: "Europe/London",
    offset: 0,
    opensAt: 0,
    sessionSeconds: 24 * hour - 60,
  },
} satisfies Record<string, Venue>;

interface Listing {
  readonly name: string;
  readonly quoteType: "EQUITY" | "ETF";
  readonly currency: string;
  readonly venue: keyof typeof venues;
  /** Price on the first date. All prices here are invented. */
  readonly start: number;
  /** Paid on the first trading day of March, June, September and December. */
  readonly dividend?: number;
  readonly split?: { readonly date: string; readonly numerator: number; readonly denominator: number };
}

const listings: Readonly<Record<string, Listing>> = {
  AAPL: { name: "Apple Inc.", quoteType: "EQUITY", currency: "USD", venue: "nasdaq", start: 180, dividend: 0.25 },
  MSFT: {
    name: "Microsoft Corporation",
    quoteType: "EQUITY",
    currency: "USD",
    venue: "nasdaq",
    start: 370,
    dividend: 0.75,
  },
  NFLX: { name: "Netflix, Inc.", quoteType: "EQUITY", currency: "USD", venue: "nasdaq", start: 480 },
  KO: {
    name: "The Coca-Cola Company",
    quoteType: "EQUITY",
    currency: "USD",
    venue: "nyse",
    start: 59,
    dividend: 0.485,
  },
  VTI: {
    name: "Vanguard Total Stock Market Index Fund ETF",
    quoteType: "ETF",
    currency: "USD",
    venue: "nyse",
    start: 235,
    dividend: 0.9,
  },
  SPY: { name: "SPDR S&P 500 ETF", quoteType: "ETF", currency: "USD", venue: "nyse", start: 470, dividend: 1.6 },
  "VCN.TO": {
    name: "Vanguard FTSE Canada All Cap Index ETF",
    quoteType: "ETF",
    currency: "CAD",
    venue: "toronto",
    start: 42,
    dividend: 0.3,
  },
  "XIC.TO": {
    name: "iShares Core S&P/TSX Capped Composite Index ETF",
    quoteType: "ETF",
    currency: "CAD",
    venue: "toronto",
    start: 33,
    dividend: 0.25,
  },
  "NWX.TO": { name: "Northwest Example Corp.", quoteType: "EQUITY", currency: "CAD", venue: "toronto", start: 12 },
  "ENI.MI": { name: "Eni S.p.A.", quoteType: "EQUITY", currency: "EUR", venue: "milan", start: 15.3, dividend: 0.24 },
  "VWCE.DE": {
    name: "Vanguard FTSE All-World UCITS ETF",
    quoteType: "ETF",
    currency: "EUR",
    venue: "xetra",
    start: 107,
  },
  "IWDA.AS": {
    name: "iShares Core MSCI World UCITS ETF",
    quoteType: "ETF",
    currency: "EUR",
    venue: "amsterdam",
    start: 83,
  },
  "VUSA.L": {
    name: "Vanguard S&P 500 UCITS ETF",
    quoteType: "ETF",
    currency: "GBP",
    venue: "london",
    start: 72,
    dividend: 0.22,
  },
  "BARC.L": { name: "Barclays PLC", quoteType: "EQUITY", currency: "GBp", venue: "london", start: 153, dividend: 2.7 },
  "VOD.L": { name: "Vodafone Group Plc", quoteType: "EQUITY", currency: "GBp", venue: "london", start: 68 },
  "SPLIT-X": {
    name: "Split Example Inc.",
    quoteType: "EQUITY",
    currency: "USD",
    venue: "nasdaq",
    start: 400,
    split: { date: "2025-06-02", numerator: 4, denominator: 1 },
  },
};

/** Worth of one unit in US dollars on the first date, invented. */
const worth: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.1,
  GBP: 1.27,
  CAD: 0.75,
  CHF: 1.17,
  JPY: 0.0069,
  AUD: 0.67,
  NZD: 0.62,
  SEK: 0.098,
  NOK: 0.097,
  DKK: 0.148,
  PLN: 0.25,
  CZK: 0.044,
  HUF: 0.0029,
  HKD: 0.128,
  SGD: 0.75,
  INR: 0.012,
  BRL: 0.2,
  MXN: 0.058,
  ZAR: 0.054,
  CNY: 0.14,
  ILS: 0.27,
};

/** Numbers from 0 to 1 that depend on the name alone (FNV-1a seeds mulberry32). */
function chance(name: string): () => number {
  let state = Array.from(name).reduce(
    (hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619) >>> 0,
    2_166_136_261,
  );
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The weekdays from 2024-01-01 to `today`. */
function weekdays(today: string): string[] {
  const dates: string[] = [];
  for (let moment = Date.parse(firstDate); moment <= Date.parse(today); moment += dayMilliseconds) {
    const date = new Date(moment);
    if (date.getUTCDay() % 6 !== 0) dates.push(date.toISOString().slice(0, 10));
  }
  return dates;
}

/** A random walk that starts at 1 and depends on the name alone. */
function walk(name: string, steps: number, stride: number, drift: number): number[] {
  const next = chance(name);
  let level = 1;
  return Array.from({ length: steps }, (_, index) => {
    if (index > 0) level *= 1 + (next() - 0.5 + drift) * stride;
    return level;
  });
}

function quarterly(dates: readonly string[], amount: number): { date: string; amount: number }[] {
  const firsts = dates.filter((date, index) => date.slice(0, 7) !== dates[index - 1]?.slice(0, 7));
  return firsts.filter((date) => ["03", "06", "09", "12"].includes(date.slice(5, 7))).map((date) => ({ date, amount }));
}

function listed(symbol: string, listing: Listing, dates: readonly string[]): FakeInstrument {
  const levels = walk(symbol, dates.length, 0.03, 0.015);
  const { split } = listing;
  const happened = split !== undefined && dates.some((date) => date >= split.date);
  const ratio = happened ? split.numerator / split.denominator : 1;
  // Traded prices have whole cents; what came before a split is sent divided by its ratio.
  const days = dates.map((date, index): FakeDay => {
    const level = listing.start * (levels[index] ?? 1);
    const afterSplit = happened && date >= split.date;
    return {
      date,
      close: afterSplit ? Math.round((level / ratio) * 100) / 100 : Math.round(level * 100) / 100 / ratio,
    };
  });
  return {
    symbol,
    name: listing.name,
    quoteType: listing.quoteType,
    currency: listing.currency,
    ...venues[listing.venue],
    priceHint: 2,
    days,
    ...(listing.dividend === undefined ? {} : { dividends: quarterly(dates, listing.dividend) }),
    ...(happened ? { splits: [split] } : {}),
  };
}

function currencyPair(
  symbol: string,
  base: string,
  quote: string,
  dates: readonly string[],
): FakeInstrument | undefined {
  const [from, to] = [worth[base], worth[quote]];
  if (from === undefined || to === undefined || base === quote) return undefined;
  const still = (currency: string): number[] =>
    currency === "USD" ? dates.map(() => 1) : walk(currency, dates.length, 0.004, 0);
  const [baseLevels, quoteLevels] = [still(base), still(quote)];
  const days = dates.map((date, index): FakeDay => {
    const rate = (from * (baseLevels[index] ?? 1)) / (to * (quoteLevels[index] ?? 1));
    return { date, close: Number(rate.toPrecision(6)) };
  });
  return {
    symbol,
    name: `${base}/${quote}`,
    quoteType: "CURRENCY",
    currency: quote,
    ...venues.forex,
    priceHint: 4,
    days,
  };
}

/** An invented instrument whose closes depend on its symbol alone; undefined for a symbol this market does not list. */
export function inventedInstrument(symbol: string, today: string): FakeInstrument | undefined {
  const dates = weekdays(today);
  const listing = listings[symbol];
  if (listing !== undefined) return listed(symbol, listing, dates);
  const pair = /^([A-Z]{3})([A-Z]{3})=X$/.exec(symbol);
  return pair === null ? undefined : currencyPair(symbol, pair[1] ?? "", pair[2] ?? "", dates);
}

/** All invented shares and funds, for searches. */
export function inventedListings(today: string): FakeInstrument[] {
  const dates = weekdays(today);
  return Object.entries(listings).map(([symbol, listing]) => listed(symbol, listing, dates));
}
