import { describe, expect, it } from "vitest";
import type { FakeInstrument } from "../../../fake-yahoo/fake-instrument.ts";
import { pennyShare, share } from "../../../instruments.ts";
import { startProxy } from "../../../start-proxy.ts";
import { virtualRuntime } from "../../../virtual-runtime.ts";

const url = "/api/v1/price-history/ACME";

const answer = {
  symbol: "ACME",
  currency: "USD",
  quotationUnit: null,
  priceDigits: 2,
  tradedPriceDigits: 2,
  closes: [
    { date: "2026-11-17", close: "75.09", final: true },
    { date: "2026-11-18", close: "76.50", final: true },
    { date: "2026-11-19", close: "77.21", final: true },
  ],
  dividends: [],
  splits: [],
  source: "yahoo",
  adjustment: "split",
  receivedAt: "2026-11-20T15:00:00.000Z",
  stale: false,
  attempts: [],
};

/** Traded at 300.35 and 301.00, then a 4:1 split. */
const splitShare: FakeInstrument = {
  ...share,
  days: [
    { date: "2026-11-16", close: 300.35 / 4 },
    { date: "2026-11-17", close: 301 / 4 },
    { date: "2026-11-18", close: 76.01 },
    { date: "2026-11-19", close: 77.02 },
  ],
  splits: [{ date: "2026-11-18", numerator: 4, denominator: 1 }],
  dividends: [{ date: "2026-11-17", amount: 0.0625 }],
};

