import type { Account, Instrument, Transaction, TransactionKind } from "@portfolio/core";
import type { TransactionEntry } from "../../engine/engine-protocol.ts";
import { isKnownCurrency } from "../../state/is-known-currency.ts";
import { readAmount } from "../../state/read-amount.ts";
import { writeAmount } from "../../state/write-amount.ts";
import type { EntryFaults, EntryField, EntryText } from "./entry-fields.ts";
import { findInstrument } from "./find-instrument.ts";
import { keepStored } from "./keep-stored.ts";
import { shownFields, type StoredEntry } from "./stored-entry.ts";

/** Ids for what an entry creates; they come from the window, never from the worker's clock. */
export interface EntryIds {
  readonly transaction: string;
  readonly account: string;
  readonly instrument: string;
}

/** What the form is read against. */
export interface EntryContext {
  readonly accounts: readonly Account[];
  readonly instruments: readonly Instrument[];
  /** Currencies the portfolio already uses. */
  readonly currencies: readonly string[];
  readonly ids: EntryIds;
  readonly locale: string;
  /** What is edited; a new transaction has none. */
  readonly stored?: StoredEntry | undefined;
}

type Changes = Record<string, unknown>;

const amountNames: Partial<Record<EntryField, string>> = {
  quantity: "quantity",
  unitPrice: "price",
  grossAmount: "amount",
  feeAmount: "fee",
  taxAmount: "tax",
  toAmount: "amount received",
};
const optional = new Set<EntryField>(["feeAmount", "taxAmount"]);

/**
 * Reads the form: an entry to save, or the faults of its fields. Nothing typed is lost either way.
 *
 * An edited transaction is the stored one with the fields put over it whose text was changed; what the form does not
 * show stays as it is stored.
 */
export function readEntry(text: EntryText, context: EntryContext): { entry?: TransactionEntry; faults: EntryFaults } {
  const { stored, ids } = context;
  const kind = text.kind as TransactionKind;
  const fields = shownFields(kind, stored, context.instruments);
  const changed = new Set(
    (Object.keys(text) as (keyof EntryText)[]).filter((name) => text[name].trim() !== stored?.text[name].trim()),
  );
  const asked = stored !== undefined && !changed.has("kind") ? fields.filter((field) => changed.has(field)) : fields;
  const faults: EntryFaults = {};
  const changes: Changes = {};
  for (const field of asked) if (field in amountNames) readField(field, text, context, changes, faults);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.tradeDate) || text.tradeDate < "1900-01-01")
    faults.tradeDate = "Choose the day of the trade, from 1900 on.";
  readCurrencies(text, asked, context, changes, faults);
  if (asked.includes("ratio")) readRatio(text.ratio, context.locale, changes, faults);
  const newInstrument = asked.includes("instrument") ? readInstrument(text, context, changes, faults) : undefined;
  const [account, newAccount] = accountOf(text, context, changed.has("account"));
  if (Object.keys(faults).length > 0) return { faults };
  const kept =
    stored === undefined ? {} : keepStored(stored.transaction, text, changed, fields.includes("grossAmount"));
  const transaction = defined({
    ...kept,
    ...changes,
    id: ids.transaction,
    kind,
    tradeDate: text.tradeDate,
    account,
    note: text.note.trim() || undefined,
  }) as unknown as Transaction;
  return {
    faults,
    entry: {
      transaction,
      ...(newAccount === undefined ? {} : { newAccount }),
      ...(newInstrument === undefined ? {} : { newInstrument }),
    },
  };
}

function readField(
  field: EntryField,
  text: EntryText,
  { locale }: EntryContext,
  changes: Changes,
  faults: EntryFaults,
): void {
  const name = amountNames[field]!;
  const typed = text[field].trim();
  const amount = readAmount(typed, locale);
  if (typed === "" && optional.has(field)) changes[field] = undefined;
  else if (typed === "") faults[field] = `Enter the ${name}.`;
  else if (amount === undefined)
    faults[field] =
      `"${typed}" is no number, or could be meant in two ways. Write the ${name} as ${writeAmount("1234.56", locale)}.`;
  else if (amount.startsWith("-") || (!optional.has(field) && Number(amount) === 0))
    faults[field] = `The ${name} has to be above 0; the kind gives the direction.`;
  else changes[field] = Number(amount) === 0 ? undefined : amount;
}

function readCurrencies(
  text: EntryText,
  asked: readonly EntryField[],
  { currencies }: EntryContext,
  changes: Changes,
  faults: EntryFaults,
): void {
  const [currency, toCurrency] = [codeOf(text.currency), codeOf(text.toCurrency)];
  if (asked.includes("currency")) {
    if (isKnownCurrency(currency, currencies)) changes["currency"] = currency;
    else faults.currency = unknownCurrency(currency, "EUR");
  }
  if (asked.includes("toCurrency")) {
    if (isKnownCurrency(toCurrency, currencies)) changes["toCurrency"] = toCurrency;
    else faults.toCurrency = unknownCurrency(toCurrency, "USD");
  }
  if (text.kind === "currency-exchange" && currency === toCurrency)
    faults.toCurrency ??= "Write the code of another currency, such as USD.";
}

function unknownCurrency(code: string, example: string): string {
  return code === ""
    ? `Write a currency code such as ${example}.`
    : `"${code}" is no currency we know. Write a code such as ${example}.`;
}

function codeOf(typed: string): string {
  return typed.trim().toUpperCase();
}

function readRatio(typed: string, locale: string, changes: Changes, faults: EntryFaults): void {
  const [numerator, denominator, ...more] = typed.split(/:|\/|\bfor\b/i).map((part) => readAmount(part, locale));
  const isRatio = [numerator, denominator].every((part) => part !== undefined && Number(part) > 0);
  if (isRatio && more.length === 0) changes["ratio"] = { numerator, denominator };
  else faults.ratio = "Write new for old, such as 4:1.";
}

/** Puts the instrument into the changes; answers the one that is new. */
function readInstrument(
  text: EntryText,
  { instruments, ids, stored }: EntryContext,
  changes: Changes,
  faults: EntryFaults,
): Instrument | undefined {
  const words = text.instrument.trim();
  const currency = codeOf(text.currency);
  if (words === "") {
    faults.instrument = "Enter a ticker or a name.";
    return undefined;
  }
  if (stored !== undefined && "instrument" in stored.transaction && words === stored.text.instrument.trim()) {
    changes["instrument"] = stored.transaction.instrument;
    return undefined;
  }
  const { instrument, fault } = findInstrument(words, currency, instruments);
  if (fault !== undefined) faults.instrument = fault;
  changes["instrument"] = instrument?.id ?? ids.instrument;
  if (instrument !== undefined || fault !== undefined) return undefined;
  const isTicker = /^[A-Za-z0-9.\-=^]{1,12}$/.test(words);
  return { id: ids.instrument, name: words, currency, ...(isTicker ? { ticker: words.toUpperCase() } : {}) };
}

function accountOf(
  text: EntryText,
  { accounts, ids, stored }: EntryContext,
  isChanged: boolean,
): [string, Account | undefined] {
  if (stored !== undefined && !isChanged) return [stored.transaction.account, undefined];
  const known = accounts.find((account) => account.id === text.account) ?? accounts[0];
  if (known !== undefined) return [known.id, undefined];
  return [ids.account, { id: ids.account, name: "My account", currency: codeOf(text.currency) || "USD" }];
}

function defined(fields: Changes): Changes {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
