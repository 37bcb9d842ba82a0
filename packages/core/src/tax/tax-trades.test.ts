import { rateHistory, rateTable, type Transaction } from "@portfolio/core";
import {
  deFifo,
  type TaxTrade,
  type TaxTrades,
  taxTrades,
  type TaxTradesInput,
  ukSection104,
} from "@portfolio/core/tax";
import { describe, expect, it } from "vitest";

const place = { account: "broker", instrument: "acme", currency: "USD", tradeDate: "2026-01-05" };
const rates = rateTable([
  rateHistory("USD", "GBP", [
    ["2026-01-01", "0.75"],
    ["2026-02-01", "0.8"],
  ]),
]);

function rowsOf(transactions: readonly object[], more: Partial<TaxTradesInput> = {}): TaxTrades {
  return taxTrades({
    transactions: transactions as readonly Transaction[],
    taxCurrency: "GBP",
    baseCurrency: "GBP",
    rates,
    ...more,
  });
}

function acme(trades: TaxTrades): readonly TaxTrade[] {
  return trades.byInstrument.get("acme") ?? [];
}

function amounts(trades: TaxTrades): string[] {
  return acme(trades).map((row) => {
    if (row.kind === "acquisition") return `+${row.quantity} ${row.cost}`;
    if (row.kind === "disposal") return `-${row.quantity} ${row.proceeds}`;
    return "amount" in row ? `${row.kind} ${row.amount}` : row.kind;
  });
}

function codes(trades: TaxTrades): string[] {
  return trades.issues.map(({ code, source }) => `${code} ${source.transactionId}`);
}