describe("GET /api/v1/price-history/:symbol", () => {
  it("answers all closes by default", async () => {
    const { get } = await startProxy({ instruments: [share] });
    expect((await get("/api/v1/price-history/acme")).body).toEqual(answer);
  });

  it("keeps enough digits to rebuild what was traded before a split", async () => {
    const { get } = await startProxy({ instruments: [splitShare] });
    expect((await get(url)).body).toEqual({
      ...answer,
      priceDigits: 4,
      closes: [
        { date: "2026-11-16", close: "75.0875", final: true },
        { date: "2026-11-17", close: "75.2500", final: true },
        { date: "2026-11-18", close: "76.01", final: true },
        { date: "2026-11-19", close: "77.02", final: true },
      ],
      dividends: [{ date: "2026-11-17", amount: "0.0625" }],
      splits: [{ date: "2026-11-18", numerator: 4, denominator: 1 }],
    });
  });

  it("cuts closes and dividends to the range, but keeps the splits that came later", async () => {
    const { get } = await startProxy({ instruments: [splitShare] });
    const { body } = await get(`${url}?from=2026-11-17&to=2026-11-17`);
    expect([body.closes, body.dividends, body.splits]).toEqual([
      [{ date: "2026-11-17", close: "75.2500", final: true }],
      [{ date: "2026-11-17", amount: "0.0625" }],
      [{ date: "2026-11-18", numerator: 4, denominator: 1 }],
    ]);
    expect((await get(`${url}?from=2026-11-19`)).body.splits).toEqual([]);
  });

  it("leaves out days without a price, puts days in order, and takes the later row of a day", async () => {
    const at = (date: string): number => Date.parse(`${date}T14:30:00Z`) / 1000;
    const days = [
      { date: "2026-11-18", close: 2 },
      { date: "2026-11-16", close: null },
      { date: "2026-11-17", close: 1 },
      { date: "2026-11-18", close: 2.5, at: at("2026-11-18") + 3600 },
      { date: "2026-11-13", close: 0 },
      { date: "2026-11-12", close: -3 },
    ];
    const { get } = await startProxy({ instruments: [{ ...share, days }] });
    expect((await get(url)).body.closes).toEqual([
      { date: "2026-11-17", close: "1.00", final: true },
      { date: "2026-11-18", close: "2.50", final: true },
    ]);
  });

  it("marks the running day until half an hour after its close, then reads it again", async () => {
    const { get, runtime, yahoo } = await startProxy({
      instruments: [{ ...share, days: [...share.days, { date: "2026-11-20", close: 78 }] }],
    });
    const last = async (): Promise<unknown> => (await get(url)).body.closes.at(-1);
    expect(await last()).toEqual({ date: "2026-11-20", close: "78.00", final: false });
    yahoo.know([{ ...share, days: [...share.days, { date: "2026-11-20", close: 79.5 }] }]);
    runtime.advance(6.5 * 3_600_000 - 1);
    expect(await last()).toEqual({ date: "2026-11-20", close: "78.00", final: false });
    runtime.advance(1);
    expect(new Date(runtime.now()).toISOString()).toBe("2026-11-20T21:30:00.000Z");
    expect(await last()).toEqual({ date: "2026-11-20", close: "79.50", final: true });
  });

  it("reads a final history once a day", async () => {
    const { get, runtime, yahoo } = await startProxy({ instruments: [share] });
    await get(url);
    runtime.advance(24 * 3_600_000 - 1);
    await get(`${url}?from=2026-11-18`);
    expect(yahoo.requests).toHaveLength(1);
    runtime.advance(1);
    await get(url);
    expect(yahoo.requests).toHaveLength(2);
  });

  it("replaces everything when a split came between two reads", async () => {
    const { get, runtime, yahoo } = await startProxy({
      instruments: [
        {
          ...splitShare,
          days: [
            { date: "2026-11-16", close: 300.35 },
            { date: "2026-11-17", close: 301 },
          ],
          splits: [],
        },
      ],
    });
    expect((await get(url)).body.closes.map(({ close }: { close: string }) => close)).toEqual(["300.35", "301.00"]);
    yahoo.know([splitShare]);
    runtime.advance(24 * 3_600_000);
    expect((await get(url)).body.closes.map(({ close }: { close: string }) => close)).toEqual([
      "75.0875",
      "75.2500",
      "76.01",
      "77.02",
    ]);
  });

  it("serves the stale copy for ever, and never stores a broken answer", async () => {
    const { app, get, runtime, yahoo } = await startProxy({ instruments: [share] });
    await get(url);
    const stored = await app.database.selectFrom("cache_entry").selectAll().execute();
    const poison = {
      chart: {
        result: [
          {
            meta: { currency: "USD", symbol: "ACME" },
            timestamp: [1, 2],
            indicators: { quote: [{ close: ["x", {}] }] },
          },
        ],
        error: null,
      },
    };
    yahoo.script("chart", { kind: "json", body: poison });
    runtime.advance(400 * 24 * 3_600_000);
    expect((await get(url)).body).toEqual({
      ...answer,
      stale: true,
      attempts: [{ source: "yahoo", code: "not-covered" }],
    });
    expect(await app.database.selectFrom("cache_entry").selectAll().execute()).toEqual(stored);
  });

  it("keeps pence as pence", async () => {
    const { get } = await startProxy({ instruments: [pennyShare] });
    const { body } = await get("/api/v1/price-history/PNNY.L");
    expect([body.currency, body.quotationUnit, body.closes[0].close]).toEqual(["GBP", "GBp", "75.09"]);
  });

  it("knows an index by its caret and answers 404 for what nobody knows", async () => {
    const { get } = await startProxy({ instruments: [{ ...share, symbol: "^IDX" }] });
    expect((await get("/api/v1/price-history/%5Eidx")).body.symbol).toBe("^IDX");
    expect(await get("/api/v1/price-history/NOPE")).toMatchObject({ status: 404, body: { code: "unknown-symbol" } });
  });

  it("makes one call for any number of requests at once", async () => {
    const { get, yahoo } = await startProxy({ instruments: [share] });
    await Promise.all(Array.from({ length: 50 }, () => get(url)));
    expect(yahoo.requests).toHaveLength(1);
  });

  it("queues for the polite budget, and says when to come back once the queue is longer than 20 s", async () => {
    const instruments = Array.from({ length: 30 }, (_, index) => ({ ...share, symbol: `S${index}` }));
    const waits: number[] = [];
    // Waits that take no time at all, so that nothing refills the budget meanwhile.
    const runtime = { ...virtualRuntime(), wait: async (milliseconds: number) => void waits.push(milliseconds) };
    const { get, yahoo } = await startProxy({
      runtime,
      instruments,
      sources: { yahoo: { budget: { perSecond: 1, burst: 5 } } },
    });
    const answers = await Promise.all(instruments.map(({ symbol }) => get(`/api/v1/price-history/${symbol}`)));
    expect(waits.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => (index + 1) * 1000),
    );
    expect(yahoo.requests).toHaveLength(25);
    const refusals = answers.filter(({ status }) => status !== 200);
    expect(refusals.map(({ status, body, headers }) => [status, body.code, headers["retry-after"]])).toEqual(
      Array.from({ length: 5 }, () => [503, "source-limited", "21"]),
    );
    expect((await get("/api/v1/sources")).body.sources[0].state).toBe("ok");
  });
});
