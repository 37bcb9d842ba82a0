import { expect } from "@open-wc/testing";
import { holdingColumns, type HoldingColumn } from "../../view-models/holding-column.ts";
import { fitColumns } from "./column-fit.ts";
import { rowTop, rowWindow } from "./row-window.ts";

describe("fitColumns", () => {
  const needs = new Map<HoldingColumn, number>(holdingColumns.map((column) => [column, 8]));
  const shown = (room: number): string[] => fitColumns(holdingColumns, needs, room).map((column) => column.id);
  it("lets columns leave in the fixed order, and keeps instrument and value", () => {
    expect(shown(88.5)).to.deep.equal([...holdingColumns]);
    expect(shown(72.5)).to.not.include("realizedGain").and.not.include("totalReturn");
    expect(shown(40.5)).to.deep.equal(["instrument", "quantity", "price", "marketValue", "unrealizedGain"]);
    expect(shown(1)).to.deep.equal(["instrument", "marketValue"]);
  });
  it("shares the room that is left", () => {
    const widths = fitColumns(holdingColumns, needs, 100).map((column) => column.width);
    expect(widths.reduce((sum, width) => sum + width, 0)).to.be.closeTo(100, 1e-9);
  });
});

describe("rowWindow", () => {
  const input = { count: 1000, rowHeight: 48, scrollTop: 0, viewport: 480, openIndex: -1, openHeight: 0 };
  it("covers the whole height whatever the position", () => {
    for (const scrollTop of [0, 480, 20_000, 47_520, 99_999])
      for (const openIndex of [-1, 0, 420, 999]) {
        const openHeight = openIndex < 0 ? 0 : 200;
        const slice = rowWindow({ ...input, scrollTop, openIndex, openHeight });
        const opened = openIndex >= slice.start && openIndex < slice.end ? openHeight : 0;
        const height = slice.before + slice.after + (slice.end - slice.start) * 48 + opened;
        expect(height, `${scrollTop} ${openIndex}`).to.equal(48_000 + openHeight);
      }
  });
  it("holds the rows in view", () => {
    const slice = rowWindow({ ...input, scrollTop: 4800 });
    expect(slice.start).to.be.at.most(100);
    expect(slice.end).to.be.at.least(110);
    expect(slice.end - slice.start).to.be.lessThan(40);
  });
  it("moves what stands under the opened row", () => {
    expect(rowTop(5, { rowHeight: 48, openIndex: 4, openHeight: 200 })).to.equal(440);
    expect(rowTop(4, { rowHeight: 48, openIndex: 4, openHeight: 200 })).to.equal(192);
  });
});
