import { expect, it, test } from "vitest";
import { ledgerOf, pricesFrom } from "../../test/support/build.ts";
import type { Finding, HealthRule } from "./finding.ts";
import { healthReport } from "./health-report.ts";
import { defaultHealthSettings, type HealthSettings } from "./health-settings.ts";

const on = "2026-01-31";
const deposit = {
  id: "d",
  account: "A",
  kind: "deposit",
  tradeDate: "2026-01-01",
  currency: "EUR",
  grossAmount: "1000",
};
const purchase = (id: string, instrument: string, amount: string, more: object = {}): object => ({
  id,
  account: "A",
  kind: "buy",
  tradeDate: "2026-01-02",
  currency: "EUR",
  instrument,
  quantity: "1",
  unitPrice: amount,
  ...more,
});

interface Case {
  readonly transactions: readonly object[];
  readonly closes?: Record<string, [string, string][]>;
  readonly currencies?: Record<string, string>;
  readonly rates?: Record<string, [string, string][]>;
  readonly settings?: HealthSettings;
  readonly scope?: { accounts?: string[]; instruments?: string[] };
}

function report({ transactions, closes = {}, currencies = {}, rates = {}, settings, scope = {} }: Case): Finding[] {
  const ledger = ledgerOf({ transactions, closes, currencies, rates });
  const instruments = new Map(ledger.columns.instruments.map((id) => [id, { name: id }]));
  const priceOrigins = new Map(ledger.columns.instruments.map((id) => [id, { source: "yahoo" }]));
  const question = { on, scope, settings: settings ?? defaultHealthSettings, instruments, priceOrigins };
  return healthReport(ledger, pricesFrom(closes), question);
}

function found(rule: HealthRule, of: Case): Finding {
  return report(of).find((finding) => finding.rule === rule)!;
}

const half = {
  transactions: [deposit, purchase("p", "X", "500")],
  closes: { X: [["2026-01-30", "500"]] as [string, string][] },
};

it("counts an instrument over all accounts, the largest first, and is fine at the limit itself", () => {
  const two = {
    transactions: [
      deposit,
      { ...deposit, id: "d2", account: "B" },
      purchase("p", "X", "500"),
      purchase("q", "X", "500", { account: "B" }),
      purchase("r", "Y", "200"),
    ],
    closes: { X: [["2026-01-30", "500"]] as [string, string][], Y: [["2026-01-30", "200"]] as [string, string][] },
  };
  const finding = found("position-concentration", two);
  expect(finding).toMatchObject({ status: "attention", measure: 0.5, limit: 0.25 });
  expect(finding.evidence).toEqual([
    { instrument: "X", share: 0.5, amount: "1000" },
    { instrument: "Y", share: 0.1, amount: "200" },
  ]);
  expect(found("position-concentration", { ...two, settings: { largestPosition: 0.5 } }).status).toBe("fine");
});

it("adds holdings and cash in a foreign currency together", () => {
  const finding = found("currency-cluster", {
    transactions: [
      deposit,
      { ...deposit, id: "usd", currency: "USD", grossAmount: "1000" },
      purchase("p", "U", "500", { currency: "USD" }),
    ],
    currencies: { U: "USD" },
    closes: { U: [["2026-01-30", "1500"]] },
    rates: { "USD/EUR": [["2026-01-01", "0.5"]] },
  });
  // 500 dollars of cash and a share of 1,500: 1,000 of 2,000 euro.
  expect(finding).toMatchObject({
    status: "fine",
    measure: 0.5,
    evidence: [{ currency: "USD", share: 0.5, amount: "1000" }],
  });
});

it("knows that there is no cluster abroad where everything is at home", () => {
  expect(found("currency-cluster", half)).toMatchObject({ status: "fine", measure: 0, evidence: [] });
});

