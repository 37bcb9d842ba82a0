import { describe, expect, it } from "vitest";
import { pennyShare, share } from "../../../instruments.ts";
import { startProxy } from "../../../start-proxy.ts";

describe("GET /api/v1/instruments/search", () => {
  it("answers candidates and drops entries without a symbol", async () => {
    const { get } = await startProxy({ instruments: [share, pennyShare] });
    expect((await get("/api/v1/instruments/search?q=Acme")).body).toEqual({
      candidates: [{ symbol: "ACME", name: "Acme Corporation", kind: "equity", exchange: "NYSE", currency: null }],
    });
  });

  it("asks once for the same words and remembers an empty answer for a minute only", async () => {
    const { get, runtime, yahoo } = await startProxy({ instruments: [share] });
    await get("/api/v1/instruments/search?q=acme");
    await get("/api/v1/instruments/search?q=%20ACME%20");
    expect(yahoo.requests).toHaveLength(1);
    expect((await get("/api/v1/instruments/search?q=penny")).body).toEqual({ candidates: [] });
    yahoo.know([pennyShare]);
    runtime.advance(60_000);
    expect((await get("/api/v1/instruments/search?q=penny")).body.candidates).toHaveLength(1);
  });
});
