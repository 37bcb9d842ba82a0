import { expect } from "@open-wc/testing";
import { english } from "../localization/english.ts";
import { samplePerformance } from "../sample-data/sample-performance.ts";
import { chartPoints, chartSummary } from "./chart-points.ts";

describe("chartPoints", () => {
  it("turns days into seconds and unknown values into gaps", () => {
    const snapshot = {
      ...samplePerformance(),
      days: Int32Array.of(1, 2, 3),
      values: Float64Array.of(10, Number.NaN, 12),
      netContributions: Float64Array.of(5, 5, 5),
    };
    const points = chartPoints(snapshot);
    expect(points.seconds).to.deep.equal([86_400, 172_800, 259_200]);
    expect(points.values).to.deep.equal([10, null, 12]);
  });
});

describe("chartSummary", () => {
  it("says in one sentence what the picture shows", () => {
    const text = chartSummary(samplePerformance(), "en-CA", false, english);
    expect(text).to.equal(
      "The portfolio was worth $324,117.31 on 20 Nov 2026, after $247,004.23 on 20 Nov 2025. Gain without contributions: +$45,313.08.",
    );
  });
  it("tells no amount when amounts are hidden", () => {
    expect(chartSummary(samplePerformance(), "en-CA", true, english)).to.equal(
      "Value of the portfolio from 20 Nov 2025 to 20 Nov 2026, amounts hidden. It gained.",
    );
  });
});
