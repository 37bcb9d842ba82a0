import { packTransactions, type Prices, type RateTable, replayLedger, type Transaction } from "@portfolio/core";
import { editColumns, followLedger, type ValuedDays, valueDays } from "@portfolio/core/edits";
import { expect, it } from "vitest";
import { dailyIntegers, pricesFrom, ratesFrom } from "../../test/support/build.ts";

const query = { from: "2025-01-01", to: "2025-01-04" };

function picture({ valuation }: ValuedDays): string {
  return `${valuation.scale}: ${dailyIntegers(valuation).join(" ")}, known ${valuation.isKnown.join("")}`;
}

/** The valuation after an edit, by following and anew. */
function both(first: object[], saved: object[], prices: Prices, rates: RateTable = ratesFrom()): [string, string] {
  const input = { instrumentCurrencies: new Map([["U", "USD"]]), baseCurrency: "EUR", rates };
  const columns = packTransactions(first as Transaction[]);
  const ledger = replayLedger({ ...input, columns });
  const edited = editColumns(columns, {
    saved: saved.map((transaction) => ({ transaction: transaction as Transaction })),
  });
  const next = followLedger(ledger, { ...input, columns: edited });
  const followed = valueDays(next, prices, query, valueDays(ledger, prices, query));
  return [picture(followed), picture(valueDays(next, prices, query))];
}

it("does not take a balance in other units for the same one: 100 and 1.00 have the same digits", () => {
  const deposit = { kind: "deposit", tradeDate: "2025-01-01", currency: "EUR" };
  const [followed, anew] = both(
    [{ ...deposit, id: "a", account: "A", grossAmount: "100" }],
    [
      { ...deposit, id: "a", account: "A", grossAmount: "1" },
      { ...deposit, id: "b", account: "B", grossAmount: "0.01", tradeDate: "2025-02-01" },
    ],
    new Map(),
  );
  expect(followed).toBe(anew);
  expect(anew).toBe("0: 1 1 1 1, known 1111");
});

it("knows a day of nothing without a rate, whatever was taken out of it before", () => {
  const delivery = { kind: "delivery-in", instrument: "U", tradeDate: "2025-01-01" };
  const large = { ...delivery, id: "a", account: "A", quantity: "3000000.12345678" };
  const [followed, anew] = both(
    [large, { ...delivery, id: "b", account: "B", quantity: "1", tradeDate: "2025-01-04" }],
    [{ ...large, tradeDate: "2025-01-04" }],
    pricesFrom({ U: [["2025-01-01", "7000.12"]] }),
    ratesFrom({ "USD/EUR": [["2025-01-03", "0.9"]] }),
  );
  expect(followed).toBe(anew);
  expect(anew).toContain("known 1111");
});

it("keeps a quantity beyond 2^53 exact between smaller ones", () => {
  const delivery = { kind: "delivery-in", instrument: "E", account: "A" };
  const input = { instrumentCurrencies: new Map([["E", "EUR"]]), baseCurrency: "EUR", rates: ratesFrom() };
  const columns = packTransactions([
    { ...delivery, id: "a", tradeDate: "2025-01-01", quantity: "1" },
    { ...delivery, id: "b", tradeDate: "2025-01-02", quantity: "90071992547409930001" },
    { ...delivery, kind: "delivery-out", id: "c", tradeDate: "2025-01-03", quantity: "90071992547409930000" },
  ] as Transaction[]);
  const prices = pricesFrom({ E: [["2025-01-01", "1"]] });
  expect(picture(valueDays(replayLedger({ ...input, columns }), prices, query))).toBe(
    "0: 1 90071992547409930002 2 2, known 1111",
  );
});
