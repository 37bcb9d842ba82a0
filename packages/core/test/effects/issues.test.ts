import {
  type Instrument,
  issueSeverities,
  replayLedger,
  type Transaction,
  packTransactions,
  rateTable,
} from "@portfolio/core";
import { type IssuesQuestion, issuesOf } from "@portfolio/core/snapshot";
import { describe, expect, it } from "vitest";
import { type LedgerOf, ledgerOf, pricesFrom } from "../support/build.ts";

const day = (d: number): string => `2025-03-${String(d).padStart(2, "0")}`;
const trade = { account: "A", instrument: "X", quantity: "10", grossAmount: "100", currency: "EUR" };
const paidIn = { id: "d", kind: "deposit", account: "A", tradeDate: day(1), currency: "EUR", grossAmount: "1000" };
const bought = { ...trade, id: "b", kind: "buy", tradeDate: day(3) };
const closes = { X: [[day(1), "10"]] as const };

const instruments = new Map<string, Pick<Instrument, "name" | "ticker" | "assetClass">>([
  ["X", { name: "Example", ticker: "EXM", assetClass: "share" }],
  ["F", { name: "Fund", assetClass: "equity-fund" }],
]);

/** Each issue as "code, where, days", the place being what it names. */
function issuesIn(of: LedgerOf, question: Partial<IssuesQuestion> = {}): string[] {
  return issuesOf(ledgerOf(of), pricesFrom(of.closes), { to: day(20), instruments, ...question }).map(
    ({ code, source, date, lastDate }) =>
      [code, ...Object.values(source), `${date}${lastDate === undefined ? "" : `..${lastDate}`}`].join(" "),
  );
}

const quiet = { priceOrigins: new Map() };

