import { describe, expect, it } from "vitest";
import { createYahooFetch } from "../../../../../src/plugins/app/quotes/sources/yahoo/yahoo-fetch.ts";
import type { Behaviour, Step } from "../../../../fake-yahoo/fake-yahoo.ts";
import { share } from "../../../../instruments.ts";
import { startProxy } from "../../../../start-proxy.ts";
import { virtualRuntime } from "../../../../virtual-runtime.ts";

const quotes = "/api/v1/quotes?symbols=ACME";
const history = "/api/v1/price-history/ACME";
const search = "/api/v1/instruments/search?q=acme";

const quick = { yahoo: { timeouts: { headers: 150, body: 150 } } };
const errorBody = { finance: { result: null, error: { code: "Bad Request", description: "Missing value" } } };

describe("the conversation with Yahoo", () => {
  it("fetches cookie and crumb once and uses them again", async () => {
    const { get, yahoo, runtime } = await startProxy({ instruments: [share] });
    await get(quotes);
    runtime.advance(60_000);
    await get(quotes);
    expect(yahoo.requests.map(({ step }) => step)).toEqual(["cookie", "crumb", "quote", "quote"]);
  });

  it("passes the consent pages of the EU", async () => {
    const { get, yahoo } = await startProxy({ instruments: [share], consent: true });
    expect((await get(quotes)).body.quotes).toHaveLength(1);
    expect(yahoo.requests.map(({ step, method }) => `${method} ${step}`)).toEqual([
      "GET cookie",
      "GET consent",
      "GET collect",
      "POST collect",
      "GET copy",
      "GET cookie",
      "GET crumb",
      "GET quote",
    ]);
  });

  it("gets a new crumb once when Yahoo no longer takes the old one", async () => {
    const { get, yahoo, runtime } = await startProxy({ instruments: [share] });
    await get(quotes);
    yahoo.script("quote", { kind: "json", status: 401, body: errorBody }, 1);
    runtime.advance(60_000);
    expect((await get(quotes)).body.quotes[0]).toMatchObject({ stale: false });
    expect(yahoo.requests.slice(3).map(({ step }) => step)).toEqual(["quote", "cookie", "crumb", "quote"]);
  });

  it("passes nothing of the caller on", async () => {
    const { app, yahoo } = await startProxy({ instruments: [share] });
    await app.inject({
      url: quotes,
      headers: { "x-canary": "canary", cookie: "canary=1", "user-agent": "canary", "x-forwarded-for": "203.0.113.1" },
    });
    expect(yahoo.requests).toHaveLength(3);
    expect(JSON.stringify(yahoo.requests)).not.toMatch(/canary|203\.0\.113\.1/);
  });
});

