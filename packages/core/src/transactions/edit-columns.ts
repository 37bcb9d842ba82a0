import { absent, type DecimalColumn } from "../numbers/decimal-column.ts";
import { firstPositionOf, isLiveRow } from "./row-order.ts";
import { processingOrderOfDay } from "./same-day-order.ts";
import type { Transaction, TransactionId } from "./transaction.ts";
import type { TransactionColumns } from "./transaction-columns.ts";
import { transactionKinds } from "./transaction-kind.ts";
import { decimalFields, plainFields, rowArrays, type RowWriter, writeRow } from "./write-row.ts";

/** A change of some transactions. */
export interface TransactionEdit {
  /** Ids that no longer count, with all rows of an id that is there twice; an unknown one is passed over. */
  readonly removed?: readonly TransactionId[];
  /** New transactions, or new contents of those with the same id. */
  readonly saved?: readonly EnteredTransaction[];
}

/** A transaction with its place in the order of entry; behind all others, or where its id was, when left out. */
export interface EnteredTransaction {
  readonly transaction: Transaction;
  readonly entry?: number;
}

/** What was edited to make columns: the rows that no longer count, and the new ones. */
export interface ColumnsEdit {
  /** Stands for the columns before; only to be compared. */
  readonly from: object;
  readonly rows: readonly number[];
}

/** Where the rows of edited columns stand, with headroom for more. */
interface ColumnsRoom extends RowWriter {
  readonly capacity: number;
  /** The row of each id that was last written. */
  readonly rowOf: Map<TransactionId, number>;
  /** Further rows of ids that were there twice when the columns were packed. */
  readonly repeats: ReadonlyMap<TransactionId, readonly number[]>;
  used: number;
  lastEntry: number;
}

/** Columns that were edited share the room of their rows; each knows how much of it was there in its time. */
interface ColumnsVersion {
  readonly room: ColumnsRoom;
  readonly used: number;
  readonly edit?: ColumnsEdit;
}

const versions = new WeakMap<TransactionColumns, ColumnsVersion>();
const tokens = new WeakMap<TransactionColumns, object>();
const leastHeadroom = 1024;

/**
 * Columns with some transactions added, replaced or removed; the columns they come from stay as they are.
 *
 * Figures are those of packing all transactions anew; names that no transaction bears any more stay in the tables.
 * `followLedger` replays only what the edit touches. Cost: O(count), a few bytes each; the first edit of packed columns, and
 * one of columns that others were edited from already, copies them whole.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is not decimal text; `invalid-date`: a trade date is none;
 * `invalid-transaction`: a kind is none
 * @example
 * const bought = packTransactions([
 *   { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 * ]);
 * const edited = editColumns(bought, {
 *   saved: [
 *     { transaction: { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" } },
 *   ],
 * });
 * edited.count; // => 2
 * bought.count; // => 1
 */
export function editColumns(
  columns: TransactionColumns,
  { removed = [], saved = [] }: TransactionEdit,
): TransactionColumns {
  const before = versionOf(columns, saved.length);
  const { room } = before;
  const gone = new Set<number>();
  const isGone = (row: number): boolean => gone.has(row) || (row < before.used && !isLiveRow(columns, row));
  const leave = (id: TransactionId): number | undefined => {
    for (const row of room.repeats.get(id) ?? []) if (!isGone(row)) gone.add(row);
    const row = room.rowOf.get(id);
    if (row === undefined || isGone(row)) return undefined;
    gone.add(row);
    return row;
  };
  for (const id of removed) leave(id);
  const added: number[] = [];
  for (const { transaction, entry } of saved) {
    const replaced = leave(transaction.id);
    const row = room.used++;
    const place = entry ?? (replaced === undefined ? room.lastEntry + 1 : room.arrays.entry[replaced]!);
    room.lastEntry = Math.max(room.lastEntry, place);
    writeRow(room, row, transaction, place);
    room.rowOf.set(transaction.id, row);
    added.push(row);
  }
  return versioned(columns, before, [...gone], added);
}

/** What the last edit of columns was; undefined for columns that were packed. */
export function editOf(columns: TransactionColumns): ColumnsEdit | undefined {
  return versions.get(columns)?.edit;
}

/** Stands for columns in {@link ColumnsEdit.from}, without keeping them in memory. */
export function tokenOf(columns: TransactionColumns): object {
  const token = tokens.get(columns) ?? {};
  tokens.set(columns, token);
  return token;
}

