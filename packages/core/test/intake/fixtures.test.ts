import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allBrokerFormats } from "../../src/intake/brokers/broker-formats.ts";
import { detectDelimiter } from "../../src/intake/csv/delimiter.ts";
import { tokenize } from "../../src/intake/csv/tokenize.ts";
import { documentFormats } from "../../src/intake/documents/document-formats.ts";
import { draftKeys } from "../../src/intake/index.ts";
import { asExpected, comparable, type ExpectedDraft, type Naming } from "./expected-draft.ts";
import { economics, fixture, readText, shuffledRecords, spokenLines } from "./reading.ts";

interface ExpectedReading {
  readonly format: string;
  readonly naming: Naming;
  readonly transactions: readonly ExpectedDraft[];
  readonly issues: readonly { readonly row: number; readonly code: string }[];
  readonly statementCash: readonly { readonly currency: string; readonly amount: string }[];
}

describe("every broker format", () => {
  it("has a sample of its own here", () => {
    const samples = readdirSync(new URL("fixtures", import.meta.url));
    expect(allBrokerFormats.map(({ id }) => id).toSorted()).toEqual(samples.toSorted());
    expect(samples.length).toBeGreaterThan(10);
  });

  for (const { id } of allBrokerFormats) {
    const text = fixture(`${id}/activities.csv`);
    const expected = JSON.parse(fixture(`${id}/expected.json`)) as ExpectedReading;

    it(`${id}: each row becomes what it must`, async () => {
      const result = await readText(text);
      expect(result.format).toBe(expected.format);
      expect(result.drafts.map((draft) => asExpected(draft, expected.naming))).toEqual(
        expected.transactions.map(comparable),
      );
      expect(result.issues.map(({ source, code }) => ({ row: source.row, code }))).toEqual(expected.issues);
      expect(result.statementCash ?? []).toEqual(expected.statementCash);
    });

    it(`${id}: no row is dropped in silence`, async () => {
      const result = await readText(text);
      expect(spokenLines(result).size + result.structureRows).toBe(result.rowCount);
    });

    it(`${id}: every issue names file and row and says what to do`, async () => {
      for (const { message, source } of (await readText(text)).issues) {
        expect(source.file).toBe("file.csv");
        expect(source.row).toBeGreaterThan(0);
        expect(message).toMatch(/^.+[.] [A-Z].+[.]$/);
      }
    });

    it(`${id}: a repeated import has the same keys, identical rows differ`, async () => {
      const keys = draftKeys((await readText(text)).drafts);
      expect(new Set(keys).size).toBe(keys.length);
      expect(draftKeys((await readText(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).drafts)).toEqual(keys);
    });

    it(`${id}: the order of rows does not matter`, async () => {
      const result = await readText(text);
      const plain = result.drafts.map(economics).toSorted();
      for (const seed of [3, 7, 11]) {
        const { drafts } = await readText(shuffledRecords(text, result, seed));
        expect(drafts.map(economics).toSorted()).toEqual(plain);
      }
    });

    it(`${id}: no other format takes its file`, async () => {
      const { rows } = await tokenize(text, detectDelimiter(text));
      expect(documentFormats.filter(({ recognises }) => recognises(text))).toEqual([]);
      expect(allBrokerFormats.filter(({ locate }) => locate(rows) !== undefined).map((format) => format.id)).toEqual([
        id,
      ]);
    });

    it(`${id}: the result is plain data`, async () => {
      const result = await readText(text);
      expect(structuredClone(result)).toEqual(result);
    });
  }
});

describe("a statement with orders and executions", () => {
  it("books the orders only", async () => {
    const text = fixture("interactive-brokers-activity-statement/activities.csv");
    const doubled = text.replace(
      "Trades,Data,Execution,Stocks,USD,EXU",
      'Trades,Data,Order,Stocks,USD,EXU,"2025-02-03, 10:00:00",150,20,20.1,-3000,-1.5,3001.5,0,15,O\nTrades,Data,Execution,Stocks,USD,EXU',
    );
    const trades = (await readText(doubled)).drafts.filter(({ instrument }) => instrument?.ticker === "EXU");
    expect(trades.filter(({ kind }) => kind === "buy").map(({ quantity }) => quantity)).toEqual(["150"]);
  });
});

describe("an account statement of DEGIRO", () => {
  it("is read in German, with the currency behind the amount", async () => {
    const text = [
      "Datum,Uhrzeit,Wertstellungsdatum,Produkt,ISIN,Beschreibung,FX,Änderung,Währung,Kontostand",
      '02-09-2025,10:00,02-09-2025,EXAMPLE WORKS,US00EXAMP038,"Kauf 2 zu je 1.250,5 EUR (US00EXAMP038)",,"-2.501,00",EUR,"0,00"',
    ].join("\n");
    const { format, drafts } = await readText(`${text}\n`);
    expect(format).toBe("degiro-account");
    expect(drafts).toMatchObject([
      { kind: "buy", quantity: "2", unitPrice: "1250.5", grossAmount: "2501", currency: "EUR" },
    ]);
  });

  it("keeps an exchange apart that does not balance the trade of its order", async () => {
    const id = "aaaa0009-0000-4000-8000-000000000009";
    const text = [
      "Date,Time,Value date,Product,ISIN,Description,FX,Change,,Balance,,Order Id",
      `02-09-2025,10:00,02-09-2025,EXAMPLE WORKS,US00EXAMP038,FX Credit,1.2,USD,120.00,USD,20.00,${id}`,
      `02-09-2025,10:00,02-09-2025,EXAMPLE WORKS,US00EXAMP038,FX Debit,,EUR,-100.00,EUR,0.00,${id}`,
      `02-09-2025,10:00,02-09-2025,EXAMPLE WORKS,US00EXAMP038,Buy 4 EXAMPLE WORKS@25 USD (US00EXAMP038),,USD,-100.00,USD,-100.00,${id}`,
    ].join("\n");
    const { drafts, issues } = await readText(`${text}\n`);
    expect(issues).toEqual([]);
    expect(drafts).toMatchObject([
      { kind: "buy", currency: "USD", grossAmount: "100" },
      { kind: "currency-exchange", currency: "EUR", grossAmount: "100", toCurrency: "USD", toAmount: "120" },
    ]);
  });
});
