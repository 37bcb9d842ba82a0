import type { DecimalString } from "../numbers/decimal.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import type { ReorganizationCloses } from "../ledger/ledger.ts";
import { priceOn } from "../prices/price-history.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { isLiveRow } from "../transactions/row-order.ts";
import { kindCode, type TransactionColumns } from "../transactions/transaction-columns.ts";
import type { Prices } from "./cash-flow.ts";

/**
 * Closes of both instruments on the day of each merger and spin-off that states no cost proportion: what the ledger is
 * handed, because it never looks at prices itself. An unknown close is left out.
 */
export function reorganizationCloses(
  columns: TransactionColumns,
  prices: Prices,
): Map<TransactionId, ReorganizationCloses> {
  const closes = new Map<TransactionId, ReorganizationCloses>();
  for (const row of rowsWithoutProportion(columns)) {
    const closeOf = (instrument: string): DecimalString | undefined => {
      const close = priceOn(prices.get(instrument), columns.day[row]!);
      return close && toDecimalString(close.digits, close.scale);
    };
    const instrument = closeOf(columns.instruments[columns.instrument[row]!]!);
    const toInstrument = closeOf(columns.details.get(row)!.toInstrument!);
    closes.set(columns.ids[row]!, {
      ...(instrument === undefined ? {} : { instrument }),
      ...(toInstrument === undefined ? {} : { toInstrument }),
    });
  }
  return closes;
}

/** Mergers and spin-offs whose cost is shared by market value. */
export function rowsWithoutProportion(columns: TransactionColumns): number[] {
  const rows: number[] = [];
  for (const [row, { toInstrument, costProportion }] of columns.details) {
    const kind = columns.kind[row];
    const isShared = kind === kindCode.merger || kind === kindCode["spin-off"];
    if (isShared && toInstrument !== undefined && costProportion === undefined && isLiveRow(columns, row))
      rows.push(row);
  }
  return rows;
}
