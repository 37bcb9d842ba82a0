import { expect } from "@open-wc/testing";
import { formatMoney, moneyParts } from "./format-money.ts";

const style = { locale: "en-CA", homeCurrency: "CAD" } as const;

describe("formatMoney", () => {
  it("writes the home currency with its short sign and minor units", () => {
    expect(formatMoney("324117.31", "CAD", style)).to.equal("$324,117.31");
    expect(formatMoney("1200", "JPY", { locale: "en", homeCurrency: "JPY" })).to.equal("¥1,200");
  });
  it("tells other dollars apart, whatever the locale calls a dollar", () => {
    expect(formatMoney("512.84", "USD", style)).to.equal("US$512.84");
    expect(formatMoney("512.84", "USD", { locale: "en-US", homeCurrency: "CAD" })).to.equal("US$512.84");
    expect(formatMoney("512.84", "CAD", { locale: "en-US", homeCurrency: "CAD" })).to.equal("$512.84");
  });
  it("uses the true minus, a plus for gains only, and no sign on zero", () => {
    expect(formatMoney("-3091.72", "CAD", { ...style, sign: "change" })).to.equal("\u2212$3,091.72");
    expect(formatMoney("2786.79", "CAD", { ...style, sign: "change" })).to.equal("+$2,786.79");
    expect(formatMoney("0", "CAD", { ...style, sign: "change" })).to.equal("$0.00");
    expect(formatMoney("-0.001", "CAD", { ...style, sign: "change" })).to.equal("$0.00");
    expect(formatMoney("-0.001", "CAD", style)).to.equal("$0.00");
  });
  it("never passes through a float and rounds half to even", () => {
    expect(formatMoney("12345678901234567890.12", "CAD", style)).to.equal("$12,345,678,901,234,567,890.12");
    expect(formatMoney("0.125", "CAD", style)).to.equal("$0.12");
    expect(formatMoney("0.135", "CAD", style)).to.equal("$0.14");
  });
  it("shortens on axes", () => {
    expect(formatMoney("324000", "CAD", { ...style, digits: "short" })).to.equal("$324k");
    expect(formatMoney("1250000", "CAD", { ...style, digits: "short" })).to.equal("$1.2M");
    expect(formatMoney("26347.17", "CAD", { ...style, digits: "whole" })).to.equal("$26,347");
  });
  it("masks with a fixed length and without the sign", () => {
    for (const amount of ["1", "-324117.31", "0", "99999999999"])
      expect(formatMoney(amount, "CAD", { ...style, masked: true, sign: "change" })).to.equal("$••••••");
    expect(formatMoney("5", "EUR", { locale: "de-DE", masked: true })).to.equal("•••••• €".replace(" ", "\u00a0"));
  });
  it("sets cents apart and keeps a sign behind them", () => {
    expect(moneyParts("324117.31", "CAD", style)).to.deep.equal({
      major: "$324,117",
      minor: ".31",
      tail: "",
      tone: "neutral",
    });
    const german = moneyParts("1234.5", "EUR", { locale: "de-DE" });
    expect([german.major, german.minor, german.tail]).to.deep.equal(["1.234", ",50", "\u00a0€"]);
  });
  it("gives nothing for what is no amount or no currency", () => {
    expect(formatMoney("abc", "CAD", style)).to.equal("");
    expect(formatMoney("1", "", style)).to.equal("");
  });
});
