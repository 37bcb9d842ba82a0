import { expect } from "@open-wc/testing";
import { english } from "../localization/english.ts";
import { formatAge } from "./format-age.ts";
import { epochDayToIso, formatDate, formatEpochDay, isoToEpochDay } from "./format-date.ts";
import { formatPercent } from "./format-percent.ts";
import { formatPrice } from "./format-price.ts";
import { formatQuantity } from "./format-quantity.ts";
import { maskAmounts } from "./mask-amounts.ts";
import { speakChange } from "../localization/speak-change.ts";

describe("formatPercent", () => {
  it("takes a fraction, with two digits unless told otherwise", () => {
    expect(formatPercent(0.1756, { locale: "en" })).to.equal("17.56%");
    expect(formatPercent(0.383, { locale: "en", digits: 1 })).to.equal("38.3%");
  });
  it("signs changes, but not zero", () => {
    expect(formatPercent(0.0087, { locale: "en", sign: "change" })).to.equal("+0.87%");
    expect(formatPercent(-0.104, { locale: "en", digits: 1, sign: "change" })).to.equal("\u221210.4%");
    expect(formatPercent(-0.00001, { locale: "en", sign: "change" })).to.equal("0.00%");
  });
  it("gives nothing for what is no number", () => {
    expect(formatPercent(Number.NaN, { locale: "en" })).to.equal("");
  });
});

describe("formatQuantity", () => {
  it("keeps every significant digit", () => {
    expect(formatQuantity("0.01525217", "en")).to.equal("0.01525217");
    expect(formatQuantity("2878", "en")).to.equal("2,878");
    expect(formatQuantity("0.000000000123456789", "en")).to.equal("0.000000000123456789");
  });
  it("is masked like an amount", () => {
    expect(formatQuantity("2878", "en", true)).to.equal("••••••");
  });
});

describe("formatPrice", () => {
  it("is as quoted, with at least the minor units", () => {
    expect(formatPrice("43.1", "CAD", "en-CA", "CAD")).to.equal("$43.10");
    expect(formatPrice("0.00001234", "USD", "en-CA", "CAD")).to.equal("US$0.00001234");
    expect(formatPrice("75.0875", "EUR", "en-CA", "CAD")).to.equal("€75.0875");
  });
});

describe("formatDate", () => {
  it("puts the day first in every English, and follows other locales", () => {
    for (const locale of ["en", "en-US", "en-CA", "en-GB"])
      expect(formatDate("2026-09-20", locale)).to.equal("20 Sep 2026");
    expect(formatDate("2026-08-20", "en", "weekday")).to.equal("Thursday, 20 Aug 2026");
    expect(formatDate("2026-11-20", "de")).to.equal("20. Nov. 2026");
  });
  it("converts epoch days both ways, without a time zone", () => {
    expect(isoToEpochDay("1970-01-02")).to.equal(1);
    expect(epochDayToIso(isoToEpochDay("2024-02-29"))).to.equal("2024-02-29");
    expect(formatEpochDay(isoToEpochDay("2026-01-01"), "en", "year")).to.equal("2026");
  });
  it("gives nothing for what is no date", () => {
    expect(formatDate("soon", "en")).to.equal("");
  });
});

describe("formatAge", () => {
  it("says it in words", () => {
    expect([0, 1, 2].map((days) => formatAge(days, "en"))).to.deep.equal(["today", "yesterday", "2 days ago"]);
  });
});

describe("speakChange", () => {
  it("reads direction, amount and percentage as words", () => {
    const change = { amount: "2786.79", currency: "CAD", fraction: 0.0087, tone: "gain" as const };
    expect(speakChange(change, "en", english)).to.equal("up 2,786.79 Canadian dollars, 0.87 percent");
    expect(speakChange({ ...change, tone: "loss", masked: true }, "en", english)).to.equal(
      "down amount hidden, 0.87 percent",
    );
  });
});

describe("maskAmounts", () => {
  it("hides numbers beside a currency, and only those", () => {
    expect(maskAmounts("XIRR with $31,800 added")).to.equal("XIRR with $•••••• added");
    expect(maskAmounts("+$45,313.08")).to.equal("$••••••");
    expect(maskAmounts("1.234,50 € am 20 Nov 2026, 12.5%")).to.equal("•••••• € am 20 Nov 2026, 12.5%");
    expect(maskAmounts("CHF 1,000 and US$324k")).to.equal("CHF •••••• and US$••••••");
    expect(maskAmounts("7 Jul to 20 Aug, now −4.6%")).to.equal("7 Jul to 20 Aug, now −4.6%");
  });
});
