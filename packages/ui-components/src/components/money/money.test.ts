import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { renderedText } from "../../accessibility/rendered-text.ts";
import type { PortfolioMoney } from "./money.ts";
import "./money.ts";

const make = () =>
  html`<portfolio-money amount="324117.31" currency="CAD" home-currency="CAD" locale="en-CA"></portfolio-money>`;

describe("<portfolio-money>", () => {
  it("is accessible", () => expectAccessible(make));

  it("shows the exact amount and sets its cents apart", async () => {
    const element = await fixture<PortfolioMoney>(make());
    expect(renderedText(element).trim()).to.match(/\$324,117\s*\.31/);
    expect(element.shadowRoot?.querySelector('[part="minor"]')?.textContent).to.equal(".31");
  });
  it("hides every digit with masked", async () => {
    const element = await fixture<PortfolioMoney>(make());
    element.masked = true;
    await element.updateComplete;
    expect(renderedText(element)).to.include("$••••••").and.not.match(/\d/);
  });
  it("says when the amount is not known", async () => {
    expect(renderedText(await fixture(html`<portfolio-money currency="CAD"></portfolio-money>`))).to.include(
      "Not yet known",
    );
  });
  it("falls back to a known locale and does not throw", async () => {
    const element = await fixture(
      html`<portfolio-money amount="1.5" currency="EUR" locale="no such locale"></portfolio-money>`,
    );
    expect(renderedText(element)).to.include("€1");
  });
});
