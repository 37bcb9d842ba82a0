import type { Runtime } from "../../../runtime/runtime.ts";
import { SourceError } from "../../source-error.ts";

/** How long Yahoo may take, in milliseconds. */
export interface YahooTimeouts {
  readonly headers: number;
  readonly body: number;
}

/** Options of {@link createYahooFetch}. */
export interface YahooFetchOptions {
  readonly runtime: Runtime;
  readonly timeouts: YahooTimeouts;
  /** Loopback origin that stands in for all hosts in tests: `https://<host><path>` becomes `<origin>/<host><path>`. */
  readonly fakeOrigin: string | null;
}

const dataHosts = new Set(["query1.finance.yahoo.com", "query2.finance.yahoo.com"]);
const sessionHosts = new Set(["finance.yahoo.com", "guce.yahoo.com", "consent.yahoo.com"]);
const largestBody = 8 * 1024 * 1024;

function checkedUrl(input: Parameters<typeof fetch>[0]): URL {
  const url = new URL(input instanceof Request ? input.url : input);
  const known = dataHosts.has(url.hostname) || sessionHosts.has(url.hostname);
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "" || !known) {
    throw new SourceError("invalid", "a request to an address that is not on the list was refused");
  }
  return url;
}

/** Seconds of a Retry-After header, written as seconds or as a date. */
function retryAfterSeconds(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^[0-9]{1,9}$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(1, Math.ceil((date - now) / 1000));
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return "";
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > largestBody) throw new SourceError("invalid", "the body is larger than 8 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** What the status alone says; answers of the session hosts redirect and fail in ways the client copes with. */
function checkStatus({ status, headers }: Response, isData: boolean, now: number): void {
  if (status === 429 || status === 999)
    throw new SourceError("limited", `status ${status}`, retryAfterSeconds(headers.get("retry-after"), now));
  if (status >= 500) throw new SourceError("down", `status ${status}`);
  if (!isData) return;
  if (status === 401 || status === 403) throw new SourceError("auth", `status ${status}`);
  if (status >= 300 && status < 400) throw new SourceError("invalid", "a redirect where data was expected");
}

function checkData(path: string, response: Response, text: string): void {
  if (path === "/v1/test/getcrumb") {
    if (/too many requests/i.test(text)) throw new SourceError("limited", "the crumb is a refusal");
    if (!/^[^\s<>{}]{1,64}$/.test(text)) throw new SourceError("invalid", "the crumb is none");
    return;
  }
  if (!/[/+]json\b/i.test(response.headers.get("content-type") ?? ""))
    throw new SourceError("invalid", "the content type is not JSON");
  if (response.status === 404 || response.status === 400) {
    const unknown = /no data found|may be delisted|not found|data doesn't exist/i.test(text);
    throw new SourceError(unknown ? "unknown-symbol" : "invalid", `status ${response.status}`);
  }
  if (!response.ok) throw new SourceError("invalid", `status ${response.status}`);
}

/** The answer again with its body in hand; statuses that have none keep none. */
function rebuilt({ status, statusText, headers }: Response, text: string): Response {
  const bodyless = status === 204 || status === 205 || status === 304;
  const kept = new Headers();
  for (const name of ["content-type", "location"]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  for (const cookie of headers.getSetCookie()) kept.append("set-cookie", cookie);
  return new Response(bodyless ? null : text, { status, statusText, headers: kept });
}

/**
 * The `fetch` handed to yahoo-finance2: exact hosts and https only, no redirect followed, 8 MiB at most, times bounded,
 * one more try after a broken connection, and every failure a {@link SourceError} whose text holds no address.
 *
 * It turns failing statuses into errors itself, since the library would write the address to the console.
 */
export function createYahooFetch({ runtime, timeouts, fakeOrigin }: YahooFetchOptions): typeof fetch {
  const realUrl = (url: URL): string =>
    fakeOrigin === null ? url.href : `${fakeOrigin}/${url.hostname}${url.pathname}${url.search}`;

  async function once(url: URL, init: RequestInit | undefined): Promise<Response> {
    const control = new AbortController();
    const expire = (): void => control.abort(new SourceError("timeout", "no answer in time"));
    let timer = setTimeout(expire, timeouts.headers);
    try {
      const response = await runtime.fetch(realUrl(url), { ...init, redirect: "manual", signal: control.signal });
      clearTimeout(timer);
      timer = setTimeout(expire, timeouts.body);
      const isData = dataHosts.has(url.hostname);
      checkStatus(response, isData, runtime.now());
      // The page of the first visit is a megabyte of HTML; only its cookies matter.
      const text = url.hostname === "finance.yahoo.com" ? "" : await readBody(response);
      if (isData) checkData(url.pathname, response, text);
      return rebuilt(response, text);
    } catch (error) {
      throw control.signal.aborted ? control.signal.reason : error;
    } finally {
      clearTimeout(timer);
      control.abort(new SourceError("down", "done"));
    }
  }

  async function twice(url: URL, init: RequestInit | undefined): Promise<Response> {
    try {
      return await once(url, init);
    } catch (error) {
      const repeatable = (init?.method ?? "GET") === "GET";
      if (error instanceof SourceError || !repeatable) throw error;
      await runtime.wait(200 + 200 * runtime.random());
      return once(url, init);
    }
  }

  return async (input, init) => {
    try {
      return await twice(checkedUrl(input), init);
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError("down", "the connection failed");
    }
  };
}
