import { describe, expect, it } from "vitest";
import { inventedInstrument } from "./invented-market.ts";

const symbols = [
  "AAPL",
  "VCN.TO",
  "NWX.TO",
  "XIC.TO",
  "MSFT",
  "ENI.MI",
  "NFLX",
  "VWCE.DE",
  "VUSA.L",
  "BARC.L",
  "KO",
  "USDCAD=X",
  "EURUSD=X",
  "EURCAD=X",
  "GBPUSD=X",
];

describe("inventedInstrument", () => {
  it.each(symbols)("lists %s on every weekday since 2024, with prices above zero", (symbol) => {
    const days = inventedInstrument(symbol, "2026-11-20")?.days ?? [];
    expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([755, "2024-01-01", "2026-11-20"]);
    expect(days.filter(({ close }) => close === null || !(close > 0))).toEqual([]);
  });

  it("gives the same past whatever today is", () => {
    const early = inventedInstrument("AAPL", "2025-03-03")?.days ?? [];
    expect(inventedInstrument("AAPL", "2026-11-20")?.days.slice(0, early.length)).toEqual(early);
  });

  it("knows no other symbol", () => {
    expect([
      inventedInstrument("NOPE", "2026-11-20"),
      inventedInstrument("USDUSD=X", "2026-11-20"),
      inventedInstrument("USDXYZ=X", "2026-11-20"),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
