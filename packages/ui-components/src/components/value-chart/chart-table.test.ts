import { expect } from "@open-wc/testing";
import { samplePerformance } from "../../sample-data/sample-performance.ts";
import { chartCsv } from "./chart-table.ts";

describe("chartCsv", () => {
  it("holds every day with ISO dates and unformatted figures, and leaves a gap empty", () => {
    const snapshot = {
      ...samplePerformance(),
      days: Int32Array.of(20412, 20413),
      values: Float64Array.of(247004.23, Number.NaN),
      netContributions: Float64Array.of(172200, 172200),
    };
    expect(chartCsv(snapshot)).to.equal(
      "date,value_CAD,net_contributions_CAD\r\n2025-11-20,247004.23,172200\r\n2025-11-21,,172200\r\n",
    );
  });
});
