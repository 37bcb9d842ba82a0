import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import "./instrument-tile.ts";

const make = (label = "BRK.B") =>
  html`<portfolio-instrument-tile label=${label} kind="share"></portfolio-instrument-tile>`;

describe("<portfolio-instrument-tile>", () => {
  it("is accessible", () => expectAccessible(make));

  it("shows the first two letters or digits in capitals", async () => {
    expect((await fixture(make())).shadowRoot?.textContent?.trim()).to.equal("BR");
    expect((await fixture(make("^é9"))).shadowRoot?.textContent?.trim()).to.equal("É9");
  });
  it("loads nothing from anywhere", async () => {
    expect((await fixture(make())).shadowRoot?.querySelectorAll("img, image, link")).to.have.length(0);
  });
});
