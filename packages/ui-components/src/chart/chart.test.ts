import { expect } from "@open-wc/testing";
import { isoToEpochDay } from "../formatting/format-date.ts";
import { samplePerformance } from "../sample-data/sample-performance.ts";
import { chartPoints } from "../view-models/chart-points.ts";
import { chartFrame } from "./chart-frame.ts";
import { laneMarks } from "./event-lane.ts";
import { sparkPath } from "./spark-path.ts";
import { tickLabels } from "./tick-labels.ts";
import { timeTicks } from "./time-ticks.ts";
import { valueTicks } from "./value-ticks.ts";

describe("valueTicks", () => {
  it("are round, inside the bounds and never more than asked for", () => {
    expect(valueTicks(172_000, 338_000, 5)).to.deep.equal([200_000, 240_000, 280_000, 320_000]);
    for (const [low, high] of [
      [0, 1],
      [-5, 5],
      [0.001, 0.0011],
      [1e9, 3e9],
      [99, 100.5],
    ] as const)
      for (const most of [3, 5]) {
        const ticks = valueTicks(low, high, most);
        expect(ticks.length, `${low} to ${high}`).to.be.within(1, most);
        for (const tick of ticks) expect(tick).to.be.within(low - 1e-9, high + 1e-9);
      }
  });
  it("cope with a flat or unknown range", () => {
    expect(valueTicks(5, 5, 5)).to.deep.equal([5]);
    expect(valueTicks(Number.NaN, Number.NaN, 5)).to.deep.equal([]);
  });
});

describe("tickLabels", () => {
  it("take more digits where neighbours would read the same, and no more than that", () => {
    const write = (value: number, digits: number): string => `${(value / 1000).toFixed(digits)}k`;
    expect(tickLabels([2240, 2245, 2250], write)).to.deep.equal(["2.240k", "2.245k", "2.250k"]);
    expect(tickLabels([2000, 2200], write)).to.deep.equal(["2.0k", "2.2k"]);
    expect(tickLabels([1, 2], () => "••••")).to.deep.equal(["••••", "••••"]);
  });
});

describe("timeTicks", () => {
  const day = isoToEpochDay;
  it("name months, and the year where one begins", () => {
    const labels = timeTicks(day("2025-11-20"), day("2026-11-20"), 14, "en").map((tick) => tick.label);
    expect(labels).to.deep.equal(["Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]);
  });
  it("name days in a week and years in decades, and never crowd", () => {
    expect(timeTicks(day("2026-11-13"), day("2026-11-20"), 10, "en")[0]?.label).to.equal("13 Nov");
    for (const from of ["1990-01-01", "2010-01-01", "2021-06-01", "2026-05-01", "2026-11-01"])
      expect(timeTicks(day(from), day("2026-11-20"), 6, "en").length, from).to.be.within(1, 7);
  });
});

describe("laneMarks", () => {
  it("merges crowded events into a count and leaves out what lies outside", () => {
    const event = (date: string) => ({ date, kind: "buy" as const, label: "" });
    const toX = (day: number): number => (day < 0 ? Number.NaN : day * 5);
    const marks = laneMarks(
      [event("1970-01-10"), event("1970-01-02"), event("1970-01-03"), event("1969-12-01")],
      toX,
      9,
    );
    expect(marks.map((mark) => mark.events.length)).to.deep.equal([2, 1]);
  });
});

describe("sparkPath", () => {
  it("breaks at a gap and needs two values", () => {
    expect(sparkPath([1, 2, Number.NaN, 3], 30, 10)).to.equal("M0.0 10.0L10.0 5.0M30.0 0.0");
    expect(sparkPath([1], 30, 10)).to.equal("");
  });
});

describe("chartFrame", () => {
  it("fits the moves of a short range, and leaves out what was paid in where that would flatten them", () => {
    const short = {
      seconds: [0, 86_400],
      days: Int32Array.of(0, 1),
      values: [10_000, 10_100],
      contributions: [4000, 4000],
    };
    const size = { width: 800, height: 300, axisOnLeft: false, label: String };
    const frame = chartFrame(short, size);
    expect(frame.range[0]).to.be.within(9900, 10_000);
    expect(frame.showsContributions).to.equal(false);
    const long = { ...short, seconds: [0, 86_400 * 60], days: Int32Array.of(0, 60) };
    expect(chartFrame(long, size).range[0]).to.be.below(4000);
    const near = { ...short, contributions: [10_020, 10_020] };
    expect(chartFrame(near, size).showsContributions).to.equal(true);
  });
  it("maps first and last day to the ends, and back to the nearest point", () => {
    const points = chartPoints(samplePerformance());
    const frame = chartFrame(points, { width: 800, height: 300, axisOnLeft: false, label: String });
    expect(frame.toX(points.days[0] ?? 0)).to.equal(0);
    expect(frame.indexAt(frame.box.width)).to.equal(points.days.length - 1);
    expect(frame.indexAt(frame.toX(points.days[40] ?? 0))).to.equal(40);
    expect(frame.ticks.length).to.be.at.most(5);
    expect(
      chartFrame(points, { width: 360, height: 200, axisOnLeft: false, label: String }).ticks.length,
    ).to.be.at.most(3);
  });
});
