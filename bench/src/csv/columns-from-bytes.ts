import { type DecimalColumn, type TransactionColumns, toEpochDay, transactionKinds } from "@portfolio/core";
import { currencies, firstDate, instrumentId } from "@portfolio/generated-portfolio";

const [newline, comma, point, zero] = [10, 44, 46, 48];
const header = "day,sym,side,qty,price,fee\n";

/**
 * W0 straight into columns: the digits of a generated file as integers and scales, without a string or an object for any
 * cell. Columns are plain data, so a program that knows its format may write them itself; this one knows that its file has
 * no quotes, no signs and no times, and is in order.
 */
export function columnsFromBytes(bytes: Uint8Array, count: number, instruments: number): TransactionColumns {
  const [buy, sell] = [transactionKinds.indexOf("buy"), transactionKinds.indexOf("sell")];
  const first = toEpochDay(firstDate);
  const day = new Int32Array(count);
  const kind = new Uint8Array(count);
  const instrument = new Int32Array(count);
  const entry = new Int32Array(count);
  const [quantity, unitPrice, feeAmount] = [emptyColumn(count, 0), emptyColumn(count, 0), emptyColumn(count, 0)];
  const ids: string[] = [];
  const cells = new Cells(bytes, header.length);
  for (let row = 0; row < count; row++) {
    ids.push(`t${row}`);
    entry[row] = row;
    day[row] = first + cells.next();
    instrument[row] = cells.next();
    kind[row] = cells.next() === 1 ? buy : sell;
    for (const column of [quantity, unitPrice, feeAmount]) {
      column.values[row] = cells.next();
      column.scales[row] = cells.scale;
    }
  }
  return {
    count,
    ids,
    accounts: ["A"],
    instruments: Array.from({ length: instruments }, (_, s) => instrumentId(s)),
    currencies: [currencies[0]!],
    entry,
    day,
    second: new Int32Array(count).fill(-1),
    kind,
    account: new Int32Array(count),
    instrument,
    currency: new Int32Array(count),
    quantity,
    unitPrice,
    grossAmount: emptyColumn(count, -1),
    feeAmount,
    taxAmount: emptyColumn(count, -1),
    exchangeRate: emptyColumn(count, -1),
    details: new Map(),
  };
}

function emptyColumn(count: number, scale: number): DecimalColumn {
  return { values: new Float64Array(count), scales: new Int8Array(count).fill(scale), big: new Map() };
}

/** Reads one number after the other; `scale` says how many of its digits stood behind the point. */
class Cells {
  scale = 0;
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  next(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let value = 0;
    let pointAt = -1;
    for (let code = bytes[at]!; code !== comma && code !== newline; code = bytes[++at]!) {
      if (code === point) pointAt = at;
      else value = value * 10 + (code - zero);
    }
    this.scale = pointAt < 0 ? 0 : at - 1 - pointAt;
    this.#at = at + 1;
    return value;
  }
}
