import { grouped } from "../../reading/grouped.ts";
import { readCurrency } from "../../reading/currency-unit.ts";
import type { ActivityRow } from "./activity-row.ts";
import { pricedByAmount } from "./priced-by-amount.ts";

/**
 * Joins the two rows of a trade, money and coin, into one row with the action `joined`: quantity and cash signed.
 *
 * Each row's fee is in what the row moves; of a coin it is taken off the quantity. Rows of other shapes come back as
 * they are.
 */
export function joinedTrades(
  rows: readonly ActivityRow[],
  actions: RegExp,
  key: (row: ActivityRow) => string,
): readonly ActivityRow[] {
  const sides = rows.filter(({ action }) => actions.test(action));
  const joined = [...grouped(sides, key).values()].flatMap((group) => joinedTrade(group) ?? group);
  return [...rows.filter((row) => !sides.includes(row)), ...joined];
}

function joinedTrade(group: readonly ActivityRow[]): ActivityRow | undefined {
  const money = group.filter(({ symbol }) => readCurrency(symbol) !== undefined);
  const [cash] = money;
  const [coin] = group.filter((row) => !money.includes(row));
  const unit = readCurrency(cash?.symbol ?? "");
  if (group.length !== 2 || cash?.quantity === undefined || coin?.quantity === undefined || unit === undefined) {
    return undefined;
  }
  if (cash.quantity.isNegative() === coin.quantity.isNegative()) return undefined;
  return pricedByAmount({
    ...coin,
    action: "joined",
    alsoLines: [cash.line, ...(cash.alsoLines ?? []), ...(coin.alsoLines ?? [])],
    description: "",
    assetClass: "crypto",
    unit,
    quantity: coin.quantity.minus(coin.fee),
    gross: cash.quantity,
    fee: cash.fee,
    net: undefined,
    price: undefined,
  });
}
