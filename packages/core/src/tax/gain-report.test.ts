import { packTransactions, rateTable, replayLedger, type Transaction } from "@portfolio/core";
import { countryOf, incomePayments } from "@portfolio/core/income";
import {
  type GainReport,
  gainReport,
  gainReportColumns,
  gainReportCsv,
  germanPots,
  ownMethodGains,
  taxIncome,
  taxYearOf,
  ukSection104,
  usWashSale,
} from "@portfolio/core/tax";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../test/tax/read-csv.ts";
import { bought, sold } from "../../test/tax/rows.ts";
import { ledgerOf } from "../../test/support/build.ts";

const calendarYear = { month: 1, day: 1 };
const unitedKingdom = { month: 4, day: 6 };

describe("taxYearOf", () => {
  it("ends on 5 April in the United Kingdom and on 31 December elsewhere", () => {
    expect(taxYearOf("2025-04-05", unitedKingdom).label).toBe("2024/25");
    expect(taxYearOf("2025-04-06", unitedKingdom)).toEqual({ label: "2025/26", from: "2025-04-06", to: "2026-04-05" });
    expect(taxYearOf("2024-12-31", calendarYear)).toEqual({ label: "2024", from: "2024-01-01", to: "2024-12-31" });
    expect(taxYearOf("1999-07-01", { month: 7, day: 1 }).label).toBe("1999/00");
  });

  it("refuses a start that is no day of every year, and a date that is none", () => {
    expect(() => taxYearOf("2025-01-01", { month: 2, day: 29 })).toThrow(/cannot begin/);
    expect(() => taxYearOf("2025-02-30", calendarYear)).toThrow(/not a date/);
  });
});

describe("gainReport", () => {
  const gains = ukSection104([
    bought("2024-01-01", "3", "100"),
    sold("2024-04-05", "1", "50"),
    sold("2024-07-06", "1", "20"),
    sold("2024-08-06", "1", "40.5"),
  ]);

  it("sorts disposals into tax years and sums gains and losses apart", () => {
    const report = gainReport({ gains: [gains], yearStart: unitedKingdom, rounding: "exact" });
    expect(report.years.map(({ year, disposals }) => `${year.label}: ${disposals.length}`)).toEqual([
      "2023/24: 1",
      "2024/25: 2",
    ]);
    const { totals } = report.years[1]!;
    expect(totals.net.toString()).toBe(totals.gains.minus(totals.losses).toString());
    expect(totals.losses.toDecimalPlaces(2).toString()).toBe("13.33");
    expect(totals.proceeds.toString()).toBe("60.5");
  });

  it("rounds gains down and losses up to whole pounds", () => {
    const report = gainReport({ gains: [gains], yearStart: unitedKingdom, rounding: "whole-pounds" });
    expect(report.years.flatMap(({ disposals }) => disposals.map(({ gain }) => gain.toString()))).toEqual([
      "16",
      "-14",
      "7",
    ]);
    expect(report.years[1]!.totals).toMatchObject({ gains: { d: [7] }, losses: { d: [14] } });
  });

  it("rounds proceeds and cost to cents, so that the lines of a form add up", () => {
    const report = gainReport({ gains: [gains], yearStart: calendarYear, rounding: "cents" });
    const figures = report.years[0]!.disposals.map(({ proceeds, cost, gain }) => `${proceeds} - ${cost} = ${gain}`);
    expect(figures).toEqual(["50 - 33.33 = 16.67", "20 - 33.33 = -13.33", "40.5 - 33.33 = 7.17"]);
  });

  it("counts what is recognized, and denied losses beside it", () => {
    const washed = usWashSale([
      bought("2021-01-04", "100", "1000"),
      sold("2021-06-01", "100", "750"),
      bought("2021-06-20", "50", "400"),
    ]);
    const { totals } = gainReport({ gains: [washed], yearStart: calendarYear, rounding: "cents" }).years[0]!;
    expect([totals.losses, totals.deniedLosses, totals.net].map(String)).toEqual(["125", "125", "-125"]);
  });

  it("is empty without disposals, and keeps the issues of the rules", () => {
    const none = ukSection104([sold("2024-01-01", "1", "1")]);
    const report = gainReport({ gains: [none], yearStart: calendarYear, rounding: "exact" });
    expect(report.years).toEqual([]);
    expect(report.issues.map(({ code }) => code)).toEqual(["oversold"]);
  });
});

