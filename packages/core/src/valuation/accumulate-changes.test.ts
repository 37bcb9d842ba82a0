import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type IntegerList, integerList, pushInteger } from "../numbers/integer-list.ts";
import { accumulate, accumulator } from "./accumulate.ts";
import { accumulateChanges, isOftenTraded, walkedDays } from "./accumulate-changes.ts";
import type { PriceRow } from "./price-row.ts";
import { type QuantityHistory, segmentsOf } from "./segment.ts";

const firstDay = 1000;
const dayCount = 40;

function listOf(quantities: readonly (number | bigint)[]): IntegerList {
  const list = integerList();
  for (const quantity of quantities) pushInteger(list, quantity);
  return list;
}

function historyOf(
  entries: readonly (readonly [day: number, quantity: number | bigint])[],
  scale = 2,
): QuantityHistory {
  return { quantities: listOf(entries.map(([, quantity]) => quantity)), days: entries.map(([day]) => day), scale };
}

function rowOf(closes: readonly number[], firstKnown = 0): PriceRow {
  return { values: Float64Array.from(closes), offset: -firstKnown, scale: 4, firstKnown, max: Math.max(...closes) };
}

const flat = rowOf(Array.from({ length: dayCount }, (_, d) => 100 + d));

const histories = fc
  .array(
    fc.tuple(fc.integer({ min: firstDay - 5, max: firstDay + dayCount + 5 }), fc.integer({ min: -50, max: 5000 })),
    {
      minLength: 3,
      maxLength: 60,
    },
  )
  .map((entries) => historyOf(entries.sort(([a], [b]) => a - b)));
const rows = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: dayCount, maxLength: dayCount }), fc.nat(8))
  .map(([closes, firstKnown]) => rowOf(closes, firstKnown));

test("walking the days gives the integers that segments give", () => {
  let walks = 0;
  fc.assert(
    fc.property(histories, rows, (history, prices) => {
      const walked = walkedDays(firstDay, dayCount);
      if (!isOftenTraded(history, prices, walked)) return;
      walks++;
      const segments = segmentsOf(history, firstDay, dayCount);
      const [expected, actual] = [accumulator(dayCount), accumulator(dayCount)];
      accumulate(expected, segments, prices);
      expect(accumulateChanges(actual, history, prices, walked)).toBe(true);
      expect(segments.scale).toBe(history.scale);
      expect([...actual.low]).toEqual([...expected.low]);
      expect(Math.max(...actual.low.map(Math.abs))).toBeLessThanOrEqual(actual.bound);
      expect(walked.changes.every((change) => change === 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(walks).toBeGreaterThan(100);
});

test("one limb that would not hold the line is left alone", () => {
  const row = { ...accumulator(dayCount), bound: Number.MAX_SAFE_INTEGER - 10 };
  const walked = walkedDays(firstDay, dayCount);
  expect(accumulateChanges(row, historyOf([[firstDay, 7]]), flat, walked)).toBe(false);
  expect(row.low.every((value) => value === 0)).toBe(true);
  expect(walked.changes.every((change) => change === 0)).toBe(true);
  expect(row.bound).toBe(Number.MAX_SAFE_INTEGER - 10);
});

test.each([
  ["has a few trades only", historyOf([[firstDay, 7]]), flat],
  ["could be written with fewer decimals", historyOf([...Array(9).keys()].map((d) => [firstDay + d, 70])), flat],
  ["is held before its first price", historyOf([...Array(9).keys()].map((d) => [firstDay + d, 7])), rowOf([5], 1)],
  ["has integers beyond 2^53", historyOf([...Array(9).keys()].map((d) => [firstDay + d, 2n ** 60n])), flat],
  [
    "needs its decimals only within a day",
    historyOf(
      Array(9)
        .fill([firstDay, 7])
        .concat([[firstDay, 70]]),
    ),
    flat,
  ],
  ["needs its decimals only after the last day", historyOf(Array(9).fill([firstDay + dayCount, 7])), flat],
])("a line that %s goes by segments", (_, history, prices) => {
  expect(isOftenTraded(history, prices, walkedDays(firstDay, dayCount))).toBe(false);
});
