import type { HoldingsSnapshot } from "@portfolio/core";
import { affectedFigures, holdingsSnapshot, performanceSnapshotOf } from "@portfolio/core/snapshot";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";

const day = (d: number): string => `2025-03-0${d}`;
const closes = Object.fromEntries(["X", "Y", "N"].map((id) => [id, [[day(1), "10"]] as const]));
const trade = { account: "A", tradeDate: day(2), instrument: "X", quantity: "10", grossAmount: "100", currency: "EUR" };

/** 1000 paid in; 10 X and 10 Y for 100 each. Nothing ever goes wrong with Y. */
const sound: readonly object[] = [
  { id: "d", kind: "deposit", account: "A", tradeDate: day(1), currency: "EUR", grossAmount: "1000" },
  { ...trade, id: "x", kind: "buy" },
  { ...trade, id: "y", kind: "buy", instrument: "Y" },
];

function snapshotOf(more: readonly object[], of: Partial<LedgerOf> = {}): HoldingsSnapshot {
  const all = { closes, ...of, transactions: [...sound, ...more] };
  return holdingsSnapshot({
    ledger: ledgerOf(all),
    prices: pricesFrom(all.closes),
    instruments: new Map(),
    priceOrigins: new Map([["X", { source: "yahoo" }]]),
    date: day(7),
    revision: 1,
  });
}

/** What says it is incomplete: each row and currency with its figures, and the totals. */
function marksOf({ holdings, closed, cash, totals }: HoldingsSnapshot): Record<string, string> {
  const rows = [...holdings, ...closed].flatMap(({ instrumentId, incomplete }) =>
    incomplete === undefined ? [] : [[instrumentId, incomplete.map(({ figure, issue }) => `${figure} ${issue}`)]],
  );
  const balances = cash.flatMap(({ currency, incomplete }) =>
    incomplete === undefined ? [] : [[currency, incomplete.map(({ issue }) => issue)]],
  );
  const sums = Object.entries(totals).filter(([, total]) => "incomplete" in total);
  return Object.fromEntries(
    [...rows, ...balances, ...(sums.length === 0 ? [] : [["totals", sums.map(([name]) => name)]])].map(
      ([name, marks]) => [name as string, (marks as string[]).join(", ")],
    ),
  );
}

const each = (issue: string, ...figures: string[]): string => figures.map((figure) => `${figure} ${issue}`).join(", ");
const units = [
  "quantity",
  "costBasis",
  "marketValue",
  "unrealizedGain",
  "realizedGain",
  "totalGain",
  "dayChange",
] as const;
const unitTotals = "marketValue, costBasis, unrealizedGain, realizedGain, dayChange";
const sale = { ...trade, id: "s", kind: "sell", tradeDate: day(3) };
const given = { id: "g", kind: "delivery-in", account: "A", tradeDate: day(3), instrument: "X", quantity: "5" };

