import type { CurrencyCode, DecimalString, PlainDate } from "@portfolio/core";

/** A quote as the proxy answers it: the price is in `quotationUnit` where that is set. */
export interface ProxyQuote {
  readonly symbol: string;
  readonly name: string | null;
  readonly price: DecimalString;
  readonly currency: CurrencyCode | null;
  readonly quotationUnit: string | null;
  readonly asOf: string;
  /** The day of the price at its exchange, where the proxy says so: in Sydney it is not the one in Greenwich. */
  readonly date?: PlainDate | null;
  readonly source: string;
  readonly stale: boolean;
}

/** Daily closes as the proxy answers them: restated for later splits, which come along. */
export interface ProxyPriceHistory {
  readonly symbol: string;
  readonly source: string;
  readonly currency: CurrencyCode | null;
  readonly quotationUnit: string | null;
  readonly priceDigits: number;
  /** Digits of the source's tick: a close times its later split ratios, rounded to them, is the close as traded. */
  readonly tradedPriceDigits: number;
  readonly receivedAt: string;
  readonly stale: boolean;
  readonly closes: readonly { readonly date: PlainDate; readonly close: DecimalString; readonly final: boolean }[];
  readonly splits: readonly { readonly date: PlainDate; readonly numerator: number; readonly denominator: number }[];
}

/** Daily exchange rates: units of `quoteCurrency` for one `baseCurrency`. */
export interface ProxyRates {
  readonly baseCurrency: CurrencyCode;
  readonly quoteCurrency: CurrencyCode;
  readonly source: string;
  readonly receivedAt: string;
  readonly rates: readonly { readonly date: PlainDate; readonly rate: DecimalString }[];
}

/** Why the proxy gave no answer: nobody there, or a refusal with its code. */
export class ProxyError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "ProxyError";
    this.code = code;
  }
}

/** What the app asks of the proxy. */
export interface ProxyClient {
  quotes(symbols: readonly string[]): Promise<readonly ProxyQuote[]>;
  priceHistory(symbol: string, from: PlainDate | undefined): Promise<ProxyPriceHistory>;
  exchangeRates(base: CurrencyCode, quote: CurrencyCode, from: PlainDate | undefined): Promise<ProxyRates>;
  search(text: string): Promise<readonly { readonly symbol: string; readonly name: string | null }[]>;
}

const timeoutMs = 30_000;
const decimalText = /^\d+(\.\d+)?$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Where the proxy is and what it asks for; asked for each request, because a person may change it. */
export interface ProxyAccess {
  /** "/api/v1" where it serves the app, too, else its whole address. */
  readonly baseUrl: string;
  readonly token: string;
}

/** A client of the proxy. Nothing it cannot read is passed on. */
export function proxyClient(
  access: () => Promise<ProxyAccess>,
  fetcher: typeof fetch = (...args) => fetch(...args),
): ProxyClient {
  const get = async (path: string, query: Readonly<Record<string, string | undefined>>): Promise<unknown> => {
    const { baseUrl, token } = await access();
    const url = new URL(`${baseUrl}${path}`, globalThis.location?.href ?? "http://localhost");
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const response = await fetcher(url, {
      signal: AbortSignal.timeout(timeoutMs),
      credentials: "omit",
      ...(token === "" ? {} : { headers: { authorization: `Bearer ${token}` } }),
    }).catch(() => {
      throw new ProxyError(
        "unreachable",
        "The price server does not answer. Check the connection and its address in Settings.",
      );
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok)
      throw new ProxyError(
        text(body, "code") ?? String(response.status),
        text(body, "detail") ?? text(body, "title") ?? response.statusText,
      );
    if (body === undefined) throw new ProxyError("unreadable", "The price server answered something that is no JSON.");
    return body;
  };
  return {
    quotes: async (symbols) => list(await get("/quotes", { symbols: symbols.join(",") }), "quotes").filter(isQuote),
    priceHistory: async (symbol, from) => {
      const body = (await get(`/price-history/${encodeURIComponent(symbol)}`, { from })) as ProxyPriceHistory;
      return {
        ...body,
        closes: list(body, "closes").filter(isClose),
        splits: list(body, "splits") as ProxyPriceHistory["splits"],
      };
    },
    exchangeRates: async (base, quote, from) => {
      const body = (await get("/exchange-rates", { base, quote, from })) as ProxyRates;
      return { ...body, rates: list(body, "rates").filter(isRate) };
    },
    search: async (words) => list(await get("/instruments/search", { q: words }), "candidates").filter(isCandidate),
  };
}

function field(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

function text(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  return typeof value === "string" ? value : undefined;
}

function list(body: unknown, name: string): unknown[] {
  const items = field(body, name);
  if (!Array.isArray(items)) throw new ProxyError("unreadable", `The price server's answer has no list of ${name}.`);
  return items as unknown[];
}

function isPositive(value: unknown): boolean {
  return typeof value === "string" && decimalText.test(value) && /[1-9]/.test(value);
}

function isQuote(item: unknown): item is ProxyQuote {
  return (
    typeof field(item, "symbol") === "string" &&
    isPositive(field(item, "price")) &&
    typeof field(item, "asOf") === "string"
  );
}

function isClose(item: unknown): item is ProxyPriceHistory["closes"][number] {
  return isoDate.test(String(field(item, "date"))) && isPositive(field(item, "close"));
}

function isRate(item: unknown): item is ProxyRates["rates"][number] {
  return isoDate.test(String(field(item, "date"))) && isPositive(field(item, "rate"));
}

function isCandidate(item: unknown): item is { symbol: string; name: string | null } {
  return typeof field(item, "symbol") === "string";
}
