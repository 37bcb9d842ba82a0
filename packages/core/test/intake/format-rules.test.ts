import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/intake/csv/date-style.ts";
import { parseNumber } from "../../src/intake/csv/number-style.ts";
import type { IntakeResult } from "../../src/intake/index.ts";
import { fixture, readBytes, readText } from "./reading.ts";

const schwabHeader = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"';
const scalableHeader =
  "date;time;status;reference;description;assetType;type;isin;shares;price;amount;fee;tax;currency";
const revolutHeader = "Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency,FX Rate";

function file(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function schwab(...lines: readonly string[]): Promise<IntakeResult> {
  return readText(file(schwabHeader, ...lines));
}

function scalable(...lines: readonly string[]): Promise<IntakeResult> {
  return readText(file(scalableHeader, ...lines));
}

function codes({ issues }: IntakeResult): readonly (readonly [number | undefined, string])[] {
  return issues.map(({ source, code }) => [source.row, code]);
}

const deposit = '"01/15/2025","Wire Received","","WIRED","","","","$10.00"';

describe("rule 1: delimiter and encoding", () => {
  for (const delimiter of [";", "\t"]) {
    it(`finds the delimiter ${JSON.stringify(delimiter)}`, async () => {
      const text = fixture("revolut-trading/activities.csv");
      const plain = await readText(text);
      const changed = await readText(text.replaceAll(",", delimiter));
      expect(changed.delimiter).toBe(delimiter);
      expect(changed.drafts).toEqual(plain.drafts);
    });
  }

  it("reads German letters of windows-1250, which are those of windows-1252", async () => {
    const text = fixture("comdirect/activities.csv");
    const bytes = Uint8Array.from([...text], (char) => char.charCodeAt(0));
    const result = await readBytes(bytes);
    expect(result.encoding).toBe("windows-1252");
    expect(result.drafts).toEqual((await readText(text)).drafts);
  });

  it("reads the pound sign that is one byte", async () => {
    const text = fixture("hargreaves-lansdown/activities.csv");
    const result = await readBytes(Uint8Array.from([...text], (char) => char.charCodeAt(0)));
    expect(result.format).toBe("hargreaves-lansdown");
    expect(result.drafts).toEqual((await readText(text)).drafts);
  });
});

describe("rule 2: the header is found by its words, below any preamble", () => {
  for (const height of [0, 1, 4, 9, 40]) {
    it(`below ${height} lines`, async () => {
      const above = Array.from({ length: height }, (_, index) => (index % 2 === 0 ? `Line ${index}, of text` : ""));
      const { format, drafts, structureRows } = await readText(file(...above, schwabHeader, deposit));
      expect([format, drafts.length]).toEqual(["charles-schwab-brokerage", 1]);
      expect(structureRows).toBe(Math.ceil(height / 2) + 1);
    });
  }
});

describe("rule 2: headers too plain to be told by their words alone", () => {
  it("have no other columns", async () => {
    const plain = "date,transaction,description,amount,balance,currency";
    const row = "2026-01-05,CONT,Contribution,10.00,10.00,CAD";
    expect((await readText(file(plain, row))).format).toBe("wealthsimple-statement");
    expect((await readText(file(`${plain},category`, `${row},x`))).format).toBeUndefined();
  });

  it("or stand below a title", async () => {
    const table = ["Date,Details,Amount,Balance", "02/04/2025,Regular Deposit,500.00,500.00"];
    expect((await readText(file("Cash Transactions", ...table))).format).toBe("vanguard-uk");
    expect((await readText(file(...table))).format).toBeUndefined();
  });
});

describe("rule 3: footers, totals and disclaimers are structure", () => {
  const footers = [
    "Transactions Total,,,,,,,$10.00",
    '"As of 2025-10-06 12:00 GMT-04:00"',
    "Date downloaded 10/05/2025 9:30 am",
    '"The data is provided for information only, and\nmay hold line ends."',
  ];
  for (const [index, footer] of footers.entries()) {
    it(`footer ${index}: ${footer.slice(0, 30)}`, async () => {
      const result = await schwab(deposit, footer);
      expect(result.issues).toEqual([]);
      expect(result.structureRows).toBe(2);
    });
  }

  it("a disclaimer without a line end is no row that breaks off", async () => {
    const text = `${file(schwabHeader, deposit)}"${"The data is provided for information only. ".repeat(3)}"`;
    expect((await readText(text)).issues).toEqual([]);
  });

  it("a row of which only a few words are left is one", async () => {
    const text = `${file(revolutHeader, "2025-01-06T10:15:02Z,,CASH TOP-UP,,,$1,USD,1")}2025-01-`;
    expect(codes(await readText(text))).toEqual([[3, "unreadable-file"]]);
  });
});

describe("rule 4: several tables in one file", () => {
  it("each has the styles and the columns of its own header", async () => {
    const other = '"Date","Action","Symbol","Description","Price","Quantity","Fees & Comm","Amount"';
    const { drafts, issues } = await schwab(
      '"01/16/2025","Buy","EXB","EXAMPLE","10","$5","","-$50.00"',
      other,
      '"01/17/2025","Buy","EXB","EXAMPLE","$5","10","","-$50.00"',
    );
    expect(issues).toEqual([]);
    expect(drafts.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ["10", "5"],
      ["10", "5"],
    ]);
  });

  it("tables of holdings are no transactions", async () => {
    const { drafts, issues } = await readText(fixture("vanguard-us/activities.csv"));
    expect([...drafts.flatMap(({ rows }) => rows), ...issues.map(({ source }) => source.row)]).not.toContain(2);
  });
});

