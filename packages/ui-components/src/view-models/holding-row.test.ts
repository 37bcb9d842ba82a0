import { expect } from "@open-wc/testing";
import type { HoldingsSnapshot } from "@portfolio/core";
import { english } from "../localization/english.ts";
import { sampleHoldings, unpricedHolding } from "../sample-data/sample-holdings.ts";
import { holdingRows, type HoldingRow } from "./holding-row.ts";
import { holdingTotals } from "./holding-totals.ts";
import { sortRows } from "./sort-rows.ts";

const options = { locale: "en-CA", masked: false, strings: english } as const;
const rowsOf = (snapshot: HoldingsSnapshot, masked = false): readonly HoldingRow[] =>
  holdingRows(snapshot, { ...options, masked });
const find = (rows: readonly HoldingRow[], label: string): HoldingRow => {
  const row = rows.find((each) => each.label === label);
  if (!row) throw new Error(`no row ${label}`);
  return row;
};

describe("holdingRows", () => {
  it("writes every figure in the currency of the design", () => {
    const { figures } = find(rowsOf(sampleHoldings()), "MSFT");
    expect(figures.price.text).to.equal("US$512.84");
    expect(figures.marketValue.text).to.equal("$29,407.58");
    expect(figures.marketValueNative.text).to.equal("US$21,026.44");
    expect(figures.unrealizedGain).to.deep.include({
      text: "+$15,044.27",
      tone: "gain",
      spoken: "up 15,044.27 Canadian dollars, 104.7 percent",
    });
    expect(figures.weight.text).to.equal("9.1%");
  });
  it("has a row for each currency of cash", () => {
    const cash = rowsOf(sampleHoldings()).filter((row) => row.kind === "cash");
    expect(cash.map((row) => [row.name, row.figures.marketValue.text])).to.deep.equal([
      ["CAD", "$25,445.14"],
      ["USD", "$902.03"],
    ]);
  });
  it("says that a figure is not yet known, and why, and never zero", () => {
    const row = find(rowsOf({ ...sampleHoldings(), holdings: [unpricedHolding()] }), "NOVA");
    expect(row.figures.price).to.deep.include({ text: "Not yet known", reason: "missing-price" });
    expect(row.figures.marketValue).to.deep.include({ text: "Not yet known", reason: "missing-price" });
    expect(row.sortKeys.marketValue).to.equal(undefined);
  });
  it("hides amounts and quantities, and keeps prices and percentages", () => {
    const { figures } = find(rowsOf(sampleHoldings(), true), "MSFT");
    for (const name of [
      "quantity",
      "marketValue",
      "marketValueNative",
      "costBasis",
      "unitCost",
      "unrealizedGain",
      "income",
      "dayChange",
      "totalGain",
    ] as const)
      expect(
        figures[name].text + (figures[name].spoken?.replace("104.7", "").replace("0.47", "") ?? ""),
        name,
      ).not.to.match(/\d/);
    expect(figures.price.text).to.equal("US$512.84");
    expect(figures.unrealizedReturn.text).to.equal("+104.7%");
  });
  it("leaves sold holdings out unless asked", () => {
    const snapshot = { ...sampleHoldings(), closed: sampleHoldings().holdings.slice(0, 1) };
    expect(rowsOf(snapshot).some((row) => row.kind === "closed")).to.equal(false);
    expect(holdingRows(snapshot, { ...options, showClosed: true }).some((row) => row.kind === "closed")).to.equal(true);
  });
});

describe("sortRows", () => {
  const labels = (rows: readonly HoldingRow[]): string[] => rows.map((row) => row.label);
  it("sorts by value in both directions, with the name as second key", () => {
    const rows = rowsOf(sampleHoldings()).filter((row) => row.kind === "holding");
    expect(labels(sortRows(rows, { column: "marketValue", direction: "descending" }, "en"))[0]).to.equal("XEQT");
    expect(labels(sortRows(rows, { column: "unrealizedGain", direction: "ascending" }, "en"))[0]).to.equal("ZAG");
    expect(labels(sortRows(rows, { column: "realizedGain", direction: "descending" }, "en")).slice(0, 3)).to.deep.equal(
      ["ASML", "BTC", "CNR"],
    );
    expect(labels(sortRows(rows, { column: "instrument", direction: "descending" }, "en"))[0]).to.equal("ZAG");
  });
  it("puts what is not known last, whatever the direction", () => {
    const rows = rowsOf({ ...sampleHoldings(), holdings: [unpricedHolding(), ...sampleHoldings().holdings], cash: [] });
    for (const direction of ["ascending", "descending"] as const)
      expect(labels(sortRows(rows, { column: "marketValue", direction }, "en")).at(-1)).to.equal("NOVA");
  });
});

describe("holdingTotals", () => {
  const style = { ...options, baseCurrency: "CAD" } as const;
  it("adds up to the totals of the snapshot", () => {
    const totals = holdingTotals(rowsOf(sampleHoldings()), style);
    expect(totals.marketValue.text).to.equal("$324,117.31");
    expect(totals.costBasis.text).to.equal("$192,182.00");
    expect(totals.unrealizedGain.text).to.equal("+$105,588.14");
    expect(totals.unrealizedReturn.text).to.equal("+54.9%");
  });
  it("counts the rows it has to leave out", () => {
    expect(holdingTotals(rowsOf({ ...sampleHoldings(), holdings: [unpricedHolding()] }), style).leftOut).to.equal(1);
  });
  it("is not known where no row knows, and zero where nothing is held", () => {
    const style = { ...options, baseCurrency: "CAD" };
    const unpriced = rowsOf({ ...sampleHoldings(), holdings: [unpricedHolding()], cash: [] });
    expect(holdingTotals(unpriced, style).unrealizedGain.text).to.equal(english.notYetKnown);
    expect(holdingTotals(unpriced, style).marketValue.text).to.equal(english.notYetKnown);
    const cashOnly = rowsOf({ ...sampleHoldings(), holdings: [] });
    expect(holdingTotals(cashOnly, style).unrealizedGain.text).to.equal("$0.00");
  });
});
