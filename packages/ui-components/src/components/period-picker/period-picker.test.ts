import { expect, fixture, html, oneEvent } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import type { PortfolioPeriodPicker } from "./period-picker.ts";
import "./period-picker.ts";

const make = (value = "1Y") => html`<portfolio-period-picker value=${value}></portfolio-period-picker>`;
const radios = (element: Element): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="radio"]') ?? []),
];
const checked = (element: Element): string[] =>
  radios(element)
    .filter((radio) => radio.ariaChecked === "true")
    .map((radio) => radio.textContent?.trim() ?? "");

describe("<portfolio-period-picker>", () => {
  it("is accessible", () => expectAccessible(make));

  it("is a radio group with one choice and one tab stop", async () => {
    const element = await fixture<PortfolioPeriodPicker>(make());
    expect(radios(element).map((radio) => radio.textContent?.trim())).to.deep.equal([
      "1D",
      "1W",
      "1M",
      "3M",
      "6M",
      "YTD",
      "1Y",
      "5Y",
      "All",
    ]);
    expect(checked(element)).to.deep.equal(["1Y"]);
    expect(radios(element).filter((radio) => radio.tabIndex === 0)).to.have.length(1);
  });
  it("says which period was chosen; All is MAX", async () => {
    const element = await fixture<PortfolioPeriodPicker>(make());
    setTimeout(() => radios(element).at(-1)?.click());
    const { detail } = await oneEvent(element, "portfolio-period-change");
    expect(detail).to.deep.equal({ period: "MAX" });
    expect(element.value).to.equal("MAX");
  });
  it("stays silent when the chosen one is clicked again", async () => {
    const element = await fixture<PortfolioPeriodPicker>(make());
    let count = 0;
    element.addEventListener("portfolio-period-change", () => (count += 1));
    radios(element)[6]?.click();
    expect(count).to.equal(0);
  });
  it("moves choice and focus with arrows, Home and End, around the ends", async () => {
    const element = await fixture<PortfolioPeriodPicker>(make("5Y"));
    radios(element)[7]?.focus();
    await sendKeys({ press: "ArrowRight" });
    await sendKeys({ press: "ArrowRight" });
    await element.updateComplete;
    expect(element.value).to.equal("1D");
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal("1D");
    await sendKeys({ press: "End" });
    expect(element.value).to.equal("MAX");
  });
  it("turns the arrows round in right-to-left text", async () => {
    const element = await fixture<PortfolioPeriodPicker>(
      html`<portfolio-period-picker value="1M" dir="rtl"></portfolio-period-picker>`,
    );
    radios(element)[2]?.focus();
    await sendKeys({ press: "ArrowLeft" });
    expect(element.value).to.equal("3M");
  });
});