describe("rule 5: columns that are unnamed or share a name", () => {
  it("the first of two with one name counts", async () => {
    const text = fixture("morgan-stanley-stockplan/activities.csv");
    const doubled = text.replaceAll(
      /^(.+)$/gm,
      (line) => `${line},${line.startsWith("Execution") ? "Net Share Proceeds" : "99"}`,
    );
    expect((await readText(doubled)).drafts).toEqual((await readText(text)).drafts);
  });

  it("an unnamed column must be unnamed: else it is another format", async () => {
    const text = fixture("degiro-transactions/activities.csv");
    expect((await readText(text.replace("Price,,Local", "Price,Fee,Local"))).format).toBeUndefined();
  });
});

describe("rule 6: names are trimmed and case-folded, columns may change places", () => {
  it("finds them all the same", async () => {
    const plain = await schwab('"01/16/2025","Buy","EXB","EXAMPLE","10","$5","","-$50.00"');
    const shouted = await readText(
      file(
        '" AMOUNT ","fees & comm","QUANTITY","Price ($)","Description","SYMBOL","Action","\uFEFFDate"',
        '"-$50.00","","10","$5","EXAMPLE","EXB","Buy","01/16/2025"',
      ),
    );
    expect(shouted.drafts).toEqual(plain.drafts);
  });
});

describe("rule 7: number styles", () => {
  const numbers = [
    ["1,234.56", "point", "1234.56"],
    ["1.234,56", "comma", "1234.56"],
    ["1 234,56", "comma", "1234.56"],
    ["1'234.50", "point", "1234.5"],
    ["$1,234.56", "point", "1234.56"],
    ["-$694.48", "point", "-694.48"],
    ["-$40503.61", "point", "-40503.61"],
    ["($1,500.00)", "point", "-1500"],
    ["(-$5.00)", "point", "-5"],
    ["€338.92698", "point", "338.92698"],
    ["USD 52.07", "point", "52.07"],
    ["USD -0.08", "point", "-0.08"],
    ["89,162.28 SEK", "point", "89162.28"],
    ["625000", "comma", "625000"],
    [".9232", "point", "0.9232"],
    ["1.0E-5", "point", "0.00001"],
    ["-2.637591265E-4", "point", "-0.0002637591265"],
    ["18S", "point", "18"],
    ["@189.00", "point", "189"],
    ["778.25", "comma", "778.25"],
  ] as const;
  for (const [printed, sign, value] of numbers) {
    it(`${printed} is ${value}`, () => {
      expect(parseNumber(printed, sign)?.toString()).toBe(value);
    });
  }

  it("a cell that fits neither style refuses its row", async () => {
    const row = "2025-04-03;;Executed;;Example;Security;Buy;IE00EXAMPA11;1;12,34.56;-100,00;0;0;EUR";
    expect(codes(await scalable(row))).toEqual([[2, "invalid-cell"]]);
  });

  it("each column has its own decimal sign", async () => {
    const row = "2025-04-03;;Executed;;Example;Security;Buy;IE00EXAMPA11;1.250;80,5;-100,62;0,00;0,00;EUR";
    const other = "2025-04-04;;Executed;;Example;Security;Buy;IE00EXAMPA11;1.25;80,5;-100,62;0,00;0,00;EUR";
    const { drafts } = await scalable(row, other);
    expect(drafts.map(({ quantity }) => quantity)).toEqual(["1.25", "1.25"]);
  });
});

