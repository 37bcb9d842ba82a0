import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../calendar/add-months.ts";
import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { Indicator, IndicatorObservation, IndicatorTransformation } from "./indicator.ts";
import { type MacroRegime, regimeOf } from "./macro-regime.ts";
import { macroRegimes } from "./macro-regimes.ts";
import { regimeOn } from "./regime-on.ts";
import { indicatorReadings } from "./transformed-indicator.ts";

const start = "2005-01-01";

/** Published on the 15th of the month after. */
function monthly(values: readonly number[], from: PlainDate = start): IndicatorObservation[] {
  return values.map((value, i) => {
    const referenceDate = addMonths(from, i);
    return { referenceDate, publishedOn: addDays(addMonths(referenceDate, 1), 14), value };
  });
}

function indicator(observations: readonly IndicatorObservation[], more: Partial<Indicator> = {}): Indicator {
  return { name: "index", observations, transformation: "level", sign: 1, vintage: "first-published", ...more };
}

const turn = (month: number, months: number): number => Math.sin((2 * Math.PI * month) / months);

describe("macroRegimes", () => {
  it("is a computation with numpy: z-scores over 120 months, least 24, two indicators", () => {
    const production = Array.from({ length: 200 }, (_, m) => 100 * 1.002 ** m * (1 + 0.03 * turn(m, 50)));
    const unemployment = Array.from({ length: 200 }, (_, m) => 6 - 1.5 * turn(m - 5, 50) + 0.1 * ((m * 7) % 5));
    const { months, revised } = macroRegimes(
      [
        indicator(monthly(production), { transformation: "yearly-change" }),
        indicator(monthly(unemployment), { sign: -1 }),
      ],
      { leastMonths: 24 },
    );
    expect(revised).toBe(false);
    const named = new Map(months.map((month) => [month.month, month]));
    expect(named.get("2007-11")!.composite.reason).toBe("too-few-observations");
    for (const [month, wanted] of [
      ["2007-12", -1.1665946307927983],
      ["2010-01", 1.1583483607888634],
      ["2015-01", 0.5501389176654297],
      ["2021-08", 0.06368094657057255],
    ] as const)
      expect(named.get(month)!.composite.value).toBeCloseTo(wanted, 12);
    const changes = months.filter(({ regime }, i) => regime.value !== months[i - 1]?.regime.value && regime.value);
    expect(changes.map(({ month, regime }) => [month, regime.value])).toEqual([
      ["2008-04", "recovery"],
      ["2009-01", "expansion"],
      ["2010-03", "slowdown"],
      ["2011-04", "contraction"],
      ["2012-07", "recovery"],
      ["2013-04", "expansion"],
      ["2014-06", "slowdown"],
      ["2015-06", "contraction"],
      ["2016-09", "recovery"],
      ["2017-06", "expansion"],
      ["2018-08", "slowdown"],
      ["2019-08", "contraction"],
      ["2020-11", "recovery"],
      ["2021-08", "expansion"],
    ]);
  });

  // Levels with a mean of about 0: the sign of the composite is that of the level.
  const levels = [3, -3, 3, -3, 1, 1, 1, 2, 2, 2, 1, 1, -1, -2, -2, -2, -1, 2];
  const rows = macroRegimes([indicator(monthly(levels))], { leastMonths: 4 });

  it("compares with three months before, and changes after two months in a row", () => {
    const signals = rows.months.map(({ signal }) => signal.value);
    expect(signals.slice(0, 6).every((one) => one === undefined)).toBe(true);
    expect(signals.slice(7, 18)).toEqual<MacroRegime[]>([
      "expansion",
      "expansion",
      "expansion",
      "slowdown",
      "slowdown",
      "contraction",
      "contraction",
      "contraction",
      "contraction",
      "recovery",
      "expansion",
    ]);
    const regimes = rows.months.map(({ regime }) => regime.value);
    expect(regimes.slice(8, 18)).toEqual<MacroRegime[]>([
      "expansion",
      "expansion",
      "expansion",
      "slowdown",
      "slowdown",
      "contraction",
      "contraction",
      "contraction",
      "contraction",
      "contraction",
    ]);
  });

  it("holds from the day of publication on", () => {
    const slowdown = rows.months[11]!;
    expect(slowdown.publishedOn).toBe("2006-01-15");
    expect(regimeOn(rows, "2006-01-14")).toEqual({ value: "expansion" });
    expect(regimeOn(rows, "2006-01-15")).toEqual({ value: "slowdown" });
    expect(regimeOn(rows, "2030-01-01")).toEqual({ value: "contraction" });
    expect(regimeOn(rows, "2005-02-14").reason).toBe("too-few-observations");
    expect(regimeOn({ months: [], revised: false }, "2005-02-14").reason).toBe("too-few-observations");
    expect(() => regimeOn(rows, "2005-02-30")).toThrow(PortfolioError);
  });

  it("takes values as first published, whatever the order they are given in", () => {
    const first = monthly(levels);
    const later = first.map((one) => ({ ...one, publishedOn: addDays(one.publishedOn, 30), value: -one.value }));
    const missing = first.map((one) => ({ ...one, publishedOn: addDays(one.referenceDate, 1), value: Number.NaN }));
    expect(macroRegimes([indicator([...later, ...missing, ...first])], { leastMonths: 4 })).toEqual(rows);
    expect(macroRegimes([indicator(first.toReversed())], { leastMonths: 4 })).toEqual(rows);
  });

  it("says that values were revised", () => {
    const revised = indicator(monthly(levels), { vintage: "revised" });
    expect(macroRegimes([indicator(monthly(levels)), revised], { leastMonths: 4 }).revised).toBe(true);
  });

  it("waits for the last indicator, and leaves out a month that one of them lacks", () => {
    const late = monthly(levels).map((one) => ({ ...one, publishedOn: addDays(one.publishedOn, 20) }));
    const { months } = macroRegimes([indicator(monthly(levels)), indicator(late.toSpliced(9, 1))], { leastMonths: 4 });
    expect(months[0]!.publishedOn).toBe(late[0]!.publishedOn);
    expect(months.map(({ month }) => month)).not.toContain("2005-10");
    // The month after the gap does not follow on one of the same signal.
    expect(months[9]!.month).toBe("2005-11");
    expect(months[9]!.regime).toEqual(months[8]!.regime);
  });

  it("does not change its mind for a month that comes out after a later one", () => {
    const observations = monthly(levels);
    observations[10] = { ...observations[10]!, publishedOn: "2006-02-01" };
    const { months } = macroRegimes([indicator(observations)], { leastMonths: 4 });
    expect(months.map(({ month }) => month).slice(9, 13)).toEqual(["2005-10", "2005-12", "2005-11", "2006-01"]);
    // December came out before November: it did not follow on anything.
    expect(months.slice(9, 12).map(({ regime }) => regime.value)).toEqual(["expansion", "expansion", "expansion"]);
    // December, a second slowdown, comes out after January: too late to begin one.
    const lateAgain = monthly(levels);
    lateAgain[11] = { ...lateAgain[11]!, publishedOn: "2006-03-01" };
    const after = macroRegimes([indicator(lateAgain)], { leastMonths: 4 }).months.slice(10, 14);
    expect(after.map(({ month, signal, regime }) => [month, signal.value, regime.value])).toEqual([
      ["2005-11", "slowdown", "expansion"],
      ["2006-01", "contraction", "expansion"],
      ["2005-12", "slowdown", "expansion"],
      ["2006-02", "contraction", "contraction"],
    ]);
  });

  it("has no composite without variation or with too few months, and no regime of nothing", () => {
    const flat = macroRegimes([indicator(monthly(levels.map(() => 7)))], { leastMonths: 4 });
    expect(flat.months[2]!.composite.reason).toBe("too-few-observations");
    expect([flat.months[5]!.composite.reason, flat.months[5]!.signal.reason]).toEqual(["no-variation", "no-variation"]);
    expect(flat.months[5]!.regime.reason).toBe("too-few-observations");
    expect(macroRegimes([indicator([])], { leastMonths: 4 }).months).toEqual([]);
    expect(
      macroRegimes([indicator(monthly([1e308, -1e308, 1e308, 5]))], { leastMonths: 2 }).months[2]!.composite,
    ).toEqual({
      value: undefined,
      reason: "out-of-range",
    });
  });

  it("forgets what is older than ten years", () => {
    const recent = levels.concat(Array.from({ length: 130 }, (_, i) => turn(i, 9)));
    const changed = recent.with(0, 1000);
    const [one, other] = [recent, changed].map((values) =>
      macroRegimes([indicator(monthly(values))], { leastMonths: 4 }),
    );
    expect(other!.months[119]!.composite).not.toEqual(one!.months[119]!.composite);
    expect(other!.months[120]!.composite).toEqual(one!.months[120]!.composite);
  });

  it("does not look ahead: no value published after a day changes a regime up to it", () => {
    const observation = fc.record({
      lag: fc.integer({ min: 0, max: 100 }),
      value: fc.integer({ min: 11, max: 29 }),
      other: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(Number.NaN)),
    });
    // Every month once, half of them a second time.
    const series = fc.record({
      observations: fc.array(observation, { minLength: 60, maxLength: 60 }),
      transformation: fc.constantFrom<IndicatorTransformation>("level", "yearly-change", "monthly-difference"),
      sign: fc.constantFrom(1 as const, -1 as const),
    });
    let decided = 0;
    fc.assert(
      fc.property(
        fc.array(series, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 300, max: 1300 }),
        (all, after) => {
          const day = addDays(start, after);
          const build = (isChanged: boolean): Indicator[] =>
            all.map(({ observations, transformation, sign }) =>
              indicator(
                observations.map(({ lag, value, other }, i) => {
                  const referenceDate = addMonths(start, i % 40);
                  const publishedOn = addDays(referenceDate, lag);
                  return { referenceDate, publishedOn, value: isChanged && publishedOn > day ? other : value };
                }),
                { transformation, sign },
              ),
            );
          const [before, changed] = [build(false), build(true)].map((some) => macroRegimes(some, { leastMonths: 3 }));
          const known = before!.months.filter(({ publishedOn }) => publishedOn <= day);
          expect(changed!.months.filter(({ publishedOn }) => publishedOn <= day)).toEqual(known);
          for (let at = 0; at <= after; at += 29) {
            const date = addDays(start, at);
            expect(regimeOn(changed!, date)).toEqual(regimeOn(before!, date));
          }
          if (regimeOn(before!, day).value !== undefined) decided++;
        },
      ),
      { numRuns: 200, endOnFailure: true },
    );
    expect(decided).toBeGreaterThan(100);
  });

  it("does not depend on scale and level of an indicator, nor on the order of indicators", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 60 }), (values) => {
        const signals = (some: readonly Indicator[]) =>
          macroRegimes(some, { leastMonths: 6 }).months.map(({ composite }) => composite.value);
        const other = indicator(monthly(values.map((value, i) => (value * i) % 7)));
        const plain = signals([indicator(monthly(values)), other]);
        const scaled = signals([other, indicator(monthly(values.map((value) => 8 * value + 1024)))]);
        expect(scaled.map((value) => value === undefined)).toEqual(plain.map((value) => value === undefined));
        for (const [i, value] of plain.entries()) expect(scaled[i] ?? 0).toBeCloseTo(value ?? 0, 10);
      }),
    );
  });

  it("refuses what cannot be", () => {
    for (const leastMonths of [1, 121, 2.5])
      expect(() => macroRegimes([indicator([])], { leastMonths })).toThrow(PortfolioError);
    expect(() => macroRegimes([], { leastMonths: 24 })).toThrow(PortfolioError);
    const early = { referenceDate: "2026-02-01", publishedOn: "2026-01-31", value: 1 };
    const refusal = expect.objectContaining({ code: "date-out-of-range" });
    expect(() => macroRegimes([indicator([early])], { leastMonths: 24 })).toThrow(refusal);
    const noDate = { ...early, publishedOn: "soon" };
    expect(() => macroRegimes([indicator([noDate])], { leastMonths: 24 })).toThrow(PortfolioError);
  });
});

