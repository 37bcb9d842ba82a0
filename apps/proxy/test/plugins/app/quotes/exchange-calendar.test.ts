import { describe, expect, it } from "vitest";
import { exchangeCalendar, knownExchangeCalendar } from "../../../../src/plugins/app/quotes/exchange-calendar.ts";

describe("exchangeCalendar", () => {
  it("takes the date at the exchange, not the UTC date", () => {
    expect(exchangeCalendar("Asia/Tokyo", 32_400)(Date.parse("2026-01-05T23:30:00Z"))).toBe("2026-01-06");
  });

  it("knows the offset of the day itself: midnight of a summer day in London, read in winter", () => {
    const moment = Date.parse("2026-06-30T23:00:00Z");
    expect(exchangeCalendar("Europe/London", 0)(moment)).toBe("2026-07-01");
    expect(exchangeCalendar(undefined, 0)(moment)).toBe("2026-06-30");
  });

  it("falls back to the offset where the zone is unknown", () => {
    expect(exchangeCalendar("Mars/Olympus", -18_000)(Date.parse("2026-01-06T03:00:00Z"))).toBe("2026-01-05");
  });

  it("guesses nothing where neither is known", () => {
    for (const offset of [undefined, null, "3600", Number.NaN, 1e9])
      expect(knownExchangeCalendar("Mars/Olympus", offset)).toBeUndefined();
    expect(exchangeCalendar(undefined, undefined)(Date.parse("2026-01-06T03:00:00Z"))).toBe("2026-01-06");
  });
});
