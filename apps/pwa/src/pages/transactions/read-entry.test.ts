import type { Account, Instrument, Transaction } from "@portfolio/core";
import { expect, test } from "vitest";
import { emptyEntry } from "./empty-entry.ts";
import type { EntryText } from "./entry-fields.ts";
import { type EntryContext, readEntry } from "./read-entry.ts";
import { shownFields, storedEntry } from "./stored-entry.ts";

const accounts: readonly Account[] = [
  { id: "a1", name: "Broker", currency: "EUR" },
  { id: "a2", name: "Other", currency: "EUR" },
];
const instruments: readonly Instrument[] = [
  { id: "apple", name: "Apple", ticker: "AAPL", currency: "USD" },
  { id: "vusa-gb", name: "Vanguard S&P 500", ticker: "VUSA", currency: "GBP" },
  { id: "vusa-eu", name: "Vanguard S&P 500", ticker: "VUSA", currency: "EUR" },
];
const ids = { transaction: "new", account: "new-account", instrument: "new-instrument" };

const imported: Transaction = {
  id: "t1",
  kind: "buy",
  account: "a2",
  tradeDate: "2025-03-04",
  time: "10:15:00",
  settlementDate: "2025-03-06",
  instrument: "apple",
  quantity: "10",
  unitPrice: "200.5",
  grossAmount: "1853.12",
  instrumentGrossAmount: "2005",
  currency: "EUR",
  exchangeRate: "1",
  feeAmount: "1.5",
  taxAmount: "5.25",
  note: "from the file",
};

function context(more: Partial<EntryContext> = {}): EntryContext {
  return { accounts, instruments, currencies: ["EUR", "USD"], ids, locale: "en-CA", ...more };
}

/** Edits a stored transaction by what is typed over it, and answers what would be saved. */
function edited(stored: Transaction, typed: Partial<EntryText>, locale = "en-CA"): Transaction | undefined {
  const entry = storedEntry(stored, instruments, locale);
  const editing = context({ locale, stored: entry, ids: { ...ids, transaction: stored.id } });
  return readEntry({ ...entry.text, ...typed }, editing).entry?.transaction;
}

test("saving an edited transaction without a change keeps every field, shown or not", () => {
  for (const locale of ["en-CA", "de-DE", "fr-FR"]) expect(edited(imported, {}, locale)).toEqual(imported);
});

test("a changed note or date leaves amounts, rate, tax and time alone", () => {
  expect(edited(imported, { note: "mine", tradeDate: "2025-03-05" })).toEqual({
    ...imported,
    note: "mine",
    tradeDate: "2025-03-05",
  });
});

test("a date behind the settlement takes that with it; a cleared fee and note go", () => {
  const { settlementDate: _settled, feeAmount: _fee, note: _note, ...rest } = imported;
  expect(edited(imported, { tradeDate: "2025-04-01", feeAmount: "", note: " " })).toEqual({
    ...rest,
    tradeDate: "2025-04-01",
  });
});

test("an amount in another currency than the price is shown, and counts when quantity or price change", () => {
  const entry = storedEntry(imported, instruments, "en-CA");
  expect(shownFields("buy", entry, instruments)).toContain("grossAmount");
  const { instrumentGrossAmount: _gross, ...rest } = imported as typeof imported & { instrumentGrossAmount: string };
  expect(edited(imported, { quantity: "20", grossAmount: "3706.24" })).toEqual({
    ...rest,
    quantity: "20",
    grossAmount: "3706.24",
  });
});

test("an amount that is quantity times price goes when one of them changes, and stays when neither does", () => {
  const plain: Transaction = { ...imported, currency: "USD", grossAmount: "2005" } as Transaction;
  expect(shownFields("buy", storedEntry(plain, instruments, "en-CA"), instruments)).not.toContain("grossAmount");
  expect(edited(plain, { feeAmount: "2" })).toEqual({ ...plain, feeAmount: "2" });
  const repriced = edited(plain, { unitPrice: "201" });
  expect(repriced).not.toHaveProperty("grossAmount");
  expect(repriced).not.toHaveProperty("instrumentGrossAmount");
  expect(repriced).toMatchObject({ quantity: "10", unitPrice: "201", taxAmount: "5.25", time: "10:15:00" });
});

