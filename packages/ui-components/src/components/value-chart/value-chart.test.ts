import { aTimeout, expect, fixture, html, oneEvent } from "@open-wc/testing";
import type { PerformanceSnapshot } from "@portfolio/core";
import { sendKeys } from "@web/test-runner-commands";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { renderedText } from "../../accessibility/rendered-text.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import { samplePerformance } from "../../sample-data/sample-performance.ts";
import type { PortfolioValueChart } from "./value-chart.ts";
import "./value-chart.ts";

const make = (snapshot: PerformanceSnapshot | undefined = samplePerformance()) =>
  html`<portfolio-value-chart .snapshot=${snapshot} locale="en-CA"></portfolio-value-chart>`;

async function chart(snapshot?: PerformanceSnapshot, width = "900px"): Promise<PortfolioValueChart> {
  const box = await fixture(html`<div ${cssProperties({ "inline-size": width })}>${make(snapshot)}</div>`);
  const element = box.querySelector("portfolio-value-chart") as PortfolioValueChart;
  await element.updateComplete;
  await aTimeout(20);
  return element;
}
const inside = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

function pointer(element: Element, type: string, share: number): void {
  const surface = inside(element, ".surface") as HTMLElement;
  const box = surface.getBoundingClientRect();
  const where = {
    clientX: box.left + box.width * share,
    clientY: box.top + 40,
    pointerId: 1,
    button: 0,
    bubbles: true,
    pointerType: "mouse",
  };
  surface.setPointerCapture = () => undefined;
  surface.dispatchEvent(new PointerEvent(type, where));
}

