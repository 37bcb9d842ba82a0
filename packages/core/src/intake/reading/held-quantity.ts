import type { PlainDate } from "../../calendar/plain-date.ts";
import { Decimal } from "../../numbers/decimal.ts";
import type { TransactionDraft } from "../../transactions/transaction-draft.ts";
import { instrumentKey } from "./instrument-of.ts";

/**
 * Units held at the start of a day, in one account or all, as far as the drafts of this file tell: for splits given as
 * units added.
 *
 * Shape: drafts in any order. Cost: O(drafts).
 */
export function heldAtStartOf(
  date: PlainDate,
  instrument: string,
  drafts: readonly TransactionDraft[],
  account?: string,
): Decimal {
  const earlier = drafts.filter(
    (draft) =>
      draft.tradeDate < date &&
      instrumentKey(draft.instrument) === instrument &&
      (account === undefined || draft.accountReference === account),
  );
  return [...earlier]
    .sort((a, b) => Number(a.tradeDate > b.tradeDate) - Number(a.tradeDate < b.tradeDate))
    .reduce(held, new Decimal(0));
}

function held(before: Decimal, { kind, quantity = "0", ratio }: TransactionDraft): Decimal {
  switch (kind) {
    case "buy":
    case "delivery-in":
    case "transfer-in":
      return before.plus(quantity);
    case "sell":
    case "delivery-out":
    case "transfer-out":
      return before.minus(quantity);
    case "split":
      return ratio === undefined ? before : before.times(ratio.numerator).dividedBy(ratio.denominator);
    default:
      return before;
  }
}
