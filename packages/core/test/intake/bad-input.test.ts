import { describe, expect, it } from "vitest";
import { type IntakeResult, readIntake } from "../../src/intake/index.ts";
import { fixture, readBytes, readText, spokenLines, today } from "./reading.ts";

const header =
  "Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Account #,Activity Type,Account Type";

function questradeFile(...rows: readonly string[]): string {
  return [header, ...rows, ""].join("\n");
}

function trade(
  changes: Partial<Record<"date" | "quantity" | "price" | "gross" | "net" | "currency" | "name", string>>,
): string {
  const { date = "2025-03-03", quantity = "10", price = "5", gross = "-50", net = "-50", currency = "CAD" } = changes;
  return `${date},,Buy,EXB.TO,${changes.name ?? "EXAMPLE"},${quantity},${price},${gross},0,${net},${currency},1,Trades,TFSA`;
}

function codes({ issues }: IntakeResult): readonly (readonly [number | undefined, string, string | undefined])[] {
  return issues.map(({ source, code }) => [source.row, code, source.column]);
}

describe("files that are no table", () => {
  const cases = [
    { name: "a PDF", bytes: [..."%PDF-1.7\n%âã"].map((char) => char.charCodeAt(0) & 0xff), says: /PDF/ },
    { name: "a spreadsheet", bytes: [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], says: /XLSX.*save the sheet as CSV/ },
    { name: "an old spreadsheet", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], says: /XLS/ },
    { name: "binary", bytes: [1, 2, 0, 0, 0, 3, 0, 9, 8], says: /not text/ },
    { name: "a web page", bytes: [...new TextEncoder().encode("<!DOCTYPE html><html>")], says: /web page/ },
    { name: "JSON", bytes: [...new TextEncoder().encode('{"activities": []}')], says: /JSON/ },
    { name: "a QIF file", bytes: [...new TextEncoder().encode("!Type:Invst\nD1/5'26\n^\n")], says: /QIF.*currency/ },
    {
      name: "a document of Portfolio Performance",
      bytes: [...new TextEncoder().encode("<client>\n  <version>60</version>")],
      says: /Portfolio Performance.*CSV/,
    },
    { name: "an empty file", bytes: [], says: /empty/ },
    { name: "a file of blank lines", bytes: [...new TextEncoder().encode("\n\n , \n")], says: /empty/ },
  ];
  for (const { name, bytes, says } of cases) {
    it(`${name} is refused with a remedy`, async () => {
      const result = await readBytes(Uint8Array.from(bytes));
      expect(codes(result)).toEqual([[undefined, "unreadable-file", undefined]]);
      expect(result.issues[0]?.message).toMatch(says);
      expect(result.drafts).toEqual([]);
    });
  }

  it("a file above the limit is refused unread, with its size", async () => {
    const bytes = new Uint8Array(5 * 1024 * 1024);
    const result = await readIntake({ bytes, fileName: "big.csv", today, maxBytes: 1024 * 1024 });
    expect(result.encoding).toBeUndefined();
    expect(result.issues[0]?.message).toMatch(/5\.0 MB and the limit is 1\.0 MB/);
  });

  it("a file of 200 MB meets the usual limit", async () => {
    const result = await readIntake({ bytes: new Uint8Array(200 * 1024 * 1024), fileName: "big.csv", today });
    expect(result.issues[0]?.message).toMatch(/200 MB and the limit is 64 MB/);
  });

  it("today that is no date is the caller's mistake", async () => {
    const reading = readIntake({ bytes: new Uint8Array(), fileName: "x.csv", today: "21.11.2026" });
    await expect(reading).rejects.toMatchObject({ code: "invalid-date" });
  });
});

describe("a file of no known format", () => {
  it("gives its header and first rows for the mapping", async () => {
    const result = await readText("My broker\n\nDate;What;Amount\n01.02.2025;Kauf;1,5\n");
    expect(result).toMatchObject({ format: undefined, delimiter: ";", drafts: [], rowCount: 3 });
    expect(result.header).toEqual(["Date", "What", "Amount"]);
    expect(result.sampleRows).toEqual([{ line: 4, cells: ["01.02.2025", "Kauf", "1,5"] }]);
    expect(codes(result)).toEqual([[undefined, "unreadable-file", undefined]]);
  });
});

