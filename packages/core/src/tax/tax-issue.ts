import { type Issue, type IssueCode, issue } from "../outcome/issue.ts";
import type { TaxTrade } from "./tax-trade.ts";

/** An issue with its place: the row of a tax calculation it is about. */
export function taxIssue(code: IssueCode, message: string, trade: TaxTrade): Issue {
  const { transaction, instrument, account, date } = trade;
  return issue(code, message, { transactionId: transaction, instrumentId: instrument, accountId: account }, date);
}

/** A disposal or departure above what is held: no effect at all. */
export function oversold(trade: TaxTrade): Issue {
  return taxIssue(
    "oversold",
    "More is sold or leaves than the taxable accounts hold and the rule can match, so the tax calculation leaves it out. Add the missing purchase or correct the quantity.",
    trade,
  );
}

/** Capital paid back or income kept for units that are not there: no effect. */
export function nothingHeld(trade: TaxTrade): Issue {
  return taxIssue(
    "oversold",
    "Nothing of the instrument is held on this day, so its cost cannot change. Add the missing purchase or correct the date.",
    trade,
  );
}