test("a transaction with an amount and no price can be edited without inventing a price", () => {
  const { unitPrice: _price, ...unpriced } = imported as typeof imported & { unitPrice: string };
  expect(edited(unpriced as Transaction, { note: "x" })).toEqual({ ...unpriced, note: "x" });
});

test("a kind the form cannot enter keeps everything but date and note", () => {
  const transfer: Transaction = {
    id: "t2",
    kind: "transfer-out",
    account: "a1",
    tradeDate: "2025-01-02",
    transferId: "pair",
    instrument: "vusa-gb",
    quantity: "3",
    currency: "GBP",
  };
  expect(shownFields("transfer-out", storedEntry(transfer, instruments, "en-CA"), instruments)).toEqual([]);
  expect(edited(transfer, { tradeDate: "2025-01-03", note: "moved" })).toEqual({
    ...transfer,
    tradeDate: "2025-01-03",
    note: "moved",
  });
});

test("a correction with negative amounts can be edited where they are not touched", () => {
  const correction: Transaction = {
    id: "t3",
    kind: "dividend",
    account: "a1",
    tradeDate: "2025-01-02",
    instrument: "apple",
    grossAmount: "-4.2",
    currency: "USD",
    exDate: "2024-12-20",
  };
  expect(edited(correction, { note: "taken back" })).toEqual({ ...correction, note: "taken back" });
});

test("another kind keeps what does not belong to the old one", () => {
  const sold = edited(imported, { kind: "sell" });
  expect(sold).toMatchObject({ kind: "sell", taxAmount: "5.25", time: "10:15:00", grossAmount: "1853.12" });
  const deposit = edited(imported, { kind: "deposit", grossAmount: "100" });
  expect(deposit).toEqual({
    id: "t1",
    kind: "deposit",
    account: "a2",
    tradeDate: "2025-03-04",
    time: "10:15:00",
    settlementDate: "2025-03-06",
    exchangeRate: "1",
    currency: "EUR",
    grossAmount: "100",
    note: "from the file",
  });
});

test("editing never moves a transaction to another listing of the same ticker", () => {
  for (const instrument of ["vusa-gb", "vusa-eu"]) {
    const stored = { ...imported, instrument, currency: "EUR" } as Transaction;
    expect(edited(stored, { note: "x" })).toMatchObject({ instrument });
  }
});

test("of several instruments of one ticker that of the currency is taken, else all are named", () => {
  const text = { ...emptyEntry("2025-01-02"), instrument: "vusa", quantity: "1", unitPrice: "80" };
  expect(readEntry({ ...text, currency: "EUR" }, context()).entry?.transaction).toMatchObject({
    instrument: "vusa-eu",
  });
  expect(readEntry({ ...text, currency: "GBP" }, context()).entry?.transaction).toMatchObject({
    instrument: "vusa-gb",
  });
  const { faults, entry } = readEntry({ ...text, currency: "USD" }, context());
  expect(entry).toBeUndefined();
  expect(faults.instrument).toContain("“VUSA, GBP”, “VUSA, EUR”");
  const chosen = readEntry({ ...text, instrument: "VUSA, GBP", currency: "EUR" }, context());
  expect(chosen.entry?.transaction).toMatchObject({ instrument: "vusa-gb", currency: "EUR" });
});

test("numbers are read in the person's own format, and a fault shows how to write them", () => {
  const text = { ...emptyEntry("2025-01-02"), instrument: "AAPL", quantity: "1,234", unitPrice: "12", currency: "USD" };
  expect(readEntry(text, context({ locale: "de-DE" })).entry?.transaction).toMatchObject({ quantity: "1.234" });
  expect(readEntry(text, context()).entry?.transaction).toMatchObject({ quantity: "1234" });
  const { faults } = readEntry({ ...text, quantity: "1234.567" }, context({ locale: "de-DE" }));
  expect(faults.quantity).toContain("1234,56");
});

test("an unknown currency is a fault at its field; one the portfolio uses is taken", () => {
  const text = { ...emptyEntry("2025-01-02"), kind: "deposit", grossAmount: "5", currency: "XQX" };
  expect(readEntry(text, context()).faults.currency).toContain("XQX");
  expect(readEntry(text, context({ currencies: ["XQX"] })).faults).toEqual({});
  const exchange = { ...text, kind: "currency-exchange", currency: "EUR", toAmount: "6", toCurrency: "EUR" };
  expect(readEntry(exchange, context()).faults.toCurrency).toContain("another currency");
});
