import type { YearPack } from "../database/schema.ts";
import { toEpochDay } from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyPack,
  firstDayOf,
  mergeIntoPack,
  noValue,
  type PackedSeries,
  seriesFromPacks,
  withoutSeries,
  yearOf,
} from "./year-pack.ts";

function series(scale: number, entries: readonly (readonly [string, number])[]): PackedSeries {
  return {
    scale,
    days: Int32Array.from(entries, ([date]) => toEpochDay(date)),
    values: Float64Array.from(entries, ([, value]) => value),
  };
}

/** One value of a pack as [integer, scale], or undefined. */
function valueIn(pack: YearPack, id: string, date: string): [number, number] | undefined {
  const position = pack.ids.indexOf(id);
  const value =
    position < 0 ? noValue : pack.values[position * pack.dayCount + toEpochDay(date) - firstDayOf(pack.year)]!;
  return value === noValue ? undefined : [value, pack.scales[position]!];
}

const pack = mergeIntoPack(
  emptyPack(2026),
  new Map([
    [
      "x",
      series(2, [
        ["2026-01-01", 100],
        ["2026-12-31", 250],
      ]),
    ],
  ]),
);

describe("a year pack", () => {
  it("holds the first and the last day of its year, and 366 days of a leap year", () => {
    expect(valueIn(pack, "x", "2026-01-01")).toEqual([100, 2]);
    expect(valueIn(pack, "x", "2026-12-31")).toEqual([250, 2]);
    expect(pack.dayCount).toBe(365);
    expect(emptyPack(2024).dayCount).toBe(366);
    expect(emptyPack(1900).dayCount).toBe(365);
  });

  it("takes only the days of its own year, and leaves no trace of a series without one", () => {
    const additions = new Map([
      [
        "x",
        series(4, [
          ["2025-12-31", 1],
          ["2027-01-01", 3],
        ]),
      ],
      [
        "y",
        series(2, [
          ["2025-12-31", 7],
          ["2026-01-01", 8],
        ]),
      ],
    ]);
    const merged = mergeIntoPack(pack, additions);
    expect(merged.ids).toEqual(["x", "y"]);
    expect(merged.scales).toEqual(Int8Array.of(2, 2));
    expect(valueIn(merged, "y", "2026-01-01")).toEqual([8, 2]);
    expect(mergeIntoPack(emptyPack(2024), additions).ids).toEqual([]);
  });

  it("replaces a known day and keeps the others", () => {
    const merged = mergeIntoPack(
      pack,
      new Map([
        [
          "x",
          series(2, [
            ["2026-01-01", 101],
            ["2026-01-05", 7],
          ]),
        ],
      ]),
    );
    expect([
      valueIn(merged, "x", "2026-01-01"),
      valueIn(merged, "x", "2026-01-05"),
      valueIn(merged, "x", "2026-12-31"),
    ]).toEqual([
      [101, 2],
      [7, 2],
      [250, 2],
    ]);
  });

  it("becomes finer with a finer series and restates a coarser one", () => {
    const finer = mergeIntoPack(pack, new Map([["x", series(4, [["2026-02-02", 12345]])]]));
    expect([valueIn(finer, "x", "2026-01-01"), valueIn(finer, "x", "2026-02-02")]).toEqual([
      [10_000, 4],
      [12_345, 4],
    ]);
    const coarser = mergeIntoPack(pack, new Map([["x", series(0, [["2026-02-02", 3]])]]));
    expect([valueIn(coarser, "x", "2026-01-01"), valueIn(coarser, "x", "2026-02-02")]).toEqual([
      [100, 2],
      [300, 2],
    ]);
  });

  it("gives up digits behind the point rather than digits before it, and keeps every integer safe", () => {
    // 118000.12 and then 0.000000012345: at scale 12 the first would be 1.18 x 10^17.
    const large = mergeIntoPack(emptyPack(2026), new Map([["x", series(2, [["2026-01-01", 11_800_012]])]]));
    const coin = series(12, [
      ["2026-02-02", 12_345],
      ["2026-02-03", 250_000_000_000],
    ]);
    const merged = mergeIntoPack(large, new Map([["x", coin]]));
    // At scale 10 it is 1,180,001,200,000,000; 123.45 becomes 123.
    expect([
      valueIn(merged, "x", "2026-01-01"),
      valueIn(merged, "x", "2026-02-02"),
      valueIn(merged, "x", "2026-02-03"),
    ]).toEqual([
      [1_180_001_200_000_000, 10],
      [123, 10],
      [2_500_000_000, 10],
    ]);
    expect(merged.values.every(Number.isSafeInteger)).toBe(true);
    // The other way round gives the same.
    const other = mergeIntoPack(
      mergeIntoPack(emptyPack(2026), new Map([["x", coin]])),
      new Map([["x", series(2, [["2026-01-01", 11_800_012]])]]),
    );
    expect(other).toEqual(merged);
  });

  it("keeps the scale of each year, and joins years at one that holds both", () => {
    const years = [
      mergeIntoPack(emptyPack(2025), new Map([["x", series(12, [["2025-06-01", 12_345]])]])),
      mergeIntoPack(emptyPack(2026), new Map([["x", series(2, [["2026-01-01", 11_800_012]])]])),
    ];
    expect(years.map(({ scales }) => scales[0])).toEqual([12, 2]);
    expect(seriesFromPacks(years).get("x")).toEqual({
      days: Int32Array.of(toEpochDay("2025-06-01"), toEpochDay("2026-01-01")),
      values: Float64Array.of(123, 1_180_001_200_000_000),
      scale: 10,
    });
  });

  it("is Int32 while all values fit and Float64 from the first that does not", () => {
    expect(pack.values).toBeInstanceOf(Int32Array);
    expect(mergeIntoPack(pack, new Map([["y", series(0, [["2026-01-01", 2 ** 31 - 1]])]])).values).toBeInstanceOf(
      Int32Array,
    );
    const wide = mergeIntoPack(pack, new Map([["y", series(0, [["2026-01-01", 2 ** 31]])]]));
    expect(wide.values).toBeInstanceOf(Float64Array);
    expect([valueIn(wide, "x", "2026-12-31"), valueIn(wide, "y", "2026-01-01")]).toEqual([
      [250, 2],
      [2 ** 31, 0],
    ]);
  });

  it("keeps a price of 0 apart from no price", () => {
    const merged = mergeIntoPack(pack, new Map([["x", series(2, [["2026-03-03", 0]])]]));
    expect(seriesFromPacks([merged]).get("x")!.values).toEqual(Float64Array.of(100, 0, 250));
  });

  it("without a series keeps the others, and is as narrow as they allow", () => {
    const two = mergeIntoPack(pack, new Map([["y", series(0, [["2026-01-01", 2 ** 31]])]]));
    expect(withoutSeries(two, new Set(["y"]))).toEqual(pack);
    expect(withoutSeries(two, new Set(["x"])).ids).toEqual(["y"]);
    expect(valueIn(withoutSeries(two, new Set(["x"])), "y", "2026-01-01")).toEqual([2 ** 31, 0]);
  });
});

