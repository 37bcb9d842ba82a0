import { expect, test } from "vitest";
import { groupNotes } from "./group-notes.ts";

test("what says the same is one row, with what it is about", () => {
  const down = "The price server does not answer (TypeError: Failed to fetch).";
  const groups = groupNotes(
    [
      { message: "More is sold than held.", date: "2025-03-01" },
      { message: "More is sold than held.", date: "2025-01-01" },
    ],
    [
      { instrumentId: "a", reason: down },
      { instrumentId: "b", reason: "No source quotes it in EUR." },
      { instrumentId: "c", reason: down },
    ],
  );
  expect(groups).toEqual([
    { sentence: "More is sold than held.", instrumentIds: [], dates: ["2025-01-01", "2025-03-01"] },
    { sentence: "The price server does not answer.", instrumentIds: ["a", "c"], dates: [] },
    { sentence: "No source quotes it in EUR.", instrumentIds: ["b"], dates: [] },
  ]);
});
