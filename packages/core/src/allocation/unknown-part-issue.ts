import type { PlainDate } from "../calendar/plain-date.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import type { UnknownPart } from "./valued-part.ts";

/** The issue of a part that no row shows because its value is not known. */
export function unknownPartIssue({ instrument, account, currency, reason }: UnknownPart, on: PlainDate): Issue {
  const what = instrument === undefined ? `Cash in ${currency}` : `"${instrument}"`;
  const remedy =
    reason === "missing-price"
      ? `has no price on or before ${on}, so the allocation leaves it out. Add a price.`
      : `has no exchange rate from ${currency} on or before ${on}, so the allocation leaves it out. Add the rate.`;
  const source = { accountId: account, currency, ...(instrument === undefined ? {} : { instrumentId: instrument }) };
  return issue(reason, `${what} ${remedy}`, source, on);
}
