import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import { cssProperties } from "../../design-tokens/css-properties.ts";
import "../metric-card/metric-card.ts";
import "./metric-strip.ts";

const widthOf = (width: string) => cssProperties({ "inline-size": width });

describe("<portfolio-metric-strip>", () => {
  const strip = (width: string) =>
    html`<div ${widthOf(width)}>
      <portfolio-metric-strip label="Performance"
        >${[1, 2, 3, 4].map((n) => html`<portfolio-metric-card label="Card ${n}" figure="1%"></portfolio-metric-card>`)}</portfolio-metric-strip
      >
    </div>`;

  it("is accessible", () => expectAccessible(() => strip("900px")));

  it("stands in one row when wide and two across when narrow", async () => {
    const tops = async (width: string) => {
      const box = await fixture(strip(width));
      return [...box.querySelectorAll("portfolio-metric-card")].map((card) =>
        Math.round(card.getBoundingClientRect().top),
      );
    };
    expect(new Set(await tops("1000px")).size).to.equal(1);
    expect(new Set(await tops("360px")).size).to.equal(2);
  });
});
