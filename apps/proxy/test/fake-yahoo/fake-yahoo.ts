import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { chartAnswer, noChart, quoteEntry, searchAnswer } from "./answers.ts";
import type { FakeInstrument } from "./fake-instrument.ts";
import { inventedInstrument, inventedListings } from "./invented-market.ts";

/** The steps of Yahoo's conversation that a script can bend. */
export type Step = "cookie" | "consent" | "collect" | "copy" | "crumb" | "quote" | "chart" | "search";

/** What happens instead of the usual answer. */
export type Behaviour =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: "json"; readonly body: unknown; readonly status?: number }
  | { readonly kind: "html" }
  | { readonly kind: "cut" }
  /** The usual answer with blanks behind it, more than 8 MiB in all. */
  | { readonly kind: "oversized" }
  /** The usual answer, its headers after so many milliseconds. */
  | { readonly kind: "slow-headers"; readonly milliseconds: number }
  /** The usual answer, its second half after so many milliseconds. */
  | { readonly kind: "slow-body"; readonly milliseconds: number }
  | { readonly kind: "normal" };

/** A request the fake got. */
interface FakeRequest {
  readonly step: Step | "unknown";
  readonly method: string;
  readonly host: string;
  /** Path and query as Yahoo would see them. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

/** Settings of {@link startFakeYahoo}. */
export interface FakeYahooOptions {
  readonly port?: number;
  /** Known instruments; without them the invented market answers. */
  readonly instruments?: readonly FakeInstrument[];
  /** Whether the first visit is led through the consent pages of the EU. */
  readonly consent?: boolean;
  /** Milliseconds since 1970, which decide what "today" is. */
  readonly now?: () => number;
}

/** A running fake. */
export interface FakeYahoo {
  /** To be given to the proxy as YAHOO_FAKE_ORIGIN. */
  readonly origin: string;
  /** Bends the next `times` answers of a step (for ever if left out). Scripts of one step run one after another. */
  readonly script: (step: Step, behaviour: Behaviour, times?: number) => void;
  /** Forgets all scripts. */
  readonly reset: () => void;
  /** Replaces the known instruments. */
  readonly know: (instruments: readonly FakeInstrument[]) => void;
  /** All requests so far, oldest first. */
  readonly requests: FakeRequest[];
  readonly close: () => Promise<void>;
}

const largestBody = 8 * 1024 * 1024;
const crumb = "crumb.of/the.fake";
const session = "A3=session-of-the-fake; Max-Age=31557600; Domain=.yahoo.com; Path=/; Secure; HttpOnly";
const unauthorized = { finance: { result: null, error: { code: "Unauthorized", description: "Invalid Crumb" } } };
const consentForm = `<html><form method="post"><input type="hidden" name="csrfToken" value="a&#x3D;b"><input type="hidden" name="sessionId" value="1"></form></html>`;

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json;charset=utf-8" },
  body: JSON.stringify(body),
});
const html = (body: string, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  headers: { "content-type": "text/html", ...headers },
  body,
});
const redirect = (location: string, cookie?: string): Reply => ({
  status: 302,
  headers: { location, ...(cookie === undefined ? {} : { "set-cookie": cookie }) },
  body: "",
});

function stepOf(host: string, path: string): Step | "unknown" {
  if (host === "finance.yahoo.com") return "cookie";
  if (host === "guce.yahoo.com") return path.startsWith("/copyConsent") ? "copy" : "consent";
  if (host === "consent.yahoo.com") return "collect";
  if (!/^query[12]\.finance\.yahoo\.com$/.test(host)) return "unknown";
  if (path.startsWith("/v1/test/getcrumb")) return "crumb";
  if (path.startsWith("/v7/finance/quote")) return "quote";
  if (path.startsWith("/v8/finance/chart/")) return "chart";
  return path.startsWith("/v1/finance/search") ? "search" : "unknown";
}

/**
 * A local stand-in for Yahoo Finance: `https://<host><path>` is asked for as `<origin>/<host><path>`.
 *
 * It plays the cookie and crumb dance, refuses quotes without them, and can be bent step by step. All its data is invented.
 */