describe("issuesOf", () => {
  it("names nothing where nothing is wrong", () => {
    expect(issuesIn({ transactions: [paidIn, bought], closes }, quiet)).toEqual([]);
  });

  it("a price that comes late: one issue, from the first held day without a close to the last", () => {
    const late = { X: [[day(9), "10"]] as const };
    const sold = { ...trade, id: "s", kind: "sell", tradeDate: day(5) };
    const again = { ...bought, id: "b2", tradeDate: day(7) };
    const of = { transactions: [paidIn, bought, sold, again], closes: late };
    expect(issuesIn(of, quiet)).toEqual([`missing-price X ${day(3)}..${day(8)}`]);
    const [found] = issuesOf(ledgerOf(of), pricesFrom(late), { to: day(20), instruments, ...quiet });
    expect(found!.message).toBe(
      `EXM was held on 4 days from ${day(3)} to ${day(8)} without any price known by then, so totals leave it out. Refresh prices or enter one.`,
    );
    expect(issuesIn(of, { ...quiet, from: day(8) })).toEqual([`missing-price X ${day(8)}`]);
    expect(issuesIn(of, { ...quiet, from: day(9) })).toEqual([]);
    expect(issuesIn(of, { ...quiet, scope: { instruments: ["F"] } })).toEqual([]);
    expect(issuesIn(of, { ...quiet, scope: { accounts: ["B"] } })).toEqual([]);
  });

  it("a close is stale after 7 days, of a fund after 35, by hand never", () => {
    const fund = { ...bought, id: "f", instrument: "F" };
    const of = {
      transactions: [paidIn, bought, fund],
      closes: { X: [[day(3), "10"]] as const, F: [[day(3), "10"]] as const },
    };
    const on = (to: string) => issuesIn(of, { to });
    expect(on(day(10))).toEqual([]);
    expect(on(day(11))).toEqual([`stale-price X ${day(3)}`]);
    expect(on("2025-04-07")).toEqual([`stale-price X ${day(3)}`]);
    expect(on("2025-04-08")).toEqual([`stale-price X ${day(3)}`, `stale-price F ${day(3)}`]);
    expect(issuesIn(of, { to: "2025-04-08", priceOrigins: new Map([["F", { source: "yahoo" }]]) })).toEqual([
      `stale-price F ${day(3)}`,
    ]);
  });

  it("a rate that comes late: one issue for the currency's days, and one for each flow and income without one", () => {
    const dollars = { ...paidIn, currency: "USD" };
    const dividend = { ...dollars, id: "v", kind: "dividend", tradeDate: day(2), instrument: "X" };
    const recorded = { ...dividend, id: "r", exchangeRate: "0.9" };
    const of: LedgerOf = {
      transactions: [dollars, dividend, recorded],
      rates: { "USD/EUR": [[day(6), "0.9"]] },
    };
    expect(issuesIn(of)).toEqual([
      `missing-rate d A ${day(1)}`,
      `missing-rate USD ${day(1)}..${day(5)}`,
      `missing-rate v A X ${day(2)}`,
    ]);
    // What holdings lack counts on the days asked for; what sums lack, from the beginning.
    expect(issuesIn(of, { from: day(6) })).toEqual([`missing-rate d A ${day(1)}`, `missing-rate v A X ${day(2)}`]);
    expect(issuesIn(of, { from: day(6), scope: { instruments: ["X"] } })).toEqual([
      // As a flow out of X the second dividend needs the rate of the day.
      `missing-rate r A X ${day(2)}`,
      `missing-rate v A X ${day(2)}`,
    ]);
    expect(issuesIn({ ...of, rates: {} })).toContain(`missing-rate USD ${day(1)}..${day(20)}`);
  });

  it("cash below zero names the account, the currency and the first such day; not before it, not in other accounts", () => {
    const of = { transactions: [bought, { ...paidIn, tradeDate: day(4) }], closes };
    expect(issuesIn(of, quiet)).toEqual([`negative-cash A EUR ${day(3)}`]);
    expect(issuesIn(of, { ...quiet, to: day(2) })).toEqual([]);
    expect(issuesIn(of, { ...quiet, scope: { accounts: ["B"] } })).toEqual([]);
    expect(issuesIn(of, { ...quiet, scope: { instruments: ["X"] } })).toEqual([]);
  });

  it("half a transfer of cash or of units; the issue is both accounts' when a pair is oversold", () => {
    const half = { id: "h", kind: "transfer-out", account: "A", tradeDate: day(4), currency: "EUR", grossAmount: "5" };
    const out = { id: "o", kind: "transfer-out", account: "A", tradeDate: day(4), instrument: "X", quantity: "1" };
    expect(issuesIn({ transactions: [paidIn, bought, half, out], closes }, quiet)).toEqual([
      `unpaired-transfer o X A ${day(4)}`,
      `unpaired-transfer h A ${day(4)}`,
    ]);
    const pair = [
      { ...out, quantity: "11", transferId: "m" },
      { ...out, id: "i", kind: "transfer-in", account: "B", quantity: "11", transferId: "m" },
    ];
    const of = { transactions: [paidIn, bought, ...pair], closes };
    const inAccount = (id: string) => issuesIn(of, { ...quiet, scope: { accounts: [id] } });
    expect([inAccount("A"), inAccount("B"), inAccount("C")]).toEqual([
      [`oversold o X A ${day(4)}`],
      [`oversold o X A ${day(4)}`],
      [],
    ]);
  });

  it("units that arrive without an amount and a price have no cost and no value as a flow", () => {
    const given = { id: "g", kind: "delivery-in", account: "A", tradeDate: day(2), instrument: "X", quantity: "1" };
    expect(issuesIn({ transactions: [{ ...given, currency: "EUR" }] }, { ...quiet, from: day(20) })).toEqual([
      `missing-cost g X A ${day(2)}`,
      `missing-price g A X ${day(2)}`,
      `missing-price X ${day(20)}`,
    ]);
  });

  it("an instrument that does not exist: found by the account of its transaction", () => {
    const columns = packTransactions([paidIn, bought] as unknown as Transaction[]);
    const ledger = replayLedger({
      columns,
      instrumentCurrencies: new Map(),
      baseCurrency: "EUR",
      rates: rateTable([]),
    });
    const inAccount = (id: string) =>
      issuesOf(ledger, new Map(), { to: day(20), scope: { accounts: [id] } }).map(({ code }) => code);
    expect([inAccount("A"), inAccount("B")]).toEqual([["unknown-instrument"], []]);
  });

  it("every message says in one sentence what happened and in another what to do, with its severity", () => {
    const of: LedgerOf = {
      transactions: [
        bought,
        { ...trade, id: "s", kind: "sell", tradeDate: day(4), quantity: "11" },
        { ...paidIn, currency: "USD" },
        { id: "h", kind: "transfer-out", account: "A", tradeDate: day(4), currency: "EUR", grossAmount: "5" },
        { ...trade, id: "g", kind: "delivery-in", tradeDate: day(4), instrument: "F", grossAmount: undefined },
      ],
      closes: { X: [[day(1), "1"]] },
    };
    const found = issuesOf(ledgerOf(of), pricesFrom(of.closes), { to: day(20), instruments });
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set([
        "oversold",
        "negative-cash",
        "unpaired-transfer",
        "missing-cost",
        "missing-price",
        "missing-rate",
        "stale-price",
      ]),
    );
    for (const { code, severity, message } of found) {
      expect([code, severity]).toEqual([code, issueSeverities[code]]);
      expect(message).toMatch(/^[^.]+\. [A-Z][^.]+\.$/);
    }
  });
});
