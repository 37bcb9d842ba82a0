import { fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { type IssueCode, issue } from "../outcome/issue.ts";
import { isLiveRow } from "../transactions/row-order.ts";
import type { CommonContext } from "./replay-rows.ts";

const firstDay = toEpochDay("1900-01-01");

/**
 * Leaves out what cannot have an effect whatever is held: instruments that do not exist, ids that were there before,
 * dates that cannot be. `rows` are looked at, or all in their order.
 */
export function rejectAtSight(context: CommonContext, rows: ArrayLike<number> | undefined, count: number): void {
  const { columns, currencyOf, lastDay } = context;
  for (let position = 0; position < count; position++) {
    const row = rows === undefined ? position : rows[position]!;
    const instrument = columns.instrument[row]!;
    if (instrument >= 0 && currencyOf[instrument] === undefined) rejectRow(context, row, "unknown-instrument");
    else if (columns.day[row]! < firstDay || columns.day[row]! > lastDay) rejectRow(context, row, "future-date");
  }
  rejectRepeated(context, rows);
}

function rejectRepeated(context: CommonContext, rows: ArrayLike<number> | undefined): void {
  const { columns, rejected } = context;
  const wanted = rows === undefined ? undefined : new Set(Array.from(rows));
  for (const [row, { repeatsId }] of columns.details) {
    if (repeatsId !== true || rejected[row] === 1 || !isLiveRow(columns, row)) continue;
    if (wanted === undefined || wanted.has(row)) rejectRow(context, row, "duplicate-transaction");
  }
}

const messages = {
  "unknown-instrument":
    "The transaction names an instrument that does not exist, so it has no effect. Create the instrument or choose another.",
  "future-date":
    "The date lies before 1900 or more than a year ahead, so the transaction is held back. Correct its date.",
  "duplicate-transaction":
    "Another transaction has the same id, so this one has no effect. Give it an id of its own, or remove it.",
} satisfies Partial<Record<IssueCode, string>>;

/** Whether an issue is one that is found without looking at what is held. */
export function isSeenAtSight(code: IssueCode): boolean {
  return code in messages;
}

function rejectRow({ columns, rejected, found }: CommonContext, row: number, code: keyof typeof messages): void {
  rejected[row] = 1;
  const instrumentId = columns.instruments[columns.instrument[row]!];
  const source = {
    transactionId: columns.ids[row]!,
    ...(instrumentId === undefined ? {} : { instrumentId }),
    accountId: columns.accounts[columns.account[row]!]!,
  };
  found.push({ row, issue: issue(code, messages[code], source, fromEpochDay(columns.day[row]!)) });
}
