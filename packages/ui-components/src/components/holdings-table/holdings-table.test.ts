import { aTimeout, expect, fixture, html, oneEvent } from "@open-wc/testing";
import type { HoldingsSnapshot } from "@portfolio/core";
import { sendKeys } from "@web/test-runner-commands";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { renderedText } from "../../accessibility/rendered-text.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import { manyHoldings, sampleHoldings, unpricedHolding } from "../../sample-data/sample-holdings.ts";
import type { PortfolioHoldingsTable } from "./holdings-table.ts";
import "./holdings-table.ts";

const make = (snapshot: HoldingsSnapshot, width: string) =>
  html`<div ${cssProperties({ "inline-size": width })}>
    <portfolio-holdings-table
      .snapshot=${snapshot}
      .accountNames=${{ rrsp: "RRSP" }}
      locale="en-CA"
      explainable
    ></portfolio-holdings-table>
  </div>`;

async function table(snapshot: HoldingsSnapshot = sampleHoldings(), width = "1300px"): Promise<PortfolioHoldingsTable> {
  const box = await fixture(make(snapshot, width));
  const element = box.querySelector("portfolio-holdings-table") as PortfolioHoldingsTable;
  await element.updateComplete;
  await aTimeout(20);
  await element.updateComplete;
  return element;
}
const inside = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const tickers = (element: Element): string[] => all(element, ".names b").map((name) => name.textContent?.trim() ?? "");
const incomplete = (): HoldingsSnapshot => ({
  ...sampleHoldings(),
  holdings: [...sampleHoldings().holdings, unpricedHolding()],
});

