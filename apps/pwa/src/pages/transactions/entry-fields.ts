import type { Account, Instrument, Transaction, TransactionKind } from "@portfolio/core";
import type { TransactionEntry } from "../../engine/engine-protocol.ts";
import { readAmount } from "../../state/read-amount.ts";

/** Kinds the form offers, with the fields each asks for. */
export const entryKinds: readonly { readonly kind: TransactionKind; readonly fields: readonly EntryField[] }[] = [
  { kind: "buy", fields: ["instrument", "quantity", "unitPrice", "feeAmount", "currency"] },
  { kind: "sell", fields: ["instrument", "quantity", "unitPrice", "feeAmount", "taxAmount", "currency"] },
  { kind: "dividend", fields: ["instrument", "grossAmount", "taxAmount", "currency"] },
  { kind: "deposit", fields: ["grossAmount", "currency"] },
  { kind: "withdrawal", fields: ["grossAmount", "currency"] },
  { kind: "interest", fields: ["grossAmount", "taxAmount", "currency"] },
  { kind: "interest-charge", fields: ["grossAmount", "currency"] },
  { kind: "fee", fields: ["grossAmount", "currency"] },
  { kind: "fee-refund", fields: ["grossAmount", "currency"] },
  { kind: "tax", fields: ["grossAmount", "currency"] },
  { kind: "tax-refund", fields: ["grossAmount", "currency"] },
  { kind: "currency-exchange", fields: ["grossAmount", "currency", "toAmount", "toCurrency", "feeAmount"] },
  { kind: "delivery-in", fields: ["instrument", "quantity", "unitPrice", "currency"] },
  { kind: "split", fields: ["instrument", "ratio"] },
];

export type EntryField =
  | "instrument"
  | "quantity"
  | "unitPrice"
  | "grossAmount"
  | "feeAmount"
  | "taxAmount"
  | "currency"
  | "toAmount"
  | "toCurrency"
  | "ratio";

/** What was typed, field by field. */
export type EntryText = Readonly<Record<EntryField | "kind" | "tradeDate" | "account" | "note", string>>;

/** What is wrong with a field, in words that say what to do. */
export type EntryFaults = Partial<Record<keyof EntryText, string>>;

/** Ids for what an entry creates; they come from the window, never from the worker's clock. */
export interface EntryIds {
  readonly transaction: string;
  readonly account: string;
  readonly instrument: string;
}

const amountNames: Partial<Record<EntryField, string>> = {
  quantity: "quantity",
  unitPrice: "price",
  grossAmount: "amount",
  feeAmount: "fee",
  taxAmount: "tax",
  toAmount: "amount received",
};
const optional = new Set<EntryField>(["feeAmount", "taxAmount"]);
const currencyCode = /^[A-Z]{3}$/;

/** Reads the form: an entry to save, or the faults of its fields. Nothing typed is lost either way. */
export function readEntry(
  text: EntryText,
  accounts: readonly Account[],
  instruments: readonly Instrument[],
  ids: EntryIds,
): { entry?: TransactionEntry; faults: EntryFaults } {
  const kind = text.kind as TransactionKind;
  const fields = entryKinds.find((known) => known.kind === kind)?.fields ?? [];
  const faults: EntryFaults = {};
  const amounts: Record<string, string> = {};
  for (const field of fields) {
    const name = amountNames[field];
    if (name === undefined) continue;
    const typed = text[field].trim();
    if (typed === "" && optional.has(field)) continue;
    const amount = readAmount(typed);
    if (amount === undefined)
      faults[field] = typed === "" ? `Enter the ${name}.` : `"${typed}" is no number. Write the ${name} as 1234.56.`;
    else if (amount.startsWith("-") || (!optional.has(field) && Number(amount) === 0))
      faults[field] = `The ${name} has to be above 0; the kind gives the direction.`;
    else if (Number(amount) !== 0) amounts[field] = amount;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.tradeDate) || text.tradeDate < "1900-01-01")
    faults.tradeDate = "Choose the day of the trade, from 1900 on.";
  const currency = text.currency.trim().toUpperCase();
  if (fields.includes("currency") && !currencyCode.test(currency))
    faults.currency = "Write a currency code such as EUR.";
  const toCurrency = text.toCurrency.trim().toUpperCase();
  if (fields.includes("toCurrency") && (!currencyCode.test(toCurrency) || toCurrency === currency))
    faults.toCurrency = "Write the code of another currency, such as USD.";
  const ratio = /^(\d+(?:\.\d+)?)\s*(?::|for|\/)\s*(\d+(?:\.\d+)?)$/i.exec(text.ratio.trim());
  if (fields.includes("ratio") && ratio === null) faults.ratio = "Write new for old, such as 4:1.";
  const [instrument, newInstrument] = resolveInstrument(text.instrument, currency, instruments, ids.instrument);
  if (fields.includes("instrument") && instrument === undefined) faults.instrument = "Enter a ticker or a name.";
  const [account, newAccount] = resolveAccount(text.account, currency || "USD", accounts, ids.account);
  if (Object.keys(faults).length > 0) return { faults };
  const transaction = {
    id: ids.transaction,
    kind,
    tradeDate: text.tradeDate,
    account,
    ...(fields.includes("instrument") ? { instrument } : {}),
    ...(fields.includes("currency") ? { currency } : {}),
    ...(fields.includes("toCurrency") ? { toCurrency } : {}),
    ...(ratio === null || !fields.includes("ratio") ? {} : { ratio: { numerator: ratio[1]!, denominator: ratio[2]! } }),
    ...amounts,
    ...(text.note.trim() === "" ? {} : { note: text.note.trim() }),
  } as unknown as Transaction;
  return {
    faults,
    entry: {
      transaction,
      ...(newAccount === undefined ? {} : { newAccount }),
      ...(newInstrument === undefined ? {} : { newInstrument }),
    },
  };
}

function resolveInstrument(
  typed: string,
  currency: string,
  instruments: readonly Instrument[],
  id: string,
): [string | undefined, Instrument | undefined] {
  const words = typed.trim();
  if (words === "") return [undefined, undefined];
  const known = instruments.find((instrument) =>
    [instrument.id, instrument.ticker, instrument.isin, instrument.name].some(
      (name) => name?.toLowerCase() === words.toLowerCase(),
    ),
  );
  if (known !== undefined) return [known.id, undefined];
  const isTicker = /^[A-Za-z0-9.\-=^]{1,12}$/.test(words);
  return [id, { id, name: words, currency, ...(isTicker ? { ticker: words.toUpperCase() } : {}) }];
}

function resolveAccount(
  chosen: string,
  currency: string,
  accounts: readonly Account[],
  id: string,
): [string, Account | undefined] {
  const known = accounts.find((account) => account.id === chosen) ?? accounts[0];
  return known === undefined ? [id, { id, name: "My account", currency }] : [known.id, undefined];
}
