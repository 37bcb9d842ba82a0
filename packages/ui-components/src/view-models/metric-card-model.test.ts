import { expect } from "@open-wc/testing";
import { english } from "../localization/english.ts";
import { amountCard, fractionCard } from "./metric-card-model.ts";

const style = { label: "Gain", locale: "en-CA", masked: false } as const;

describe("metric card models", () => {
  it("write an amount, with tone only for a change", () => {
    expect(amountCard("45313.08", "CAD", { ...style, sign: "change" }, english)).to.deep.include({
      figure: "+$45,313.08",
      tone: "gain",
    });
    expect(amountCard("45313.08", "CAD", style, english)).to.deep.include({ figure: "$45,313.08", tone: "neutral" });
  });
  it("mask an amount and keep its direction", () => {
    expect(amountCard("-5", "CAD", { ...style, masked: true, sign: "change" }, english)).to.deep.include({
      figure: "$••••••",
      tone: "loss",
    });
  });
  it("say why a fraction has no value", () => {
    const model = fractionCard({ value: undefined, reason: "too-few-observations" }, style, english);
    expect(model).to.deep.include({ figure: "Not yet known", caption: "There are too few days to measure it." });
    expect(fractionCard({ value: 0.1756 }, style, english).figure).to.equal("+17.56%");
  });
});
