import { expect, fixture, html, oneEvent } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { renderedText } from "../../accessibility/rendered-text.ts";
import type { PortfolioMetricCard } from "./metric-card.ts";
import "./metric-card.ts";

const make = () =>
  html`<portfolio-metric-card
    label="Gain, past year"
    figure="+$45,313.08"
    caption="with $31,800 added"
    tone="gain"
    explains="gain"
  ></portfolio-metric-card>`;
const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) ?? null;

describe("<portfolio-metric-card>", () => {
  it("is accessible", () => expectAccessible(make));
  it("is accessible while loading and without a figure", async () => {
    await expectAccessible(() => html`<portfolio-metric-card label="Beta" loading></portfolio-metric-card>`);
    await expectAccessible(
      () => html`<portfolio-metric-card label="Beta" reason="missing-price"></portfolio-metric-card>`,
    );
  });

  it("shows label, figure and caption in their parts", async () => {
    const element = await fixture<PortfolioMetricCard>(make());
    for (const [name, text] of [
      ["label", "Gain, past year"],
      ["figure", "+$45,313.08"],
      ["caption", "with $31,800 added"],
    ] as const)
      expect(part(element, name)?.textContent, name).to.include(text);
  });
  it("asks for the derivation of its figure, and carries the anchor", async () => {
    const element = await fixture<PortfolioMetricCard>(make());
    setTimeout(() => part(element, "figure")?.click());
    const { detail, composed } = await oneEvent(element, "portfolio-explain");
    expect(detail.figure).to.equal("gain");
    expect(detail.anchor === part(element, "figure")).to.equal(true);
    expect(composed).to.equal(true);
  });
  it("is no button when there is nothing to explain", async () => {
    const element = await fixture(html`<portfolio-metric-card label="Value" figure="$1.00"></portfolio-metric-card>`);
    expect(element.shadowRoot?.querySelectorAll("button")).to.have.length(0);
  });
  it("hides amounts in figure and caption, and keeps percentages", async () => {
    const element = await fixture<PortfolioMetricCard>(make());
    element.masked = true;
    await element.updateComplete;
    expect(renderedText(element)).to.include("$••••••").and.not.match(/\d/);
    element.figure = "+17.56%";
    await element.updateComplete;
    expect(part(element, "figure")?.textContent).to.include("+17.56%");
    element.sensitive = true;
    await element.updateComplete;
    expect(renderedText(element)).to.not.match(/\d/);
  });
  it("says why there is no figure, and offers to mend it", async () => {
    const element = await fixture<PortfolioMetricCard>(
      html`<portfolio-metric-card label="Beta" reason="missing-price"></portfolio-metric-card>`,
    );
    expect(part(element, "figure")?.textContent).to.include("Not yet known");
    expect(part(element, "caption")?.textContent).to.include("A price is missing.");
    setTimeout(() => element.shadowRoot?.querySelector<HTMLElement>(".mend")?.click());
    expect((await oneEvent(element, "portfolio-mend-request")).detail).to.deep.equal({ reason: "missing-price" });
  });
  it("takes a model at once", async () => {
    const element = await fixture<PortfolioMetricCard>(html`<portfolio-metric-card></portfolio-metric-card>`);
    element.model = { label: "TWR", figure: "+17.56%", caption: "past year", tone: "neutral" };
    await element.updateComplete;
    expect(renderedText(element)).to.include("TWR").and.include("+17.56%").and.include("past year");
  });
  it("takes slots instead of properties", async () => {
    const element = await fixture(html`<portfolio-metric-card><b slot="figure">42</b></portfolio-metric-card>`);
    expect(part(element, "figure")?.querySelector<HTMLSlotElement>("slot")?.assignedElements()).to.have.length(1);
  });
});