describe("gainReportCsv", () => {
  function csvOf(instrument: string, name: string): { text: string; report: GainReport } {
    const rows = [bought("2024-01-01", "3", "100"), sold("2024-04-05", "1", "20")].map((row) => ({
      ...row,
      instrument,
    }));
    const report = gainReport({ gains: [ukSection104(rows)], yearStart: calendarYear, rounding: "cents" });
    return { text: gainReportCsv(report, { names: new Map([[instrument, name]]) }), report };
  }

  it("writes a row for each disposal and each match, readable by any CSV reader", () => {
    const { text } = csvOf("share", 'The "Best", Ltd\nplc');
    const data = readCsv(text);
    expect(data).toHaveLength(2);
    expect(Object.keys(data[0]!)).toEqual([...gainReportColumns]);
    expect(data.map(({ row }) => row)).toEqual(["disposal", "match"]);
    expect(data[0]).toMatchObject({
      name: 'The "Best", Ltd\nplc',
      cost: "33.33",
      gain: "-13.33",
      recognized_gain: "-13.33",
    });
    expect(data[1]).toMatchObject({ rule: "section-104", cost: "33.333333333333333333333333", quantity: "1" });
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("lets no spreadsheet run a name or an id as a formula", () => {
    for (const bad of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"]) {
      const [row] = readCsv(csvOf(bad, bad).text);
      expect(row!["name"]).toBe(`'${bad}`);
      expect(row!["instrument"]).toBe(`'${bad}`);
    }
    expect(csvOf("share", "A-B = C").text).toContain(",A-B = C,");
  });
});

describe("ownMethodGains", () => {
  const trades = [
    {
      id: "a",
      account: "broker",
      kind: "buy",
      tradeDate: "2026-01-05",
      currency: "EUR",
      instrument: "acme",
      quantity: "10",
      unitPrice: "50",
    },
    {
      id: "b",
      account: "broker",
      kind: "buy",
      tradeDate: "2026-02-02",
      currency: "EUR",
      instrument: "acme",
      quantity: "10",
      unitPrice: "60",
    },
    {
      id: "c",
      account: "broker",
      kind: "sell",
      tradeDate: "2026-04-01",
      currency: "EUR",
      instrument: "acme",
      quantity: "15",
      unitPrice: "80",
    },
  ];

  it("shows the lots of each method", () => {
    const matches = (method: "fifo" | "lifo" | "highest-cost" | "average-cost"): string[] =>
      ownMethodGains(ledgerOf({ transactions: trades, method }))[0]!.disposals[0]!.matches.map(
        ({ rule, acquired, quantity, cost, proceeds }) => `${rule} ${acquired ?? "-"} ${quantity} ${cost} ${proceeds}`,
      );
    expect(matches("fifo")).toEqual(["fifo 2026-01-05 10 500 800", "fifo 2026-02-02 5 300 400"]);
    expect(matches("lifo")).toEqual(["lifo 2026-02-02 10 600 800", "lifo 2026-01-05 5 250 400"]);
    expect(matches("highest-cost")[0]).toBe("highest-cost 2026-02-02 10 600 800");
    expect(matches("average-cost")).toEqual(["average-cost - 15 825 1200"]);
  });

  it("counts in the base currency, each leg at its own rate, and says where one is missing", () => {
    const foreign = trades.map((trade) => ({ ...trade, currency: "USD" }));
    const currencies = { acme: "USD" };
    const rates = {
      "USD/EUR": [
        ["2026-01-01", "0.5"],
        ["2026-02-01", "0.8"],
        ["2026-03-01", "1"],
      ] as const,
    };
    const [gains] = ownMethodGains(ledgerOf({ transactions: foreign, currencies, rates, method: "fifo" }));
    expect(gains!.disposals[0]!.matches.map(({ cost, gain }) => `${cost} ${gain}`)).toEqual(["250 550", "240 160"]);
    expect([gains!.quantity, gains!.cost].map(String)).toEqual(["5", "240"]);
    const [lacking] = ownMethodGains(ledgerOf({ transactions: foreign, currencies, method: "fifo" }));
    expect(lacking!.disposals).toEqual([]);
    expect(lacking!.issues.map(({ code }) => code)).toEqual(["missing-rate"]);
  });

  it("follows named lots, and asks no lots of capital paid back", () => {
    const named = [
      trades[0]!,
      trades[1]!,
      {
        ...trades[2]!,
        lots: [
          { transaction: "b", quantity: "8" },
          { transaction: "a", quantity: "5" },
          { transaction: "b", quantity: "2" },
        ],
      },
      {
        id: "d",
        account: "broker",
        kind: "return-of-capital",
        tradeDate: "2026-05-01",
        currency: "EUR",
        instrument: "acme",
        grossAmount: "300",
      },
    ];
    const [gains] = ownMethodGains(ledgerOf({ transactions: named, method: "specific-lots" }));
    expect(
      gains!.disposals[0]!.matches.map(
        ({ transactions, quantity, cost }) => `${transactions.join()} ${quantity} ${cost}`,
      ),
    ).toEqual(["b 10 600", "a 5 250"]);
    expect(gains!.disposals[1]).toMatchObject({ date: "2026-05-01", matches: [] });
    expect(gains!.disposals[1]!.gain.toString()).toBe("50");
  });
});

describe("taxIncome and germanPots", () => {
  const transactions = [
    {
      id: "a",
      account: "b",
      kind: "buy",
      tradeDate: "2025-01-05",
      currency: "EUR",
      instrument: "acme",
      quantity: "10",
      grossAmount: "100",
    },
    {
      id: "b",
      account: "b",
      kind: "dividend",
      tradeDate: "2025-12-31",
      currency: "EUR",
      instrument: "acme",
      grossAmount: "20",
      taxAmount: "3",
    },
    {
      id: "c",
      account: "b",
      kind: "dividend",
      tradeDate: "2026-01-01",
      currency: "EUR",
      instrument: "fund",
      grossAmount: "8",
      taxAmount: "1",
    },
    { id: "d", account: "b", kind: "interest", tradeDate: "2026-06-30", currency: "EUR", grossAmount: "5" },
    {
      id: "e",
      account: "b",
      kind: "tax",
      tradeDate: "2026-06-30",
      currency: "EUR",
      instrument: "acme",
      grossAmount: "2",
    },
    {
      id: "f",
      account: "b",
      kind: "sell",
      tradeDate: "2026-06-30",
      currency: "EUR",
      instrument: "acme",
      quantity: "10",
      grossAmount: "70",
    },
    { id: "g", account: "b", kind: "interest", tradeDate: "2026-06-30", currency: "SEK", grossAmount: "5" },
    {
      id: "h",
      account: "b",
      kind: "staking-reward",
      tradeDate: "2026-06-30",
      currency: "EUR",
      instrument: "coin",
      quantity: "1",
      grossAmount: "4",
    },
  ] as readonly Transaction[];
  const ledger = replayLedger({
    columns: packTransactions(transactions),
    instrumentCurrencies: new Map([
      ["acme", "EUR"],
      ["fund", "EUR"],
      ["coin", "EUR"],
    ]),
    baseCurrency: "EUR",
    rates: rateTable([]),
  });
  const isins = new Map([
    ["acme", "US0378331005"],
    ["fund", "IE00B4L5Y983"],
  ]);
  const income = taxIncome({
    payments: incomePayments(ledger),
    yearStart: calendarYear,
    countryOfInstrument: (instrument) => countryOf({ isin: isins.get(instrument) ?? "" }),
  });

  it("sorts income by year, kind and country, with the tax kept back", () => {
    const lines = income.years.map(({ year, lines: own }) => [
      year.label,
      ...own.map(({ kind, country, gross, withheldTax }) => `${kind} ${country ?? "-"} ${gross} ${withheldTax}`),
    ]);
    expect(lines).toEqual([
      ["2025", "dividends US 20 3"],
      ["2026", "dividends IE 8 1", "dividends US 0 2", "interest - 5 0", "other - 4 0"],
    ]);
    expect(income.years[1]!.totals.net.toString()).toBe("14");
    expect(income.issues.map(({ code, source }) => `${code} ${source.transactionId}`)).toEqual(["missing-rate g"]);
  });

  it("keeps shares in a pot of their own", () => {
    const gains = gainReport({ gains: ownMethodGains(ledger), yearStart: calendarYear, rounding: "cents" });
    const pots = germanPots({ gains, income, assetClassOf: (id) => (id === "acme" ? "share" : "equity-fund") });
    expect(
      pots.map(({ year, shares, other, dividends }) => [year.label, `${shares.net} ${other.net} ${dividends.net}`]),
    ).toEqual([
      ["2025", "0 0 17"],
      ["2026", "-30 0 5"],
    ]);
    expect(germanPots({ gains, income, assetClassOf: () => undefined })[1]!.other.losses.toString()).toBe("30");
  });
});