export async function startFakeYahoo(options: FakeYahooOptions = {}): Promise<FakeYahoo> {
  const now = options.now ?? Date.now;
  const requests: FakeRequest[] = [];
  const scripts = new Map<Step, { behaviour: Behaviour; left: number }[]>();
  let instruments = options.instruments;

  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  const find = (symbol: string): FakeInstrument | undefined =>
    instruments === undefined
      ? inventedInstrument(symbol, today())
      : instruments.find((instrument) => instrument.symbol === symbol);

  function cookieReply(cookies: string): Reply {
    if (options.consent === true && !cookies.includes("A3="))
      return redirect(
        "https://guce.yahoo.com/consent?sessionId=1",
        "GUCS=1; Max-Age=1800; Domain=.yahoo.com; Path=/; Secure",
      );
    return html("<html>a page</html>", { "set-cookie": session });
  }

  function collectReply(method: string, body: string): Reply {
    if (method !== "POST") return html(consentForm);
    if (!body.includes("csrfToken=a%3Db") || !body.includes("agree=agree"))
      return { ...html("<html>no</html>"), status: 400 };
    return redirect(
      "https://guce.yahoo.com/copyConsent?sessionId=1",
      "CFC=1; Max-Age=3600; Domain=consent.yahoo.com; Path=/; Secure",
    );
  }

  function chartReply(url: URL): Reply {
    const instrument = find(decodeURIComponent(url.pathname.slice("/v8/finance/chart/".length)));
    if (instrument === undefined) return json(noChart, 404);
    return json(
      chartAnswer(
        instrument,
        Number(url.searchParams.get("period1")),
        Number(url.searchParams.get("period2")),
        today(),
      ),
    );
  }

  function quoteReply(url: URL, cookies: string): Reply {
    if (url.searchParams.get("crumb") !== crumb || !cookies.includes("A3=")) return json(unauthorized, 401);
    const found = (url.searchParams.get("symbols") ?? "").split(",").map(find);
    return json({
      quoteResponse: { result: found.filter((instrument) => instrument !== undefined).map(quoteEntry), error: null },
    });
  }

  function usual(step: Step | "unknown", method: string, url: URL, cookies: string, body: string): Reply {
    switch (step) {
      case "cookie":
        return cookieReply(cookies);
      case "consent":
        return redirect("https://consent.yahoo.com/v2/collectConsent?sessionId=1");
      case "collect":
        return collectReply(method, body);
      case "copy":
        return redirect("https://finance.yahoo.com/quote/AAPL?guccounter=1", session);
      case "crumb":
        return cookies.includes("A3=")
          ? { status: 200, headers: { "content-type": "text/plain" }, body: crumb }
          : json(unauthorized, 401);
      case "quote":
        return quoteReply(url, cookies);
      case "chart":
        return chartReply(url);
      case "search":
        return json(searchAnswer(instruments ?? inventedListings(today()), url.searchParams.get("q") ?? ""));
      case "unknown":
        break;
    }
    return { status: 404, headers: { "content-type": "text/plain" }, body: "the fake does not know this path" };
  }

  function scripted(step: Step | "unknown"): Behaviour {
    const queue = step === "unknown" ? [] : (scripts.get(step) ?? []);
    const current = queue[0];
    if (current === undefined) return { kind: "normal" };
    current.left -= 1;
    if (current.left <= 0) queue.shift();
    return current.behaviour;
  }

  function write(response: ServerResponse, { status, headers, body }: Reply): void {
    response.writeHead(status, headers).end(body);
  }

  async function perform(behaviour: Behaviour, reply: () => Reply, response: ServerResponse): Promise<void> {
    switch (behaviour.kind) {
      case "normal":
        return write(response, reply());
      case "status":
        return write(response, {
          status: behaviour.status,
          headers: { "content-type": "text/plain", ...behaviour.headers },
          body: behaviour.body ?? "Too Many Requests\r\n",
        });
      case "json":
        return write(response, json(behaviour.body, behaviour.status));
      case "html":
        return write(response, html("<!doctype html><html><body>Will be right back</body></html>"));
      case "oversized": {
        const usualReply = reply();
        return write(response, { ...usualReply, body: usualReply.body + " ".repeat(largestBody) });
      }
      case "cut":
        response.writeHead(200, { "content-type": "application/json", "content-length": "100000" }).write('{"chart":');
        await wait(20);
        response.destroy();
        return;
      case "slow-headers":
        await wait(behaviour.milliseconds, undefined, { ref: false });
        return write(response, reply());
      case "slow-body": {
        const { status, headers, body } = reply();
        response.writeHead(status, headers).write(body.slice(0, body.length / 2));
        await wait(behaviour.milliseconds, undefined, { ref: false });
        response.end(body.slice(body.length / 2));
      }
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, host = "", path = "/"] = /^\/([^/?]+)(.*)$/.exec(request.url ?? "") ?? [];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? "GET";
    const step = stepOf(host, path);
    requests.push({ step, method, host, path, headers: request.headers });
    const url = new URL(`https://${host}${path}`);
    const reply = (): Reply =>
      usual(step, method, url, request.headers.cookie ?? "", Buffer.concat(chunks).toString("utf8"));
    await perform(scripted(step), reply, response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script(step, behaviour, times = Number.POSITIVE_INFINITY) {
      scripts.set(step, [...(scripts.get(step) ?? []), { behaviour, left: times }]);
    },
    reset: () => scripts.clear(),
    know: (known) => void (instruments = known),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
