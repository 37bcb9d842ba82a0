import YahooFinance from "yahoo-finance2";
import { ExtendedCookieJar } from "yahoo-finance2/lib/cookieJar";
import { SourceError } from "../../source-error.ts";

/** The calls of Yahoo that we use. Answers are unchecked: whoever reads them checks each field. */
export interface YahooClient {
  /** `/v7/finance/quote`: an array of quotes. */
  readonly quote: (symbols: readonly string[]) => Promise<unknown>;
  /** `/v8/finance/chart` by day: meta, timestamps, closes and events. */
  readonly chart: (symbol: string, from: Date, to: Date) => Promise<unknown>;
  /** `/v1/finance/search`. */
  readonly search: (text: string) => Promise<unknown>;
}

// Its messages hold symbols and addresses, so none reaches a log.
const silent = (): void => {};
const logger = { info: silent, warn: silent, error: silent, debug: silent, dir: silent };

// One odd field must not lose an answer: we check what we use ourselves.
const unchecked = { validateResult: false } as const;

function open(fetch: typeof globalThis.fetch): InstanceType<typeof YahooFinance> {
  return new YahooFinance({
    fetch,
    cookieJar: new ExtendedCookieJar(),
    suppressNotices: ["yahooSurvey"],
    versionCheck: false,
    queue: { concurrency: 2 },
    validation: { logErrors: false, logOptionsErrors: false },
    logger,
  });
}

/** What the library's own errors mean; those of our fetch pass as they are. */
function toSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const message = error instanceof Error ? error.message : "";
  if (/no data found|may be delisted/i.test(message)) return new SourceError("unknown-symbol", "no data found");
  if (/too many requests|status 429/i.test(message)) return new SourceError("limited", "too many requests");
  if (/crumb|set-cookie|consent|unauthorized/i.test(message))
    return new SourceError("auth", "no session with the source");
  return new SourceError("invalid", "the answer could not be read");
}

/** One client of yahoo-finance2 for the whole process, with a session of its own. */
export function createYahooClient(fetch: typeof globalThis.fetch): YahooClient {
  let client = open(fetch);

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toSourceError(error);
    }
  }

  /** A session that Yahoo no longer accepts is dropped, and a new one tried once. */
  async function withSession<T>(work: () => Promise<T>): Promise<T> {
    const used = client;
    try {
      return await attempt(work);
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== "auth") throw error;
      if (client === used) client = open(fetch);
      return attempt(work);
    }
  }

  return {
    quote: (symbols) => withSession(() => client.quote([...symbols], {}, unchecked)),
    chart: (symbol, from, to) =>
      attempt(() =>
        client.chart(
          symbol,
          { period1: from, period2: to, interval: "1d", includePrePost: false, return: "object" },
          unchecked,
        ),
      ),
    search: (text) => attempt(() => client.search(text, { quotesCount: 10, newsCount: 0 }, unchecked)),
  };
}