describe("figures that issues leave incomplete", () => {
  it("none is marked where nothing is wrong", () => {
    expect(marksOf(snapshotOf([sale]))).toEqual({});
  });

  it("oversold: the instrument, the cash of that currency, and the totals that contain them", () => {
    const snapshot = snapshotOf([{ ...sale, quantity: "11" }]);
    expect(marksOf(snapshot)).toEqual({
      X: each("oversold", ...units),
      EUR: "oversold",
      totals: `totalValue, marketValue, cash, costBasis, unrealizedGain, realizedGain, dayChange`,
    });
    expect(snapshot.totals.realizedGain.incomplete).toEqual([
      {
        issue: "oversold",
        source: { transactionId: "s", instrumentId: "X", accountId: "A" },
        date: day(3),
      },
    ]);
  });

  it("oversold before anything was held: there is no row, but totals lack it", () => {
    expect(marksOf(snapshotOf([{ ...sale, instrument: "N" }]))).toEqual({
      EUR: "oversold",
      totals: "totalValue, marketValue, cash, costBasis, unrealizedGain, realizedGain, dayChange",
    });
  });

  it("oversold by a delivery moves no cash", () => {
    expect(marksOf(snapshotOf([{ ...sale, kind: "delivery-out", quantity: "11" }]))).toEqual({
      X: each("oversold", ...units),
      totals: `totalValue, ${unitTotals}`,
    });
  });

  it("a merger that has no effect leaves out the new instrument, too", () => {
    const merger = { id: "m", kind: "merger", account: "A", tradeDate: day(3), instrument: "X", toInstrument: "N" };
    expect(marksOf(snapshotOf([merger]))).toEqual({
      X: each("unsupported-kind", ...units),
      totals: `totalValue, ${unitTotals}`,
    });
  });

  it("missing cost: cost and gain of what is held, realized gain only once some is sold", () => {
    const held = each("missing-cost", "costBasis", "unrealizedGain", "totalGain");
    expect(marksOf(snapshotOf([given]))).toEqual({ X: held, totals: "costBasis, unrealizedGain" });
    expect(marksOf(snapshotOf([given, { ...sale, tradeDate: day(4), quantity: "3" }]))).toEqual({
      X: each("missing-cost", "costBasis", "unrealizedGain", "realizedGain", "totalGain"),
      totals: "costBasis, unrealizedGain, realizedGain",
    });
    expect(marksOf(snapshotOf([given, { ...sale, tradeDate: day(4), quantity: "15" }]))).toEqual({
      X: each("missing-cost", "realizedGain", "totalGain"),
      totals: "realizedGain",
    });
  });

  it("ambiguous lots: how cost is shared between what was sold and what is held", () => {
    const named = { ...sale, quantity: "4", lots: [{ transaction: "nothing", quantity: "4" }] };
    expect(marksOf(snapshotOf([named], { method: "specific-lots" }))).toEqual({
      X: each("ambiguous-lots", "costBasis", "unrealizedGain", "realizedGain"),
      totals: "costBasis, unrealizedGain, realizedGain",
    });
  });

  it("negative cash: that currency's cash and the total value", () => {
    const spent = { id: "w", kind: "withdrawal", account: "A", tradeDate: day(3), currency: "EUR", grossAmount: "900" };
    expect(marksOf(snapshotOf([spent]))).toEqual({ EUR: "negative-cash", totals: "totalValue, cash" });
  });

  it("missing price: value and gain of that instrument", () => {
    const bought = { ...trade, id: "n", kind: "buy", instrument: "Q" };
    expect(marksOf(snapshotOf([bought]))).toEqual({
      Q: each("missing-price", "marketValue", "unrealizedGain", "totalGain", "dayChange"),
      totals: "totalValue, marketValue, unrealizedGain, dayChange",
    });
  });

  it("stale price: the same figures, though they have amounts", () => {
    const old = { X: [["2025-03-01", "10"]] as const, Y: closes["Y"]! };
    const snapshot = holdingsSnapshot({
      ledger: ledgerOf({ transactions: sound, closes: old }),
      prices: pricesFrom(old),
      instruments: new Map(),
      priceOrigins: new Map([["X", { source: "yahoo" }]]),
      date: "2025-03-09",
      revision: 1,
    });
    expect(marksOf(snapshot)).toEqual({
      X: each("stale-price", "marketValue", "unrealizedGain", "totalGain", "dayChange"),
      totals: "totalValue, marketValue, unrealizedGain, dayChange",
    });
    expect(snapshot.totals.marketValue.known).toBe("200");
  });

  it("missing rate: all of the currency, its cash and the trades that had none", () => {
    const foreign = { ...trade, id: "n", kind: "buy", instrument: "N", currency: "USD" };
    const paid = { ...sound[0], id: "u", currency: "USD" };
    expect(marksOf(snapshotOf([paid, foreign], { currencies: { N: "USD" } }))).toEqual({
      N: [
        each("missing-rate", "costBasis", "unrealizedGain", "totalGain"),
        each("missing-rate", "marketValue", "unrealizedGain", "totalGain", "dayChange"),
      ].join(", "),
      USD: "missing-rate",
      totals: "totalValue, marketValue, cash, costBasis, unrealizedGain, dayChange",
    });
  });

  it("an income without a rate: income and total gain of its instrument, though the rate is known today", () => {
    const dividend = { ...trade, id: "v", kind: "dividend", tradeDate: day(1), currency: "USD", quantity: undefined };
    const of = { rates: { "USD/EUR": [[day(2), "0.9"]] as const } };
    expect(marksOf(snapshotOf([dividend], of))).toEqual({
      X: each("missing-rate", "income", "totalGain"),
      totals: "income",
    });
  });

  it("half a transfer touches the contribution alone", () => {
    const half = { id: "h", kind: "transfer-out", account: "A", tradeDate: day(3), instrument: "X", quantity: "1" };
    expect(marksOf(snapshotOf([half]))).toEqual({});
    expect(affectedFigures("unpaired-transfer", "transfer-out")).toEqual(["netContribution"]);
  });

  it("an unknown instrument is missing from cash and from totals", () => {
    const ledger = ledgerOf({ transactions: sound, closes });
    const unknown = {
      ...ledger,
      instruments: ledger.instruments.map((known, i) => (ledger.columns.instruments[i] === "X" ? undefined : known)),
      issues: [
        {
          code: "unknown-instrument" as const,
          severity: "error" as const,
          message: "",
          source: { transactionId: "x", instrumentId: "X" },
          date: day(2),
        },
      ],
    };
    const snapshot = holdingsSnapshot({
      ledger: unknown,
      prices: pricesFrom(closes),
      instruments: new Map(),
      priceOrigins: new Map(),
      date: day(7),
      revision: 1,
    });
    expect(marksOf(snapshot)).toEqual({
      EUR: "unknown-instrument",
      totals: "totalValue, marketValue, cash, costBasis, unrealizedGain, realizedGain, dayChange",
    });
  });

  it("codes that only inform touch nothing", () => {
    expect(affectedFigures("duplicate-transaction", "buy")).toEqual([]);
    expect(affectedFigures("watchlist-row")).toEqual([]);
    expect(affectedFigures("future-date", "deposit")).toEqual(["cash", "totalValue", "netContribution"]);
  });

  it("whatever the right quantity was, figures without a mark stay as they are", () => {
    const [wrong, right] = [11, 10].map((quantity) => snapshotOf([{ ...sale, quantity: String(quantity) }]));
    const marked = marksOf(wrong!)["totals"]!.split(", ");
    const unmarked = (snapshot: HoldingsSnapshot) =>
      Object.entries(snapshot.totals).filter(([name, total]) => "leftOut" in total && !marked.includes(name));
    expect(unmarked(wrong!)).toEqual(unmarked(right!));
    expect(unmarked(wrong!).map(([name]) => name)).toEqual(["income"]);
    const rowOf = ({ holdings }: HoldingsSnapshot) => ({
      ...holdings.find(({ instrumentId }) => instrumentId === "Y"),
      weight: undefined,
    });
    expect(rowOf(wrong!)).toEqual(rowOf(right!));
  });

  it("a fault in one account marks nothing of another", () => {
    const other = [
      { id: "d2", kind: "deposit", account: "B", tradeDate: day(1), currency: "EUR", grossAmount: "500" },
      { ...trade, id: "x2", kind: "buy", account: "B" },
    ];
    const all = { closes, transactions: [...sound, ...other, { ...sale, quantity: "11" }] };
    const ofAccount = (id: string) =>
      holdingsSnapshot({
        ledger: ledgerOf(all),
        prices: pricesFrom(closes),
        instruments: new Map(),
        priceOrigins: new Map(),
        date: day(7),
        accounts: [id],
        revision: 1,
      });
    expect(marksOf(ofAccount("B"))).toEqual({});
    expect(ofAccount("B").issues).toEqual([]);
    expect(Object.keys(marksOf(ofAccount("A")))).toEqual(["X", "EUR", "totals"]);
  });

  it.each<[string, readonly object[], readonly string[]]>([
    ["nothing wrong", [], []],
    [
      "half a transfer",
      [{ id: "h", kind: "transfer-out", account: "A", tradeDate: day(3), instrument: "X", quantity: "1" }],
      ["netContribution unpaired-transfer"],
    ],
    ["oversold", [{ ...sale, quantity: "11" }], ["totalValue oversold"]],
    ["missing cost", [given], []],
    ["a price that comes late", [{ ...trade, id: "n", kind: "buy", instrument: "L" }], ["totalValue missing-price"]],
  ])("the figures of a range: %s", (_, more, marks) => {
    const late = { ...closes, L: [[day(5), "10"]] as const };
    const { incomplete = [] } = performanceSnapshotOf({
      ledger: ledgerOf({ transactions: [...sound, ...more], closes: late }),
      prices: pricesFrom(late),
      instruments: new Map(),
      from: day(1),
      to: day(7),
      startsAtInception: false,
      periodsPerYear: 252,
      riskFreeRate: 0,
      revision: 1,
    });
    expect(incomplete.map(({ figure, issue }) => `${figure} ${issue}`)).toEqual(marks);
  });

  it("is plain data", () => {
    const snapshot = snapshotOf([{ ...sale, quantity: "11" }, given]);
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });
});
