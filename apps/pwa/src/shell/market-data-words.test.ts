import { expect, test } from "vitest";
import type { MarketDataState } from "../engine/engine-protocol.ts";
import type { AppState } from "../state/app-state.ts";
import { marketDataWords } from "./market-data-words.ts";

const words = (marketData: MarketDataState, isOnline = true) =>
  marketDataWords({ engine: { portfolio: "own", marketData }, isOnline, view: { locale: "en-CA" } } as AppState);

test("missing prices are never a green dot, and say why without the browser's own words", () => {
  const message = "The price server does not answer (TypeError: Failed to fetch).";
  expect(words({ status: "idle", unresolved: [], message })).toEqual({
    title: "Some prices are missing",
    detail: "The price server does not answer.",
    isOff: false,
    isIncomplete: true,
  });
});

test("without a network the age of prices is said once, with one full stop", () => {
  const state: MarketDataState = { status: "offline", unresolved: [], refreshedAt: "2020-01-02T15:04:00Z" };
  expect(words(state).isOff).toBe(true);
  expect(words(state).detail).not.toContain("..");
  expect(words({ status: "idle", unresolved: [] }, false).title).toBe("Offline");
});
