import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startFakeYahoo } from "../../../fake-yahoo/fake-yahoo.ts";
import { pennyShare, share } from "../../../instruments.ts";
import { startProxy } from "../../../start-proxy.ts";
import { virtualRuntime } from "../../../virtual-runtime.ts";

const day = 24 * 3_600_000;

const acme = {
  symbol: "ACME",
  name: "Acme Corporation",
  kind: "equity",
  price: "77.21",
  previousClose: "76.50",
  currency: "USD",
  quotationUnit: null,
  exchange: "NYSE",
  asOf: "2026-11-19T21:00:00.000Z",
  date: "2026-11-19",
  delayMinutes: 15,
  receivedAt: "2026-11-20T15:00:00.000Z",
  source: "yahoo",
  stale: false,
  attempts: [],
};

describe("GET /api/v1/quotes", () => {
  it("answers prices as rounded decimal text, and names the symbols it has none for", async () => {
    const { get } = await startProxy({ instruments: [share, pennyShare] });
    const { status, body, headers } = await get("/api/v1/quotes?symbols=acme,NOPE,PNNY.L,ACME");
    expect(status).toBe(200);
    expect(body).toEqual({
      quotes: [
        acme,
        {
          ...acme,
          symbol: "PNNY.L",
          name: "Penny PLC",
          currency: "GBP",
          quotationUnit: "GBp",
          exchange: "London",
          asOf: "2026-11-19T16:30:00.000Z",
        },
      ],
      missing: [{ symbol: "NOPE", code: "unknown-symbol" }],
    });
    expect(headers["cache-control"]).toBe("private, max-age=0");
  });

  it("gives the date at the exchange: Tuesday morning in Sydney is Monday in UTC", async () => {
    const regularMarketTime = Date.parse("2026-11-16T23:30:00Z") / 1000;
    const sydney = { ...share, symbol: "CBA.AX", timeZone: "Australia/Sydney", offset: 39_600 };
    const without = { exchangeTimezoneName: undefined, gmtOffSetMilliseconds: undefined };
    const { get } = await startProxy({
      instruments: [
        { ...sydney, quote: { regularMarketTime } },
        { ...sydney, symbol: "ZONELESS.AX", quote: { regularMarketTime, exchangeTimezoneName: "Mars/Olympus" } },
        { ...sydney, symbol: "NOWHERE", quote: { regularMarketTime, ...without } },
      ],
    });
    const { body } = await get("/api/v1/quotes?symbols=CBA.AX,ZONELESS.AX,NOWHERE");
    const asOf = "2026-11-16T23:30:00.000Z";
    expect(body.quotes).toMatchObject([
      { symbol: "CBA.AX", asOf, date: "2026-11-17" },
      { symbol: "ZONELESS.AX", asOf, date: "2026-11-17" },
      { symbol: "NOWHERE", asOf },
    ]);
    expect(body.quotes[2]).not.toHaveProperty("date");
  });

  it("says null where the source names no currency", async () => {
    const { get } = await startProxy({ instruments: [{ ...share, currency: null }] });
    expect((await get("/api/v1/quotes?symbols=ACME")).body.quotes).toEqual([{ ...acme, currency: null }]);
  });

  it.each([
    [{ regularMarketPrice: 0 }, "source-invalid"],
    [{ regularMarketPrice: -4 }, "source-invalid"],
    [{ regularMarketPrice: "77" }, "source-invalid"],
    [{ regularMarketTime: "yesterday" }, "source-invalid"],
    [{ regularMarketPrice: null }, "not-covered"],
    [{ quoteType: "NONE" }, "unknown-symbol"],
  ])("drops the nonsense %j without losing the other symbols", async (quote, code) => {
    const { get } = await startProxy({ instruments: [share, { ...share, symbol: "ODD", quote }] });
    expect((await get("/api/v1/quotes?symbols=ODD,ACME")).body).toEqual({
      quotes: [acme],
      missing: [{ symbol: "ODD", code }],
    });
  });

  it("answers although a field we do not use is odd", async () => {
    const { get } = await startProxy({
      instruments: [{ ...share, quote: { marketCap: "huge", earningsTimestamp: {}, fiftyTwoWeekRange: 7 } }],
    });
    expect((await get("/api/v1/quotes?symbols=ACME")).body.quotes).toEqual([acme]);
  });

  it("asks again after a minute while the market trades, after five when it is closed", async () => {
    const { get, runtime, yahoo } = await startProxy({
      instruments: [share, { ...share, symbol: "SHUT", quote: { marketState: "CLOSED" } }],
    });
    const calls = (): number => yahoo.requests.filter(({ step }) => step === "quote").length;
    const url = "/api/v1/quotes?symbols=ACME,SHUT";
    expect((await get(url)).headers["cache-control"]).toBe("private, max-age=60");
    runtime.advance(59_999);
    expect((await get(url)).headers["cache-control"]).toBe("private, max-age=0");
    expect(calls()).toBe(1);
    runtime.advance(1);
    await get(url);
    expect(yahoo.requests.at(-1)?.path).toContain("symbols=ACME&");
    runtime.advance(239_999);
    await get(url);
    expect(yahoo.requests.at(-1)?.path).toContain("symbols=ACME&");
    runtime.advance(1);
    await get(url);
    expect(yahoo.requests.at(-1)?.path).toContain("symbols=SHUT&");
  });

  it("makes one call for any number of requests at once", async () => {
    const { get, yahoo } = await startProxy({ instruments: [share, pennyShare] });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        get(`/api/v1/quotes?symbols=${index % 2 === 0 ? "ACME" : "PNNY.L,ACME"}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const asked = yahoo.requests
      .filter(({ step }) => step === "quote")
      .map(({ path }) => new URL(path, "https://y").searchParams.get("symbols") ?? "");
    expect(asked.join(",").split(",").toSorted()).toEqual(["ACME", "PNNY.L"]);
  });

  it("does not ask for an unknown symbol again within a minute", async () => {
    const { get, runtime, yahoo } = await startProxy({ instruments: [share] });
    const url = "/api/v1/quotes?symbols=NOPE";
    await get(url);
    const before = yahoo.requests.length;
    runtime.advance(59_999);
    expect((await get(url)).body.missing).toEqual([{ symbol: "NOPE", code: "unknown-symbol" }]);
    expect(yahoo.requests.length).toBe(before);
    yahoo.know([{ ...share, symbol: "NOPE" }]);
    runtime.advance(1);
    expect((await get(url)).body.quotes).toHaveLength(1);
  });

  it("serves the stale copy for a day when the source fails, and says so", async () => {
    const { get, runtime, yahoo } = await startProxy({ instruments: [share] });
    const url = "/api/v1/quotes?symbols=ACME";
    await get(url);
    yahoo.script("quote", { kind: "status", status: 503 });
    runtime.advance(60_000);
    expect((await get(url)).body).toEqual({
      quotes: [{ ...acme, stale: true, attempts: [{ source: "yahoo", code: "down" }] }],
      missing: [],
    });
    runtime.advance(day - 1);
    expect((await get(url)).body.quotes).toHaveLength(1);
    runtime.advance(1);
    expect((await get(url)).body).toEqual({ quotes: [], missing: [{ symbol: "ACME", code: "source-down" }] });
  });

  it("keeps its copies across a restart", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "proxy-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    const runtime = virtualRuntime();
    const yahoo = await startFakeYahoo({ now: runtime.now, instruments: [share] });
    const env = { DATA_DIR: dataDir };
    const first = await startProxy({ env, runtime, yahoo });
    await first.get("/api/v1/quotes?symbols=ACME");
    await first.app.close();
    await yahoo.close();
    const second = await startProxy({ env, runtime, yahoo });
    expect((await second.get("/api/v1/quotes?symbols=ACME")).body.quotes).toEqual([acme]);
    runtime.advance(60_000);
    expect((await second.get("/api/v1/quotes?symbols=ACME")).body.quotes).toEqual([
      { ...acme, stale: true, attempts: [{ source: "yahoo", code: "down" }] },
    ]);
  });

  it("answers 304 to whoever has the same bytes", async () => {
    const { app, get } = await startProxy({ instruments: [share] });
    const url = "/api/v1/quotes?symbols=ACME";
    const { headers } = await get(url);
    const etag = String(headers["etag"]);
    const again = await app.inject({ url, headers: { "if-none-match": `"other", W/${etag}` } });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
    expect((await app.inject({ url, headers: { "if-none-match": '"other"' } })).statusCode).toBe(200);
  });
});

describe("GET /api/v1/sources", () => {
  it("tells that a source limits us, and until when", async () => {
    const { get, yahoo } = await startProxy({ instruments: [share] });
    const source = { id: "yahoo", capabilities: ["quote", "history", "search", "exchange-rate"] };
    expect((await get("/api/v1/sources")).body).toEqual({ sources: [{ ...source, state: "ok", until: null }] });
    yahoo.script("chart", { kind: "status", status: 429, headers: { "retry-after": "120" } });
    expect(await get("/api/v1/price-history/ACME")).toMatchObject({
      status: 503,
      body: { code: "source-limited" },
      headers: { "retry-after": "120" },
    });
    expect((await get("/api/v1/sources")).body).toEqual({
      sources: [{ ...source, state: "limited", until: "2026-11-20T15:02:00.000Z" }],
    });
    expect((await get("/api/v1/quotes?symbols=ACME")).body.quotes).toHaveLength(1);
  });
});