describe("failures of Yahoo", () => {
  const limited = { kind: "status", status: 429 } as const;
  const cases: [string, string, Step, Behaviour, number, string][] = [
    ["429 at the cookie", quotes, "cookie", limited, 200, "source-limited"],
    ["429 at the crumb", quotes, "crumb", limited, 200, "source-limited"],
    ['"Too Many Requests" as crumb', quotes, "crumb", { kind: "status", status: 200 }, 200, "source-limited"],
    ["HTML as crumb", quotes, "crumb", { kind: "html" }, 200, "source-invalid"],
    ["429 at the quote", quotes, "quote", limited, 200, "source-limited"],
    ["no cookie", quotes, "cookie", { kind: "html" }, 200, "source-auth"],
    ["401 for ever at the quote", quotes, "quote", { kind: "json", status: 401, body: errorBody }, 200, "source-auth"],
    ["HTML instead of quotes", quotes, "quote", { kind: "html" }, 200, "source-invalid"],
    ["an empty object instead of quotes", quotes, "quote", { kind: "json", body: {} }, 200, "source-invalid"],
    ["429 at the chart", history, "chart", limited, 503, "source-limited"],
    ["503 at the chart", history, "chart", { kind: "status", status: 503 }, 503, "source-down"],
    ["HTML instead of a chart", history, "chart", { kind: "html" }, 502, "source-invalid"],
    [
      "an error in an answer of 200",
      history,
      "chart",
      { kind: "json", body: { chart: { result: null, error: { code: "X", description: "odd" } } } },
      502,
      "source-invalid",
    ],
    [
      "a chart without meta",
      history,
      "chart",
      { kind: "json", body: { chart: { result: [{ indicators: { quote: [{}] } }], error: null } } },
      502,
      "source-invalid",
    ],
    ["JSON null", history, "chart", { kind: "json", body: null }, 502, "source-invalid"],
    ["a cut connection", history, "chart", { kind: "cut" }, 503, "source-down"],
    ["a body above 8 MiB", history, "chart", { kind: "oversized" }, 502, "source-invalid"],
    ["headers that do not come", history, "chart", { kind: "slow-headers", milliseconds: 2000 }, 504, "source-timeout"],
    ["a body that does not end", history, "chart", { kind: "slow-body", milliseconds: 2000 }, 504, "source-timeout"],
    [
      "a redirect to another host",
      history,
      "chart",
      { kind: "status", status: 302, headers: { location: "http://169.254.169.254/" } },
      502,
      "source-invalid",
    ],
    ["HTML instead of candidates", search, "search", { kind: "html" }, 502, "source-invalid"],
  ];

  it.each(cases)("%s", async (_name, url, step, behaviour, status, code) => {
    const { app, get, yahoo } = await startProxy({ instruments: [share], sources: quick });
    yahoo.script(step, behaviour);
    const answer = await get(url);
    // A batch answers 200 and names the symbol as missing; a single question answers the problem itself.
    const told: unknown = status === 200 ? answer.body.missing : [{ symbol: "ACME", code: answer.body.code }];
    expect([answer.status, told]).toEqual([status, [{ symbol: "ACME", code }]]);
    expect(await app.database.selectFrom("cache_entry").selectAll().execute()).toEqual([]);
  });

  it("tries once more after a broken connection, after a short pause", async () => {
    const { get, yahoo, runtime } = await startProxy({ instruments: [share] });
    yahoo.script("chart", { kind: "cut" }, 1);
    expect((await get(history)).status).toBe(200);
    expect([yahoo.requests.length, runtime.waits]).toEqual([2, [200]]);
  });

  it("does not ask again after 429", async () => {
    const { get, yahoo } = await startProxy({ instruments: [share] });
    yahoo.script("chart", limited);
    await get(history);
    expect(yahoo.requests).toHaveLength(1);
  });

  it("stops asking after three 429 in a row, and asks once more after a minute", async () => {
    const { get, yahoo, runtime } = await startProxy({ instruments: [share] });
    yahoo.script("chart", limited, 3);
    for (let round = 0; round < 6; round += 1) expect((await get(history)).status).toBe(503);
    expect(yahoo.requests).toHaveLength(3);
    runtime.advance(60_000);
    expect((await get(history)).status).toBe(200);
  });
});

describe("createYahooFetch", () => {
  const asked: string[] = [];
  const runtime = {
    ...virtualRuntime(),
    fetch: async (input: Parameters<typeof fetch>[0]) => (
      asked.push(input instanceof Request ? input.url : input.toString()),
      new Response("{}")
    ),
  };
  const fetch = createYahooFetch({ runtime, timeouts: { headers: 1000, body: 1000 }, fakeOrigin: null });

  it.each([
    "http://query2.finance.yahoo.com/",
    "https://query2.finance.yahoo.com:8443/",
    "https://user@query2.finance.yahoo.com/",
    "https://query2.finance.yahoo.com.evil.example/",
    "https://evil.example/query2.finance.yahoo.com",
    "https://yahoo.com/",
    "https://169.254.169.254/",
    "https://[::ffff:127.0.0.1]/",
    "https://localhost/",
    "file:///etc/passwd",
  ])("refuses %s", async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toEqual([]);
  });
});