describe("regimeOf", () => {
  it("counts 0 as above and no change as rising", () => {
    const of = [
      [0, 0],
      [0, 1],
      [-1, -1],
      [-1, 0],
      [1, 0.5],
      [-0, 0],
    ].map(([now, before]) => regimeOf(now!, before!));
    expect(of).toEqual(["expansion", "slowdown", "recovery", "contraction", "expansion", "expansion"]);
  });
});

describe("indicatorReadings", () => {
  const values = [100, 50, 0, -4, 8, 1, 1, 1, 1, 1, 1, 1, 110, 40, 6, 6, 4];
  const read = (more: Partial<Indicator>) =>
    [...indicatorReadings(indicator(monthly(values), more)).values()].map(({ value }) => value);

  it("transforms, from nothing that is 0 or less for a change", () => {
    expect(read({ transformation: "yearly-change" })).toEqual([110 / 100 - 1, 40 / 50 - 1, 4 / 8 - 1]);
    expect(read({ transformation: "yearly-difference", sign: -1 })).toEqual([-10, 10, -6, -10, 4]);
    expect(read({ transformation: "monthly-difference" }).slice(0, 3)).toEqual([-50, -50, -4]);
    expect(read({})).toEqual(values);
  });

  it("are known when the later of both values was", () => {
    const observations = monthly([1, 2]);
    observations[0] = { ...observations[0]!, publishedOn: "2006-01-01" };
    const readings = indicatorReadings(indicator(observations, { transformation: "monthly-difference" }));
    expect([...readings.values()]).toEqual([{ value: 1, knownOn: "2006-01-01" }]);
  });
});