describe("taxTrades", () => {
  it("adds fees to cost, takes them off proceeds, leaves taxes out, and converts at the rate of the day", () => {
    const trades = rowsOf([
      { ...place, id: "a", kind: "buy", quantity: "10", unitPrice: "50", feeAmount: "4", taxAmount: "9" },
      { ...place, id: "b", kind: "sell", tradeDate: "2026-03-01", quantity: "4", grossAmount: "300", feeAmount: "5" },
    ]);
    expect(amounts(trades)).toEqual(["+10 378", "-4 236"]);
    expect(trades.issues).toEqual([]);
  });

  it("lets the transaction's own rate win where it leads to the tax currency, and only there", () => {
    const buy = { ...place, id: "a", kind: "buy", quantity: "1", grossAmount: "100", exchangeRate: "0.5" };
    expect(amounts(rowsOf([buy]))).toEqual(["+1 50"]);
    expect(amounts(rowsOf([buy], { baseCurrency: "EUR" }))).toEqual(["+1 75"]);
  });

  it("takes the gross amount in the instrument's currency where that is the tax currency, the fee in proportion", () => {
    const buy = { ...place, id: "a", kind: "buy", quantity: "1", grossAmount: "100", instrumentGrossAmount: "80" };
    const instrumentCurrencies = new Map([["acme", "GBP"]]);
    expect(amounts(rowsOf([buy], { instrumentCurrencies }))).toEqual(["+1 80"]);
    expect(amounts(rowsOf([{ ...buy, feeAmount: "10" }], { instrumentCurrencies }))).toEqual(["+1 88"]);
    expect(amounts(rowsOf([buy]))).toEqual(["+1 75"]);
  });

  it("leaves out what has no rate, with an issue", () => {
    const trades = rowsOf([
      { ...place, id: "a", kind: "buy", tradeDate: "2025-12-31", quantity: "1", grossAmount: "100" },
      { ...place, id: "b", kind: "return-of-capital", currency: "SEK", grossAmount: "1" },
      { ...place, id: "c", kind: "sell", currency: "SEK", quantity: "1", grossAmount: "1" },
    ]);
    expect(acme(trades)).toEqual([]);
    expect(codes(trades)).toEqual(["missing-rate a", "missing-rate b", "missing-rate c"]);
  });

  it("knows deliveries, rewards, distributions and splits", () => {
    const trades = rowsOf([
      { ...place, id: "a", kind: "delivery-in", quantity: "10", grossAmount: "100" },
      { ...place, id: "b", kind: "staking-reward", quantity: "1", unitPrice: "8" },
      { ...place, id: "c", kind: "airdrop", quantity: "1" },
      { ...place, id: "d", kind: "split", ratio: { numerator: "2", denominator: "1" }, tradeDate: "2026-01-10" },
      { ...place, id: "e", kind: "return-of-capital", grossAmount: "4", tradeDate: "2026-01-11" },
      { ...place, id: "f", kind: "accumulation", grossAmount: "8", tradeDate: "2026-01-12" },
      { ...place, id: "g", kind: "delivery-out", quantity: "1", grossAmount: "20", tradeDate: "2026-01-13" },
      { ...place, id: "h", kind: "delivery-out", quantity: "1", tradeDate: "2026-01-14" },
      { ...place, id: "i", kind: "sell", quantity: "1", tradeDate: "2026-01-15" },
      { ...place, id: "j", kind: "dividend", grossAmount: "4" },
    ]);
    expect(amounts(trades)).toEqual([
      "+10 75",
      "+1 6",
      "+1 0",
      "split",
      "capital-return 3",
      "accumulation 6",
      "-1 15",
      "departure",
      "-1 0",
    ]);
    expect(codes(trades)).toEqual(["missing-cost c", "tax-rule-unclear h", "tax-rule-unclear i"]);
  });

  it("names what no rule can decide: corrections, mergers, spin-offs, doubled ids, splits without a ratio", () => {
    const trades = rowsOf([
      { ...place, id: "a", kind: "buy", quantity: "-1", grossAmount: "-100" },
      { ...place, id: "b", kind: "merger", toInstrument: "other" },
      { ...place, id: "c", kind: "spin-off", toInstrument: "other" },
      { ...place, id: "d", kind: "buy", quantity: "1", grossAmount: "100", tradeDate: "2026-02-01" },
      { ...place, id: "d", kind: "buy", quantity: "1", grossAmount: "100", tradeDate: "2026-02-02" },
      { ...place, id: "e", kind: "split", ratio: { numerator: "0", denominator: "1" }, tradeDate: "2026-02-03" },
    ]);
    expect(codes(trades).toSorted()).toEqual([
      "duplicate-transaction d",
      "tax-rule-unclear a",
      "tax-rule-unclear b",
      "tax-rule-unclear c",
      "unsupported-kind e",
    ]);
    expect(acme(trades)).toHaveLength(1);
  });

  it("makes one instrument of those that changed their symbol", () => {
    const trades = rowsOf([
      { ...place, id: "a", instrument: "facebook", kind: "buy", quantity: "1", grossAmount: "100" },
      {
        ...place,
        id: "b",
        instrument: "facebook",
        kind: "symbol-change",
        toInstrument: "meta",
        tradeDate: "2026-02-01",
      },
      {
        ...place,
        id: "c",
        instrument: "meta",
        kind: "sell",
        quantity: "1",
        grossAmount: "100",
        tradeDate: "2026-03-01",
      },
    ]);
    expect([...trades.byInstrument.keys()]).toEqual(["meta"]);
    expect(ukSection104(trades.byInstrument.get("meta")!).disposals[0]!.gain.toString()).toBe("5");
  });

  it("moves units between taxable accounts, and asks where a transfer leaves them", () => {
    const treatments = new Map([["isa", "registered"] as const]);
    const pair = (id: string, from: string, to: string): object[] => [
      {
        ...place,
        id: `${id}-out`,
        kind: "transfer-out",
        transferId: id,
        account: from,
        quantity: "2",
        tradeDate: "2026-02-02",
      },
      {
        ...place,
        id: `${id}-in`,
        kind: "transfer-in",
        transferId: id,
        account: to,
        quantity: "2",
        tradeDate: "2026-02-02",
      },
    ];
    const trades = rowsOf(
      [
        { ...place, id: "a", kind: "buy", quantity: "10", grossAmount: "100" },
        ...pair("own", "broker", "second"),
        ...pair("away", "broker", "isa"),
        ...pair("inside", "isa", "isa2"),
        { ...place, id: "half", kind: "transfer-in", quantity: "1", grossAmount: "12", tradeDate: "2026-02-03" },
      ],
      { treatments: new Map([...treatments, ["isa2", "registered"]]) },
    );
    expect(amounts(trades)).toEqual(["+10 75", "transfer", "departure", "+1 9.6"]);
    expect(codes(trades)).toEqual(["tax-rule-unclear away-out", "unpaired-transfer half"]);
    const gains = deFifo(acme(trades));
    expect(gains.lots.map(({ account, quantity }) => `${account} ${quantity}`)).toEqual([
      "broker 6",
      "second 2",
      "broker 1",
    ]);
  });

  it("marks rows of accounts that are not taxable, and keeps settlement dates", () => {
    const trades = rowsOf(
      [{ ...place, id: "a", kind: "buy", quantity: "1", grossAmount: "4", settlementDate: "2026-01-07" }],
      {
        treatments: new Map([["broker", "registered"]]),
      },
    );
    expect(acme(trades)[0]).toMatchObject({ treatment: "registered", settlementDate: "2026-01-07" });
    expect(ukSection104(acme(trades)).quantity.toString()).toBe("0");
  });

  it("refuses a date or an amount that is none", () => {
    expect(() => rowsOf([{ ...place, id: "a", kind: "buy", quantity: "1", grossAmount: "ten" }])).toThrow(
      /not a decimal/,
    );
    expect(() =>
      rowsOf([{ ...place, id: "a", kind: "buy", tradeDate: "soon", quantity: "1", grossAmount: "1" }]),
    ).toThrow(/not a date/);
  });
});