describe("rule 8: date styles", () => {
  const dates = [
    ["2025-03-01", "2025-03-01"],
    ["2025-03-01T10:00:00.123456Z", "2025-03-01"],
    ["20250301", "2025-03-01"],
    ["20250301;101530", "2025-03-01"],
    ["2026-01-02, 12:00:00", "2026-01-02"],
    ["2025-03-03 10:00:00 AM", "2025-03-03"],
    ["01-03-2025", "2025-03-01"],
    ["01/03/2025", "2025-03-01"],
    ["3/1/2025", "2025-01-03"],
    ["03/01/25", "2025-01-03"],
    ["02-Apr-2025", "2025-04-02"],
    ["25 Sep 2026", "2026-09-25"],
    ["January 10, 2025", "2025-01-10"],
    ["Jan. 28, 2022, 12:31 AM", "2022-01-28"],
    ["May 5, 2020, 10:10:57 PM", "2020-05-05"],
    ["10/10/2023 as of 09/10/2023", "2023-10-09"],
    ["1735689600000", "2025-01-01"],
    ["45658", "2025-01-01"],
  ] as const;
  for (const [printed, date] of dates) {
    it(`${printed} is ${date}`, () => {
      expect(parseDate(printed, "DMY")?.date).toBe(date);
    });
  }

  it("asks when no row of a column tells day from month", async () => {
    const rows = ["01/02/2025;;Executed;;;Cash;Deposit;;;;5,00;0,00;0,00;EUR"];
    const undecided = await scalable(...rows);
    expect(codes(undecided)).toEqual([[1, "invalid-cell"]]);
    expect(undecided.issues[0]?.message).toMatch(/no date tells day from month/);
    const decided = await scalable(...rows, "01/31/2025;;Executed;;;Cash;Deposit;;;;6,00;0,00;0,00;EUR");
    expect(decided.drafts.map(({ tradeDate }) => tradeDate)).toEqual(["2025-01-02", "2025-01-31"]);
  });
});

describe("rule 9: the kind gives the direction, the signs check it", () => {
  it("a purchase that brings cash is refused", async () => {
    const result = await schwab('"01/16/2025","Buy","EXB","EXAMPLE","10","$5","","$50.00"');
    expect(codes(result)).toEqual([[2, "invalid-cell"]]);
    expect(result.drafts).toEqual([]);
  });

  it("a sale whose fee is more than its proceeds is none of those", async () => {
    const { drafts, issues } = await schwab('"01/16/2025","Sell","EXB","EXAMPLE","10","$0.1","$4.95","-$3.95"');
    expect(issues).toEqual([]);
    expect(drafts).toMatchObject([{ kind: "sell", grossAmount: "1", feeAmount: "4.95" }]);
  });
});

describe("rule 10: minor currencies", () => {
  for (const [code, currency] of [
    ["GBX", "GBP"],
    ["GBp", "GBP"],
    ["ZAc", "ZAR"],
    ["ILA", "ILS"],
  ] as const) {
    it(`${code}: prices and amounts are turned once, the unit is kept`, async () => {
      const { drafts, issues } = await readText(
        file(revolutHeader, `2025-02-03T10:00:00Z,EXP,BUY - MARKET,10,250,2510,${code},1`),
      );
      expect(issues).toEqual([]);
      expect(drafts).toMatchObject([
        { unitPrice: "2.5", grossAmount: "25", feeAmount: "0.1", currency, instrument: { quotationUnit: code } },
      ]);
    });
  }

  it("GBP is no pence", async () => {
    const { drafts } = await readText(file(revolutHeader, "2025-02-03T10:00:00Z,EXP,BUY - MARKET,10,250,2510,GBP,1"));
    expect(drafts).toMatchObject([{ unitPrice: "250", grossAmount: "2500", feeAmount: "10" }]);
    expect(drafts[0]?.instrument?.quotationUnit).toBeUndefined();
  });
});

