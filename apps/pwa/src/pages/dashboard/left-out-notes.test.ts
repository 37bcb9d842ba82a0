import type { HoldingsSnapshot } from "@portfolio/core";
import { expect, test } from "vitest";
import { leftOutNotes } from "./left-out-notes.ts";

test("a missing rate is never offered a price, and cash is named by its currency", () => {
  const snapshot = {
    baseCurrency: "EUR",
    holdings: [
      { instrumentId: "a", name: "Apple", ticker: "AAPL" },
      { instrumentId: "n", name: "Nova" },
    ],
    leftOut: [
      { instrumentId: "a", reason: "missing-rate" },
      { instrumentId: "n", reason: "missing-price" },
      { currency: "USD", reason: "missing-rate" },
    ],
  } as unknown as HoldingsSnapshot;
  const notes = leftOutNotes(snapshot);
  expect(notes.map(({ names, isPrice }) => [names, isPrice])).toEqual([
    [["Nova"], true],
    [["AAPL", "Cash in USD"], false],
  ]);
  expect(notes[1]!.sentence).toContain("no exchange rate to EUR");
  expect(leftOutNotes({ ...snapshot, leftOut: [] })).toEqual([]);
});