describe("<portfolio-holdings-table>", () => {
  it("is accessible as a table", () => expectAccessible(() => make(incomplete(), "1300px")));
  it("is accessible as a list", () => expectAccessible(() => make(incomplete(), "375px")));
  it("is accessible opened, windowed, empty, loading and failed", async () => {
    for (const width of ["1300px", "375px"]) {
      const opened = await table(incomplete(), width);
      opened.openRow = "instrument-nova";
      await opened.updateComplete;
      await expect(opened).to.be.accessible();
    }
    await expect(await table(manyHoldings(300))).to.be.accessible();
    await expectAccessible(() => html`<portfolio-holdings-table></portfolio-holdings-table>`);
    await expectAccessible(() => html`<portfolio-holdings-table loading></portfolio-holdings-table>`);
    await expectAccessible(
      () => html`<portfolio-holdings-table error="The file could not be read."></portfolio-holdings-table>`,
    );
  });

  it("shows rows by market value, cash last, and a totals row", async () => {
    const element = await table();
    expect(tickers(element).slice(0, 3)).to.deep.equal(["XEQT", "VFV", "ZAG"]);
    expect(tickers(element).slice(-2)).to.deep.equal(["Cash", "Cash"]);
    expect(inside(element, "tfoot")?.textContent).to.include("$324,117.31").and.include("+$105,588.14");
  });
  it("sorts figures descending first, tells so, and keeps focus", async () => {
    const element = await table();
    const heading = (): HTMLElement => inside(element, '[data-column="unrealizedGain"]') as HTMLElement;
    heading().focus();
    setTimeout(() => heading().click());
    const { detail } = await oneEvent(element, "portfolio-sort-change");
    await element.updateComplete;
    expect(detail).to.deep.equal({ column: "unrealizedGain", direction: "descending" });
    expect(heading().closest("th")?.getAttribute("aria-sort")).to.equal("descending");
    heading().click();
    await element.updateComplete;
    expect(heading().closest("th")?.getAttribute("aria-sort")).to.equal("ascending");
    expect(tickers(element)[0]).to.equal("ZAG");
    expect(element.shadowRoot?.activeElement === heading()).to.equal(true);
  });
  it("opens a row with everything known of it, by button or Enter", async () => {
    const element = await table();
    const opener = all(element, ".opener")[3] as HTMLElement;
    opener.focus();
    setTimeout(() => void sendKeys({ press: "Enter" }));
    const { detail } = await oneEvent(element, "portfolio-row-select");
    await element.updateComplete;
    expect(detail).to.deep.equal({ id: "instrument-msft", kind: "holding", open: true });
    const text = inside(element, ".details")?.textContent ?? "";
    for (const part of ["US$261.39", "US$21,026.44", "20 Nov 2026", "yahoo", "Realized gain", "Total return", "RRSP"])
      expect(text).to.include(part);
    await aTimeout(10);
    opener.click();
    await element.updateComplete;
    expect(all(element, ".details")).to.have.length(0);
  });
  it("moves along the rows with J, K and the arrows", async () => {
    const element = await table();
    const focused = (): string => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset["row"] ?? "";
    all(element, ".opener")[0]?.focus();
    for (const [key, row] of [
      ["j", "instrument-vfv"],
      ["ArrowDown", "instrument-zag"],
      ["k", "instrument-vfv"],
      ["ArrowUp", "instrument-xeqt"],
      ["ArrowUp", "instrument-xeqt"],
      ["End", "cash:USD"],
    ] as const) {
      await sendKeys({ press: key });
      await element.updateComplete;
      expect(focused(), key).to.equal(row);
    }
    element.withoutLetterKeys = true;
    await element.updateComplete;
    await sendKeys({ press: "k" });
    expect(focused()).to.equal("cash:USD");
    expect(all(element, ".opener").filter((opener) => opener.tabIndex === 0)).to.have.length(1);
  });
  it("filters by words of ticker, name or ISIN, and says so in the totals", async () => {
    const element = await table();
    element.filter = "royal bank";
    await element.updateComplete;
    expect(tickers(element)).to.deep.equal(["RY"]);
    expect(inside(element, "tfoot")?.textContent).to.include("Total of 1 of 12 rows").and.include("$12,646.65");
    element.filter = "nothing like this";
    await element.updateComplete;
    expect(renderedText(element)).to.include("No holding matches");
  });
  it("lets columns leave as it narrows, and never scrolls sideways", async () => {
    let before = 99;
    for (const width of [1500, 1144, 900, 760, 660, 560, 358]) {
      const element = await table(incomplete(), `${width}px`);
      const columns = all(element, "thead th").length;
      expect(columns, String(width)).to.be.at.most(before);
      before = columns;
      const scroller = inside(element, ".scroller");
      expect(scroller?.scrollWidth, String(width)).to.be.at.most((scroller?.clientWidth ?? 0) + 1);
    }
    expect(before).to.equal(0);
  });
  it("cuts no figure short", async () => {
    for (const width of ["1500px", "1144px", "760px"]) {
      const element = await table(incomplete(), width);
      for (const cell of all(element, "tbody td, tfoot td"))
        expect(cell.scrollWidth, `${width}: ${cell.textContent}`).to.be.at.most(cell.clientWidth + 1);
    }
  });
  it("is a list when narrow, whose opened row shows every figure", async () => {
    const element = await table(sampleHoldings(), "375px");
    expect(all(element, "table")).to.have.length(0);
    expect(inside(element, ".item")?.textContent).to.include("2,878 × $43.12").and.include("$124,099.36");
    all(element, ".opener")[0]?.click();
    await element.updateComplete;
    const text = inside(element, ".item .details")?.textContent ?? "";
    for (const name of [
      "Quantity",
      "Price",
      "Change of the day",
      "Market value",
      "Weight",
      "Average cost",
      "Cost basis",
      "Unrealized gain",
      "Realized gain",
      "Income",
      "Total gain",
      "Total return",
      "Accounts",
    ])
      expect(text).to.include(name);
  });
  it("says that a price is missing, leaves it out of the total, and asks to mend it", async () => {
    const element = await table(incomplete());
    expect(inside(element, "tfoot")?.textContent).to.include("Without 1 holding");
    setTimeout(() => inside(element, ".mend")?.click());
    expect((await oneEvent(element, "portfolio-mend-request")).detail).to.deep.equal({
      reason: "missing-price",
      instrumentId: "instrument-nova",
    });
  });
  it("says where a missing exchange rate comes from, and offers no button for it", async () => {
    const unpriced = incomplete();
    const holdings = unpriced.holdings.map((row) =>
      row.missing.length === 0 ? row : { ...row, missing: ["missing-rate" as const] },
    );
    const element = await table({ ...unpriced, holdings });
    element.openRow = "instrument-nova";
    await element.updateComplete;
    expect(renderedText(element)).to.include("It is fetched when the price server can be reached");
    expect(inside(element, ".notes .mend")).to.equal(null);
  });
  it("marks a stale price in words", async () => {
    const [first, ...rest] = sampleHoldings().holdings;
    if (!first?.price) throw new Error("the sample has a price");
    const stale = { ...first, price: { ...first.price, date: "2026-11-18", ageDays: 2, isStale: true } };
    const element = await table({ ...sampleHoldings(), holdings: [stale, ...rest] });
    expect(inside(element, ".stale")?.textContent).to.include("Price is 2 days old");
  });
  it("asks how a figure came about", async () => {
    const element = await table();
    setTimeout(() => inside(element, ".explain")?.click());
    const { detail } = await oneEvent(element, "portfolio-explain");
    expect([detail.figure, detail.instrumentId]).to.deep.equal(["marketValue", "instrument-xeqt"]);
  });
  it("tells no amount and no quantity with masked, as table, list and opened", async () => {
    const secrets =
      /124,?099|2,?878|80,?378|43,?721|27\.93|1,?356|1,?104\.48|324,?117|105,?588|25,?445|644\.95|192,?182|4,?265/;
    for (const width of ["1500px", "375px"]) {
      const element = await table(sampleHoldings(), width);
      element.openRow = "instrument-xeqt";
      await element.updateComplete;
      expect(renderedText(element)).to.match(secrets);
      element.masked = true;
      await element.updateComplete;
      expect(renderedText(element), width).to.not.match(secrets);
      expect(renderedText(element)).to.include("$••••••").and.include("$43.12").and.include("+0.89%");
    }
  });
  it("keeps only the rows in view when there are many, and counts them all", async () => {
    const element = await table(manyHoldings(5000));
    const scroller = inside(element, ".scroller") as HTMLElement;
    expect(inside(element, "table")?.getAttribute("aria-rowcount")).to.equal("5004");
    expect(all(element, "tr.row").length).to.be.lessThan(80);
    expect(inside(element, "tr.row")?.offsetHeight).to.equal(48);
    const height = scroller.scrollHeight;
    scroller.scrollTop = 48 * 2500;
    await aTimeout(50);
    await element.updateComplete;
    expect(tickers(element)).to.include("T2500");
    expect(inside(element, "tr.row")?.getAttribute("aria-rowindex")).to.match(/^24\d\d$/);
    expect(scroller.scrollHeight).to.equal(height);
  });
  it("reaches rows out of view with the keys", async () => {
    const element = await table(manyHoldings(400));
    all(element, ".opener")[0]?.focus();
    await sendKeys({ press: "End" });
    await aTimeout(50);
    expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset["row"]).to.equal("cash:USD");
  });
  it("shows empty, loading and error states", async () => {
    expect(renderedText(await fixture(html`<portfolio-holdings-table></portfolio-holdings-table>`))).to.include(
      "No holdings yet",
    );
    expect(renderedText(await fixture(html`<portfolio-holdings-table loading></portfolio-holdings-table>`))).to.include(
      "Loading",
    );
    expect(
      renderedText(await fixture(html`<portfolio-holdings-table error="No connection."></portfolio-holdings-table>`)),
    ).to.include("No connection.");
  });
  it("starts at the right in right-to-left text", async () => {
    const element = await table(sampleHoldings(), "760px");
    (element.parentElement as HTMLElement).dir = "rtl";
    await element.updateComplete;
    const row = inside(element, "tr.row")?.getBoundingClientRect();
    const name = inside(element, "tr.row th")?.getBoundingClientRect();
    expect(Math.abs((row?.right ?? 0) - (name?.right ?? 0))).to.be.lessThan(2);
  });
});