describe("<portfolio-value-chart>", () => {
  it("is accessible", () => expectAccessible(make));
  it("is accessible empty, loading, failed and as a table", async () => {
    await expectAccessible(() => html`<portfolio-value-chart></portfolio-value-chart>`);
    await expectAccessible(() => html`<portfolio-value-chart loading></portfolio-value-chart>`);
    await expectAccessible(
      () => html`<portfolio-value-chart error="The file could not be read."></portfolio-value-chart>`,
    );
    const element = await chart();
    inside(element, ".menu-button")?.click();
    await element.updateComplete;
    inside(element, ".menu-items button")?.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it("is a picture with a summary, focusable", async () => {
    const surface = inside(await chart(), ".surface");
    expect(surface?.getAttribute("role")).to.equal("img");
    expect(surface?.tabIndex).to.equal(0);
    expect(surface?.getAttribute("aria-label")).to.include("$324,117.31");
  });
  it("paints the line in the colour of the theme", async () => {
    const element = await chart();
    const canvas = inside(element, "canvas") as HTMLCanvasElement;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    expect(pixels.some((value, index) => index % 4 === 3 && value > 200)).to.equal(true);
  });
  it("has at most five value ticks, and three when narrow", async () => {
    expect(all(await chart(), ".value-tick").length).to.be.within(3, 5);
    expect(all(await chart(undefined, "360px"), ".value-tick").length).to.be.within(1, 3);
  });
  it("keeps the least heights", async () => {
    const height = async (width: string): Promise<number> => {
      const element = await chart(undefined, width);
      element.height = 10;
      await element.updateComplete;
      return inside(element, '[part="plot"]')?.offsetHeight ?? 0;
    };
    expect(await height("900px")).to.equal(272);
    expect(await height("360px")).to.equal(216);
  });
  it("marks events by shape and merges crowded ones into a count", async () => {
    const element = await chart();
    expect(inside(element, ".lane .mark-buy")).to.exist;
    expect(inside(element, ".lane .mark-sell")).to.exist;
    expect(all(element, ".lane text").map((text) => text.textContent)).to.include("3");
  });
  it("follows the pointer with crosshair and tooltip, inside the plot", async () => {
    const element = await chart();
    for (const share of [0.02, 0.5, 0.9]) {
      pointer(element, "pointermove", share);
      await element.updateComplete;
      const tooltip = inside(element, ".tooltip")?.getBoundingClientRect();
      const plot = inside(element, ".plot")?.getBoundingClientRect();
      expect(tooltip?.left).to.be.at.least((plot?.left ?? 0) - 0.5);
      expect(tooltip?.right).to.be.at.most((plot?.right ?? 0) + 0.5);
      expect(inside(element, ".tooltip")?.textContent).to.include("Net contributions");
    }
    expect(all(element, ".dot")).to.have.length(2);
    pointer(element, "pointerleave", 0.5);
    await element.updateComplete;
    expect(all(element, ".tooltip")).to.have.length(0);
  });
  it("walks with the arrow keys, Home and End, and reads the point out", async () => {
    const element = await chart();
    inside(element, ".surface")?.focus();
    await sendKeys({ press: "End" });
    await element.updateComplete;
    const status = (): string => inside(element, '[role="status"]')?.textContent ?? "";
    expect(status()).to.equal(
      "Friday, 20 Nov 2026. Value $324,117.31, Net contributions $204,000.00, Gain since the start up $120,117.31",
    );
    await sendKeys({ press: "ArrowLeft" });
    await element.updateComplete;
    expect(status()).to.include("19 Nov 2026");
    await sendKeys({ press: "Home" });
    await element.updateComplete;
    expect(status()).to.include("20 Nov 2025");
  });
  it("measures a range by dragging, tells the host, and puts it away on double click", async () => {
    const element = await chart();
    pointer(element, "pointerdown", 0.2);
    pointer(element, "pointermove", 0.5);
    setTimeout(() => pointer(element, "pointerup", 0.5));
    const { detail } = await oneEvent(element, "portfolio-range-measure");
    await element.updateComplete;
    expect(detail?.from).to.match(/^2026-0/);
    expect((detail?.endValue ?? 0) - (detail?.startValue ?? 0)).to.be.closeTo(detail?.change ?? 0, 1e-6);
    expect(inside(element, ".stretch")).to.exist;
    element.rangeReturn = { value: 0.05 };
    await element.updateComplete;
    expect(inside(element, ".tooltip")?.textContent).to.include("+5.00%");
    setTimeout(() => pointer(element, "dblclick", 0.5));
    expect((await oneEvent(element, "portfolio-range-measure")).detail ?? undefined).to.equal(undefined);
    await element.updateComplete;
    expect(all(element, ".stretch")).to.have.length(0);
  });
  it("measures with Shift and the arrows", async () => {
    const element = await chart();
    inside(element, ".surface")?.focus();
    await sendKeys({ press: "End" });
    const measured = oneEvent(element, "portfolio-range-measure");
    await sendKeys({ down: "Shift" });
    await sendKeys({ press: "ArrowLeft" });
    await sendKeys({ up: "Shift" });
    const { detail } = await measured;
    expect([detail?.from, detail?.to]).to.deep.equal(["2026-11-19", "2026-11-20"]);
  });
  it("says that a value in a gap is not yet known, and draws no dot there", async () => {
    const snapshot = samplePerformance();
    snapshot.values[snapshot.values.length - 1] = Number.NaN;
    const element = await chart(snapshot);
    inside(element, ".surface")?.focus();
    await sendKeys({ press: "End" });
    await element.updateComplete;
    expect(inside(element, ".tooltip")?.textContent).to.include("Not yet known");
    expect(all(element, ".dot")).to.have.length(1);
  });
  it("tells no amount with masked: not in axis, tooltip, table, labels or live region", async () => {
    const element = await chart();
    element.masked = true;
    inside(element, ".menu-button")?.click();
    await element.updateComplete;
    expect(all(element, ".menu-items button").at(-1)).to.have.property("disabled", true);
    inside(element, ".menu-items button")?.click();
    await element.updateComplete;
    inside(element, ".surface")?.focus();
    await sendKeys({ press: "End" });
    for (let step = 0; step < 25; step += 1) await sendKeys({ press: "ArrowLeft" });
    await element.updateComplete;
    const text = renderedText(element);
    expect(text).to.include("$••••••");
    expect(text).to.not.match(/\$\s?\d|\d,\d{3}|\d\.\d{2}/);
    for (const row of all(element, "tbody td")) expect(row.textContent).to.not.match(/\d/);
    for (const tick of all(element, ".value-tick")) expect(tick.textContent).to.not.match(/\d/);
    expect(text).to.not.include("Deposit 3");
  });
  it("shows empty, loading and error states", async () => {
    expect(renderedText(await fixture(html`<portfolio-value-chart></portfolio-value-chart>`))).to.include(
      "No value yet",
    );
    expect(renderedText(await fixture(html`<portfolio-value-chart loading></portfolio-value-chart>`))).to.include(
      "Loading",
    );
    expect(
      renderedText(await fixture(html`<portfolio-value-chart error="No connection."></portfolio-value-chart>`)),
    ).to.include("No connection.");
  });
  it("reads its colours again when the theme changes", async () => {
    const element = await chart();
    const canvas = inside(element, "canvas") as HTMLCanvasElement;
    const image = (): string => canvas.toDataURL();
    const before = image();
    document.documentElement.style.colorScheme = "dark";
    await aTimeout(80);
    const after = image();
    document.documentElement.style.colorScheme = "";
    expect(after).to.not.equal(before);
  });
  it("puts the value axis at the end side, and keeps time running left to right", async () => {
    const element = await chart();
    const plot = (): DOMRect => inside(element, ".plot")?.getBoundingClientRect() as DOMRect;
    const tick = (): DOMRect => inside(element, ".value-tick")?.getBoundingClientRect() as DOMRect;
    expect(plot().right - tick().right).to.be.lessThan(2);
    (element.parentElement as HTMLElement).dir = "rtl";
    element.requestUpdate();
    await element.updateComplete;
    expect(tick().left - plot().left).to.be.lessThan(2);
    const labels = all(element, ".time-tick").map((each) => each.getBoundingClientRect().left);
    expect(labels).to.deep.equal([...labels].sort((left, right) => left - right));
  });
  it("draws a single day, and no data at all, without complaint", async () => {
    const year = samplePerformance();
    const one = {
      ...year,
      days: year.days.slice(0, 1),
      values: year.values.slice(0, 1),
      netContributions: year.netContributions.slice(0, 1),
    };
    expect(inside(await chart(one), "canvas")).to.exist;
    const none = { ...year, days: new Int32Array(), values: new Float64Array(), netContributions: new Float64Array() };
    expect(renderedText(await chart(none))).to.include("No value yet");
  });
  it("says so when no day is known, instead of an empty frame", async () => {
    const year = samplePerformance();
    const element = await chart({ ...year, values: new Float64Array(year.values.length).fill(Number.NaN) });
    expect(renderedText(element)).to.include("A price or an exchange rate is missing");
    expect(inside(element, ".value-tick")).to.equal(null);
  });
  it("tells a gain that is not known from one of nothing", async () => {
    const unknown = { value: undefined, reason: "missing-price" } as const;
    const element = await chart({ ...samplePerformance(), gain: unknown, startValue: unknown });
    expect(inside(element, ".surface")?.getAttribute("aria-label")).to.include("not yet known");
  });
  it("takes the canvas away with the element", async () => {
    const element = await chart();
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect(all(element, "canvas")).to.have.length(0);
    parent.append(element);
    await element.updateComplete;
    await aTimeout(50);
    expect(inside(element, "canvas")).to.exist;
  });
});