const first = toEpochDay("2023-12-20");
const anySeries = fc
  .tuple(
    fc.nat(8),
    fc.uniqueArray(fc.tuple(fc.nat(750), fc.nat(9_000_000)), { selector: ([day]) => day, maxLength: 40 }),
  )
  .map(([scale, entries]): PackedSeries => {
    const sorted = [...entries].sort(([a], [b]) => a - b);
    return {
      scale,
      days: Int32Array.from(sorted, ([day]) => first + day),
      values: Float64Array.from(sorted, ([, value]) => value),
    };
  });
const anyMerges = fc.array(
  fc.dictionary(fc.constantFrom("x", "y", "z"), anySeries, { maxKeys: 3, noNullPrototype: true }),
  { maxLength: 6 },
);

/** Merges into the packs of all years that random days reach. */
function packsOf(merges: readonly Record<string, PackedSeries>[]): YearPack[] {
  return [2026, 2023, 2025, 2024].map((year) =>
    merges.reduce((known, merge) => mergeIntoPack(known, new Map(Object.entries(merge))), emptyPack(year)),
  );
}

describe("series from packs", () => {
  it("hold the last value written for each day, exactly, in ascending days and at one scale", () => {
    fc.assert(
      fc.property(anyMerges, (merges) => {
        const expected = new Map<string, Map<number, bigint>>();
        for (const merge of merges) {
          for (const [id, { days, values, scale }] of Object.entries(merge)) {
            const known = expected.get(id) ?? new Map<number, bigint>();
            days.forEach((day, i) => known.set(day, BigInt(values[i]!) * 10n ** BigInt(18 - scale)));
            if (known.size > 0) expected.set(id, known);
          }
        }
        const read = seriesFromPacks(packsOf(merges));
        expect([...read.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [id, { days, values, scale }] of read) {
          expect(days).toEqual(Int32Array.from([...expected.get(id)!.keys()].sort((a, b) => a - b)));
          expect(Array.from(days, (day, i) => [day, BigInt(values[i]!) * 10n ** BigInt(18 - scale)])).toEqual(
            [...expected.get(id)!].sort(([a], [b]) => a - b),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("come from Int32 packs exactly where no value needs more", () => {
    fc.assert(
      fc.property(anyMerges, (merges) => {
        for (const { values } of packsOf(merges))
          expect(values instanceof Int32Array).toBe(values.every((value) => value < 2 ** 31));
      }),
      { numRuns: 40 },
    );
  });
});

describe("the year of a day", () => {
  it("changes at midnight of 1 January, also before 1970", () => {
    for (const year of [1899, 1900, 1969, 1970, 2000, 2024, 2100])
      expect([yearOf(firstDayOf(year) - 1), yearOf(firstDayOf(year))]).toEqual([year - 1, year]);
  });
});
