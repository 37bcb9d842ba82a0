import { describe, expect, it } from "vitest";
import type { FakeInstrument } from "../../../fake-yahoo/fake-instrument.ts";
import { share } from "../../../instruments.ts";
import { startProxy } from "../../../start-proxy.ts";

const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

const pair: FakeInstrument = {
  ...share,
  symbol: "USDCAD=X",
  name: "USD/CAD",
  quoteType: "CURRENCY",
  currency: "CAD",
  exchange: "CCY",
  fullExchangeName: "CCY",
  timeZone: "Europe/London",
  offset: 0,
  opensAt: 0,
  sessionSeconds: 86_340,
  priceHint: 4,
  days: [
    // Midnight of a summer day in London lies on the day before in UTC.
    { date: "2026-07-01", close: 1.3654999732971191, at: midnight("2026-06-30") + 23 * 3600 },
    { date: "2026-11-18", close: null },
    { date: "2026-11-19", close: 1.3987 },
    { date: "2026-11-20", close: 1.4001 },
  ],
};

describe("GET /api/v1/exchange-rates", () => {
  const url = "/api/v1/exchange-rates?base=USD&quote=CAD";

  it("answers units of the quote currency for one of the base, by the day in London", async () => {
    const { get, yahoo } = await startProxy({ instruments: [pair] });
    expect(await get(url)).toMatchObject({
      status: 200,
      body: {
        baseCurrency: "USD",
        quoteCurrency: "CAD",
        source: "yahoo",
        receivedAt: "2026-11-20T15:00:00.000Z",
        stale: false,
        rates: [
          { date: "2026-07-01", rate: "1.3655", final: true },
          { date: "2026-11-19", rate: "1.3987", final: true },
          { date: "2026-11-20", rate: "1.4001", final: false },
        ],
        attempts: [],
      },
    });
    expect(yahoo.requests.map(({ path }) => path.split("?")[0])).toEqual(["/v8/finance/chart/USDCAD=X"]);
    expect((await get(`${url}&from=2026-11-19&to=2026-11-19`)).body.rates).toEqual([
      { date: "2026-11-19", rate: "1.3987", final: true },
    ]);
  });

  it("says that a pair is not covered", async () => {
    const { get } = await startProxy({ instruments: [pair] });
    expect(await get("/api/v1/exchange-rates?base=USD&quote=XAU")).toMatchObject({
      status: 422,
      body: { code: "not-covered" },
    });
  });

  it("serves the stale copy when the source is down", async () => {
    const { get, runtime, yahoo } = await startProxy({ instruments: [pair] });
    await get(url);
    yahoo.script("chart", { kind: "cut" });
    runtime.advance(24 * 3_600_000);
    expect((await get(url)).body).toMatchObject({
      stale: true,
      attempts: [{ source: "yahoo", code: "down" }],
      rates: [{}, {}, {}],
    });
  });
});
