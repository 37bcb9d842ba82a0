import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochDay, isPlainDate, toEpochDay } from "./plain-date.ts";

const msPerDay = 86_400_000;

describe("dates and day numbers", () => {
  it("are those of the calendar of the platform, in every year from 0 to 9999, there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = new Date(day * msPerDay).toISOString().slice(0, 10);
        expect(fromEpochDay(day)).toBe(date);
        expect(toEpochDay(date)).toBe(day);
        expect(isPlainDate(date)).toBe(true);
      }),
      { seed: 601, numRuns: 3000 },
    );
  });

  it.each([
    ["0000-01-01", -719_528],
    ["1900-02-28", -25_509],
    ["1970-01-01", 0],
    ["2000-02-29", 11_016],
    ["2026-11-21", 20_778],
    ["9999-12-31", 2_932_896],
  ])("%s is day %i", (date, day) => {
    expect(toEpochDay(date)).toBe(day);
    expect(fromEpochDay(day)).toBe(date);
  });
});
