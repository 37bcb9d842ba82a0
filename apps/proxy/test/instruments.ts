import type { FakeInstrument } from "./fake-yahoo/fake-instrument.ts";

/** A share in New York with three closes up to Thursday 2026-11-19. */
export const share: FakeInstrument = {
  symbol: "ACME",
  name: "Acme Corporation",
  quoteType: "EQUITY",
  currency: "USD",
  exchange: "NYQ",
  fullExchangeName: "NYSE",
  timeZone: "America/New_York",
  offset: -18_000,
  opensAt: 52_200,
  sessionSeconds: 23_400,
  priceHint: 2,
  days: [
    { date: "2026-11-17", close: 75.0899963378906 },
    { date: "2026-11-18", close: 76.5 },
    { date: "2026-11-19", close: 77.2099990844727 },
  ],
};

/** A share in London whose price is in pence. */
export const pennyShare: FakeInstrument = {
  ...share,
  symbol: "PNNY.L",
  name: "Penny PLC",
  currency: "GBp",
  exchange: "LSE",
  fullExchangeName: "London",
  timeZone: "Europe/London",
  offset: 0,
  opensAt: 28_800,
  sessionSeconds: 30_600,
};
