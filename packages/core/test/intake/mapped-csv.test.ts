import { describe, expect, it } from "vitest";
import { type ColumnMapping, suggestMapping } from "../../src/intake/index.ts";
import { readText } from "./reading.ts";

const header = "Date,Type,Ticker,Shares,Price,Amount,Fee,Tax,Currency,Ratio,Note";

async function read(rows: readonly string[], changes: Partial<ColumnMapping> = {}) {
  const mapping = { ...suggestMapping(header.split(",")), ...changes };
  return readText([header, ...rows, ""].join("\n"), mapping);
}

describe("suggestMapping", () => {
  it("finds columns by the names other programs use", () => {
    const { fields } = suggestMapping([
      "TradeDate",
      "Buy/Sell",
      "Symbol",
      "Qty",
      " Price ",
      "IBCommission",
      "CCY",
      "AccountId",
    ]);
    expect(fields).toEqual({
      tradeDate: 0,
      kind: 1,
      ticker: 2,
      quantity: 3,
      unitPrice: 4,
      feeAmount: 5,
      currency: 6,
      account: 7,
    });
  });

  it("uses each column once and reads the currency in a name", () => {
    expect(suggestMapping(["Date", "Date", "Total (GBP)"])).toEqual({
      fields: { tradeDate: 0, netAmount: 2 },
      defaultCurrency: "GBP",
    });
  });
});