describe("rule 11: one event in several rows", () => {
  it("a dividend takes the tax rows of its day, booked, reversed and booked again", async () => {
    const tax = (amount: string): string => `"05/15/2025","NRA Withholding","EXB","EXAMPLE","","","","${amount}"`;
    const { drafts } = await schwab(
      tax("-$3.00"),
      tax("$3.00"),
      tax("-$1.50"),
      '"05/15/2025","Cash Dividend","EXB","EXAMPLE","","","","$10.00"',
    );
    expect(drafts).toMatchObject([{ kind: "dividend", rows: [5, 2, 3, 4], grossAmount: "10", taxAmount: "1.5" }]);
  });

  it("a split by shares added counts the holding of its own account", async () => {
    const { drafts } = await readText(fixture("wealthsimple-activities/activities.csv"));
    const split = drafts.find(({ accountReference, kind }) => kind === "split" && accountReference === "HQ9EXAMP2CAD");
    expect(split?.ratio).toEqual({ numerator: "2", denominator: "1" });
  });
});

describe("rule 12: identical rows are legal", () => {
  it("all are kept", async () => {
    expect((await schwab(deposit, deposit, deposit)).drafts).toHaveLength(3);
  });
});

describe("rule 12: the broker's own id", () => {
  it("is none when it is all zeros: it would make one event of many", async () => {
    const { drafts } = await readText(fixture("swissquote/activities.csv"));
    expect(drafts.flatMap(({ externalId }) => externalId ?? [])).toEqual(["113880003", "113880002", "113880001"]);
  });
});

describe("rule 13: line ends in cells", () => {
  it("a row keeps its first line, the next one the right number", async () => {
    const { drafts } = await schwab('"01/16/2025","Wire Received","","OVER\nTWO LINES","","","","$5.00"', deposit);
    expect(drafts.map(({ rows, note }) => [rows, note])).toEqual([
      [[4], "WIRED"],
      [[2], "OVER TWO LINES"],
    ]);
  });
});

describe("rule 14: corrections and orders that were not executed", () => {
  it("a dividend taken back is a dividend with negative amounts", async () => {
    const { drafts } = await schwab('"05/16/2025","Cash Dividend","EXB","EXAMPLE","","","","-$10.00"');
    expect(drafts).toMatchObject([{ kind: "dividend", grossAmount: "-10" }]);
  });

  it("a purchase with units out and cash in is one taken back", async () => {
    const row = '"05/16/2025","Buy","EXB","EXAMPLE","-10","$5","","$50.00"';
    expect((await schwab(row)).drafts).toMatchObject([{ kind: "buy", quantity: "-10", grossAmount: "-50" }]);
  });

  it("an order that was not executed may lack its date and price", async () => {
    const result = await scalable(";;Cancelled;;Example;Security;Buy;IE00EXAMPA11;5;;;;;EUR");
    expect(codes(result)).toEqual([[2, "ignored-row"]]);
  });
});

describe("rule 15: no row is dropped in silence, totals are never booked", () => {
  it("a total that a row states is compared with what was booked", async () => {
    const text = fixture("interactive-brokers-transaction-history/activities.csv");
    const result = await readText(text.replace("5.0,-,5.0", "5.0,-,4.5"));
    expect(codes(result)).toContainEqual([9, "amount-mismatch"]);
  });

  it("a net amount of Questrade's is compared with gross and commission", async () => {
    const text = fixture("questrade-activities/activities.csv");
    const result = await readText(text.replace("-604.95", "-600.95"));
    expect(codes(result)).toContainEqual([3, "amount-mismatch"]);
  });

  it("an amount in another currency is compared through the row's rate", async () => {
    const text = fixture("bux/activities.csv");
    const result = await readText(text.replace("EURUSD,1.0753", "EURUSD,1.2000"));
    expect(codes(result)).toContainEqual([3, "amount-mismatch"]);
  });

  for (const symbol of ["EXU 250718C00220000", "EXU 07/18/2025 220.00 C", "-EXU250718C220"]) {
    it(`an option in the place of a ticker is not supported: ${symbol}`, async () => {
      const result = await schwab(`"05/16/2025","Buy","${symbol}","CALL","1","$5","","-$500.00"`);
      expect(codes(result)).toEqual([[2, "unsupported-instrument"]]);
    });
  }

  it("a word that is only part of a known one is not understood", async () => {
    const result = await schwab('"05/16/2025","Buy Back","EXB","EXAMPLE","10","$5","","-$50.00"');
    expect(codes(result)).toEqual([[2, "unknown-action"]]);
  });
});

describe("rule 16: dates far away", () => {
  it("are held back", async () => {
    const rows = ["01/15/1899", "01/15/2028"].map((date) => deposit.replace("01/15/2025", date));
    const result = await schwab(...rows);
    expect(codes(result)).toEqual([
      [2, "future-date"],
      [3, "future-date"],
    ]);
    expect(result.drafts).toEqual([]);
  });
});
