import type { Transaction, TransactionKind } from "@portfolio/core";
import type { EntryText } from "./entry-fields.ts";

const trades: ReadonlySet<TransactionKind> = new Set(["buy", "sell"]);
const cashKinds: ReadonlySet<TransactionKind> = new Set([
  "deposit",
  "withdrawal",
  "interest",
  "interest-charge",
  "fee",
  "fee-refund",
  "tax",
  "tax-refund",
]);
/** What every kind has, and the form never shows. */
const ofAnyKind = ["time", "settlementDate", "exchangeRate"] as const;

/**
 * What stays of a stored transaction when some of its fields are changed: everything that does not follow from them.
 *
 * An amount of its own goes when quantity or price changes, unless the form shows it; a booked rate goes with its
 * currency; chosen lots belong to their instrument and account.
 */
export function keepStored(
  stored: Transaction,
  text: EntryText,
  changed: ReadonlySet<keyof EntryText>,
  isAmountShown: boolean,
): Record<string, unknown> {
  const kind = text.kind as TransactionKind;
  const kept: Record<string, unknown> = isSameShape(stored.kind, kind)
    ? { ...stored }
    : Object.fromEntries(Object.entries(stored).filter(([name]) => (ofAnyKind as readonly string[]).includes(name)));
  const drop = (when: boolean, ...names: readonly string[]): void => {
    if (when) for (const name of names) delete kept[name];
  };
  const isRepriced = changed.has("quantity") || changed.has("unitPrice");
  drop("quantity" in stored && isRepriced && !isAmountShown, "grossAmount");
  drop(isRepriced || changed.has("instrument"), "instrumentGrossAmount");
  drop("quantity" in stored && changed.has("grossAmount"), "instrumentGrossAmount");
  drop(changed.has("currency"), "exchangeRate", "instrumentGrossAmount");
  drop(changed.has("instrument") || changed.has("account") || kind === "buy", "lots");
  drop(kind === "deposit" || kind === "withdrawal", "instrument");
  drop(stored.settlementDate !== undefined && stored.settlementDate < text.tradeDate, "settlementDate");
  return kept;
}

function isSameShape(old: TransactionKind, next: TransactionKind): boolean {
  return old === next || (trades.has(old) && trades.has(next)) || (cashKinds.has(old) && cashKinds.has(next));
}
