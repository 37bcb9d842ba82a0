/**
 * Following changes: edited transactions, new prices and methods, without computing everything anew.
 *
 * Shape: `editColumns` -> `followLedger` -> `valueDays` with the valuation before.
 */
export { followLedger } from "../ledger/follow-ledger.ts";
export { compactColumns } from "../transactions/compact-columns.ts";
export type { EnteredTransaction, TransactionEdit } from "../transactions/edit-columns.ts";
export { editColumns } from "../transactions/edit-columns.ts";
export type { NamesInUse } from "../transactions/names-in-use.ts";
export { namesInUse } from "../transactions/names-in-use.ts";
export { firstDayOf, isLiveRow, rowAt } from "../transactions/row-order.ts";
export { decimalFields, plainFields } from "../transactions/write-row.ts";
export type { ValuedDays } from "../valuation/valued-days.ts";
export { valueDays } from "../valuation/value-days.ts";
