import { describe, expect, it } from "vitest";
import { Decimal } from "../../../numbers/decimal.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import { isPercentOfPar, tradeAmounts } from "./activity-amounts.ts";
import type { ActivityRow } from "./activity-row.ts";
import { convertedWithholding } from "./converted-withholding.ts";

type Printed = Partial<
  Record<"quantity" | "price" | "gross" | "net" | "fee" | "tax" | "accrued" | "foreignGross", string>
>;

function row({ fee = "0", tax = "0", ...amounts }: Printed, currency = "EUR"): ActivityRow {
  const decimals = Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, new Decimal(text)]));
  const unit = readCurrency(currency);
  return { ...decimals, fee: new Decimal(fee), tax: new Decimal(tax), unit } as unknown as ActivityRow;
}

const signed = { signedAmounts: true, signedQuantities: true };
const text = (amount: Decimal | undefined): string | undefined => amount?.toString();

describe("tradeAmounts", () => {
  it("puts fee, tax and accrued interest of a purchase back into the gross amount", () => {
    const printed = row({ quantity: "10", net: "-108", fee: "5", tax: "1", accrued: "2" });
    expect(text(tradeAmounts(printed, "buy", signed).gross)).toBe("100");
  });

  it("and those of a sale, whose accrued interest is received", () => {
    const printed = row({ quantity: "-10", net: "96", fee: "5", tax: "1", accrued: "2" });
    expect(text(tradeAmounts(printed, "sell", signed).gross)).toBe("100");
  });

  it("is negative throughout when quantity and amount are both the other way round", () => {
    const printed = row({ quantity: "10", net: "-95", fee: "5" });
    const amounts = tradeAmounts(printed, "sell", { ...signed, fees: "unsigned" });
    expect([amounts.quantity, amounts.fee].map(text)).toEqual(["-10", "-5"]);
    expect(amounts.contradicts).toBe(false);
  });

  it("contradicts itself when only one of them is", () => {
    expect(tradeAmounts(row({ quantity: "-10", net: "-100" }), "buy", signed).contradicts).toBe(true);
    expect(tradeAmounts(row({ quantity: "10", net: "100" }), "sell", signed).contradicts).toBe(true);
  });

  it("takes an unsigned quantity of a sale as it is, but no negative one of a purchase", () => {
    const signs = { signedAmounts: true };
    expect(tradeAmounts(row({ quantity: "10", net: "100" }), "sell", signs).contradicts).toBe(false);
    expect(tradeAmounts(row({ quantity: "-10", net: "-100" }), "buy", signs).contradicts).toBe(true);
  });

  it("expects the net amount to be gross less charges, within one minor unit", () => {
    const near = row({ quantity: "10", gross: "-100", net: "-105.01", fee: "5" });
    const far = row({ quantity: "10", gross: "-100", net: "-105.02", fee: "5" });
    expect(tradeAmounts(near, "buy", signed).expectedNet).toBeUndefined();
    expect(text(tradeAmounts(far, "buy", signed).expectedNet)).toBe("-105");
  });

  it("finds the fee that an amount holds, but takes no other mistake for one", () => {
    const signs = { signedAmounts: false, impliedFee: true };
    const fees = ["100", "101.5", "110", "110.01", "99"].map((net) =>
      text(tradeAmounts(row({ quantity: "10", price: "10", net }), "buy", signs).fee),
    );
    expect(fees).toEqual(["0", "1.5", "10", "0", "0"]);
  });
});

describe("isPercentOfPar", () => {
  const bond = { quantity: "2000", price: "98.5", gross: "-1970" };

  it("tells a bond by its amount", () => {
    expect(isPercentOfPar(row(bond), new Decimal("-1970"))).toBe(true);
    expect(isPercentOfPar(row(bond), new Decimal("-197000"))).toBe(false);
  });

  it("takes no pence for percent", () => {
    expect(isPercentOfPar(row(bond, "GBP"), new Decimal("-1970"))).toBe(false);
    expect(isPercentOfPar(row({ ...bond, accrued: "3" }, "GBP"), new Decimal("-1970"))).toBe(true);
  });
});

describe("convertedWithholding", () => {
  it("keeps the share that was kept back", () => {
    expect(text(convertedWithholding(row({ net: "1.58", tax: "0.30", foreignGross: "2" })).tax)).toBe("0.28");
  });

  it("changes nothing in one currency", () => {
    expect(text(convertedWithholding(row({ net: "1.70", tax: "0.30", foreignGross: "2" })).tax)).toBe("0.3");
  });
});
