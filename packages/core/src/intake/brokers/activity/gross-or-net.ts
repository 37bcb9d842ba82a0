import type { ActivityRow } from "./activity-row.ts";

/**
 * The row of a trade whose one amount may be before or after its fee: what quantity × price says it is.
 *
 * Takes the amount as gross when it lies nearer to quantity × price than to that with the fee; else it stays net.
 */
export function grossOrNet(row: ActivityRow, side: "buy" | "sell"): ActivityRow {
  const { net, quantity, price, fee, tax } = row;
  if (net === undefined || quantity === undefined || price === undefined) return row;
  const product = quantity.times(price).abs();
  const charges = fee.plus(tax);
  const after = side === "buy" ? product.plus(charges) : product.minus(charges);
  const isGross = net.abs().minus(product).abs().lessThan(net.abs().minus(after).abs());
  return isGross ? { ...row, gross: net, net: undefined } : row;
}
