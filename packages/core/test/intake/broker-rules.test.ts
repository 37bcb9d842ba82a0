import { describe, expect, it } from "vitest";
import { readText } from "./reading.ts";

const questradeHeader =
  "Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Account #,Activity Type,Account Type";
const degiroHeader = "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id";

function file(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

describe("Questrade", () => {
  it("resolves the internal symbol of a reinvestment by the security's name", async () => {
    const { drafts } = await readText(
      file(
        questradeHeader,
        "2025-01-08 12:00:00 AM,,Buy,EXF.TO,EXAMPLE INDEX FUND WE ACTED AS AGENT,10.00000,20.00,-200.00,0.00,-200.00,CAD,1,Trades,TFSA",
        "2025-03-31 12:00:00 AM,,REI,V000111,EXAMPLE INDEX FUND REINV@C$21.00 REC 03/24/25,0.50000,0.00,0.00,0.00,-10.50,CAD,1,Dividends,TFSA",
        "2025-03-31 12:00:00 AM,,REI,V000222,UNKNOWN FUND REINV@C$21.00 REC 03/24/25,1.00000,0.00,0.00,0.00,-21.00,CAD,1,Dividends,TFSA",
      ),
    );
    expect(drafts.map(({ instrument, unitPrice }) => [instrument?.ticker, unitPrice])).toEqual([
      ["EXF.TO", "20"],
      ["EXF.TO", "21"],
      ["V000222", "21"],
    ]);
  });

  it("takes a dividend and its tax together, and shares without a cost with a warning", async () => {
    const { drafts, issues } = await readText(
      file(
        questradeHeader,
        "2025-05-15,,DIV,EXU,EXAMPLE UTILITIES NON-RES TAX WITHHELD ON 4 SHS,0,0,0,0,-0.16,USD,1,Dividends,TFSA",
        "2025-05-15,,DIV,EXU,EXAMPLE UTILITIES CASH DIV ON 4 SHS,0,0,0,0,1.04,USD,1,Dividends,TFSA",
        "2025-06-04,,TF6,EXG.TO,EXAMPLE GROWTH TRANSFER,25,0,0,0,0,CAD,1,Transfers,TFSA",
      ),
    );
    expect(drafts).toMatchObject([
      { rows: [3, 2], kind: "dividend", grossAmount: "1.04", taxAmount: "0.16" },
      { rows: [4], kind: "delivery-in", quantity: "25" },
    ]);
    expect(issues).toMatchObject([{ code: "missing-cost", source: { row: 4 } }]);
  });

  it("takes one side of an exchange alone as an issue", async () => {
    const { drafts, issues } = await readText(
      file(questradeHeader, "2025-02-11,,FXT,,FX CONVERSION,0,0,0,0,-1500.00,CAD,1,FX conversion,TFSA"),
    );
    expect(drafts).toEqual([]);
    expect(issues).toMatchObject([{ code: "unknown-action", source: { row: 2 } }]);
  });
});

describe("Interactive Brokers", () => {
  const statement = (...lines: readonly string[]): string =>
    file("Statement,Header,Field Name,Field Value", "Account Information,Header,Field Name,Field Value", ...lines);

  it("sums tax that was booked, reversed and booked again", async () => {
    const text = "EXE(IT00EXAMP013) Cash Dividend EUR 0.26 per Share";
    const { drafts } = await readText(
      statement(
        "Withholding Tax,Header,Currency,Date,Description,Amount,Code",
        ...[-81.12, 81.12, -46.8].map((amount) => `Withholding Tax,Data,EUR,2025-09-24,${text} - IT Tax,${amount},`),
        "Dividends,Header,Currency,Date,Description,Amount",
        `Dividends,Data,EUR,2025-09-24,${text} (Ordinary Dividend),312`,
      ),
    );
    expect(drafts).toMatchObject([
      {
        rows: [8, 4, 5, 6],
        kind: "dividend",
        grossAmount: "312",
        taxAmount: "46.8",
        instrument: { isin: "IT00EXAMP013" },
      },
    ]);
  });

  it("says so when tax was only booked and reversed", async () => {
    const text = "EXE(IT00EXAMP013) Cash Dividend EUR 0.26 per Share - IT Tax";
    const { drafts, issues } = await readText(
      statement(
        "Withholding Tax,Header,Currency,Date,Description,Amount,Code",
        ...[-81.12, 81.12].map((amount) => `Withholding Tax,Data,EUR,2025-09-24,${text},${amount},`),
      ),
    );
    expect(drafts).toEqual([]);
    expect(issues.map(({ code, source }) => [source.row, code])).toEqual([
      [4, "ignored-row"],
      [5, "ignored-row"],
    ]);
  });

  it("books a split that was cancelled and restated once, on the last report date", async () => {
    const row = (date: string, quantity: number, code: string): string =>
      `Corporate Actions,Data,Stocks,USD,${date},"2025-11-14, 20:25:00","EXN(US00EXAMP012) Split 10 for 1 (EXN, EXAMPLE NET, US00EXAMP012)",${quantity},0,0,0,${code}`;
    const { drafts, issues } = await readText(
      statement(
        "Corporate Actions,Header,Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,Realized P/L,Code",
        row("2025-11-17", 27, ""),
        row("2025-11-18", -27, "Ca"),
        row("2025-11-18", 27, ""),
      ),
    );
    expect(issues).toEqual([]);
    expect(drafts).toMatchObject([
      { kind: "split", tradeDate: "2025-11-18", rows: [4, 5, 6], ratio: { numerator: "10", denominator: "1" } },
    ]);
  });

  it("books a charge on a trade as a fee of its instrument", async () => {
    const { drafts } = await readText(
      statement(
        "Transaction Fees,Header,Asset Category,Currency,Date/Time,Symbol,Description,Quantity,Trade Price,Amount,Code",
        'Transaction Fees,Data,Stocks,GBP,"2025-02-03, 10:00:00",EXP,UK Stamp Duty,100,2.5,-1.25,',
      ),
    );
    expect(drafts).toMatchObject([
      { kind: "fee", grossAmount: "1.25", instrument: { ticker: "EXP" }, currency: "GBP" },
    ]);
  });
});

describe("DEGIRO in Dutch", () => {
  it("joins an order id that is broken over two lines", async () => {
    const { drafts, issues } = await readText(
      file(
        degiroHeader,
        '15-01-2025,16:05,15-01-2025,EXAMPLE WORKS,US00EXAMP038,Valuta Creditering,"1,0290",USD,"247,60",USD,"0,00",5f00-4000-',
        ",,,,,,,,,,,8000",
        '15-01-2025,16:05,15-01-2025,EXAMPLE WORKS,US00EXAMP038,Valuta Debitering,,EUR,"-240,62",EUR,"681,26",5f00-4000-8000',
        '15-01-2025,16:05,15-01-2025,EXAMPLE WORKS,US00EXAMP038,"Koop 4 @ 61,9 USD",,USD,"-247,60",USD,"-247,60",5f00-4000-8000',
      ),
    );
    expect(issues).toEqual([]);
    expect(drafts).toMatchObject([
      { rows: [5, 4, 2, 3], kind: "buy", currency: "EUR", grossAmount: "240.62", priceCurrency: "USD" },
    ]);
  });

  it("leaves out sweeps, reservations and counter entries with a notice each", async () => {
    const { drafts, issues } = await readText(
      file(
        degiroHeader,
        '26-09-2025,13:30,26-09-2025,,,Processed Flatex Withdrawal,,EUR,"300,00",EUR,"664,54",',
        '26-09-2025,13:30,26-09-2025,,,flatex terugstorting,,EUR,"-300,00",EUR,"364,54",',
        '16-01-2025,18:19,16-01-2025,,,"Overboeking naar uw geldrekening bij flatexDEGIRO Bank: 600,00 EUR",,,,EUR,"681,26",',
        '16-01-2025,18:19,16-01-2025,FLATEX EURO BANKACCOUNT,NLFLATEXACNT,Degiro Cash Sweep Transfer,,EUR,"-600,00",EUR,"81,26",',
        '07-01-2025,08:37,06-01-2025,,,Reservation iDEAL / Sofort Deposit,,EUR,"-2500,00",EUR,"0,00",',
      ),
    );
    expect(drafts).toMatchObject([{ kind: "withdrawal", grossAmount: "300", rows: [3] }]);
    expect(issues.map(({ code, source }) => [source.row, code])).toEqual(
      [2, 4, 5, 6].map((row) => [row, "ignored-row"]),
    );
  });

  it("takes a product change as a change of symbol, a merger as a merger", async () => {
    const row = (time: string, isin: string, text: string): string =>
      `15-07-2025,${time},14-07-2025,EXAMPLE FUND,${isin},"${text}",,EUR,"0,00",EUR,"34,62",`;
    const { drafts } = await readText(
      file(
        degiroHeader,
        row("07:10", "NL00EXAMP026", "PRODUCTWIJZIGING : Koop 40 @ 1,3 EUR"),
        row("07:10", "NL00EXAMP018", "PRODUCTWIJZIGING : Verkoop 40 @ 1,3 EUR"),
        row("07:05", "NL00EXAMP034", "MERGER: Koop 10 @ 2,6 EUR"),
        row("07:05", "NL00EXAMP042", "MERGER: Verkoop 20 @ 1,3 EUR"),
      ),
    );
    expect(drafts).toMatchObject([
      {
        kind: "merger",
        instrument: { isin: "NL00EXAMP042" },
        toInstrument: { isin: "NL00EXAMP034" },
        ratio: { numerator: "1", denominator: "2" },
      },
      { kind: "symbol-change", instrument: { isin: "NL00EXAMP018" }, toInstrument: { isin: "NL00EXAMP026" } },
    ]);
  });

  it("shares the fee of an order among its fills by their gross amounts", async () => {
    const row = (text: string, amount: string): string =>
      `14-04-2025,09:31,14-04-2025,EXAMPLE FUND,NL00EXAMP018,"${text}",,EUR,"${amount}",EUR,"0,00",5f03`;
    const { drafts } = await readText(
      file(
        degiroHeader,
        row("DEGIRO Transactiekosten en/of kosten van derden", "-1,00"),
        row("Koop 2 @ 118,96 EUR", "-237,92"),
        row("Koop 3 @ 118,94 EUR", "-356,82"),
      ),
    );
    expect(drafts.map(({ rows, feeAmount }) => [rows, feeAmount])).toEqual([
      [[4, 2], "0.6"],
      [[3, 2], "0.4"],
    ]);
  });
});
