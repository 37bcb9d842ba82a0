import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import type { PortfolioSparkline } from "./sparkline.ts";
import "./sparkline.ts";

const make = (values: number[] = [1, 3, 2]) => html`<portfolio-sparkline .values=${values}></portfolio-sparkline>`;

describe("<portfolio-sparkline>", () => {
  it("is accessible", () => expectAccessible(make));

  it("is hidden from screen readers, because the figure stands beside it", async () => {
    expect((await fixture<PortfolioSparkline>(make())).getAttribute("aria-hidden")).to.equal("true");
  });
  it("takes the tone of its own growth", async () => {
    const tone = async (values: number[]) =>
      (await fixture(make(values))).shadowRoot?.querySelector("svg")?.getAttribute("class");
    expect(await tone([1, 2])).to.equal("tone-gain");
    expect(await tone([2, 1])).to.equal("tone-loss");
    expect(await tone([2, 5, 2])).to.equal("tone-neutral");
  });
  it("draws nothing without two values", async () => {
    expect((await fixture(make([1]))).shadowRoot?.querySelectorAll("svg")).to.have.length(0);
  });
});