it("sees that one account has nearly everything", () => {
  const finding = found("account-cluster", {
    transactions: [deposit, { ...deposit, id: "b", account: "B", grossAmount: "100" }],
  });
  expect(finding).toMatchObject({ status: "attention", measure: expect.closeTo(1000 / 1100, 14) });
  expect(finding.evidence.map(({ account }) => account)).toEqual(["A", "B"]);
});

it("weighs the fees of a year against the average of the days with a value", () => {
  const fee = { id: "f", account: "A", kind: "fee", tradeDate: "2026-01-03", currency: "EUR", grossAmount: "5" };
  const of = {
    transactions: [
      deposit,
      fee,
      { ...fee, id: "old", tradeDate: "2025-01-03", grossAmount: "90" },
      { ...deposit, id: "e", tradeDate: "2025-01-01", grossAmount: "90" },
    ],
  };
  const finding = found("charges", of);
  expect(finding.evidence).toEqual([{ amount: "5", days: 365 }]);
  // 31 days with a value: two of 1,000 and 29 of 995.
  expect(finding.measure).toBeCloseTo(5 / ((2 * 1000 + 29 * 995) / 31), 14);
  expect(finding.status).toBe("fine");
});

it("counts months of cash, all currencies together; nothing held is no fund", () => {
  const settings = { emergencyMonths: 3, monthlyExpenses: "200" };
  expect(found("emergency-fund", { ...half, settings })).toMatchObject({ status: "attention", measure: 2.5 });
  expect(found("emergency-fund", { ...half, settings: { ...settings, monthlyExpenses: "100" } })).toMatchObject({
    status: "fine",
    measure: 5,
  });
  expect(found("emergency-fund", { transactions: [], settings })).toMatchObject({ status: "attention", measure: 0 });
  expect(found("emergency-fund", { ...half, settings: { emergencyMonths: 3 } })).toMatchObject({
    status: "not-known",
    measure: undefined,
  });
  expect(() => report({ ...half, settings: { emergencyMonths: 3, monthlyExpenses: "a lot" } })).toThrow(/a lot/);
});

it("names what is valued at an old close, its age and its weight", () => {
  const of = { ...half, closes: { X: [["2026-01-02", "500"]] as [string, string][] } };
  expect(found("stale-data", of)).toMatchObject({
    status: "attention",
    measure: 0.5,
    evidence: [{ instrument: "X", share: 0.5, amount: "500", days: 29 }],
  });
  expect(found("stale-data", half)).toMatchObject({ status: "fine", measure: 0, evidence: [] });
});

it("leaves what has no price out of every share, and counts it as incomplete", () => {
  const of = { ...half, transactions: [...half.transactions, purchase("n", "N", "100")] };
  expect(found("incomplete-data", of)).toMatchObject({
    status: "attention",
    evidence: [{ issue: "missing-price", count: 1 }],
  });
  // 500 and 400 of cash are known.
  expect(found("position-concentration", of).measure).toBeCloseTo(500 / 900, 14);
  expect(found("incomplete-data", half)).toMatchObject({ status: "fine", measure: 0 });
});

it("gives an overdrawn account a negative share", () => {
  const of = {
    transactions: [purchase("p", "X", "500")],
    closes: { X: [["2026-01-30", "1000"]] as [string, string][] },
  };
  expect(found("position-concentration", of).measure).toBe(2);
});

test("an empty portfolio is not known to be anything", () => {
  expect(report({ transactions: [] }).map(({ rule, status }) => `${rule} ${status}`)).toEqual([
    "position-concentration not-known",
    "currency-cluster not-known",
    "account-cluster not-known",
    "charges not-known",
    "emergency-fund not-known",
    "stale-data not-known",
    "incomplete-data fine",
  ]);
});

test("a rule without a limit is not applied", () => {
  expect(report({ ...half, settings: {} })).toEqual([]);
  expect(report({ ...half, settings: { mostIssues: 0 } }).map(({ rule }) => rule)).toEqual(["incomplete-data"]);
});

test("a scope of instruments is looked over without cash", () => {
  expect(found("position-concentration", { ...half, scope: { instruments: ["X"] } }).measure).toBe(1);
});