function versioned(
  columns: TransactionColumns,
  { room }: ColumnsVersion,
  gone: readonly number[],
  added: readonly number[],
): TransactionColumns {
  const removed = new Uint8Array(room.capacity);
  if (columns.edited !== undefined) removed.set(columns.edited.removed.subarray(0, room.used));
  // What is written later, by other edits of these columns, does not count here.
  removed.fill(1, room.used);
  for (const row of added) removed[row] = 0;
  for (const row of gone) removed[row] = 1;
  const order = reordered(columns, room, removed, gone, added);
  const edited: TransactionColumns = {
    count: order.length,
    edited: { order, removed },
    ids: room.ids,
    accounts: namesOf(columns.accounts, room.accounts),
    instruments: namesOf(columns.instruments, room.instruments),
    currencies: namesOf(columns.currencies, room.currencies),
    ...room.arrays,
    details: room.details,
  };
  versions.set(edited, { room, used: room.used, edit: { from: tokenOf(columns), rows: [...gone, ...added] } });
  return edited;
}

/** The processing order after an edit: only the days of the rows it touched are put in order again. */
function reordered(
  columns: TransactionColumns,
  { arrays }: RowWriter,
  removed: Uint8Array,
  gone: readonly number[],
  added: readonly number[],
): Int32Array {
  const order = new Int32Array(columns.count + added.length - gone.length);
  const old = columns.edited?.order ?? identity(columns.count);
  const days = [...new Set([...gone, ...added].map((row) => arrays.day[row]!))].sort((a, b) => a - b);
  let from = 0;
  let to = 0;
  for (const day of days) {
    const start = firstPositionOf(columns, day);
    const end = firstPositionOf(columns, day + 1);
    order.set(old.subarray(from, start), to);
    to += start - from;
    const kept = [...old.subarray(start, end)].filter((row) => removed[row] === 0);
    const rows = [...kept, ...added.filter((row) => arrays.day[row] === day && removed[row] === 0)].sort(
      (a, b) => arrays.entry[a]! - arrays.entry[b]! || a - b,
    );
    const sorted = processingOrderOfDay(
      rows.map((row) => transactionKinds[arrays.kind[row]!]!),
      rows.map((row) => arrays.second[row]!),
    );
    for (const position of sorted) order[to++] = rows[position]!;
    from = end;
  }
  order.set(old.subarray(from), to);
  return order;
}

function identity(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The same list while no name is new: lists are compared and copied elsewhere. */
function namesOf(known: readonly string[], table: ReadonlyMap<string, number>): readonly string[] {
  return known.length === table.size ? known : [...table.keys()];
}

/** The version of columns with room for more rows: its own, while nobody else has written behind it. */
function versionOf(columns: TransactionColumns, more: number): ColumnsVersion {
  const known = versions.get(columns);
  if (known !== undefined && known.room.used === known.used && known.used + more <= known.room.capacity) return known;
  const used = known?.used ?? columns.count;
  const capacity = used + Math.max(more, leastHeadroom, used >> 5);
  const version: ColumnsVersion = {
    used,
    ...(known?.edit === undefined ? {} : { edit: known.edit }),
    room: {
      arrays: grownArrays(columns, used, capacity),
      ids: columns.ids.slice(0, used),
      details: new Map([...columns.details].filter(([row]) => row < used)),
      accounts: tableOf(columns.accounts),
      instruments: tableOf(columns.instruments),
      currencies: tableOf(columns.currencies),
      days: new Map(),
      used,
      capacity,
      lastEntry: columns.entry.subarray(0, used).reduce((last, entry) => Math.max(last, entry), -1),
      rowOf: rowsById(columns, used),
      repeats: repeatsOf(columns, used),
    },
  };
  // The next edit of the same columns finds the room, as long as nothing was written into it.
  versions.set(columns, version);
  return version;
}

function rowsById({ ids, details, edited }: TransactionColumns, used: number): Map<TransactionId, number> {
  const rows = new Map<TransactionId, number>();
  for (let row = 0; row < used; row++)
    if (edited?.removed[row] !== 1 && details.get(row)?.repeatsId !== true) rows.set(ids[row]!, row);
  return rows;
}

function repeatsOf({ ids, details }: TransactionColumns, used: number): Map<TransactionId, number[]> {
  const repeats = new Map<TransactionId, number[]>();
  for (const [row, { repeatsId }] of details)
    if (repeatsId === true && row < used) repeats.set(ids[row]!, [...(repeats.get(ids[row]!) ?? []), row]);
  return repeats;
}

function tableOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, position) => [name, position]));
}

function grownArrays(columns: TransactionColumns, used: number, capacity: number): RowWriter["arrays"] {
  const grown = rowArrays(capacity);
  for (const field of plainFields) grown[field].set(columns[field].subarray(0, used));
  for (const field of decimalFields) copyDecimals(grown[field], columns[field], used);
  return grown;
}

function copyDecimals(to: DecimalColumn, from: DecimalColumn, used: number): void {
  to.values.set(from.values.subarray(0, used));
  to.scales.set(from.scales.subarray(0, used));
  to.scales.fill(absent, used);
  for (const [row, digits] of from.big) if (row < used) to.big.set(row, digits);
}
