import type { DecimalString } from "../numbers/decimal.ts";
import { fixedPointOf, hasDecimal } from "../numbers/decimal-column.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import { priceOn } from "../prices/price-history.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { rowAt } from "../transactions/row-order.ts";
import { type TransactionColumns, kindCode } from "../transactions/transaction-columns.ts";
import type { Prices } from "./cash-flow.ts";
import { rowsWithoutProportion } from "./reorganization-closes.ts";

/**
 * Market value, in the instrument's currency, of outgoing deliveries that state no amount: what the ledger is handed,
 * because it never looks at prices itself. A delivery without a known price is not in the map.
 */
export function deliveryValues(columns: TransactionColumns, prices: Prices): Map<TransactionId, DecimalString> {
  const values = new Map<TransactionId, DecimalString>();
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    if (!needsValue(columns, row)) continue;
    const close = priceOn(prices.get(columns.instruments[columns.instrument[row]!]!), columns.day[row]!);
    const quantity = fixedPointOf(columns.quantity, row);
    if (close === undefined || quantity === undefined) continue;
    values.set(columns.ids[row]!, toDecimalString(quantity.digits * close.digits, quantity.scale + close.scale));
  }
  return values;
}

/**
 * Whether the ledger of these transactions depends on prices: an outgoing delivery states no amount, or a corporate action
 * no cost proportion. All others can be replayed before a single price is known.
 */
export function needsPrices(columns: TransactionColumns): boolean {
  for (let position = 0; position < columns.count; position++)
    if (needsValue(columns, rowAt(columns, position))) return true;
  return rowsWithoutProportion(columns).length > 0;
}

function needsValue({ kind, grossAmount, unitPrice }: TransactionColumns, row: number): boolean {
  return kind[row] === kindCode["delivery-out"] && !hasDecimal(grossAmount, row) && !hasDecimal(unitPrice, row);
}
