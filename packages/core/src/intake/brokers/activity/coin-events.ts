import { readCurrency } from "../../reading/currency-unit.ts";
import type { ActivityRow } from "./activity-row.ts";

/**
 * A deposit or withdrawal in an exchange's file, where one column holds money and coins alike.
 *
 * Of money the quantity is the amount; of a coin the action gets `/coin`, so that a rule can tell them apart.
 */
export function moneyOrCoin(row: ActivityRow): ActivityRow {
  const money = readCurrency(row.symbol);
  if (money === undefined) return { ...row, action: `${row.action}/coin`, assetClass: "crypto" };
  return { ...row, unit: money, symbol: "", gross: row.quantity, quantity: undefined, price: undefined };
}