describe("a known header with bad rows", () => {
  it("without rows says so", async () => {
    const result = await readText(`${header}\n`);
    expect(result.format).toBe("questrade-activities");
    expect(result.issues[0]?.message).toMatch(/no rows/);
  });

  const cases = [
    { name: "a formula as quantity", row: trade({ quantity: "=1+1" }), issue: [2, "invalid-cell", "Quantity"] },
    { name: "a call as price", row: trade({ price: "@SUM(A1:A9)" }), issue: [2, "invalid-cell", "Price"] },
    {
      name: "a command as amount",
      row: trade({ gross: "+cmd|' /C calc'!A0" }),
      issue: [2, "invalid-cell", "Gross Amount"],
    },
    { name: "digits in wrong groups", row: trade({ quantity: '"1,23,4"' }), issue: [2, "invalid-cell", "Quantity"] },
    { name: "an unknown currency", row: trade({ currency: "XXQ" }), issue: [2, "invalid-cell", "Currency"] },
    { name: "an impossible date", row: trade({ date: "2025-02-30" }), issue: [2, "invalid-cell", "Transaction Date"] },
    { name: "no date", row: trade({ date: "" }), issue: [2, "invalid-cell", "Transaction Date"] },
    { name: "a date in the far future", row: trade({ date: "2027-11-22" }), issue: [2, "future-date", undefined] },
    { name: "a date before 1900", row: trade({ date: "1899-12-31" }), issue: [2, "future-date", undefined] },
    { name: "a negative price", row: trade({ price: "-5" }), issue: [2, "invalid-cell", undefined] },
    { name: "a quantity of zero", row: trade({ quantity: "0" }), issue: [2, "invalid-cell", undefined] },
  ] as const;
  for (const { name, row, issue } of cases) {
    it(`${name} holds the row back and leaves the others`, async () => {
      const result = await readText(questradeFile(row, trade({ date: "2025-04-04" })));
      expect(codes(result)).toEqual([issue]);
      expect(result.drafts.map(({ rows }) => rows)).toEqual([[3]]);
    });
  }

  it("takes the last day allowed", async () => {
    const result = await readText(questradeFile(trade({ date: "2027-11-21" })));
    expect(result.issues).toEqual([]);
  });

  it("keeps a formula in a text cell as text", async () => {
    const result = await readText(questradeFile(trade({ name: "=HYPERLINK(1)" })));
    expect(result.drafts[0]?.note).toBe("=HYPERLINK(1)");
  });

  it("lets the amount win and warns when quantity times price is another", async () => {
    const result = await readText(
      questradeFile(trade({ gross: "-60", net: "-60" }), trade({ gross: "-50.26", net: "-50.26" })),
    );
    expect(codes(result)).toEqual([[2, "amount-mismatch", undefined]]);
    expect(result.drafts.map(({ grossAmount }) => grossAmount)).toEqual(["60", "50.26"]);
  });
});

describe("a damaged file", () => {
  it("cut in the middle of its last row loses that row only, aloud", async () => {
    const whole = questradeFile(trade({}), trade({ date: "2025-04-04" }));
    const result = await readText(whole.slice(0, -30));
    expect(codes(result)).toEqual([[3, "unreadable-file", undefined]]);
    expect(result.drafts).toHaveLength(1);
    expect(result.rowCount).toBe(3);
  });

  it("without a last line end but with all cells is whole", async () => {
    const result = await readText(questradeFile(trade({}), trade({ date: "2025-04-04" })).trimEnd());
    expect(result.issues).toEqual([]);
    expect(result.drafts).toHaveLength(2);
  });

  it("with a quotation that never closes says where it opens", async () => {
    const result = await readText(questradeFile(trade({}), trade({ name: '"EXAMPLE' }), trade({})));
    expect(codes(result)).toEqual([[3, "unreadable-file", undefined]]);
    expect(result.drafts).toHaveLength(1);
  });

  it("with quotation marks that do not match says which lines are lost", async () => {
    const result = await readText(questradeFile(trade({ name: '"EX"AMPLE' }), trade({ name: '"EXAMPLE"' }), trade({})));
    expect(result.issues[0]?.message).toMatch(/up to line 3/);
    expect(result.drafts.map(({ rows }) => rows)).toEqual([[4]]);
  });

  it("in windows-1252 is read as such", async () => {
    const text = questradeFile(trade({ name: "CAF\u00c9 \u20ac EXAMPLE" }));
    const bytes = Uint8Array.from([...text].map((char) => (char === "\u20ac" ? 0x80 : char.charCodeAt(0))));
    const result = await readBytes(bytes);
    expect(result.encoding).toBe("windows-1252");
    expect(result.drafts[0]?.note).toBe("CAF\u00c9 \u20ac EXAMPLE");
  });

  it("any prefix of a file is read without throwing, and each row is accounted for", async () => {
    const text = fixture("trading-212/activities.csv");
    const headerEnd = text.indexOf("\n") + 1;
    for (let length = headerEnd; length < text.length; length += 13) {
      const result = await readText(text.slice(0, length));
      expect(result.format).toBe("trading-212");
      expect(spokenLines(result).size + result.structureRows).toBe(result.rowCount);
    }
  });
});
