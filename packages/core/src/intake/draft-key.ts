import type { TransactionDraft } from "../transactions/transaction-draft.ts";
import { instrumentKey } from "./reading/instrument-of.ts";

/**
 * What identifies a draft when a file is imported again: the broker's own id where there is one, else all that the
 * event did: kind, date, account, instrument, amounts.
 *
 * Times, notes and line numbers are left out: brokers reword and re-sort their files. `occurrence` counts from 1 and
 * tells identical rows of one file apart, which are legal.
 */
export function draftKey(draft: TransactionDraft, occurrence: number): string {
  const key = draft.externalId === undefined ? economicText(draft) : `id|${draft.kind}|${draft.externalId}`;
  return occurrence === 1 ? key : `${key}#${occurrence}`;
}

/**
 * The keys of a file's drafts, in their order; the second identical one ends in `#2`.
 *
 * A key that an earlier import has kept is a transaction already there.
 */
export function draftKeys(drafts: readonly TransactionDraft[]): readonly string[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const key = draftKey(draft, 1);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return draftKey(draft, occurrence);
  });
}

function economicText(draft: TransactionDraft): string {
  const parts = [
    draft.kind,
    draft.tradeDate,
    draft.accountReference,
    instrumentKey(draft.instrument),
    draft.quantity,
    draft.unitPrice,
    draft.grossAmount,
    draft.currency,
    draft.feeAmount,
    draft.taxAmount,
    draft.accruedInterest,
    draft.toAmount,
    draft.toCurrency,
    instrumentKey(draft.toInstrument),
    draft.ratio?.numerator,
    draft.ratio?.denominator,
  ];
  return parts.map((part) => (part ?? "").replaceAll(/[\\|#]/g, String.raw`\$&`)).join("|");
}