describe("a CSV with mapped columns", () => {
  it("gives each kind", async () => {
    const { drafts, issues, format } = await read(
      [
        "2025-01-01,Deposit,,,,1000,,,EUR,,",
        "2025-01-02,Buy,EXA,10,20,200,1,,EUR,,first",
        "2025-01-03,Sell,EXA,-4,25,,2,,EUR,,",
        "2025-01-04,Dividend,EXA,,,12,,3,EUR,,",
        "2025-01-05,Interest,,,,-0.5,,,EUR,,",
        "2025-01-06,Fee,,,,,4.5,,EUR,,",
        "2025-01-07,Tax,,,,7,,,EUR,,",
        "2025-01-08,Withdrawal,,,,-100,,,EUR,,",
        "2025-01-09,Split,EXA,,,,,,,4:1,",
      ],
      { defaultCurrency: "EUR" },
    );
    expect(issues).toEqual([]);
    expect(format).toBe("mapped-csv");
    const instrument = { ticker: "EXA", currency: "EUR" };
    const day = (number: number) => ({ rows: [number + 1], tradeDate: `2025-01-0${number}`, currency: "EUR" });
    expect(drafts).toEqual([
      { ...day(1), kind: "deposit", grossAmount: "1000" },
      {
        ...day(2),
        kind: "buy",
        instrument,
        quantity: "10",
        unitPrice: "20",
        grossAmount: "200",
        feeAmount: "1",
        note: "first",
      },
      { ...day(3), kind: "sell", instrument, quantity: "4", unitPrice: "25", grossAmount: "100", feeAmount: "2" },
      { ...day(4), kind: "dividend", instrument, grossAmount: "12", taxAmount: "3" },
      { ...day(5), kind: "interest-charge", grossAmount: "0.5" },
      { ...day(6), kind: "fee", grossAmount: "4.5" },
      { ...day(7), kind: "tax", grossAmount: "7" },
      { ...day(8), kind: "withdrawal", grossAmount: "100" },
      {
        rows: [10],
        tradeDate: "2025-01-09",
        kind: "split",
        instrument: { ticker: "EXA" },
        ratio: { numerator: "4", denominator: "1" },
      },
    ]);
  });

  it("takes words of the file for kinds, constants and a default currency", async () => {
    const text = "Datum;Art;Papier;Menge;Kurs\n03.02.2025;Kauf;DE00EXAMP012;1.000;1,25\n";
    const mapping: ColumnMapping = {
      fields: { tradeDate: 0, kind: 1, isin: 2, quantity: 3, unitPrice: 4, account: { constant: "Depot 1" } },
      kinds: { kauf: "buy" },
      defaultCurrency: "EUR",
    };
    const { drafts, dateStyle } = await readText(text, mapping);
    expect(dateStyle).toBe("DMY");
    expect(drafts).toMatchObject([
      {
        kind: "buy",
        tradeDate: "2025-02-03",
        quantity: "1000",
        unitPrice: "1.25",
        grossAmount: "1250",
        accountReference: "Depot 1",
      },
    ]);
  });

  it("wins over a broker's format", async () => {
    const text = "Action,Time,ISIN,Ticker,No. of shares,Price / share,Total\nDeposit,2025-01-01,,,,,5\n";
    const mapping: ColumnMapping = { fields: { tradeDate: 1, kind: 0, grossAmount: 6 }, defaultCurrency: "USD" };
    expect((await readText(text, mapping)).format).toBe("mapped-csv");
    expect((await readText(text)).format).toBe("trading-212");
  });

  it("reports unknown kinds, missing currencies and kinds it cannot hold, by line and column", async () => {
    const { drafts, issues } = await read([
      "2025-01-02,Frobnicate,EXA,1,1,1,,,EUR,,",
      "2025-01-02,Buy,EXA,1,1,1,,,,,",
      "2025-01-02,Merger,EXA,1,1,1,,,EUR,,",
      "2025-01-02,Split,EXA,1,1,1,,,EUR,x,",
      "2025-01-02,Deposit,,,,,,,EUR,,",
      "2025-01-02,delivery-in,EXA,3,,,,,EUR,,",
    ]);
    expect(issues.map(({ source, code }) => [source.row, code, source.column])).toEqual([
      [2, "unknown-action", "Type"],
      [3, "invalid-cell", "Currency"],
      [4, "unsupported-kind", undefined],
      [5, "invalid-cell", undefined],
      [6, "invalid-cell", undefined],
      [7, "missing-cost", undefined],
    ]);
    expect(drafts.map(({ kind }) => kind)).toEqual(["delivery-in"]);
  });

  it("decides month first for the whole column when one row does", async () => {
    const { drafts, issues, dateStyle } = await read([
      "03/04/2025,Deposit,,,,1,,,EUR,,",
      "03/14/2025,Deposit,,,,1,,,EUR,,",
    ]);
    expect(dateStyle).toBe("MDY");
    expect(issues).toEqual([]);
    expect(drafts.map(({ tradeDate }) => tradeDate)).toEqual(["2025-03-04", "2025-03-14"]);
  });

  it("asks when no row decides, and obeys the answer", async () => {
    const rows = ["03/04/2025,Deposit,,,,1,,,EUR,,"];
    const asked = await read(rows);
    expect(asked.drafts[0]?.tradeDate).toBe("2025-04-03");
    expect(asked.issues.map(({ source, code }) => [source.row, code, source.column])).toEqual([
      [1, "invalid-cell", "Date"],
    ]);
    const answered = await read(rows, { dateOrder: "MDY" });
    expect(answered.issues).toEqual([]);
    expect(answered.drafts[0]?.tradeDate).toBe("2025-03-04");
  });

  it("reports the rows of a column with mixed orders that the order does not fit", async () => {
    const rows = [
      "13/04/2025,Deposit,,,,1,,,EUR,,",
      "14/04/2025,Deposit,,,,1,,,EUR,,",
      "04/15/2025,Deposit,,,,1,,,EUR,,",
    ];
    const { issues, drafts, dateStyle } = await read(rows);
    expect(dateStyle).toBe("DMY");
    expect(issues.map(({ source }) => source.row)).toEqual([1, 4]);
    expect(drafts).toHaveLength(2);
  });

  it("converts prices in pence and nets amounts of fee and tax", async () => {
    const text = "Date,Type,Symbol,Quantity,Price,Net Amount,Fee,Currency\n2025-01-02,Buy,EXP,10,250,-2600,100,GBX\n";
    const { drafts } = await readText(text, suggestMapping((text.split("\n")[0] ?? "").split(",")));
    expect(drafts).toMatchObject([
      { currency: "GBP", unitPrice: "2.5", grossAmount: "25", feeAmount: "1", instrument: { quotationUnit: "GBX" } },
    ]);
  });

  it("needs a column for the date", async () => {
    const { issues, drafts } = await readText("a,b\n1,2\n", { fields: { kind: 0 } });
    expect(drafts).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["unreadable-file"]);
  });

  it("tells a sale by a negative quantity when no column names the kind", async () => {
    const {
      tradeDate = 0,
      ticker = 2,
      quantity = 3,
      unitPrice = 4,
      currency = 8,
    } = suggestMapping(header.split(",")).fields;
    const fields = { tradeDate, ticker, quantity, unitPrice, currency };
    const { drafts } = await read(["2025-01-02,,EXA,-4,25,,,,EUR,,"], { fields });
    expect(drafts).toMatchObject([{ kind: "sell", quantity: "4" }]);
  });
});
