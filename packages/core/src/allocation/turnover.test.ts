import { addDays, type Ledger } from "@portfolio/core";
import { turnover } from "@portfolio/core/allocation";
import { describe, expect, it } from "vitest";
import { ledgerOf, pricesFrom } from "../../test/support/build.ts";

const place = { account: "broker", instrument: "acme", currency: "EUR" };
const closes = { acme: [["2025-01-01", "10"]] } as const;
const prices = pricesFrom(closes);

function trade(kind: string, tradeDate: string, quantity: string, more: object = {}): object {
  return { ...place, id: `${kind} ${tradeDate}`, kind, tradeDate, quantity, unitPrice: "10", ...more };
}

function traded(more: readonly object[] = []): Ledger {
  const deposit = {
    account: "broker",
    id: "d",
    kind: "deposit",
    tradeDate: "2024-12-31",
    currency: "EUR",
    grossAmount: "1000",
  };
  return ledgerOf({
    transactions: [
      deposit,
      trade("buy", "2024-12-31", "50"),
      trade("sell", "2025-03-01", "40"),
      trade("buy", "2025-04-01", "30"),
      ...more,
    ],
    closes,
    rates: { "USD/EUR": [["2025-06-01", "0.5"]] },
  });
}

const year = { from: "2024-12-31", to: "2025-12-31" };

describe("turnover", () => {
  // By hand: purchases 300, sales 400, 1,000 on every day of 365: 300 / 1000.
  it("is the smaller of purchases and sales / average value", () => {
    expect(turnover(traded(), prices, year)).toEqual({ value: 0.3 });
  });

  it("is per year, and counts the trades of the range alone", () => {
    expect(turnover(traded(), prices, { from: "2024-12-31", to: addDays("2024-12-31", 73) })).toEqual({ value: 0 });
    const quarter = { from: "2025-02-28", to: addDays("2025-02-28", 73) };
    expect(turnover(traded(), prices, quarter).value).toBeCloseTo((300 / 1000) * 5, 14);
    expect(turnover(traded(), prices, { from: "2025-03-01", to: "2025-12-31" })).toEqual({ value: 0 });
  });

  it("is of a scope; one of instruments has no cash in its value", () => {
    // 500 up to 28 February (59 days), 100 in March (31), 400 from then on (275).
    const average = (500 * 59 + 100 * 31 + 400 * 275) / 365;
    expect(turnover(traded(), prices, { ...year, instrument: "acme" }).value).toBeCloseTo(300 / average, 14);
    expect(turnover(traded(), prices, { ...year, accounts: ["other"] })).toEqual({
      value: undefined,
      reason: "no-capital",
    });
  });

  it("converts each trade at its own rate, leaves fees and taxes out, and does not see what was oversold", () => {
    const more = [
      trade("buy", "2025-06-02", "5", {
        currency: "USD",
        unitPrice: "20",
        feeAmount: "100",
        taxAmount: "9",
        exchangeRate: "0.8",
      }),
      trade("sell", "2025-07-01", "999"),
    ];
    const ledger = traded(more);
    const range = { from: "2025-01-01", to: "2026-01-01", instrument: "acme" };
    const average = (500 * 58 + 100 * 31 + 400 * 62 + 450 * 214) / 365;
    expect(turnover(ledger, prices, range).value).toBeCloseTo(380 / average, 13);
  });

  it("is undefined on one day, without prices, without rates", () => {
    expect(turnover(traded(), prices, { from: "2025-05-01", to: "2025-05-01" }).reason).toBe("too-few-observations");
    expect(turnover(traded(), new Map(), year).reason).toBe("missing-price");
    const foreign = traded([trade("buy", "2025-05-01", "1", { account: "x", currency: "USD" })]);
    expect(turnover(foreign, prices, { ...year, instrument: "acme" }).reason).toBe("missing-rate");
    expect(turnover(foreign, prices, year).reason).toBe("missing-rate");
    expect(turnover(ledgerOf({ transactions: [] }), prices, year).reason).toBe("no-capital");
  });

  it("refuses a range that ends before it begins", () => {
    expect(() => turnover(traded(), prices, { from: year.to, to: year.from })).toThrowError(
      expect.objectContaining({ code: "date-out-of-range" }),
    );
  });
});
