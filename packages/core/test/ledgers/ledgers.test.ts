import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  bookedSum,
  cashBalancesOn,
  disposalsOf,
  externalFlows,
  fromEpochDay,
  holdingsOn,
  totalValueOn,
} from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { type Closes, type LedgerOf, ledgerOf, pricesFrom, type Rates } from "../support/build.ts";

/** What stands in expected.json beside the expected picture itself. */
interface ExpectedFile {
  /** What the case is about, and where its figures come from. */
  readonly point: string;
  readonly given?: Pick<LedgerOf, "currencies" | "baseCurrency" | "options" | "rates">;
  readonly on: string;
  readonly picture: unknown;
}

const folder = new URL("./", import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function rowsOf(name: string, file: string): Record<string, string>[] {
  const path = new URL(`${name}/${file}`, folder);
  if (!existsSync(path)) return [];
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const fields = header.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").flatMap((cell, i) => (cell === "" ? [] : [[fields[i]!, cell]]))),
  );
}

function transactionsOf(name: string): object[] {
  return rowsOf(name, "transactions.csv").map(({ ratio, ...fields }) => {
    const [numerator, denominator] = ratio?.split(":") ?? [];
    return ratio === undefined ? fields : { ...fields, ratio: { numerator, denominator } };
  });
}

function datedOf(name: string, file: string, key: string, value: string): Closes & Rates {
  const dated: Record<string, [string, string][]> = {};
  for (const row of rowsOf(name, file)) (dated[row[key]!] ??= []).push([row["date"]!, row[value]!]);
  return dated;
}

/** Everything that a ledger says on a date, as text: compared wholly, so that nothing may be there in excess. */
function pictureOf(of: LedgerOf, on: string): unknown {
  const ledger = ledgerOf(of);
  const prices = pricesFrom(of.closes);
  const value = totalValueOn(ledger, prices, on);
  const sum = (line: "income" | "fees" | "taxes"): string => String(bookedSum(ledger, line, { on }).base);
  return {
    issues: ledger.issues.map(({ code, source, date }) => `${code} ${source.transactionId} ${date}`),
    holdings: ledger.columns.accounts.flatMap((account) =>
      holdingsOn(ledger, { on, accounts: [account] }).map(
        (h) =>
          `${account} ${h.instrument} ${h.quantity} cost ${h.costBasis} base ${h.baseCostBasis}${h.isCostComplete ? "" : " incomplete"}`,
      ),
    ),
    disposals: disposalsOf(ledger, { on }).map(
      (d) => `${d.transaction} ${d.quantity} proceeds ${d.proceeds} cost ${d.cost} gain ${d.gain} base ${d.baseGain}`,
    ),
    cash: cashBalancesOn(ledger, { on }).map(({ account, currency, amount }) => `${account} ${amount} ${currency}`),
    income: sum("income"),
    fees: sum("fees"),
    taxes: sum("taxes"),
    flows: externalFlows(ledger, prices).map(({ day, amount }) => `${fromEpochDay(day)} ${amount}`),
    value: `${value.known}${value.isComplete ? "" : " and more"}`,
  };
}

describe("ledger cases", () => {
  it("are all found", () => {
    expect(cases.length).toBeGreaterThanOrEqual(16);
  });

  it.each(cases.map(({ name }) => name))("%s", (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), "utf8")) as ExpectedFile;
    const closes = datedOf(name, "prices.csv", "instrument", "close");
    const rates = datedOf(name, "rates.csv", "pair", "rate");
    const of = { ...expected.given, transactions: transactionsOf(name), closes, rates };
    expect(pictureOf(of, expected.on)).toEqual(expected.picture);
  });

  it.each(cases.map(({ name }) => name))("%s does not depend on the order of its rows", (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), "utf8")) as ExpectedFile;
    const transactions = transactionsOf(name).toReversed();
    const closes = datedOf(name, "prices.csv", "instrument", "close");
    const rates = datedOf(name, "rates.csv", "pair", "rate");
    const { holdings, ...rest } = pictureOf({ ...expected.given, transactions, closes, rates }, expected.on) as Record<
      string,
      string[]
    >;
    const { holdings: wanted, ...wantedRest } = expected.picture as Record<string, string[]>;
    expect(holdings!.toSorted()).toEqual(wanted!.toSorted());
    expect({ value: rest["value"], income: rest["income"], fees: rest["fees"] }).toEqual({
      value: wantedRest["value"],
      income: wantedRest["income"],
      fees: wantedRest["fees"],
    });
  });
});
