import type { DecimalString, Instrument, Transaction, TransactionKind } from "@portfolio/core";
import { writeAmount } from "../../state/write-amount.ts";
import { entryKinds, type EntryField, type EntryText } from "./entry-fields.ts";
import { instrumentText } from "./instrument-text.ts";

/** A transaction that is edited, and what the form showed of it: a field whose text stays keeps what is stored. */
export interface StoredEntry {
  readonly transaction: Transaction;
  readonly text: EntryText;
}

type Amounts = Readonly<Partial<Record<EntryField | "note", string>>> & {
  readonly ratio?: { readonly numerator: DecimalString; readonly denominator: DecimalString };
};

const amountFields = ["quantity", "unitPrice", "grossAmount", "feeAmount", "taxAmount", "toAmount"] as const;

/** What the form shows of a stored transaction, numbers in the person's own format. */
export function storedEntry(transaction: Transaction, instruments: readonly Instrument[], locale: string): StoredEntry {
  const fields = transaction as unknown as Omit<Amounts, "ratio"> & { ratio?: Amounts["ratio"] };
  const instrument = instruments.find(({ id }) => id === fields.instrument);
  const shown = (decimal: DecimalString | undefined): string =>
    decimal === undefined ? "" : writeAmount(decimal, locale);
  const amounts = Object.fromEntries(amountFields.map((field) => [field, shown(fields[field])])) as Record<
    (typeof amountFields)[number],
    string
  >;
  const text: EntryText = {
    ...amounts,
    kind: transaction.kind,
    tradeDate: transaction.tradeDate,
    account: transaction.account,
    instrument: instrument === undefined ? (fields.instrument ?? "") : instrumentText(instrument, instruments),
    currency: fields.currency ?? "",
    toCurrency: fields.toCurrency ?? "",
    ratio: fields.ratio === undefined ? "" : `${shown(fields.ratio.numerator)}:${shown(fields.ratio.denominator)}`,
    note: fields.note ?? "",
  };
  return { transaction, text };
}

/**
 * The fields the form shows for a kind; none for a kind it cannot enter, of which only date and note are edited.
 *
 * An amount that is more than quantity times price stands in a field of its own: the price is then as the file printed
 * it, perhaps in pence or in another currency, and the amount is what counts.
 */
export function shownFields(
  kind: TransactionKind,
  stored: StoredEntry | undefined,
  instruments: readonly Instrument[],
): readonly EntryField[] {
  const fields = entryKinds.find((known) => known.kind === kind)?.fields ?? [];
  if (stored === undefined || !hasOwnAmount(stored.transaction, instruments)) return fields;
  const at = fields.indexOf("unitPrice") + 1;
  return at === 0 ? fields : [...fields.slice(0, at), "grossAmount", ...fields.slice(at)];
}

/** Half a percent and two hundredths: prices in files are rounded. */
const roundedShare = 0.005;
const roundedUnits = 0.02;

function hasOwnAmount(transaction: Transaction, instruments: readonly Instrument[]): boolean {
  if (!("quantity" in transaction) || transaction.grossAmount === undefined) return false;
  const { quantity, grossAmount, instrument, currency } = transaction;
  const unitPrice = "unitPrice" in transaction ? transaction.unitPrice : undefined;
  if (quantity === undefined || unitPrice === undefined) return true;
  const traded = instruments.find(({ id }) => id === instrument)?.currency;
  // Only a guess at what the price is in, never a figure: floats are good enough for it.
  const [product, gross] = [Number(quantity) * Number(unitPrice), Number(grossAmount)];
  return traded !== currency || Math.abs(product - gross) > Math.abs(gross) * roundedShare + roundedUnits;
}
