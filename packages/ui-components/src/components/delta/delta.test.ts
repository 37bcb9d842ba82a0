import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { renderedText } from "../../accessibility/rendered-text.ts";
import type { PortfolioDelta } from "./delta.ts";
import "./delta.ts";

const make = (amount = "2786.79", fraction = 0.0087) =>
  html`<portfolio-delta
    amount=${amount}
    currency="CAD"
    home-currency="CAD"
    fraction=${fraction}
    locale="en-CA"
    variant="chip"
    >today</portfolio-delta
  >`;
const figure = (element: Element): string => element.shadowRoot?.querySelector('[part="figure"]')?.textContent ?? "";

describe("<portfolio-delta>", () => {
  it("is accessible", () => expectAccessible(make));

  it("shows sign, amount, percentage and arrow, and reads them as words", async () => {
    const element = await fixture<PortfolioDelta>(make());
    expect(figure(element)).to.equal("+$2,786.79 (+0.87%)");
    expect(element.shadowRoot?.querySelector(".arrow")).to.exist;
    expect(element.shadowRoot?.querySelector(".for-readers")?.textContent).to.equal(
      "up 2,786.79 Canadian dollars, 0.87 percent",
    );
    expect(element.tone).to.equal("gain");
  });
  it("has no sign and no arrow at zero", async () => {
    const element = await fixture<PortfolioDelta>(make("0", 0));
    expect(figure(element)).to.equal("$0.00 (0.00%)");
    expect(element.shadowRoot?.querySelectorAll(".arrow")).to.have.length(0);
  });
  it("takes a percentage alone", async () => {
    const element = await fixture<PortfolioDelta>(
      html`<portfolio-delta fraction="-0.104" digits="1" locale="en"></portfolio-delta>`,
    );
    expect(figure(element)).to.equal("−10.4%");
    expect(element.tone).to.equal("loss");
  });
  it("hides the amount and keeps the percentage with masked", async () => {
    const element = await fixture<PortfolioDelta>(make());
    element.masked = true;
    await element.updateComplete;
    expect(figure(element)).to.equal("$•••••• (+0.87%)");
    expect(renderedText(element)).to.not.include("2,786").and.not.include("2786");
  });
});
