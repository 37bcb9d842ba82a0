import type { DecimalColumn, TransactionColumns } from "@portfolio/core";
import { compactColumns, decimalFields, plainFields } from "@portfolio/core/edits";
import type { TransactionChunk } from "../database/schema.ts";

/** Rows in a chunk: big enough to load in one go, small enough to copy without a pause. */
export const chunkSize: number = 4096;

/** Cuts packed transactions into chunks, edited ones in their order; an empty portfolio is one empty chunk. */
export function toChunks(packed: TransactionColumns, revision: number): TransactionChunk[] {
  const columns = compactColumns(packed);
  const count = Math.max(Math.ceil(columns.count / chunkSize), 1);
  return Array.from({ length: count }, (_, index) => ({
    index,
    revision,
    totalCount: columns.count,
    ids: joinedIds(columns.ids.slice(index * chunkSize, (index + 1) * chunkSize)),
    columns: sliceOf(columns, index * chunkSize, Math.min((index + 1) * chunkSize, columns.count), index === 0),
  }));
}

/**
 * Puts chunks together again; undefined when one is missing, or they were not all built from `revision`.
 *
 * Shape: `chunks` in the order of their index.
 */
export function fromChunks(chunks: readonly TransactionChunk[], revision: number): TransactionColumns | undefined {
  const first = chunks[0];
  if (first === undefined) return undefined;
  const expected = Math.max(Math.ceil(first.totalCount / chunkSize), 1);
  const isWhole = (chunk: TransactionChunk, index: number): boolean =>
    chunk.index === index && chunk.revision === revision && chunk.ids !== undefined && "entry" in chunk.columns;
  if (chunks.length !== expected || !chunks.every(isWhole)) return undefined;
  const ids = chunks.flatMap((chunk) => separateIds(chunk));
  return { ...(chunks.length === 1 ? first.columns : joined(chunks.map(({ columns }) => columns))), ids };
}

function joinedIds(ids: readonly string[]): TransactionChunk["ids"] {
  return ids.some((id) => id.includes("\n")) ? ids : ids.join("\n");
}

function separateIds({ ids, columns }: TransactionChunk): readonly string[] {
  if (typeof ids !== "string") return ids;
  return columns.count === 0 ? [] : ids.split("\n");
}

function sliceOf(
  columns: TransactionColumns,
  start: number,
  end: number,
  hasTables: boolean,
): TransactionChunk["columns"] {
  const details = [...columns.details]
    .filter(([row]) => row >= start && row < end)
    .map(([row, detail]) => [row - start, detail] as const);
  return {
    count: end - start,
    accounts: hasTables ? columns.accounts : [],
    instruments: hasTables ? columns.instruments : [],
    currencies: hasTables ? columns.currencies : [],
    entry: columns.entry.slice(start, end),
    day: columns.day.slice(start, end),
    second: columns.second.slice(start, end),
    kind: columns.kind.slice(start, end),
    account: columns.account.slice(start, end),
    instrument: columns.instrument.slice(start, end),
    currency: columns.currency.slice(start, end),
    quantity: sliceDecimals(columns.quantity, start, end),
    unitPrice: sliceDecimals(columns.unitPrice, start, end),
    grossAmount: sliceDecimals(columns.grossAmount, start, end),
    feeAmount: sliceDecimals(columns.feeAmount, start, end),
    taxAmount: sliceDecimals(columns.taxAmount, start, end),
    exchangeRate: sliceDecimals(columns.exchangeRate, start, end),
    details: new Map(details),
  };
}

function sliceDecimals({ values, scales, big }: DecimalColumn, start: number, end: number): DecimalColumn {
  const within = [...big]
    .filter(([row]) => row >= start && row < end)
    .map(([row, digits]) => [row - start, digits] as const);
  return { values: values.slice(start, end), scales: scales.slice(start, end), big: new Map(within) };
}

function joined(parts: readonly TransactionChunk["columns"][]): TransactionChunk["columns"] {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const first = parts[0]!;
  const whole = {
    count,
    accounts: first.accounts,
    instruments: first.instruments,
    currencies: first.currencies,
    entry: new Int32Array(count),
    day: new Int32Array(count),
    second: new Int32Array(count),
    kind: new Uint8Array(count),
    account: new Int32Array(count),
    instrument: new Int32Array(count),
    currency: new Int32Array(count),
    quantity: emptyDecimals(count),
    unitPrice: emptyDecimals(count),
    grossAmount: emptyDecimals(count),
    feeAmount: emptyDecimals(count),
    taxAmount: emptyDecimals(count),
    exchangeRate: emptyDecimals(count),
    details: new Map<number, NonNullable<ReturnType<TransactionColumns["details"]["get"]>>>(),
  };
  let start = 0;
  for (const part of parts) {
    for (const field of plainFields) whole[field].set(part[field], start);
    for (const field of decimalFields) placeDecimals(whole[field], part[field], start);
    for (const [row, detail] of part.details) whole.details.set(start + row, detail);
    start += part.count;
  }
  return whole;
}

function emptyDecimals(count: number): DecimalColumn {
  return { values: new Float64Array(count), scales: new Int8Array(count), big: new Map() };
}

function placeDecimals(whole: DecimalColumn, part: DecimalColumn, start: number): void {
  whole.values.set(part.values, start);
  whole.scales.set(part.scales, start);
  for (const [row, digits] of part.big) whole.big.set(start + row, digits);
}
