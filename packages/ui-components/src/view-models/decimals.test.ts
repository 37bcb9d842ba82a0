import { expect } from "@open-wc/testing";
import { decimalRatio } from "./decimal-ratio.ts";
import { decimalSum } from "./decimal-sum.ts";
import { decimalUnits } from "./decimal-units.ts";

describe("decimalSum", () => {
  it("adds exactly, across signs and scales", () => {
    expect(decimalSum(["0.1", "0.2"])).to.equal("0.3");
    expect(decimalSum(["-0.05", "0.002"])).to.equal("-0.048");
    expect(decimalSum(["99999999999999999999.99", "0.01"])).to.equal("100000000000000000000.00");
    expect(decimalSum([])).to.equal("0");
  });
});

describe("decimalRatio", () => {
  it("divides, and has no value when the whole is not positive", () => {
    expect(decimalRatio("105588.14", "192182")).to.be.closeTo(0.5494174, 1e-6);
    expect(decimalRatio("1", "0")).to.equal(undefined);
  });
});

describe("decimalUnits", () => {
  it("keeps the order of values that a float cannot tell apart", () => {
    expect(decimalUnits("9007199254740993") > decimalUnits("9007199254740992")).to.equal(true);
    expect(decimalUnits("-0.5") < decimalUnits("-0.25")).to.equal(true);
  });
});
